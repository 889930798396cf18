"""From a quote in an article to the text that the bytes say, in every format."""

import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from kg.clean.articles import articles
from kg.model.document import Document
from kg.read import documents, source_text
from tests.read.pdf_pages import column, line, pdf
from tests.read.test_archives import tarred, zipped
from tests.read.test_docx import docx, p
from tests.read.test_mail import mail

SUBJECTS = ["市长陆明谦", "区委书记韩仲谋", "副市长沈若川", "水利局局长高晓岚"]
ACTS = [
    "主持召开重点水利项目调度会议",
    "到城东实验学校二期项目调研",
    "听取引江济溪工程建设情况汇报",
    "会见Green公司&客人<一行>",
]
ENDS = ["，要求倒排工期、挂图作战", "，强调要优化布局", "", "，现场协调解决问题3个"]

sentence = st.builds(
    "{}{}{}。".format, st.sampled_from(SUBJECTS), st.sampled_from(ACTS), st.sampled_from(ENDS)
)  # fmt: skip
paragraph = st.lists(sentence, min_size=2, max_size=4, unique=True).map("".join)
to_traditional = OpenCC("s2t").convert
to_simplified = OpenCC("t2s").convert


def _text(title: str, body: list[str]) -> str:
    return "\n".join([title, *body])


def _page(title: str, body: list[str]) -> str:
    inside = "".join(f"<p>　　{html.escape(text).replace('，', '，<b>&#8203;</b>')}</p>\n" for text in body)
    return f"<html><body><div><h1>{title}</h1><div>{inside}</div></div></body></html>"


def _pdf(title: str, body: list[str]) -> bytes:
    def draw(canvas: object) -> None:
        line(canvas, 60, 780, title, 18)  # type: ignore[arg-type]
        column(canvas, 60, 740, "\n".join(body), width=30)  # type: ignore[arg-type]

    return pdf(draw)


def _mail(title: str, body: list[str]) -> bytes:
    made = mail(Subject=title)
    made.set_content(_text(title, body))
    made.add_alternative(_page(title, body), subtype="html")
    return bytes(made)


FORMATS = {
    "a.txt": lambda title, body: _text(title, body).encode("gb18030"),
    "big5.txt": lambda title, body: to_traditional(_text(title, body)).encode("big5hkscs"),
    "wide.txt": lambda title, body: _text(title, body).encode("utf-16"),
    "a.md": lambda title, body: f"---\ntitle: {title}\n---\n{_text('# ' + title, body)}".encode(),
    "a.jsonl": lambda title, body: json.dumps({"text": _text(title, body)}).encode(),
    "a.html": lambda title, body: _page(title, body).encode("gbk"),
    "big5.html": lambda title, body: to_traditional(_page(title, body)).encode("big5hkscs"),
    "a.pdf": _pdf,
    "a.docx": lambda title, body: docx(p(title, "Title"), *map(p, body)),
    "a.eml": _mail,
    "a.zip": lambda title, body: zipped({"b/c.docx": docx(p(title), *map(p, body))}),
    "a.tar": lambda title, body: tarred({"b.zip": zipped({"c.eml": _mail(title, body)})}),
}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=15, deadline=None)
@given(body=st.lists(paragraph, min_size=2, max_size=4, unique=True))
def test_every_character_of_an_article_stands_where_its_offset_says(
    name: str, body: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("offsets") / name
    path.write_bytes(FORMATS[name]("石溪市推进重点水利项目", body))
    [document] = documents([path])
    assert isinstance(document, Document)
    source = source_text(document.path)
    [article] = articles(document)
    assert article.title == "石溪市推进重点水利项目"
    mapped = 0
    for i, character in enumerate(article.text):
        span = article.offsets.span(i, i + 1)
        if span is None:
            assert character.isspace()
            continue
        mapped += 1
        written = html.unescape(source[slice(*span)])
        assert character in (written, to_simplified(written))
    assert mapped >= len("".join(article.text.split()))
    start = article.body_start
    quote = article.text[start : article.text.index("。", start)]
    span = article.offsets.span(start, start + len(quote))
    assert span is not None
    shown = source[slice(*span)]
    if not name.endswith((".txt", ".md", ".jsonl", ".pdf")):
        shown = re.sub(r"<[^>]*>|&#8203;", "", shown)
    shown = "".join(shown.split())
    assert to_simplified(html.unescape(shown)) == quote.replace(" ", "")


def test_the_paths_are_relative_where_the_user_gave_them_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": "市长陆明谦主持召开会议。".encode()}))
    monkeypatch.chdir(tmp_path)
    [document] = documents(["a.zip"])
    assert isinstance(document, Document)
    assert document.path == "a.zip!/b.txt"
    assert source_text(document.path) == document.text
