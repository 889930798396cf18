"""Articles read for an evaluation: each record with the layer it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from kg.annotate.layer import Layer, layer_of
from kg.annotate.pipeline import annotate, pipeline
from kg.clean import articles
from kg.errors import KgError
from kg.evaluate.gold import GoldDocument, gold
from kg.model.document import Document
from kg.model.record import ArticleRecord
from kg.read import documents
from kg.records import assemble


@dataclass(frozen=True, slots=True)
class Reading:
    """One article."""

    record: ArticleRecord
    layer: Layer

    @property
    def text(self) -> str:
        """The clean text, to which the evidence's offsets refer."""
        return self.layer.article.text


@dataclass(frozen=True, slots=True)
class Answered:
    """A folder of gold answers, and what the pipeline makes of its texts."""

    gold: list[GoldDocument]
    readings: list[Reading]

    @property
    def records(self) -> list[ArticleRecord]:
        """The records alone."""
        return [reading.record for reading in self.readings]


def readings(
    nlp: Language, paths: Iterable[Path], *, metadata: Path | None = None, calibrated: bool = True
) -> Iterator[Reading]:
    """The articles of files and folders, in order; what cannot be read is passed over.

    Args:
        nlp: The pipeline.
        paths: Files and folders.
        metadata: CSV of metadata.
        calibrated: False leaves confidence as the rules have it.
    """
    for document in documents(list(paths), metadata=metadata):
        if isinstance(document, Document):
            for _, doc in annotate(nlp, articles(document)):
                yield Reading(assemble(doc, calibrated=calibrated), layer_of(doc))


def texts_of(answers: Path, texts: Path | None, wanted: Iterable[GoldDocument]) -> list[Path]:
    """The files that the gold answers are about; `texts` is where they lie if not with the answers.

    Raises:
        KgError: One is not there.
    """
    folder = texts or answers
    paths = [folder / document.source for document in wanted]
    missing = next((path for path in paths if not path.is_file()), None)
    if missing:
        raise KgError(f"{folder}: {missing.name} is not there.", "Name the folder of the texts with --texts.")
    return paths


def metadata_of(answers: Path) -> Path | None:
    """`metadata.csv` beside the answers, where there is one."""
    beside = answers / "metadata.csv"
    return beside if beside.is_file() else None


def answered(
    answers: Path, texts: Path | None = None, *, nlp: Language | None = None, calibrated: bool = True
) -> Answered:
    """Read what a folder of gold answers is about, with the default pipeline unless another is given.

    Raises:
        RecordError: The folder has no gold answers.
        KgError: A text is missing.
    """
    expected = gold(answers)
    paths = texts_of(answers, texts, expected)
    found = readings(nlp or pipeline(), paths, metadata=metadata_of(answers), calibrated=calibrated)
    return Answered(expected, list(found))
