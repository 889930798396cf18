"""One page that shows every error in its text: `kg eval --errors`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.annotate.rule import REGISTRY
from kg.evaluate.errors_causes import CAUSES, Explained, explained
from kg.evaluate.errors_marks import Place, Searchable, pieces, places
from kg.evaluate.gold import GoldDocument
from kg.evaluate.judged import Judged, judged
from kg.evaluate.metrics import METRICS
from kg.evaluate.tally import Tally
from kg.model.record import ArticleRecord


@dataclass(frozen=True, slots=True)
class RuleRow:
    """What a rule found."""

    id: str
    meaning: str
    right: int
    extra: int


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """An error in the list beside its text; `number` is that of its marks."""

    number: int
    explained: Explained
    marked: bool

    @property
    def fact(self) -> Judged:
        """The missed or extra fact."""
        return self.explained.error

    @property
    def confidence(self) -> float | None:
        """Of an extra fact."""
        found = self.fact.found
        return found.fact.confidence if found and found.fact else None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's text in pieces, each with the numbers of the facts in it and the gravest verdict among them."""

    title: str
    about: str
    pieces: list[tuple[str, list[int], str]]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its errors."""

    id: str
    source: str
    articles: list[ArticleView]
    errors: list[ErrorRow]


def page(gold: Sequence[GoldDocument], readings: Iterable[tuple[ArticleRecord, str]], *, title: str) -> str:
    """The page as HTML that needs no other file and no network.

    Args:
        gold: The right answers.
        readings: Records with their clean texts.
        title: What was scored, as a reader knows it.
    """
    by_source: dict[str, list[tuple[ArticleRecord, str]]] = defaultdict(list)
    for record, text in readings:
        by_source[PurePath(record.source).name].append((record, text))
    facts: list[Judged] = []
    documents = []
    for document in gold:
        read = by_source.get(document.source, [])
        own = list(judged([document], [record for record, _ in read]))
        documents.append(_document(document, read, own, len(facts)))
        facts += own
    causes = {row.number: row.explained.cause for one in documents for row in one.errors}
    environment = Environment(
        loader=PackageLoader("kg.evaluate"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("errors_page.html").render(
        title=title,
        metrics=[(metric, tally) for metric, tally in _tallies(facts).items() if tally.gold or tally.found],
        rules=_rules(facts),
        causes=CAUSES,
        by_cause=Counter((facts[number].metric, cause) for number, cause in causes.items()),
        documents=sorted(documents, key=lambda one: -len(one.errors)),
        facts=[[one.verdict, one.metric, one.rules[:1], causes.get(i, "")] for i, one in enumerate(facts)],
    )


def _tallies(facts: Iterable[Judged]) -> dict[str, Tally]:
    tallies = {metric: Tally() for metric in METRICS}
    for one in facts:
        key = one.stated.shown
        tallies[one.metric].count(one.document, [key] if one.gold else [], [key] if one.found else [])
    return tallies


def _rules(facts: Iterable[Judged]) -> list[RuleRow]:
    """By how much they find wrongly."""
    counts = Counter((rule, one.verdict) for one in facts for rule in one.rules[:1])
    rows = [
        RuleRow(rule, REGISTRY[rule].meaning if rule in REGISTRY else "", counts[rule, "right"], counts[rule, "extra"])
        for rule in {rule for rule, _ in counts}
    ]
    return sorted(rows, key=lambda row: (-row.extra, -row.right, row.id))


def _document(
    document: GoldDocument, read: Sequence[tuple[ArticleRecord, str]], facts: Sequence[Judged], first: int
) -> DocumentView:
    """Its facts are numbered from `first`."""
    texts = [Searchable(text) for _, text in read]
    stands = [places(one, texts) for one in facts]
    absent = {i for i, at in enumerate(stands) if not at}
    place_in_list = {id(one): i for i, one in enumerate(facts)}
    errors = [
        ErrorRow(first + i, error, i not in absent)
        for error in explained(facts, absent)
        for i in [place_in_list[id(error.error)]]
    ]
    articles = [
        ArticleView(
            record.title or document.source,
            " · ".join(filter(None, (record.published_on, record.place.name if record.place else None))),
            list(_pieces(text, i, stands, facts, first)),
        )
        for i, (record, text) in enumerate(read)
    ]
    return DocumentView(document.id, document.source, articles, errors)


def _pieces(
    text: str, article: int, stands: Sequence[Sequence[Place]], facts: Sequence[Judged], first: int
) -> Iterator[tuple[str, list[int], str]]:
    marked = [(at.start, at.end, i) for i, found in enumerate(stands) for at in found if at.article == article]
    for piece, numbers in pieces(text, marked):
        verdicts = {facts[i].verdict for i in numbers}
        gravest = next((verdict for verdict in ("missed", "extra", "right") if verdict in verdicts), "")
        yield piece, [first + i for i in numbers], gravest
