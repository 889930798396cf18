"""The elements of a page, nested as browsers nest them where tags are left out or cross one another."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.read.html.markup import Tag, Text, attributes, tokens
from kg.read.html.tags import BLOCKS, IN_HEAD, VOID

_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    # A start tag, what open element it ends, and what it does not look beyond.
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "a": (frozenset({"a"}), BLOCKS),
}
_SCOPES = frozenset({"table", "td", "th", "caption", "template", "object", "button"})
"""Elements beyond which no tag within ends anything."""
_DEPTH = 200
"""Levels of the tree; what is nested deeper stands side by side on the last."""
_LOOK = 256
"""Open elements that are looked through for the one a tag ends."""


class Element:
    """An element and what it holds, in order."""

    def __init__(self, source: str, tag: Tag, parent: Element | None) -> None:
        self.source = source
        self.tag = tag
        self.parent = parent
        self.children: list[Element | Text] = []
        self.end = tag.end
        """Where it ends in the source."""
        self.seen = True
        """Whether a reader sees it."""
        self.size = 0
        """Chinese characters in it that a reader sees."""
        self.linked = 0
        """Those of them that stand in links."""
        self.marks = 0
        """Commas, full stops and their like outside links."""

    @property
    def name(self) -> str:
        """Its tag in lower case."""
        return self.tag.name

    @functools.cached_property
    def attributes(self) -> dict[str, str]:
        """By name in lower case."""
        return attributes(self.source, self.tag.attributes)

    @property
    def named(self) -> bool:
        """Whether it has an id or classes."""
        start, end = self.tag.attributes
        return end > start and ("id" in self.attributes or "class" in self.attributes)

    def elements(self) -> Iterator[Element]:
        """It and all under it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def within(self, other: Element) -> bool:
        """Whether it is the other element or under it."""
        above: Element | None = self
        while above is not None:
            if above is other:
                return True
            above = above.parent
        return False


def parse(source: str) -> Element:
    """The page as one element `html`; every source gives one."""
    return _Builder(source).built()


class _Builder:
    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Element(source, Tag("html", 0, 0), None)
        self.stack = [self.root]
        self.open: Counter[str] = Counter()

    def built(self) -> Element:
        for token in tokens(self.source):
            if isinstance(token, Text):
                self.stack[-1].children.append(token)
            elif token.closes:
                self._end(token)
            else:
                self._start(token)
        while len(self.stack) > 1:
            self._pop(len(self.source))
        self.root.end = len(self.source)
        return self.root

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in ("html", "body"):
            self._body_or_html(tag)
            return
        if self.open["head"] and name not in IN_HEAD and name != "head":
            self._close({"head"}, frozenset(), tag.start)
        if name in BLOCKS and self.open["p"] and name != "option":
            self._close({"p"}, _SCOPES, tag.start)
        if (rule := _CLOSES.get(name)) is not None and any(self.open[ended] for ended in rule[0]):
            self._close(rule[0], rule[1], tag.start)
        element = self._add(tag)
        if name not in VOID and not tag.empty:
            self.stack.append(element)
            self.open[name] += 1

    def _body_or_html(self, tag: Tag) -> None:
        """The first of either gives its attributes; a second one, of a page put into this one, is nothing."""
        if tag.name == "html" or self.open["body"]:
            return
        if self.open["head"]:
            self._close({"head"}, frozenset(), tag.start)
        self.stack.append(self._add(tag))
        self.open["body"] += 1

    def _add(self, tag: Tag) -> Element:
        parent = self.stack[min(len(self.stack), _DEPTH) - 1]
        element = Element(self.source, tag, parent)
        parent.children.append(element)
        return element

    def _end(self, tag: Tag) -> None:
        name = tag.name
        if name in ("html", "body"):
            return
        if name == "br" or (name == "p" and not self.open["p"]):
            self._add(tag)
        elif self.open[name]:
            self._close({name}, frozenset() if name in ("tr", "tbody", *_SCOPES) else _SCOPES, tag.start, tag.end)

    def _close(self, names: AbstractSet[str], beyond: AbstractSet[str], start: int, end: int | None = None) -> None:
        """End the innermost open element of these names, and with it those inside, unless one of `beyond` is in between."""
        for i in range(len(self.stack) - 1, max(len(self.stack) - _LOOK, 0), -1):
            name = self.stack[i].name
            if name in names:
                while len(self.stack) > i + 1:
                    self._pop(start)
                self._pop(start if end is None else end)
                return
            if name in beyond:
                return

    def _pop(self, end: int) -> None:
        element = self.stack.pop()
        element.end = end
        self.open[element.name] -= 1
