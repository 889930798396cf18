"""A page to its tags and texts, each with where it stands: what `html.parser` gives without its offsets.

Written for pages as they are: tags in upper case, quotes that never close, `<` in running text, comments
and scripts that are cut off. Takes one pass and time in proportion to the page, whatever is in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.read.html.tags import KNOWN

# Inside a tag quotes count only behind an equals sign, as in browsers: <a title=it's>. A tag that lacks its > ends
# where the next begins.
_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][^\s/><"'=]*)"""
    r"""(?P<attributes>(?>\s+|/(?!>)|[^\s/>=<][^\s/>=<]*+(?>\s*=\s*(?>"[^"]*"|'[^']*'|[^\s>"'<][^\s><]*|))?|=)*+)"""
    r"(?:(?P<empty>/?)(?P<end>>)|(?=<))"
)
_CRUDE = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/><\"'=]*)(?P<attributes>[^<>]*?)(?:(?P<empty>/?)(?P<end>>)|(?=<))"
)
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_.-]*")
_ATTRIBUTE = re.compile(r"""([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_DECLARATION = re.compile(r"<[!?/][^>]*>")
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noframes", "noembed")
}


class Tag(NamedTuple):
    """A start tag, or an end tag, at source `[start, end)`."""

    name: str
    start: int
    end: int
    closes: bool = False
    empty: bool = False
    """Whether it ends in `/>`."""
    attributes: tuple[int, int] = (0, 0)
    """Where its attributes stand in the source."""


class Text(NamedTuple):
    """Characters outside tags, at source `[start, end)`, entities as they are written."""

    start: int
    end: int


def tokens(source: str) -> Iterator[Tag | Text]:
    """The tags and texts of a page in order; comments, declarations and processing instructions left out.

    What stands in `script`, `style`, `textarea` and `title` is one text.
    """
    tag = _TAG
    # No tag can end behind the last >, so nothing is looked for there twice.
    last = source.rfind(">") + 1
    at = begun = 0
    unclosed: set[str] = set()
    while (at := source.find("<", at, last)) >= 0:
        match = tag.match(source, at, last)
        if match is None and (end := _passed_over(source, at, last)) is not None:
            yield from _text(begun, at)
            begun = at = end
            continue
        if match is None and tag is _TAG and source[at + 1 : at + 2].isalpha():
            # A quote swallows the rest of the page: from here on the next > ends a tag.
            tag = _CRUDE
            continue
        if match is None or not _is_tag(match):
            at += 1
            continue
        yield from _text(begun, at)
        name, closes, empty = match["name"].lower(), bool(match["close"]), bool(match["empty"])
        begun = at = match.end()
        yield Tag(name, match.start(), at, closes, empty, match.span("attributes"))
        if name in _RAW and name not in unclosed and not closes and not empty:
            end_tag = _RAW[name].search(source, at)
            if end_tag is None:
                unclosed.add(name)
            if end_tag is None and name in ("script", "style"):
                begun = at = len(source)
            elif end_tag is not None:
                yield from _text(at, end_tag.start())
                begun = at = end_tag.start()
    yield from _text(begun, len(source))


def _is_tag(match: re.Match[str]) -> bool:
    """Whether it is one to a reader of the page's source: x<y in a sentence is none."""
    name = match["name"]
    return bool(_NAME.fullmatch(name)) and (match["end"] is not None or name.lower() in KNOWN)


def _text(start: int, end: int) -> Iterator[Text]:
    if start < end:
        yield Text(start, end)


def _passed_over(source: str, at: int, last: int) -> int | None:
    """The end of the comment or declaration that begins here, None where none does."""
    if source.startswith("<!--", at):
        end = source.find("-->", at + 2)
        return end + 3 if end >= 0 else len(source)
    if source.startswith("<![CDATA[", at):
        return at + 9
    declaration = _DECLARATION.match(source, at, last)
    return declaration.end() if declaration else None


def attributes(source: str, span: tuple[int, int]) -> dict[str, str]:
    """The attributes in a tag, names in lower case, entities resolved; the first of two of one name."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, *span):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found
