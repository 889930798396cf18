"""Where on a page its article stands: in a known container, else where most of its sentences are."""

from __future__ import annotations

import math
from collections import Counter

from kg.read.html.lines import lines
from kg.read.html.names import container, is_furniture
from kg.read.html.tags import HEADINGS
from kg.read.html.tree import Element
from kg.read.html.weights import HAN, MARKS

_LEAST = 12
"""Chinese characters that a container must hold."""
_MOST = 0.5
"""Share of a page that cannot be furniture, whatever it is called."""
_CARD = 0.15
"""Share of the largest container below which another of its name may be a card that leads to other news."""
_CARDS = 3
"""How many such make them cards."""
_GOES_DOWN = 0.5
"""Share of an element's sentences that one of those in it must have to stand for it."""
_BESIDE = 0.15
"""The same for an element beside it that is of its kind, as a second article is; twice as much where only its tag says so."""
_SENTENCE = 10
"""Chinese characters of a line from which on it can be one."""
_HOLDERS = frozenset({
    "html", "body", "div", "td", "th", "tr", "table", "tbody", "section", "article", "main", "form", "center", "ul",
    "ol", "li", "dl", "dd", "span", "font"
})  # fmt: skip


def main_elements(page: Element) -> list[Element]:
    """The elements with the article or the articles, in the order of the page; none if it has no sentences.

    Args:
        page: The whole page, weighed.
    """
    found = _containers(page, "text") or _containers(page, "frame")
    return found or _densest(page)


def _containers(page: Element, kind: str) -> list[Element]:
    """Known containers that hold something, the outer of two; those in furniture only if there are no others."""
    found: list[Element] = []
    for element in page.elements():
        if not (element.seen and element.size >= _LEAST and container(element) == kind):
            continue
        # A list of links is what such systems put into the same frames on other pages.
        if element.linked > 0.8 * element.size or (found and element.within(found[-1])):
            continue
        found.append(element)
    found = [element for element in found if not _in_furniture(element, page)] or found
    largest = max((element.size for element in found), default=0)
    cards = [element for element in found if element.size < _CARD * largest]
    return [element for element in found if element not in cards] if len(cards) >= _CARDS else found


def _in_furniture(element: Element, page: Element) -> bool:
    above = element.parent
    while above is not None:
        if is_furniture(above) and above.size < _MOST * page.size:
            return True
        above = above.parent
    return False


def furniture_of(page: Element) -> frozenset[Element]:
    """The elements of a page that hold what stands around an article."""
    return frozenset(
        element
        for element in page.elements()
        if (element.name in ("nav", "footer", "aside") or is_furniture(element))
        and element.size < _MOST * page.size
        and container(element) is None
    )


def _densest(page: Element) -> list[Element]:
    """The smallest element that has most of the sentences and no other of its kind beside it."""
    prose, paragraphs = _prose(page)
    at = page
    if not prose[at]:
        return []
    while True:
        below = [child for child in at.children if isinstance(child, Element) and prose[child]]
        best = max(below, key=lambda child: prose[child], default=None)
        if best is None or best.name not in _HOLDERS or prose[best] < _GOES_DOWN * prose[at]:
            return [at]
        paragraph = paragraphs[best] == 1
        for child in at.children if paragraph else below:
            if isinstance(child, Element) and child is not best and child.size:
                share = _share(child, best, paragraph=paragraph)
                if prose[child] >= share * prose[at]:
                    return [at]
        at = best


def _share(element: Element, best: Element, *, paragraph: bool) -> float:
    """Which share of the sentences an element must have to belong to the text beside the one that has most of them.

    Where that one is no more than a long paragraph, any of its kind does.
    """
    if element.linked >= 0.3 * element.size:
        return math.inf
    if _headed(element) and _headed(best):
        return _BESIDE
    if element.name != best.name or element.attributes.get("class") != best.attributes.get("class"):
        return math.inf
    return 0.0 if paragraph else _BESIDE if element.named else 2 * _BESIDE


def _headed(element: Element) -> bool:
    return any(inner.name in HEADINGS and inner.size >= 6 for inner in element.elements())


def _prose(page: Element) -> tuple[Counter[Element], Counter[Element]]:
    """By element, Chinese characters in lines that can be sentences, and how many such lines it has.

    They are no links, and have a mark within or behind them.
    """
    furniture = furniture_of(page)
    weights: Counter[Element] = Counter()
    count: Counter[Element] = Counter()
    for line in lines(page, lambda element: element in furniture):
        size = len(HAN.findall(line.text))
        if size < _SENTENCE or line.is_link or not MARKS.search(line.text):
            continue
        at: Element | None = line.block
        while at is not None:
            weights[at] += size
            count[at] += 1
            at = at.parent
    return weights, count
