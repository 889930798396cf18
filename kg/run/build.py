"""A build: from articles to a graph that holds just what the records of its folder say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.graph.delta import Delta
from kg.graph.project import Projection
from kg.ledger import Ledger
from kg.lexicon.gazetteer import Gazetteer
from kg.model.document import Document, Failure
from kg.model.record import ArticleRecord
from kg.records.version import made_by
from kg.resolve import read_judgements
from kg.run.extract import Extracted, extract
from kg.run.folder import Folder, fingerprint
from kg.run.records import by_article
from kg.run.synchronise import synchronise


@dataclass(slots=True)
class Summary:
    """What a build did."""

    read: int = 0
    """Documents read."""
    unchanged: int = 0
    """Documents that were read before and have not changed."""
    articles: int = 0
    """Articles in the folder now."""
    failures: list[Failure] = field(default_factory=list)
    delta: Delta = field(default_factory=Delta)
    counts: dict[str, int] = field(default_factory=dict)
    """Nodes by first label and relationships by type."""
