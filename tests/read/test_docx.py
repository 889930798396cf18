"""Word files: paragraphs, headings, tables, properties; what only looks like one by name."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.document import Document
from kg.read import source_text
from tests.read.files import TEXT, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t" xmlns:xsi="x"><dc:title>{title}</dc:title>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T08:00:00Z</dcterms:modified></cp:coreProperties>'
)


def p(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(*body: str, core: str | None = None, encoding: str = "utf-8", head: str = "", rest: str = "") -> bytes:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{head}<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body>{rest}</w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml.encode(encoding))
        if core:
            archive.writestr("docProps/core.xml", core)
    return out.getvalue()


def one(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    [document], failures = read(path)
    assert not failures
    return document


def test_paragraphs_headings_and_tables_are_lines(tmp_path: Path) -> None:
    body = [
        p("产业强基专题会议召开", "Heading1"),
        p(""),
        p(TEXT),
        table(("姓名", "职务"), ("陆明谦", "市长")),
        p("副市长沈若川参加。"),
    ]
    document = one(tmp_path / "a.docx", docx(*body))
    assert document.text.split("\n") == [
        "# 产业强基专题会议召开", TEXT, "姓名 职务", "陆明谦 市长", "副市长沈若川参加。",
    ]  # fmt: skip


def test_a_table_that_only_lays_out_the_page_gives_paragraphs(tmp_path: Path) -> None:
    document = one(tmp_path / "a.docx", docx(table((p("要闻") + p(TEXT), p(TEXT * 3)))))
    assert document.text.split("\n") == ["要闻", TEXT, TEXT * 3]


def test_runs_join_breaks_part_and_what_was_deleted_is_gone(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>3月16日，</w:t></w:r><w:r><w:t>市长陆明谦</w:t><w:br/><w:t>主持&amp;召开会议</w:t></w:r>"
        "<w:del><w:r><w:delText>旧的</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走的</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert one(tmp_path / "a.docx", docx(body)).text == "3月16日，市长陆明谦\n主持&召开会议"


def test_the_title_counts_where_the_text_shows_it_and_the_day_where_it_has_none(tmp_path: Path) -> None:
    core = CORE.format(title="产业&amp;会议", day="2023-03-17")
    document = one(tmp_path / "a.docx", docx(p("产业&会议"), p(TEXT), core=core))
    assert (document.metadata.title, document.metadata.published_on) == ("产业&会议", "2023-03-17")
    assert "2023-03-17" in document.warnings[0]
    document = one(tmp_path / "a.docx", docx(p("2022年3月17日"), p(TEXT), core=core))
    assert (document.metadata.title, document.metadata.published_on) == (None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_each_character_is_found_in_the_markup(encoding: str, tmp_path: Path) -> None:
    document = one(tmp_path / "a.docx", docx(p("甲<乙>&丙"), p("𠮷野区"), encoding=encoding))
    source = source_text(document.path)
    assert source.lstrip("\ufeff").startswith("<?xml")
    assert document.offsets is not None
    shown = [source[slice(*span)] if (span := document.offsets.span(i, i + 1)) else "" for i in range(9)]
    assert shown == ["甲", "&lt;", "乙", "&gt;", "&amp;", "丙", "", "𠮷", "野"]


PARAGRAPH = st.text(st.sampled_from("市长主持召开会议 <>&\"'，。𠮷é12"), max_size=30)


@settings(max_examples=50, deadline=None)
@given(paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=5))
def test_every_paragraph_comes_back_and_maps(paragraphs: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    document = one(tmp_path_factory.mktemp("docx") / "a.docx", docx(p(TEXT), *map(p, paragraphs)))
    assert document.text.split("\n") == [TEXT, *(kept for text in paragraphs if (kept := text.strip()))]
    source = source_text(document.path)
    assert document.offsets is not None
    for i, character in enumerate(document.text):
        span = document.offsets.span(i, i + 1)
        assert (span is None) == (character == "\n")
        assert span is None or source[slice(*span)] in (character, escape(character))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "is a Word file of the old kind (.doc)"),
        (b"{\\rtf1\\ansi " + b"x" * 100, "is in Rich Text Format"),
        (docx(p(TEXT))[:300], "is no zip archive, or is cut off"),
        (docx(p(TEXT), rest="</w:oops>"), "is broken (word/document.xml: "),
        (docx(p("")), "has no text; it may hold pictures of pages"),
        (docx(p(TEXT), head='<!DOCTYPE x [<!ENTITY a "aa">]>'), "is refused: it declares a document type"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    found, [failure] = read(tmp_path)
    assert not found
    assert failure.reason.startswith(reason)
    assert failure.remedy


def test_an_archive_with_the_suffix_is_named(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", TEXT)
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    _, [failure] = read(tmp_path)
    assert failure.reason == "is no Word file: it is another archive with the suffix .docx"


@pytest.mark.parametrize("name", ["a.zip", "a.doc", "a.wps", "a"])
def test_a_word_file_by_another_name_is_read(name: str, tmp_path: Path) -> None:
    document = one(tmp_path / name, docx(p(TEXT)))
    assert document.text == TEXT
    assert TEXT in source_text(document.path)


def test_a_bomb_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx("<w:p/>" * (12 << 20)))
    _, [failure] = read(tmp_path)
    assert failure.reason == "unpacks to 72 MB"
