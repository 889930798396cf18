"""Traditional text is read in simplified characters, and its offsets go to what was written."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.clean.articles import articles
from kg.read import source_text
from kg.read.traditional import is_traditional, simplified
from tests.read.files import TEXT, read, write

OLD = (
    "石溪市召開重點項目調度會議\n"
    "本報訊（記者高曉嵐）3月16日，市長陸明謙主持召開全市重點水利項目調度會議，聽取引江濟溪工程建設情況彙報。\n"
    "會議指出，要倒排工期，確保主體工程年底前完工。副市長沈若川參加會議。\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs", "gb18030"])
def test_text_and_metadata_are_converted_and_quotes_found_as_written(encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", OLD, encoding)
    write(tmp_path / "metadata.csv", "file,publisher\na.txt,石溪日報社\n")
    [document], failures = read(tmp_path)
    assert not failures
    assert document.metadata.publisher == "石溪日报社"
    [article] = articles(document)
    assert "市长陆明谦主持召开全市重点水利项目调度会议" in article.text
    start = article.text.index("陆明谦主持召开")
    span = article.offsets.span(start, start + 7)
    assert span is not None
    assert source_text(path.as_posix())[slice(*span)] == "陸明謙主持召開"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "张喆、王濬、陈堃、李昇參加会议，市长陆明谦主持。",
        "石溪市政府の市長は東京で会議を開き、鉄道の建設について議論した。関係者が参加しました。發展會議。",
        "乾隆年间的著名建筑，位于於家村。",
        "",
    ],
)
def test_what_is_not_traditional_stays(text: str, tmp_path: Path) -> None:
    assert not is_traditional(text)
    if text:
        [document], _ = read(write(tmp_path / "a.txt", text))
        assert document.text == text
        assert document.offsets is None


def test_a_paragraph_of_another_text_is_converted_by_itself(tmp_path: Path) -> None:
    names = "参加的有李昇、张喆、王濬、陈堃。"
    text = f"{TEXT * 4}\r\n{OLD.splitlines()[1]}\r\n{names}"
    [document], _ = read(write(tmp_path / "a.txt", text))
    assert document.text.splitlines() == [TEXT * 4, simplified(OLD.splitlines()[1]).text, names]
    assert "听取引江济溪工程" in document.text
    assert document.offsets is not None
    assert document.offsets.span(0, len(text)) == (0, len(text))


def test_a_line_of_json_its_title_too(tmp_path: Path) -> None:
    line = '{"text": "' + OLD.replace("\n", "\\n") + '", "title": "調度會議"}'
    [document], _ = read(write(tmp_path / "a.jsonl", line))
    assert document.metadata.title == "调度会议"
    assert "主持召开" in document.text
    assert source_text(document.path) == OLD


def test_a_page_through_both_maps(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in OLD.split("\n"))
    [document], _ = read(write(tmp_path / "a.html", f"<html><body><div>{paragraphs}</div></body></html>", "big5hkscs"))
    assert document.offsets is not None
    start = document.text.index("陆明谦")
    span = document.offsets.span(start, start + 3)
    assert span is not None
    assert source_text(document.path)[slice(*span)] == "陸明謙"


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*OLD, "後來", "頭髮", "乾隆", "瞭解", "𧦅", "，", "一目瞭然"]), max_size=60).map("".join)
)
def test_offsets_lead_to_what_was_converted(text: str) -> None:
    passage = simplified(text)
    offsets = passage.offsets
    at = 0
    for piece in offsets.pieces:
        assert piece.clean == at
        assert simplified(text[piece.source : piece.source + piece.width]).text or not piece.length
        at += piece.length
    assert at == len(passage.text)
    assert offsets.span(0, len(passage.text)) == ((0, len(text)) if text else None)
