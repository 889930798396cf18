"""`kg explain`: a text with its spans, and the rules that made them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from kg.cli.options import Json, Ner, settings
from kg.cli.output import out, rows
from kg.errors import KgError
from kg.model.document import Article
from kg.model.failure import Failure

if TYPE_CHECKING:
    from kg.annotate.layer import Layer, Mention

_HAN = re.compile(r"[\u3400-\u9fff]")
_GROUPS = {
    "dates": "cyan",
    "places": "green",
    "organizations": "blue",
    "posts": "magenta",
    "people": "bold red",
    "projects": "yellow",
    "initiatives": "bold yellow",
    "meetings": "bold magenta",
    "visits": "bold magenta",
}


def _layers(given: str, published: str | None, ner: str) -> list[Layer]:
    from kg.annotate.pipeline import annotate, pipeline
    from kg.clean import articles
    from kg.read import documents

    items: list[Article] = []
    if len(given) < 200 and Path(given).is_file():
        for one in documents([given]):
            if isinstance(one, Failure):
                raise KgError(str(one))
            items += articles(one)
    elif given.strip() and not _HAN.search(given):
        raise KgError(f"{given}: is no file, and has no Chinese text.", "Give a sentence, or a file of articles.")
    elif given.strip():
        # a sentence is taken as it stands: cleaning is for pages, and leaves out what is too short for an article
        items.append(Article(id="sentence", text=given, source="sentence", sha256="", published_on=published))
    else:
        raise KgError("There is nothing to explain.", "Give a sentence, or a file of articles.")
    return [doc._.kg for _, doc in annotate(pipeline(ner=ner), items)]


def _shown(mention: Mention) -> str:
    parts = []
    for name in (
        "name",
        "value",
        "title",
        "of",
        "kind",
        "date",
        "place",
        "chairs",
        "speakers",
        "attendees",
        "leaders",
        "companions",
        "posts",
        "places",
        "stage",
        "investment_cny",
        "organizations",
        "topics",
    ):
        value = getattr(mention, name, None)
        if value:
            parts.append(f"{name}={_plain(value)}")
    return " ".join(parts)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return "、".join(str(_plain(part)) for part in value)
    from kg.annotate.layer import Link

    if isinstance(value, Link):
        return value.name
    if isinstance(value, str):
        return value
    return getattr(value, "title", None) or getattr(value, "name", None) or value


def _entries(layer: Layer) -> list[tuple[int, int, str, str, str, str]]:
    text = layer.article.text
    found = [
        (m.start, m.end, group, text[m.start : m.end], _shown(m), m.rule)
        for group in _GROUPS
        for m in getattr(layer, group)
    ]
    return sorted(found, key=lambda entry: (entry[0], -entry[1]))


def explain(
    text: Annotated[str, typer.Argument(metavar="SENTENCE|FILE", help="A sentence, or a file of articles.")],
    published: Annotated[
        str | None, typer.Option(help="The day the sentence was published, for its dates.", show_default=False)
    ] = None,
    ner: Ner = None,
    as_json: Json = False,
) -> None:
    """Show what is found in a text and which rule found it.

    Examples:

        kg explain "3月5日，市长王龙江主持召开市政府常务会议。" --published 2024-03-06

        kg explain seeds/documents/005_wanjiang_three_cities.txt
    """
    from kg.annotate.rule import REGISTRY

    layers = _layers(text, published, ner or settings().ner)
    if as_json:
        names = ("start", "end", "kind", "text", "value", "rule")
        print(
            json.dumps(
                [[dict(zip(names, entry, strict=True)) for entry in _entries(layer)] for layer in layers],
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    for layer in layers:
        shown = Text(layer.article.text)
        entries = _entries(layer)
        for start, end, group, *_ in entries:
            shown.stylize(_GROUPS[group], start, end)
        out.print(shown)
        rows(
            ["at", "kind", "text", "gives", "rule", "which means"],
            [
                (f"{start}–{end}", group, found, gives, rule, REGISTRY[rule].meaning if rule in REGISTRY else "")
                for start, end, group, found, gives, rule in entries
            ],
        )
