"""What the ids and classes of an element say of it: that an article stands there, or none does."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from kg.lexicon import load
from kg.read.html.tree import Element

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CONTENT = frozenset({
    "article", "body", "con", "content", "detail", "main", "news", "text", "txt", "zoom", "area"
})  # fmt: skip
"""Words for what is read; behind one for furniture they are what counts (print-content)."""


@functools.cache
def _containers() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """By selector in lower case, and those that only say how a name begins."""
    table = load("html_containers").table
    whole = {name: kind for name, kind in table.items() if not name.endswith("*")}
    return whole, tuple((name[:-1], kind) for name, kind in table.items() if name.endswith("*"))


@functools.cache
def _furniture() -> tuple[frozenset[str], frozenset[str]]:
    """Whole names, and words that names are made of."""
    names = load("html_furniture").entries
    words = frozenset(name[:-1] for name in names if name.endswith("*"))
    return frozenset(name for name in names if not name.endswith("*")) | words, words


def names(element: Element) -> Iterator[str]:
    """Its id with # before it and its classes with a dot, as written."""
    if identity := element.attributes.get("id"):
        yield f"#{identity.strip()}"
    for name in element.attributes.get("class", "").split():
        yield f".{name}"


def container(element: Element) -> str | None:
    """What a known container holds, `text` or `frame`; None for any other element."""
    if not element.named:
        return None
    whole, beginnings = _containers()
    for name in names(element):
        name = name.lower()
        kind = whole.get(name) or next((kind for begun, kind in beginnings if name.startswith(begun)), None)
        if kind is not None:
            return kind
    return None


def is_furniture(element: Element) -> bool:
    """Whether its names say that it is navigation, comments, buttons and the like."""
    return element.named and any(_names_furniture(name[1:]) for name in names(element))


@functools.lru_cache(4096)
def _names_furniture(name: str) -> bool:
    whole, words = _furniture()
    if name.lower() in whole:
        return True
    for word in reversed(_WORD.findall(name)):
        if word.lower() in _CONTENT:
            return False
        if word.lower() in words:
            return True
    return False
