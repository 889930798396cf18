import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.skipped import Skipped
from kg.read import documents, source_text, sources
from tests.read.files import TEXT, read, write


def test_a_folder_is_read_to_any_depth_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/z.txt", "a.txt", "b/a.md", "c.markdown", ".hidden/x.txt", ".x.txt"):
        write(tmp_path / name)
    found, failures = read(tmp_path)
    names = [Path(d.path).relative_to(tmp_path).as_posix() for d in found]
    assert names == ["a.txt", "c.markdown", "b/a.md", "b/z.txt"]
    assert not failures
    assert [p.as_posix() for p in sources([tmp_path])] == [d.path for d in found]


def test_a_document_is_the_text_with_its_hash(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "一行\r\n二行", "gb18030")
    [document], _ = read(path)
    assert document.text == "一行\r\n二行"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.encoding == "gb18030"
    assert document.path == path.as_posix()


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert len(read(tmp_path, path)[0]) == 1


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a_empty.txt", "")
    write(tmp_path / "b_blank.txt", " \n\u3000\n")
    (tmp_path / "c_binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    write(tmp_path / "d_scan.pdf", "%PDF-1.4")
    write(tmp_path / "e.txt")
    write(tmp_path / "f_old.doc")
    write(tmp_path / "g_sheet.xlsx")
    found, failures = read(tmp_path / "missing.txt", tmp_path)
    assert [Path(d.path).name for d in found] == ["e.txt"]
    assert [(Path(f.path).name, f.reason) for f in failures] == [
        ("missing.txt", "is not there"),
        ("a_empty.txt", "is empty"),
        ("b_blank.txt", "is empty"),
        ("c_binary.txt", "is no text"),
        ("d_scan.pdf", "is no PDF, or a broken one"),
        ("f_old.doc", "is a Word file of the old kind (.doc)"),
        ("g_sheet.xlsx", "has a format that is not read (.xlsx)"),
    ]
    assert all(f.remedy for f in failures)
    assert ".jsonl" in failures[-1].remedy


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)
    write(tmp_path / "b.txt")
    found, [failure] = read(tmp_path)
    assert len(found) == 1
    assert "cannot be opened" in failure.reason


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    write(tmp_path / "b.txt")
    found, [failure] = read(tmp_path)
    assert len(found) == 1
    assert "cannot be opened" in failure.reason


def test_a_text_in_another_language_is_read(tmp_path: Path) -> None:
    [document], failures = read(write(tmp_path / "a.txt", "The mayor chaired a meeting."))
    assert document.text == "The mayor chaired a meeting."
    assert not failures


def test_json_lines_each_a_document_and_each_bad_line_named(tmp_path: Path) -> None:
    good = {
        "text": TEXT,
        "title": "标题",
        "published": "2023-07-25 21:39",
        "publisher": "池州日报",
        "url": "https://a.example",
    }
    lines = [
        "\ufeff" + json.dumps(good, ensure_ascii=False),
        "",
        json.dumps({"title": "无文"}),
        "{broken",
        json.dumps([TEXT]),
        json.dumps({"text": TEXT, "published_on": "2023-02-30", "place": "池州市"}),
        json.dumps({"text": "半个字\ud83d在这里", "published_on": 2023}),
        json.dumps({"text": 7}),
    ]
    path = write(tmp_path / "a.jsonl", "\r\n".join(lines))
    found, failures = read(path)
    assert [d.path.rpartition("#")[2] for d in found] == ["1", "6", "7"]
    first = found[0].metadata
    assert (first.title, first.published_on, first.publisher, first.url) == (
        "标题",
        "2023-07-25",
        "池州日报",
        "https://a.example",
    )
    assert (found[1].metadata.published_on, found[1].metadata.place) == (None, "池州市")
    assert found[2].metadata.published_on == "2023"
    assert found[2].text.encode()
    assert [f.line for f in failures] == [3, 4, 5, 6, 8]
    assert failures[0].reason == failures[4].reason == "has no text"
    assert "2023-02-30" in failures[3].reason
    assert str(failures[0]).startswith(f"{path.as_posix()}:3 has no text. ")


def test_an_empty_file_of_lines_is_named(tmp_path: Path) -> None:
    _, [failure] = read(write(tmp_path / "a.ndjson", "\n\n"))
    assert failure.reason == "is empty"


