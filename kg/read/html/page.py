"""A page to the text of its articles, its metadata and its warnings."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.document import Metadata, OffsetMap
from kg.model.passage import Passage, join
from kg.read.html.article import Articles, articles_in
from kg.read.html.embedded import embedded
from kg.read.html.main_text import main_elements
from kg.read.html.metadata import Said, day_in_address, head_of
from kg.read.html.tree import Element, parse
from kg.read.html.unreadable import asks_to_log_in, is_list, list_of_links, notice, why_no_text
from kg.read.html.weights import HAN, weigh

_LEAST = 12
"""Chinese characters that an article must have."""
_SHORT = 120
"""Chinese characters up to which an article may be the beginning of one that a script or a login holds back."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page says."""

    text: str
    """One line a paragraph or headline; a headline that the page shows begins with `# `."""
    offsets: OffsetMap
    """From `text` to the page's source."""
    metadata: Metadata
    """`title` only where no headline is among the lines; `place` never."""
    warnings: tuple[str, ...] = ()


def read_html(source: str, path: str) -> HtmlPage:
    """The article or articles of a page, without what stands around them.

    Args:
        source: The page, decoded, from its first character.
        path: Where it is, for errors.

    Raises:
        ReadError: There is no article: the page is a frameset, a list of links, a picture, empty, asks for
            a login, or loads its text by a script; the error says which.
    """
    page = parse(source)
    weigh(page)
    said = head_of(page)
    found = articles_in(page, main_elements(page), said.titles)
    if _weight(found) < _SHORT and (hidden := _embedded(page, said, more_than=2 * _weight(found))) is not None:
        return hidden
    if is_list(found.shown):
        raise list_of_links(path)
    if (told := notice(found.kept, path)) is not None:
        raise told
    if _weight(found) < _LEAST:
        raise why_no_text(page, path)
    return _page(found, said)


def _weight(found: Articles) -> int:
    return sum(len(HAN.findall(line.text)) for line in found.kept)


def _embedded(page: Element, said: Said, more_than: int) -> HtmlPage | None:
    """The article that a script's string or a hidden field holds, where it has more than what the page shows."""
    hidden = embedded(page)
    if hidden is None:
        return None
    holder, written = hidden
    if "<" not in written.text:
        written = join([Passage("<pre>"), written])
    inner = parse(written.text)
    weigh(inner)
    text = articles_in(inner, main_elements(inner), said.titles)
    if _weight(text) <= more_than:
        return None
    below = OffsetMap(written.pieces)
    found = articles_in(page, [holder], said.titles)
    if found.headlines:
        text.text = [line for line in text.text if not line.text.startswith("# ")]
    found.headlines = found.headlines or text.headlines
    found.text += [Passage(line.text, OffsetMap(line.pieces).through(below).pieces) for line in text.text]
    found.kept, found.goes_on = text.kept, text.goes_on
    found.info.published_on = found.info.published_on or text.info.published_on or said.scripted
    return _page(found, said)


def _page(found: Articles, said: Said) -> HtmlPage:
    text = join(found.text, between="\n")
    info = found.info
    source = said.source or (said.site if info.source == "本站" else info.source) or info.office
    metadata = Metadata(
        title=None if found.headlines else said.title,
        published_on=said.published_on or info.published_on or day_in_address(said.url),
        publisher=(None if source == "本站" else source) or said.site,
        url=said.url,
    )
    warnings = []
    if found.goes_on:
        warnings.append("the page goes on on a further page, which is not here")
    if asks_to_log_in(found.kept):
        warnings.append("the page shows the rest to those who log in")
    return HtmlPage(text.text, text.offsets, metadata, tuple(warnings))
