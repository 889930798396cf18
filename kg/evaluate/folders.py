"""The options by which commands of this package are told their folders of annotated articles."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

Folders = Sequence[tuple[Path, Path | None]]
"""Folders of answers, each with that of its texts where they lie elsewhere."""


def parser_of(doc: str | None) -> argparse.ArgumentParser:
    """A parser that takes `--gold ANSWERS [--texts TEXTS]` as often as wanted."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--gold", type=Path, action="append", required=True, help="folder of answers, with metadata.csv if any"
    )
    parser.add_argument(
        "--texts",
        type=Path,
        action="append",
        help="folders of their texts, in the same order; those of the answers unless told",
    )
    return parser


def folders(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Folders:
    """What the options name; ends the program where they do not fit each other."""
    if given.texts is None:
        return [(answers, None) for answers in given.gold]
    if len(given.texts) != len(given.gold):
        parser.error("give a --texts for each --gold, or none")
    return list(zip(given.gold, given.texts, strict=True))
