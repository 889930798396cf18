"""Officials, their posts and other people of two records."""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluate.likeness import folded, title_key
from kg.evaluate.stated import Comparison, Side, Stated, once, whole
from kg.model.record import ArticleRecord


def people(gold: ArticleRecord, found: ArticleRecord) -> Iterator[Comparison]:
    """`official`, `post`, `post_of`, `person`."""

    def officials(a: ArticleRecord) -> Side:
        return [whole(folded(o.name), o.name, o) for o in a.officials]

    def posts(a: ArticleRecord) -> Side:
        return once(
            whole((folded(o.name), title_key(p.title)), f"{o.name}: {p.title}", p, p.title, o.name)
            for o in a.officials
            for p in o.posts
        )

    def placed(a: ArticleRecord) -> Iterator[tuple[tuple[str, str], Stated]]:
        for o in a.officials:
            for p in o.posts:
                if p.of:
                    held = folded(o.name), title_key(p.title)
                    shown = f"{o.name}: {p.title}, {p.of.name}"
                    said = tuple(p.of.evidence) or tuple(p.evidence)
                    yield held, Stated((*held, folded(p.of.name)), shown, (p.title, o.name), p, said)

    yield "official", officials(gold), officials(found)
    yield "post", posts(gold), posts(found)
    judged = {held for held, _ in placed(gold)}  # a gold post without a place judges nobody
    yield (
        "post_of",
        once(one for _, one in placed(gold)),
        once(one for held, one in placed(found) if held in judged),
    )
    yield (
        "person",
        once(whole(folded(p.name), p.name, p) for p in gold.people),
        once(whole(folded(p.name), p.name, p) for p in found.people),
    )