@pytest.mark.parametrize(("data", "paths"), [(TEXT, ["-"]), (json.dumps({"text": TEXT}) + "\n", ["-#1"])])
def test_standard_input_is_a_text_or_json_lines(data: str, paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    found, failures = read("-")
    assert [d.path for d in found] == paths
    assert not failures
    assert sources(["-"]) == [Path("-")]


def test_what_lies_beside_is_passed_over_where_that_is_asked_for(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.JPG", "c", "d.css", "e.rar", "f.txt"):
        write(tmp_path / name, "plain English, which is no news" if name == "c" else TEXT)
    found = list(documents([tmp_path], skipped=True))
    assert [(Path(f.path).name, f.suffix) for f in found if isinstance(f, Skipped)] == [
        ("a.xlsx", ".xlsx"), ("b.JPG", ".jpg"), ("c", ""), ("d.css", ".css"),
    ]  # fmt: skip
    [failure] = [f for f in found if isinstance(f, Failure)]
    assert failure.reason == "is an archive of a kind that is not opened"
    assert sum(isinstance(f, Document) for f in found) == 1


def test_what_is_given_by_name_is_meant_to_be_read(tmp_path: Path) -> None:
    found = list(documents([write(tmp_path / "a.xlsx")], skipped=True))
    assert [type(f) for f in found] == [Failure]


PAGE = f"<!DOCTYPE html><html><body><h1>产业强基会议召开</h1><p>{TEXT * 2}</p><p>{TEXT * 3}</p></body></html>"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.shtml", "a.xhtml", "a.txt", "a", "a.aspx", "a.pdf", "a.doc"])
def test_a_page_is_known_by_what_it_is(name: str, tmp_path: Path) -> None:
    write(tmp_path / name, PAGE)
    [document], failures = read(tmp_path)
    assert TEXT * 2 in document.text
    assert "<" not in document.text
    assert source_text(document.path) == PAGE
    assert not failures


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gb18030", "gb2312"), ("gb18030", "utf-8"), ("utf-8", "gbk"), ("utf-16", "utf-8"), ("gbk", "")],
)
def test_pages_whose_encoding_is_declared_rightly_wrongly_or_not(encoding: str, declared: str, tmp_path: Path) -> None:
    page = PAGE.replace("<body>", f'<head><meta charset="{declared}"></head><body>')
    write(tmp_path / "a.html", page, encoding)
    [document], _ = read(tmp_path)
    assert TEXT * 2 in document.text
    assert document.offsets is not None
    start = document.text.index("陆明谦")
    span = document.offsets.span(start, start + 3)
    assert span is not None
    assert source_text(document.path)[slice(*span)] == "陆明谦"


def test_text_without_a_suffix_is_read_where_it_is_chinese(tmp_path: Path) -> None:
    write(tmp_path / "a")
    write(tmp_path / "b", json.dumps({"text": TEXT}))
    found, failures = read(tmp_path)
    assert [Path(d.path).name for d in found] == ["a", "b#1"]
    assert not failures


def test_json_lines_in_utf16(tmp_path: Path) -> None:
    lines = "\r\n".join(json.dumps({"text": TEXT + str(i)}, ensure_ascii=False) for i in range(3))
    found, failures = read(write(tmp_path / "a.jsonl", lines, "utf-16"))
    assert [(d.path[-2:], d.text, d.encoding) for d in found] == [
        (f"#{i + 1}", f"{TEXT}{i}", "utf-16") for i in range(3)
    ]
    assert not failures
    assert source_text(found[2].path) == TEXT + "2"


def test_the_source_of_what_is_gone_or_not_there(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"text": TEXT}) + "\n{broken\n")
    assert source_text(f"{path.as_posix()}#1") == TEXT
    with pytest.raises(ReadError, match="is not in"):
        source_text(f"{path.as_posix()}#9")
    with pytest.raises(ReadError, match="is not there"):
        source_text((tmp_path / "b.txt").as_posix())
    with pytest.raises(ReadError, match="is empty"):
        source_text(write(tmp_path / "c.txt", " ").as_posix())


def test_a_text_only_run_imports_no_library_for_pages_or_word_or_pdf(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.md")
    write(tmp_path / "c.jsonl", json.dumps({"text": TEXT}))
    program = (
        "import sys; from kg.read import documents; assert len(list(documents(sys.argv[1:]))) == 3; "
        "print([m for m in ('lxml', 'pypdfium2', 'opencc', 'yaml', 'xml.parsers.expat', 'email') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
