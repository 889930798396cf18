"""A document's text to lines: breaks, blanks, invisible characters, the marks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model.passage import Passage

_BREAK = re.compile(
    r"\r\n|[\n\r\v\f\x85\u2028\u2029]"
    # Paragraphs that a page ran together: the indent of the next one is all that is left of the break.
    r"|(?<=[。！？!?”…：])(?:\u3000{2}|[ \xa0\t\u3000]{3,})(?=\S)"
    r"|[ \xa0\t\u3000]{6,}(?=\S)"
)
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+"
    r"|(?<=\s)\s+"
    r"|\*\*|__|!\[[^\]\n]{0,200}\]\([^)\s]{0,500}\)|\]\((?=https?:)[^)\s]{1,500}\)|\[(?=[^\[\]\n]{1,200}\]\(https?:)"
)
_QUOTED = re.compile(r"(?:>\s*)+|[-*+]\s+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+")
_RULE = re.compile(r"[-*_=—~ ]{3,}|#+")


@dataclass(frozen=True, slots=True)
class Jump:
    """What a mark like 下转第二版 says."""

    written: str
    """The mark as it stands, less brackets and blanks."""
    sheet: str
    """The number of the other page, as `kg.clean.jumps.sheet_of` writes it."""
    title: Passage | None = None
    """The article's title, where the mark names it."""
    tag: str | None = None
    """①, where a newspaper numbers the marks of a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, its marks taken off."""

    passage: Passage
    heading: int = 0
    """Its level where Markdown marks it as a heading, else 0."""
    comes: Jump | None = None
    """The mark in front of it: it goes on with an article of another page."""
    goes: Jump | None = None
    """The mark behind it: the article goes on on another page."""
    column: bool = False
    """Whether the name of a newspaper's column stood over it."""
    doubt: str | None = None
    """What is not sure about where it stands."""
    sheet: str | None = None
    """The newspaper's page that it stands on, where a label said so."""

    @property
    def text(self) -> str:
        """What it says."""
        return self.passage.text


def lines(text: str, at: Iterable[tuple[int, int]] | None = None) -> list[Line]:
    """The lines of a text in order, blank ones left out; `at` says where they are, if not where breaks stand.

    Every kept character is the source's own: blanks are dropped at the edges and after another
    blank, invisible characters and Markdown's marks everywhere.
    """
    return [line for start, end in (spans(text) if at is None else at) if (line := _line(text, start, end)) is not None]


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text are: between its breaks, and where a wide blank is all that is left of one."""
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _line(source: str, start: int, end: int) -> Line | None:
    passage = Passage.of(source, start, end).strip()
    if not passage.text or _RULE.fullmatch(passage.text):
        return None
    level = 0
    if quoted := _QUOTED.match(passage.text):
        passage = passage.part(quoted.end())
    if heading := _HEADING.match(passage.text):
        level = len(heading[1])
        passage = passage.part(heading.end()).strip("# \t")
    passage = passage.without(match.span() for match in _DROPPED.finditer(passage.text)).strip()
    return Line(passage, level) if passage.text else None
