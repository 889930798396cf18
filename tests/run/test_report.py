"""`report.html`: one file, written whatever becomes of a build, with a way to every file that failed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from kg.errors import StoreError
from kg.model.failure import Failure
from kg.read import documents
from kg.run.build import build, load
from kg.run.folder import Folder
from kg.run.maintain import forget
from kg.run.report import link, page, took
from kg.run.selection import Wanted
from kg.run.summary import Summary, by_kind, kind_of
from kg.run.taste import taste
from kg.store import connect
from tests.cli.articles import write

_VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Addresses and texts of a page; complains of elements that are not closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attributes if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def shown(folder: Path) -> Page:
    return Page((folder / "report.html").read_text(encoding="utf-8"))


def test_the_page_leads_to_the_files_that_failed_and_to_nothing_outside(tmp_path: Path) -> None:
    articles = write(tmp_path / "新闻 稿", 2)
    (articles / "空 白#1.txt").write_bytes(b"")
    (articles / "坏.jsonl").write_text("{broken\n", encoding="utf-8")
    summary = build(documents([str(articles)]), tmp_path / "builds/out")
    found = shown(tmp_path / "builds/out")
    linked = {(tmp_path / "builds/out" / unquote(address)).resolve() for address in found.addresses}
    assert {articles / "空 白#1.txt", articles / "坏.jsonl", tmp_path / "builds/out/graph.kgl"} <= linked
    assert all(path.exists() for path in linked)
    assert not any(re.match(r"\w+:|//", address) for address in found.addresses)
    for failure in summary.failures:
        assert failure.reason in found.text
        assert failure.remedy in found.text
    assert "出席" in found.text
    assert "done, some sources not read" in found.text


def test_markup_in_reasons_and_names_stays_text(tmp_path: Path) -> None:
    summary = Summary(failures=[Failure("<b>.txt", "holds <script>alert(1)</script>", "Take <it> out.", 3)])
    with connect(tmp_path, writing=True) as store:
        html = page(summary, Folder(tmp_path), store)
    assert "<script" not in html
    assert "<b>.txt" in Page(html).text


def test_a_folder_of_failures_does_not_make_a_page_without_end(tmp_path: Path) -> None:
    summary = Summary(failures=[Failure(f"{n}.txt", "is empty", "Take it out.") for n in range(5000)])
    with connect(tmp_path, writing=True) as store:
        html = page(summary, Folder(tmp_path), store)
    assert html.count("<tr>") < 500
    assert "4,800 more" in html


def test_a_taste_of_the_graph(tmp_path: Path) -> None:
    build(documents([str(write(tmp_path / "articles", 3))]), tmp_path / "out")
    text = shown(tmp_path / "out").text
    for word in ("Officials by meetings", "沈知远", "Projects by investment", "3.00 亿元"):
        assert word in text


def test_it_is_written_when_an_error_ends_the_build(tmp_path: Path) -> None:
    def fail(stage: str) -> None:
        if stage == "write":
            raise StoreError("The store is full.", "Make room.")

    with pytest.raises(StoreError):
        build(documents([str(write(tmp_path / "articles", 2))]), tmp_path / "out", stage=fail)
    text = shown(tmp_path / "out").text
    assert "failed · 出错" in text
    assert "The store is full. Make room." in text
    assert "2" in text


def test_the_page_of_a_build_that_another_one_locks_out_is_left_alone(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", 1)
    build(documents([str(articles)]), tmp_path / "out")
    before = (tmp_path / "out/report.html").read_bytes()
    with connect(tmp_path / "out", writing=True), pytest.raises(StoreError):
        build(documents([str(articles)]), tmp_path / "out")
    assert (tmp_path / "out/report.html").read_bytes() == before


def test_warnings_of_all_articles_are_counted_in_every_build(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", 2)
    content = (articles / "000.txt").read_bytes() * 3
    (articles / "000.txt").write_bytes(content[:60] + b"\xff" + content[60:])
    for _ in range(2):
        summary = build(documents([str(articles)]), tmp_path / "out")
    assert summary.unchanged == 2
    assert list(summary.warnings.values()) == [[(articles / "000.txt").as_posix()]]
    assert "Read, but not with certainty" in shown(tmp_path / "out").text


def test_records_from_elsewhere_have_a_page_too(tmp_path: Path) -> None:
    build(documents([str(write(tmp_path / "articles", 2))]), tmp_path / "out")
    load(Folder(tmp_path / "out").read(), tmp_path / "other")
    assert "done · 完成" in shown(tmp_path / "other").text


def test_a_person_who_is_forgotten_is_not_in_the_page(tmp_path: Path) -> None:
    build(documents([str(write(tmp_path / "articles", 2))]), tmp_path / "out")
    assert "沈知远" in shown(tmp_path / "out").text
    forget("沈知远", tmp_path / "out")
    assert not (tmp_path / "out/report.html").exists()
    build(documents([str(tmp_path / "articles")]), tmp_path / "out")
    assert "沈知远" not in shown(tmp_path / "out").text
    for path in (tmp_path / "out").iterdir():
        if path.suffix in (".index", ".jsonl", ".html"):
            assert "沈知远" not in path.read_text(encoding="utf-8"), path


def test_documents_left_out_are_named(tmp_path: Path) -> None:
    import datetime as dt

    articles = write(tmp_path / "articles", 1)
    build(documents([str(articles)]), tmp_path / "out", wanted=Wanted(since=dt.date(2024, 1, 1)))
    found = shown(tmp_path / "out")
    assert "Left out without a date" in found.text
    assert "../articles/000.txt" in found.addresses


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("articles/坏.jsonl#3", "../articles/%E5%9D%8F.jsonl"),
        ("a.zip!/dir/b.html", "../a.zip"),
        ("c.eml!/body.html", "../c.eml"),
        ("-", None),
        ("-#2", None),
    ],
)
def test_links(path: str, wanted: str | None) -> None:
    assert link(path, Path("out")) == wanted


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("is empty", "is empty"),
        ("is no JSON (Expecting value: line 1 column 2 (char 1))", "is no JSON"),
        ("has a format that is not read (.xls)", "has a format that is not read"),
        ("describes a/b 3.txt again, which line 7 does already", "describes … … again, which line N does already"),
        ("is dated wrongly: '2024-13' is no date", "is dated wrongly"),
        ("could not be understood (ValueError: x)", "could not be understood"),
        ("(?)", "(?)"),
    ],
)
def test_what_a_reason_says_of_all(reason: str, kind: str) -> None:
    assert kind_of(reason) == kind


def test_warnings_by_kind_have_each_path_once() -> None:
    found = by_kind([("a", ["page 3 was a scan", "page 4 was a scan"]), ("b", ["page 1 was a scan", "odd"])])
    assert found == {"page N was a scan": ["a", "b"], "odd": ["b"]}


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.04, "0.0 s"), (59.94, "59.9 s"), (61, "1 min 01 s"), (3660, "1 h 01 min")]
)
def test_how_long_something_took(seconds: float, said: str) -> None:
    assert took(seconds) == said


@pytest.mark.neo4j
def test_the_taste_is_the_same_on_neo4j(tmp_path: Path, neo4j_address: str) -> None:
    articles = str(write(tmp_path / "articles", 12))
    build(documents([articles]), tmp_path / "out")
    build(documents([articles]), tmp_path / "there", to=neo4j_address)
    with connect(tmp_path / "out") as ours, connect(neo4j_address) as theirs:
        assert taste(ours) == taste(theirs) != []
    assert neo4j_address in shown(tmp_path / "there").text
    assert "沈知远" in shown(tmp_path / "there").text
