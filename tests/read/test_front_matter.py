"""Front matter gives metadata and is no part of the text."""

from pathlib import Path

import pytest

from kg.clean.articles import articles
from kg.read import source_text
from tests.read.files import TEXT, read, write

BODY = f"# 产业强基会议召开\n\n{TEXT}\n"


def test_it_gives_metadata_and_the_text_begins_behind_it(tmp_path: Path) -> None:
    text = f"---\ntitle: 产业强基会议召开\ndate: 2023-03-17\nsource: 石溪日报\nurl: https://a.example/1\ntags: [要闻]\n---\n{BODY}"
    [document], failures = read(write(tmp_path / "a.md", text))
    metadata = document.metadata
    assert (metadata.title, metadata.published_on, metadata.publisher, metadata.url) == (
        "产业强基会议召开", "2023-03-17", "石溪日报", "https://a.example/1",
    )  # fmt: skip
    assert document.text == BODY
    assert not failures
    [article] = articles(document)
    start = article.text.index("陆明谦")
    span = article.offsets.span(start, start + 3)
    assert span is not None
    assert source_text(article.source)[slice(*span)] == "陆明谦"


@pytest.mark.parametrize("end", ["---\r\n", "...\r\n"])
def test_what_is_not_quite_yaml_is_read_line_by_line(end: str, tmp_path: Path) -> None:
    text = f"---\r\n标题: 石溪: 会议\r\n发布时间：2023年3月17日 10:00\r\n来源: https://a.example\r\n{end}{BODY}"
    [document], failures = read(write(tmp_path / "a.md", text))
    metadata = document.metadata
    assert (metadata.title, metadata.published_on) == ("石溪: 会议", "2023-03-17")
    assert (metadata.publisher, metadata.url) == (None, "https://a.example")
    assert document.text == BODY
    assert not failures


def test_a_wrong_date_is_named_with_its_line(tmp_path: Path) -> None:
    [document], [failure] = read(write(tmp_path / "a.md", f"---\ntitle: 会议\ndate: 2023年2月30日\n---\n{BODY}"))
    assert document.metadata.title == "会议"
    assert failure.line == 3


@pytest.mark.parametrize(
    "text", [f"---\n\n{TEXT}\n\n---\n{TEXT}", f"---\n{TEXT}", f"--- \nlayout: post\n---\n{TEXT}", BODY]
)
def test_what_says_nothing_of_an_article_is_text(text: str, tmp_path: Path) -> None:
    [document], _ = read(write(tmp_path / "a.md", text))
    assert document.text == text
    assert document.offsets is None


def test_plain_text_has_none(tmp_path: Path) -> None:
    text = f"---\ntitle: 会议\n---\n{TEXT}"
    assert read(write(tmp_path / "a.txt", text))[0][0].text == text


def test_nothing_behind_it_is_empty(tmp_path: Path) -> None:
    _, [failure] = read(write(tmp_path / "a.md", "---\ntitle: 会议\n---\n"))
    assert failure.reason == "is empty"
