"""Whole pages, written for the project in the structures of real sites, and what `kg.clean` makes of them.

Beside each `pages/<name>.html` stands `<name>.yaml`: the articles, or the reason why there is none.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.clean import articles
from kg.errors import ReadError
from kg.model.document import Article, Document
from kg.read.html import declared_charset, read_html

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
EXPECTED = {name: yaml.load((PAGES / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader) for name in NAMES}
READABLE = [name for name in NAMES if isinstance(EXPECTED[name], list)]
NOT_SHOWN = {"json_in_script", "script_template"}
"""Pages that show no headline: their title comes from the head."""


def source_of(name: str) -> str:
    return (PAGES / f"{name}.html").read_text("utf-8")


def read(name: str) -> list[Article]:
    page = read_html(source_of(name), name)
    return articles(
        Document(name, page.text, "0" * 64, metadata=page.metadata, offsets=page.offsets, warnings=page.warnings)
    )


def said(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "published_on": article.published_on,
        "publisher": article.publisher,
        "url": article.url,
        "byline": set(article.byline),
        "warnings": list(article.warnings),
        "text": article.text[article.body_start :],
    }


def wanted(expected: dict[str, Any]) -> dict[str, Any]:
    known = {name: expected.get(name) or None for name in ("title", "published_on", "publisher", "url", "text")}
    return known | {"byline": set(expected.get("byline", ())), "warnings": expected.get("warnings", [])}


def test_there_are_enough() -> None:
    assert len(READABLE) >= 20


@pytest.mark.parametrize("name", READABLE)
def test_a_page_gives_its_articles(name: str) -> None:
    assert [said(article) for article in read(name)] == [wanted(expected) for expected in EXPECTED[name]]


@pytest.mark.parametrize("name", sorted(set(READABLE) - NOT_SHOWN))
def test_the_headline_has_its_place_on_the_page(name: str) -> None:
    for article in read(name):
        assert article.title is not None
        assert article.offsets.span(0, len(article.title)) is not None


@pytest.mark.parametrize("name", READABLE)
def test_every_character_stands_where_the_map_says(name: str) -> None:
    source = source_of(name)
    page = read_html(source, name)
    for at, start, length, width in page.offsets.pieces:
        said, written = page.text[at : at + length], source[start : start + width]
        assert said == written or written[0] in "&\\ \t\r\n\xa0\u2003"
    mapped = sum(piece.length for piece in page.offsets.pieces)
    put_in = page.text.count("\n") + 2 * page.text.count("# ") + page.text.count("##") + page.text.count(" ")
    assert len(page.text) - mapped <= put_in


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(READABLE)))
def test_a_page_without_an_article_says_why(name: str) -> None:
    with pytest.raises(ReadError) as error:
        read_html(source_of(name), f"{name}.html")
    assert error.value.path == f"{name}.html"
    assert error.value.reason == EXPECTED[name]["reason"]
    assert error.value.remedy == EXPECTED[name]["remedy"]


@pytest.mark.parametrize("name", ["tables_2003", "unclosed_tags"])
def test_a_page_in_an_old_encoding_is_read_by_what_it_declares(name: str) -> None:
    written = source_of(name)
    data = written.encode("gb18030")
    charset = declared_charset(data[:4096])
    assert charset == "gb18030"
    assert read_html(data.decode(charset), name) == read_html(written, name)


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("broken", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_change_nothing(name: str, broken: str) -> None:
    page = read_html(source_of(name).replace("\n", broken), name)
    assert page.text == read_html(source_of(name), name).text
