"""`kg train`: the models that the pipeline stands on, made from text and data."""

from __future__ import annotations

import typer

from kg.cli import train_ner, train_silver, train_words

app = typer.Typer(help="Train the models, and label text to train them on.", no_args_is_help=True)

app.command("ner")(train_ner.ner)
app.command("words")(train_words.words)
app.command("silver")(train_silver.silver)
