"""Gold answers: a folder of JSON files, one a document, each with its articles as records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from kg.errors import RecordError
from kg.model.record import ArticleRecord


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The right answers of one source document."""

    id: str
    source: str
    """The file's name."""
    articles: list[ArticleRecord]


def gold(folder: Path) -> list[GoldDocument]:
    """The gold documents of a folder, by file name.

    Raises:
        RecordError: The folder has none, or a file is no gold answer; the message names file and field.
    """
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            articles = [ArticleRecord.model_validate(article) for article in content["articles"]]
            found.append(GoldDocument(content["id"], Path(content["source"]).name, articles))
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise RecordError(
                f"{path}: is no gold answer ({error}).", "See the annotation guidelines for its form."
            ) from None
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise RecordError(
                f"{path}: {where}: {first['msg']}.", "See the annotation guidelines for its form."
            ) from None
    if not found:
        raise RecordError(f"{folder}: has no gold answers (*.json).", "Name the folder that holds them.")
    return found
