"""Articles that a page does not show by itself: in a string of a script, in a hidden field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.document import Piece
from kg.model.passage import Passage
from kg.read.html.characters import Writing
from kg.read.html.markup import Text
from kg.read.html.tree import Element
from kg.read.html.weights import HAN

# A string that never closes is passed over whole, so that nothing is looked at twice.
_STRING = re.compile(
    r'"((?:[^"\\\n]|\\.)*+)(?:"|$|(?=[\\\n]))'
    r"|'((?:[^'\\\n]|\\.)*+)(?:'|$|(?=[\\\n]))"
    r"|`((?:[^`\\]|\\.)*+)(?:`|$|(?=\\))",
    re.S,
)
_ESCAPE = re.compile(
    r"((?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}))|\\x([0-9a-fA-F]{2})|\\(.)",
    re.S,
)
_TEMPLATE = re.compile(r"text/(?:html|plain|template|x-|ng-)|x-template", re.I)
_SINGLE = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}
_LEAST = 60
"""Chinese characters of a string that can be an article."""
_ESCAPED_HAN = re.compile(r"\\u[4-9][0-9a-fA-F]{3}")


def embedded(page: Element) -> tuple[Element, Passage] | None:
    """The longest text in a script's strings or in a field, and what it stands in; None if there is none.

    It may have tags of its own; if not, its lines end in line feeds.
    """
    found = max(_candidates(page), key=lambda candidate: candidate[0], default=None)
    if found is None:
        return None
    _, element, start, end = found
    if _is_template(element):
        return element, Passage.of(page.source, start, end)
    read = _entities if element.name == "textarea" else _string
    return element, read(page.source, start, end)


def _candidates(page: Element) -> Iterator[tuple[int, Element, int, int]]:
    for element in page.elements():
        if element.name not in ("script", "textarea"):
            continue
        for text in element.children:
            if not isinstance(text, Text):
                continue
            whole = element.name == "textarea" or _is_template(element)
            spans = [(text.start, text.end)] if whole else _strings(page.source, text)
            for start, end in spans:
                size = len(HAN.findall(page.source, start, end)) + len(_ESCAPED_HAN.findall(page.source, start, end))
                if size >= _LEAST:
                    yield size, element, start, end


def _is_template(element: Element) -> bool:
    """Whether a script is none, but markup that one will show."""
    return element.name == "script" and bool(_TEMPLATE.search(element.attributes.get("type", "")))


def _strings(source: str, text: Text) -> Iterator[tuple[int, int]]:
    for match in _STRING.finditer(source, text.start, text.end):
        yield match.span(match.lastindex or 0)


def _entities(source: str, start: int, end: int) -> Passage:
    writing = Writing(source)
    at = start
    for feed in re.compile(r"\r\n?|\n").finditer(source, start, end):
        writing.write(at, feed.start(), verbatim=True)
        writing.feed(feed.start(), feed.end())
        at = feed.end()
    writing.write(at, end, verbatim=True)
    return writing.passage()


def _string(source: str, start: int, end: int) -> Passage:
    """What a string of JavaScript or JSON says."""
    text, pieces, length, at = [], [], 0, start

    def put(said: str, source_at: int, width: int) -> None:
        nonlocal length
        if said:
            pieces.append(Piece(length, source_at, len(said), width))
            text.append(said)
            length += len(said)

    for escape in _ESCAPE.finditer(source, start, end):
        put(source[at : escape.start()], at, escape.start() - at)
        if escape[1]:
            said = "".join(chr(int(digits, 16)) for digits in escape[1].split("\\u")[1:])
            said = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        else:
            said = chr(int(escape[2], 16)) if escape[2] else _SINGLE.get(escape[3], escape[3])
        put(said, escape.start(), escape.end() - escape.start())
        at = escape.end()
    put(source[at:end], at, end - at)
    return Passage("".join(text), tuple(pieces))
