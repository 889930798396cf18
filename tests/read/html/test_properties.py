from __future__ import annotations

import html
import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read.html import HtmlPage, read_html
from kg.read.html.markup import tokens
from kg.read.html.tree import parse
from tests.read.html.made_pages import Made, pages

_ODD = st.text(alphabet="<>/!-\"'=&;#x3 \n\t\xa0\u3000apbrtdi中国，。会议召开", max_size=300)
_TAGS = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<br/>", "<table>", "<tr>", "<td>", "</table>", "<a href='x'>", "</a>", "<b>",
        "<script>", "</script>", "<title>", "<textarea>", "<!--", "-->", "<![CDATA[", "]]>", "<h1>", "</h1>", "<pre>",
        '<div class="TRS_Editor">', "<li>", "<body>", "</body>", "</html>", "<span", " style='display:none'", "&nbsp;",
        "近日，市政府召开会议，研究部署重点工作。", "会议指出，要抓好落实。", "<", ">", "&#20013;", "x=\"",
    ]
)  # fmt: skip
_SOUP = st.lists(_TAGS, max_size=40).map("".join)


def check_places(page: HtmlPage, source: str) -> None:
    """Every piece lies in the source, behind the one before it in the text, and says what stands there."""
    end = 0
    for at, start, length, width in page.offsets.pieces:
        assert at >= end
        assert start >= 0
        assert start + width <= len(source)
        written, said = source[start : start + width], page.text[at : at + length]
        shown = html.unescape(html.unescape(written)).replace("\xa0", " ")
        assert said in (written, shown) or (said.isspace() and shown.isspace())
        assert not set(page.text[end:at]) - set("\n# ")
        end = at + length


@given(pages())
def test_the_sentences_come_back_and_nothing_else(made: Made) -> None:
    page = read_html(made.source, "page.html")
    assert tuple(page.text.split("\n")) == made.paragraphs


@given(pages())
def test_each_sentence_is_found_where_it_stands(made: Made) -> None:
    page = read_html(made.source, "page.html")
    check_places(page, made.source)
    for paragraph in made.paragraphs:
        at = page.text.index(paragraph)
        for i, character in enumerate(paragraph):
            span = page.offsets.span(at + i, at + i + 1)
            assert span is not None
            written = made.source[slice(*span)]
            assert html.unescape(html.unescape(written)) == character


@given(_ODD | _SOUP)
def test_any_source_is_read_or_refused(source: str) -> None:
    try:
        page = read_html(source, "page.html")
    except ReadError:
        return
    check_places(page, source)


@given(_ODD | _SOUP)
def test_tags_and_texts_follow_one_another(source: str) -> None:
    found = list(tokens(source))
    for before, behind in itertools.pairwise(found):
        assert before.start < before.end <= behind.start
    parse(source)
