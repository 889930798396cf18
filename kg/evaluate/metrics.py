"""What is compared in one article, metric by metric, as the annotation guidelines' scorer does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.evaluate.likeness import align, folded, likeness, meeting_likeness, names, span, title_key, visit_likeness
from kg.evaluate.tally import Tally
from kg.model.record import ArticleRecord, Meeting, Reference

METRICS = (
    "article",
    "official",
    "post",
    "post_of",
    "person",
    "meeting",
    "meeting_date",
    "meeting_place",
    "chaired",
    "spoke",
    "attended",
    "visit",
    "visit_role",
    "project",
    "project_place",
    "project_money",
    "project_stage",
    "project_org",
    "initiative",
    "initiative_place",
    "date",
)
Tallies = dict[str, Tally]


def _labels(kind: str, size: int, back: dict[int, int]) -> list[str]:
    """A label an item found: that of the gold item it is paired with, else one of its own."""
    return [f"{kind}{back[j]}" if j in back else f"x{j}" for j in range(size)]


def _back(pairs: dict[int, int]) -> dict[int, int]:
    return {found: gold for gold, found in pairs.items()}


def _roles(
    labels: Sequence[str], meetings: Sequence[Meeting], *get: Callable[[Meeting], list[Reference]]
) -> set[tuple[str, str]]:
    return {
        (label, name) for label, m in zip(labels, meetings, strict=True) for links in get for name in names(links(m))
    }


def _officials(t: Tallies, where: str, gold: ArticleRecord, found: ArticleRecord) -> None:
    def posts(a: ArticleRecord) -> set[tuple[str, str]]:
        return {(folded(o.name), title_key(p.title)) for o in a.officials for p in o.posts}

    def placed(a: ArticleRecord) -> set[tuple[str, str, str]]:
        return {(folded(o.name), title_key(p.title), folded(p.of.name)) for o in a.officials for p in o.posts if p.of}

    t["official"].count(where, [folded(o.name) for o in gold.officials], [folded(o.name) for o in found.officials])
    t["post"].count(where, posts(gold), posts(found))
    wanted = placed(gold)
    judged = {item[:2] for item in wanted}  # a gold post without a place judges nobody
    t["post_of"].count(where, wanted, {item for item in placed(found) if item[:2] in judged})
    t["person"].count(where, {folded(p.name) for p in gold.people}, {folded(p.name) for p in found.people})


def _meetings(t: Tallies, where: str, gold: ArticleRecord, found: ArticleRecord) -> None:
    g, f = gold.meetings, found.meetings
    pairs = align(g, f, meeting_likeness, 0.5)
    gs, fs = [f"m{i}" for i in range(len(g))], _labels("m", len(f), _back(pairs))
    t["meeting"].count(
        where,
        [label if i in pairs else g[i].name for i, label in enumerate(gs)],
        [f[j].name if label.startswith("x") else label for j, label in enumerate(fs)],
    )
    t["chaired"].count(where, _roles(gs, g, lambda m: m.chairs), _roles(fs, f, lambda m: m.chairs))
    t["spoke"].count(where, _roles(gs, g, lambda m: m.speakers), _roles(fs, f, lambda m: m.speakers))

    def there(labels: list[str], ms: list[Meeting]) -> set[tuple[str, str]]:
        return _roles(labels, ms, lambda m: m.attendees) | (
            _roles(labels, ms, lambda m: m.speakers) - _roles(labels, ms, lambda m: m.chairs)
        )

    t["attended"].count(where, there(gs, g), there(fs, f))
    t["meeting_date"].count(
        where,
        {(label, span(m.date)) for label, m in zip(gs, g, strict=True) if m.date},
        {(label, span(m.date)) for label, m in zip(fs, f, strict=True) if m.date},
    )
    t["meeting_place"].count(
        where,
        {(label, folded(m.place.name)) for label, m in zip(gs, g, strict=True) if m.place},
        {(label, folded(m.place.name)) for label, m in zip(fs, f, strict=True) if m.place},
    )


def _visits(t: Tallies, where: str, gold: ArticleRecord, found: ArticleRecord) -> None:
    pairs = align(gold.visits, found.visits, visit_likeness, 0.5)
    gs, fs = [f"v{i}" for i in range(len(gold.visits))], _labels("v", len(found.visits), _back(pairs))
    t["visit"].count(where, gs, fs)

    def roles(labels: list[str], a: ArticleRecord) -> set[tuple[str, str, str]]:
        return {
            (label, role, name)
            for label, v in zip(labels, a.visits, strict=True)
            for role, links in (("leader", v.leaders), ("companion", v.companions))
            for name in names(links)
        }

    t["visit_role"].count(where, roles(gs, gold), roles(fs, found))


def _named(t: Tally, where: str, gold: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    pairs = align(gold, found, likeness, 0.7)
    back = _back(pairs)
    t.count(
        where,
        [f"={i}" if i in pairs else name for i, name in enumerate(gold)],
        [f"={back[j]}" if j in back else name for j, name in enumerate(found)],
    )
    return pairs


def _projects(t: Tallies, where: str, gold: ArticleRecord, found: ArticleRecord) -> None:
    g, f = gold.projects, found.projects
    pairs = _named(t["project"], where, [p.name for p in g], [p.name for p in f])

    def compare(metric: str, get: Callable[[int, ArticleRecord], Iterable[object]]) -> None:
        t[metric].count(
            where,
            {(i, v) for i in pairs for v in get(i, gold)},
            {(i, v) for i, j in pairs.items() for v in get(j, found)},
        )

    compare("project_place", lambda i, a: names(a.projects[i].places))
    compare("project_money", lambda i, a: [round(float(money))] if (money := a.projects[i].investment_cny) else [])
    compare("project_stage", lambda i, a: [a.projects[i].stage] if a.projects[i].stage else [])
    compare("project_org", lambda i, a: names(a.projects[i].organizations))


def _initiatives(t: Tallies, where: str, gold: ArticleRecord, found: ArticleRecord) -> None:
    g, f = gold.initiatives, found.initiatives
    pairs = _named(t["initiative"], where, [i.name for i in g], [i.name for i in f])
    t["initiative_place"].count(
        where,
        {(i, name) for i in pairs for name in names(g[i].places)},
        {(i, name) for i, j in pairs.items() for name in names(f[j].places)},
    )


def compare(t: Tallies, where: str, gold: ArticleRecord, found: ArticleRecord) -> None:
    """Count one article into the tallies."""
    for part in (_officials, _meetings, _visits, _projects, _initiatives):
        part(t, where, gold, found)

    def dates(a: ArticleRecord) -> set[tuple[str, object]]:
        return {(folded(d.text), span(d.value)) for d in a.dates if d.value}

    t["date"].count(where, dates(gold), dates(found))
