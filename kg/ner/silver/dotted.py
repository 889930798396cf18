"""Names with marks: what lies between two marks is one name, however the teachers cut it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.ner.silver.forms import BUILDING, DOTTED, MARKS
from kg.ner.silver.votes import Span


def dotted_names(text: str, people: Sequence[Sequence[Span]]) -> Iterator[tuple[Span, int]]:
    """Spans of names with marks, each with how many teachers saw some of it; 0 for a building's name.

    Where it begins and ends is what most of those say who reach beyond its first and its last mark; a tie
    is the earlier teacher's.

    Args:
        text: Of the article.
        people: Persons by teacher.
    """
    for match in DOTTED.finditer(text):
        first, *_, last = [i for i in range(*match.span()) if text[i] in MARKS] * 2
        touching = [
            [span for span in spans if span[0] <= last + 1 and span[1] >= first and _within(span, match.span())]
            for spans in people
        ]
        seen = [spans for spans in touching if spans]
        start = _most(begin for spans in seen if (begin := min(s for s, _ in spans)) < first)
        end = _most(stop for spans in seen if (stop := max(e for _, e in spans)) > last + 1)
        if start is not None and end is not None:
            yield (start, end), 0 if BUILDING.match(text, end) else len(seen)


def _within(span: Span, limits: Span) -> bool:
    return limits[0] <= span[0] and span[1] <= limits[1]


def _most(values: Iterable[int]) -> int | None:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None
