"""A document to its articles."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from kg.clean.blocks import in_sequence
from kg.clean.captions import as_printed, kept_captions
from kg.clean.columns import in_order
from kg.clean.continued import joined
from kg.clean.digest import parts
from kg.clean.edges import Edges, cut_back, cut_front
from kg.clean.gutters import reading_spans
from kg.clean.headline import glued, label_end, past_blanks
from kg.clean.items import Item, split
from kg.clean.lines import Line, lines
from kg.clean.page import Furniture, Page, read_page
from kg.clean.paragraphs import rejoin
from kg.clean.quotes import without_pull_quotes
from kg.clean.repeats import without_repeated_sentences, without_repeats
from kg.clean.title import title_of
from kg.errors import ReadError
from kg.model.document import Article, Document, Metadata, article_id
from kg.model.passage import Passage, join
from kg.read.published import published_on

_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_LEAST = 12
"""Chinese characters that an article must have."""


def articles(document: Document) -> list[Article]:
    """The news items of a document, cleaned, in the order in which they stand.

    What the document's metadata say goes before what its page says. Items that the page repeats, and
    stretches without Chinese, are left out.

    Raises:
        ReadError: There is no article: the text has no Chinese, or nothing but a page's furniture.
    """
    found_lines = lines(document.text, reading_spans(document.text))
    page = read_page(in_order(found_lines, document.text), _furniture())
    found: list[Article] = []
    seen: set[str] = set()
    items = [part for item in joined(split(page)) for part in _separate(in_sequence(item))]
    for item in items:
        title = document.metadata.title if len(items) == 1 else None
        article = _article(document, page, item, len(found), title)
        if article is not None and article.id not in seen:
            seen.add(article.id)
            found.append(article)
    if not found:
        chinese = len(_HAN.findall(document.text)) >= _LEAST
        reason = "has no article, only what pages put around one" if chinese else "has no Chinese text"
        raise ReadError(document.path, reason, "Give Chinese news articles.")
    return found


@functools.cache
def _furniture() -> Furniture:
    return Furniture()


def _separate(item: Item) -> list[Item]:
    """The items that one line runs together."""
    if item.head or len(item.body) > 3:
        return [item]
    separate = []
    for line in item.body:
        run_together = parts(line.passage)
        labelled = len(run_together) > 1
        separate += [
            replace(item, body=[Line(part)], labelled=labelled, warnings=list(item.warnings)) for part in run_together
        ]
    return separate if len(separate) > len(item.body) else [item]


def _article(document: Document, page: Page, item: Item, number: int, given: str | None) -> Article | None:
    edges = Edges()
    for said in [*item.credits, page.credits]:
        edges.take(said)
    title, above = title_of(item.head)
    body, shown = [line.passage for line in item.body], [line.passage for line in item.captions]
    if not body:
        body, shown = kept_captions(shown, [], edges), []
    marked = frozenset(line.passage.text for line in item.body if line.heading)
    if body:
        first, body[0:1] = _headline(body[0], title, item.labelled)
        title = title or first
    body = cut_back(cut_front([*above, *body], edges), edges)
    title = title or edges.title
    body = [line for line in body if title is None or line.text.strip() != title.text]
    body = without_pull_quotes(without_repeats(body))
    headings = frozenset(i for i, line in enumerate(body) if line.text in marked)
    paragraphs = without_repeated_sentences(rejoin(body, headings=headings, lead=edges.lead))
    captions = kept_captions(shown, paragraphs, edges)
    if not _chinese("".join(part.text for part in [*paragraphs, *captions])):
        return None
    if given is not None:
        title, paragraphs = _given(given.strip(), title, paragraphs)
    text = join([*paragraphs, *captions], between="\n")
    identity = article_id(as_printed(paragraphs, captions))
    return _made(document, page, edges, number, title, text, identity, item.warnings)


def _headline(line: Passage, title: Passage | None, labelled: bool) -> tuple[Passage | None, list[Passage]]:
    """The headline in front of a body's first line, and what is left of the line.

    With a title known already, only its repetition is taken away.
    """
    label = label_end(line.text)
    if title is not None:
        start = label
        while line.text.startswith(title.text, start):
            start = past_blanks(line.text, start + len(title.text))
        return title, [rest] if (rest := line.part(start).strip()).text else []
    found = glued(line.text, label, labelled=labelled or label > 0)
    if found is None:
        rest = line.part(label).strip()
        if label and len(rest.text) <= 80 and "。" not in rest.text:
            return rest, []
        return None, [rest] if rest.text else []
    headline, rest = line.part(found.start, found.end).strip(), line.part(found.lead).strip()
    return headline, [rest] if rest.text else []


def _given(given: str, title: Passage | None, body: list[Passage]) -> tuple[Passage, list[Passage]]:
    """The title that metadata give: with its place in the source where the page shows it too."""
    if title is not None and title.text == given:
        return title, body
    if body and body[0].text.startswith(given):
        shown, rest = body[0].part(0, len(given)), body[0].part(len(given)).strip()
        return shown, [rest, *body[1:]] if rest.text else body[1:]
    return Passage(given), body


def _made(
    document: Document,
    page: Page,
    edges: Edges,
    number: int,
    title: Passage | None,
    body: Passage,
    identity: str,
    warnings: list[str],
) -> Article:
    whole = body if title is None else join([title, body], between="\n")
    said = Metadata(published_on=_day(edges.day), publisher=edges.publisher)
    metadata = document.metadata.over(page.metadata).over(said)
    return Article(
        id=identity,
        text=whole.text,
        source=document.path,
        sha256=document.sha256,
        item=number,
        title=title.text if title is not None else None,
        body_start=0 if title is None else len(title.text) + 1,
        published_on=metadata.published_on,
        publisher=metadata.publisher,
        url=metadata.url,
        place=metadata.place,
        byline=tuple(dict.fromkeys(edges.names)),
        dateline=edges.dateline,
        offsets=whole.offsets if document.offsets is None else whole.offsets.through(document.offsets),
        warnings=(*_warnings(document), *warnings),
    )


def _day(written: str | None) -> str | None:
    """A dateline's day, where it has its year."""
    try:
        return published_on(written) if written is not None else None
    except ValueError:
        return None


def _warnings(document: Document) -> tuple[str, ...]:
    if document.encoding.startswith("damaged"):
        return (f"bytes that are no {document.encoding[8:]} were replaced", *document.warnings)
    return document.warnings


def _chinese(text: str) -> bool:
    """Whether a text is Chinese; Japanese shares the characters and shows by its kana."""
    return len(_HAN.findall(text)) >= max(_LEAST, 4 * len(_KANA.findall(text)))
