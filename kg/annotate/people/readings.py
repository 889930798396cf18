"""The names that could begin at a place, each with its score: a small lattice, decided by evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.annotate.people.characters import characters
from kg.annotate.people.followers import ends_here, follower
from kg.lexicon import load

_LENGTH = {2: -1.1, 3: -0.4, 4: -3.0}
"""Log share of names by their length."""
_SOUND = "".join(load("transliteration_characters").entries)
_FOREIGN = re.compile(rf"[{_SOUND}]{{1,7}}(?:[·•・‧∙⋅．?][{_SOUND}]{{1,9}}){{1,4}}")
FOREIGN_END = re.compile(rf"[{_SOUND}]{{1,7}}(?:[·•][{_SOUND}]{{1,9}})+$")
"""A name with a mark inside, in the characters that write foreign sounds."""
_SYLLABLE = re.compile(load("minority_names").alternation())
_COMPOUND = re.compile(load("compound_surnames").alternation())
_NO_NAME = re.compile(load("no_names").alternation())


_PADDED = re.compile(r"[\u4e00-\u9fff][ \u3000][\u4e00-\u9fff]")
_MARKED = 2.6
"""Log odds of a name's end at a mark."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`text[start:end]` read as a name. `score` is in natural log odds against running text."""

    start: int
    end: int
    score: float
    kind: str = "han"


def _given(chars: str) -> float:
    model = characters()
    if len(chars) == 1:
        return model.only.get(chars, model.unseen[0])
    return model.first.get(chars[0], model.unseen[1]) + model.second.get(chars[1], model.unseen[2])


def _is_han(chars: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf" or c >= "\U00020000" for c in chars)


def _recurs(text: str, start: int, end: int) -> float:
    """What the rest of the article says: a name comes back with other words behind it."""
    name = text[start:end]
    count = min(text.count(name), 6)
    if count < 2:
        return 0.0
    longer = text[start : end + 1]
    same = min(text.count(longer), 6)
    if len(longer) > len(name) and _is_han(longer[-1]):
        return 0.9 * (count - same) if same < count else -0.8
    return 0.6 * (count - 1)


def _minority(text: str, start: int) -> Iterable[Reading]:
    """Names without a Han family name, built of the syllables of other languages' names: 扎西次仁."""
    at, parts = start, 0
    while parts < 3:
        match = _SYLLABLE.match(text, at)
        if not match:
            break
        at, parts = match.end(), parts + 1
        if at - start >= 2:
            yield Reading(start, at, 2.0 * parts + 0.4 * (at - start) + ends_here(text, at), "minority")


def readings(text: str, start: int) -> list[Reading]:
    """All readings that begin at `start`, best first."""
    found: list[Reading] = []
    if start >= len(text) or not _is_han(text[start]):
        return found
    if match := _FOREIGN.match(text, start):
        end = _foreign_end(text, start, match.end())
        found.append(Reading(start, end, 5.0 + ends_here(text, end), "dotted"))
    doubt = -5.0 if _NO_NAME.match(text, start) else 0.0
    model = characters()
    first = text[start]
    if first in model.surname:
        for length in (2, 3, 4):
            end = start + length
            chars = text[start + 1 : end]
            if len(chars) < length - 1 or not _is_han(chars):
                break
            if length == 4:
                # a married or a mother's family name before the father's: 范柳文清
                if chars[0] not in model.surname:
                    break
                given = model.surname[chars[0]] + _given(chars[1:]) - 3.0
            else:
                given = _given(chars)
            score = (
                doubt
                + _LENGTH[length]
                + model.surname[first]
                + given
                + ends_here(text, end)
                + _recurs(text, start, end)
            )
            score -= 1.5 * (len(follower(text, end - 1)) > 1)
            found.append(Reading(start, end, score))
        if _PADDED.match(text, start) and (ends := ends_here(text, start + 3)) >= _MARKED:
            # 张　伟: a name of two set as wide as one of three
            score = doubt + _LENGTH[2] + model.surname[first] + _given(text[start + 2]) + ends
            found.append(Reading(start, start + 3, score, "padded"))
    if compound := _COMPOUND.match(text, start):
        for length in (1, 2):
            end = compound.end() + length
            chars = text[compound.end() : end]
            if len(chars) == length and _is_han(chars):
                score = _LENGTH[length + 1] + 5.0 + _given(chars) + ends_here(text, end) + _recurs(text, start, end)
                found.append(Reading(start, end, score))
    found.extend(_minority(text, start))
    return sorted(found, key=lambda r: (-r.score, -(r.end - r.start)))


def is_foreign(name: str) -> bool:
    """Whether a name is written in foreign sounds: with a mark inside, or of four and more that no Han name has."""
    if any(mark in name for mark in "·•・‧∙⋅．?"):
        return True
    return len(name) >= 4 and all(char in _SOUND for char in name) and not _SYLLABLE.match(name)


def _foreign_end(text: str, start: int, end: int) -> int:
    """Cut what follows a name with marks inside where a listed word begins: 吐尔逊·艾力|出席."""
    if ends_here(text, end) > 0:
        return end
    last = max(text.rfind(mark, start, end) for mark in "·•・‧∙⋅．?")
    for at in range(last + 2, end):
        if follower(text, at):
            return at
    return end
