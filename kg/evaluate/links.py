"""How many places of the gold answers the records link to the right division.

Compared are the gold references in `place`, `of` and `places` whose name is a division's full name at
the article's date; the nation, zones, villages and companies are not. Gold has names only, so the right
code is that of the only division of the name; of several that of the one which shares most (county,
prefecture, province) with the article's other gold places and its publisher; a name for which that tells
nothing is left out and counted.

There is no one denominator, so five readings are given; `missing` counts what the reading asks for and
the record has not:

`in place`   references for which the same fact of the record has that name in that field: linking alone
`anywhere`   references whose name the record's article has in some field: linking alone
`of facts`   references of facts that the record has too: linking, and choosing the place of a fact
`of all`     all references: linking, choosing, and finding the facts (a fact that is missed counts)
`of names`   distinct names of an article, whether the record's article has them anywhere
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal, TypeVar

from kg.evaluate.gold import GoldDocument
from kg.evaluate.likeness import align, folded, likeness, meeting_likeness, title_key, visit_likeness
from kg.evaluate.right_division import right_divisions
from kg.lexicon.gazetteer import Gazetteer
from kg.model.record import ArticleRecord, Reference

READINGS = ("in place", "anywhere", "of facts", "of all", "of names")
Verdict = Literal["right", "wrong", "open", "missing"]
Articles = Sequence[ArticleRecord]
T = TypeVar("T")


@dataclass(slots=True)
class LinkTally:
    """References by verdict, each as `(document, field, name)`."""

    right: int = 0
    others: dict[Verdict, list[tuple[str, str, str]]] = field(
        default_factory=lambda: {"wrong": [], "open": [], "missing": []}
    )

    def count(self, verdict: Verdict, where: str, kind: str, name: str) -> None:
        """Count one reference."""
        if verdict == "right":
            self.right += 1
        else:
            self.others[verdict].append((where, kind, name))

    @property
    def total(self) -> int:
        """How many are compared."""
        return self.right + sum(map(len, self.others.values()))

    @property
    def share(self) -> float:
        """Of those compared, the share linked right; 1 if there is none."""
        return self.right / self.total if self.total else 1.0


@dataclass(slots=True)
class Links:
    """A tally for each of `READINGS`, and how many gold references are left out."""

    readings: dict[str, LinkTally] = field(default_factory=lambda: {name: LinkTally() for name in READINGS})
    no_division: int = 0
    """Gold references whose name no division bears: zones, villages, companies."""
    untold: int = 0
    """Gold references whose name several divisions bear, where nothing in the gold tells which."""


def links(gold: Iterable[GoldDocument], records: Iterable[ArticleRecord]) -> Links:
    """The readings; records are matched to gold by the file name of their `source`."""
    by_source: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in records:
        by_source[PurePath(record.source).name].append(record)
    found = Links()
    for document in gold:
        for ours, theirs in _paired(document.articles, by_source.get(document.source, [])):
            _compare(found, document.id, ours, theirs)
    return found


def _paired(gold: Articles, found: Articles) -> Iterator[tuple[Articles, Articles]]:
    """Articles of one document that tell the same news; all of both where either has but one."""
    if len(gold) == 1 or len(found) <= 1:
        yield gold, found
        return
    pairs = align(gold, found, lambda a, b: likeness(a.title, b.title), 0.6)
    for i, j in pairs.items():
        yield gold[i : i + 1], found[j : j + 1]
    rest = [a for i, a in enumerate(gold) if i not in pairs]
    if rest:
        yield rest, [a for j, a in enumerate(found) if j not in pairs.values()]


def _compare(links: Links, where: str, gold: Articles, found: Articles) -> None:
    asked = list(_facts(gold, found))
    named = [reference.name for _, ours, _ in asked for reference in ours]
    date = next((a.published_on for a in gold if a.published_on), None)
    publishers = [source.publisher for a in found for source in a.sources if source.publisher]
    right = right_divisions(Gazetteer.load(), named, date, publishers)
    anywhere: dict[str, list[Reference]] = defaultdict(list)
    for places in _references(found):
        for reference in places:
            anywhere[folded(reference.name)].append(reference)
    seen: set[str] = set()
    for kind, ours, theirs in asked:
        for reference in ours:
            name = folded(reference.name)
            if name not in right:
                links.no_division += reference.name != "中国"
                continue
            if (code := right[name]) is None:
                links.untold += 1
                continue
            here = _verdict(code, [r for r in theirs or () if folded(r.name) == name])
            there = _verdict(code, anywhere[name])
            links.readings["of all"].count(here, where, kind, name)
            if theirs is not None:
                links.readings["of facts"].count(here, where, kind, name)
            if here != "missing":
                links.readings["in place"].count(here, where, kind, name)
            if there != "missing":
                links.readings["anywhere"].count(there, where, kind, name)
            if name not in seen:
                seen.add(name)
                links.readings["of names"].count(there, where, kind, name)


def _verdict(code: str, found: list[Reference]) -> Verdict:
    codes = {reference.code for reference in found}
    if not codes:
        return "missing"
    return "right" if codes == {code} else "open" if codes <= {code, None} else "wrong"


def _references(articles: Articles) -> Iterator[list[Reference]]:
    """What every field that holds places holds."""
    for a in articles:
        yield _one(a.place)
        yield from (_one(post.of) for official in a.officials for post in official.posts)
        yield from (_one(meeting.place) for meeting in a.meetings)
        yield from (visit.places for visit in a.visits)
        yield from (project.places for project in a.projects)
        yield from (initiative.places for initiative in a.initiatives)


def _one(reference: Reference | None) -> list[Reference]:
    return [reference] if reference else []


def _facts(gold: Articles, found: Articles) -> Iterator[tuple[str, list[Reference], list[Reference] | None]]:
    """`(field, gold references, those of the same fact in the records)`; None where the records lack the fact."""
    places = [reference for a in found for reference in _one(a.place)]
    yield from (("place", _one(a.place), places if found else None) for a in gold)
    held: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for key, of in _posts(found):
        held[key] += of
    yield from (("of", of, held.get(key)) for key, of in _posts(gold))
    yield from _aligned("meeting", gold, found, lambda a: a.meetings, meeting_likeness, 0.5, lambda m: _one(m.place))
    yield from _aligned("visit", gold, found, lambda a: a.visits, visit_likeness, 0.5, lambda v: v.places)
    yield from _aligned("project", gold, found, lambda a: a.projects, _same_name, 0.7, lambda p: p.places)
    yield from _aligned("initiative", gold, found, lambda a: a.initiatives, _same_name, 0.7, lambda i: i.places)


def _same_name(a: object, b: object) -> float:
    return likeness(getattr(a, "name", None), getattr(b, "name", None))


def _posts(articles: Articles) -> Iterator[tuple[tuple[str, str], list[Reference]]]:
    for a in articles:
        for official in a.officials:
            for post in official.posts:
                yield (folded(official.name), title_key(post.title)), _one(post.of)


def _aligned(
    kind: str,
    gold: Articles,
    found: Articles,
    facts: Callable[[ArticleRecord], list[T]],
    alike: Callable[[T, T], float],
    floor: float,
    places: Callable[[T], list[Reference]],
) -> Iterator[tuple[str, list[Reference], list[Reference] | None]]:
    ours, theirs = ([fact for a in articles for fact in facts(a)] for articles in (gold, found))
    pairs = align(ours, theirs, alike, floor)
    for i, fact in enumerate(ours):
        yield kind, places(fact), places(theirs[pairs[i]]) if i in pairs else None
