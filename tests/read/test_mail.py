"""Mails as portals send them: the body, attachments, headers in any encoding."""

import base64
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from kg.model.document import Document
from kg.model.skipped import Skipped
from kg.read import documents, source_text
from tests.read.files import TEXT, read, write

LONG = TEXT + "会议指出，要倒排工期、挂图作战，确保主体工程年底前完工。副市长沈若川参加会议。"
HTML = f"<html><body><h1>产业强基会议召开</h1><p>{LONG}</p><p>{LONG[::-1]}</p></body></html>"


def mail(**headers: str) -> EmailMessage:
    made = EmailMessage()
    given = {
        "Subject": "转发：产业强基会议召开",
        "From": "石溪市人民政府网 <news@shixi.example>",
        "Date": "Fri, 17 Mar 2023 00:10:00 +0800",
    }
    for name, value in {**given, **headers}.items():
        made[name.replace("_", "-")] = value
    return made


def test_plain_text_with_what_the_headers_say(tmp_path: Path) -> None:
    made = mail()
    made.set_content(LONG)
    (tmp_path / "a.eml").write_bytes(bytes(made))
    [document], failures = read(tmp_path / "a.eml")
    assert document.path == f"{tmp_path.as_posix()}/a.eml!/body.txt"
    assert document.text.strip() == LONG
    metadata = document.metadata
    assert (metadata.title, metadata.published_on, metadata.publisher) == (
        "产业强基会议召开", "2023-03-17", "石溪市人民政府网",
    )  # fmt: skip
    assert source_text(document.path) == document.text
    assert not failures


def test_html_goes_before_plain_text_and_nested_parts_are_opened(tmp_path: Path) -> None:
    made = mail()
    made.set_content("请用网页方式查看。")
    made.add_alternative(HTML, subtype="html")
    made.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<logo>")  # type: ignore[index, union-attr]
    made.add_attachment(LONG.encode("gbk"), maintype="application", subtype="octet-stream", filename="通知全文.txt")
    made.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="图.jpg")
    (tmp_path / "a.eml").write_bytes(bytes(made))
    found = list(documents([tmp_path], skipped=True))
    texts = [d for d in found if isinstance(d, Document)]
    assert [Path(d.path).name for d in texts] == ["body.html", "通知全文.txt"]
    assert LONG in texts[0].text
    assert texts[0].metadata.publisher == "石溪市人民政府网"
    assert (texts[1].text, texts[1].metadata.title) == (LONG, None)
    assert texts[1].metadata.published_on == "2023-03-17"
    assert [f.suffix for f in found if isinstance(f, Skipped)] == [".png", ".jpg"]
    assert HTML in source_text(texts[0].path)


def test_an_archive_and_a_mail_attached(tmp_path: Path) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b.txt", TEXT)
    inner = mail(Subject="内层")
    inner.set_content(LONG)
    made = mail()
    made.set_content(LONG[:30])
    made.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="附件.zip")
    made.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(bytes(made))
    found, failures = read(tmp_path)
    assert [d.path.partition("!/")[2] for d in found] == ["body.txt", "附件.zip!/b.txt", "mail.eml!/body.txt"]
    assert found[2].metadata.title == "内层"
    assert not failures


@pytest.mark.parametrize(
    ("subject", "body", "charset"),
    [
        (b"=?gb2312?B?" + base64.b64encode("石台县䶮河镇会议".encode("gb18030")) + b"?=", LONG.encode("gbk"), "gb2312"),
        ("石台县䶮河镇会议".encode("gb18030"), LONG.encode("gb18030"), "gbk"),
        ("石台县䶮河镇会议".encode(), LONG.encode(), "iso-8859-1"),
        ("石台县䶮河镇会议".encode(), LONG.encode("gbk"), "us-ascii"),
        (b"=?x-unknown?B?" + base64.b64encode("石台县䶮河镇会议".encode()) + b"?=", LONG.encode(), "x-unknown"),
    ],
)
def test_encodings_declared_misdeclared_and_raw(subject: bytes, body: bytes, charset: str, tmp_path: Path) -> None:
    head = b"Subject: " + subject + b"\r\nContent-Type: text/plain; charset=" + charset.encode()
    data = head + b"\r\nContent-Transfer-Encoding: 8bit\r\nMIME-Version: 1.0\r\n\r\n" + body
    (tmp_path / "a.eml").write_bytes(data)
    [document], failures = read(tmp_path)
    assert document.text == LONG
    assert document.metadata.title == "石台县䶮河镇会议"
    assert not failures


def test_big5_is_believed_where_it_is_declared(tmp_path: Path) -> None:
    short = "市長主持會議"
    head = b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=big5\r\n\r\n"
    (tmp_path / "a.eml").write_bytes(head + short.encode("big5"))
    [document], _ = read(tmp_path)
    assert document.encoding == "big5"
    assert source_text(document.path) == short


def test_a_page_that_a_browser_saved_as_one_file(tmp_path: Path) -> None:
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://shixi.example/1.html\r\nSubject: x\r\n"
        "Date: Tue, 1 Oct 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Location: https://shixi.example/1.html\r\n\r\n"
        f"{HTML}\r\n--b\r\nContent-Type: text/css\r\nContent-Location: cid:1\r\n\r\np {{}}\r\n--b--\r\n"
    )
    write(tmp_path / "a.mhtml", data)
    [document], failures = read(tmp_path)
    assert document.metadata.url == "https://shixi.example/1.html"
    assert document.metadata.published_on is None
    assert LONG in document.text
    assert not failures


def test_a_day_that_is_none_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    made = mail()
    made.set_content(LONG)
    (tmp_path / "a.eml").write_bytes(bytes(made).replace(b"Fri, 17 Mar", b"Fri, 37 Mar"))
    [document], [failure] = read(tmp_path)
    assert document.metadata.published_on is None
    assert "is dated wrongly" in failure.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\n\nno headers at all", "is no mail: it has no headers"),
        (b"Subject: x\nFrom: a@b.example\n\n", "is a mail with nothing to read in it"),
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", "is a mail with nothing to read in it"),
    ],
)
def test_what_holds_nothing_is_named(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(data)
    found, [failure] = read(tmp_path)
    assert not found
    assert failure.reason == reason


def test_a_mail_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    made = mail()
    made.set_content(LONG * 5, cte="base64")
    made.add_attachment(TEXT.encode() * 50, maintype="text", subtype="x", filename="a.txt")
    data = bytes(made)
    for share in (0.3, 0.6, 0.9):
        (tmp_path / "a.eml").write_bytes(data[: int(len(data) * share)])
        found, failures = read(tmp_path)
        assert found or failures
    assert LONG in found[0].text


def test_a_row_for_the_mail_is_about_its_body(tmp_path: Path) -> None:
    made = mail()
    made.set_content(LONG)
    (tmp_path / "a.eml").write_bytes(bytes(made))
    write(tmp_path / "metadata.csv", "file,title,publisher\na.eml,甲,乙\n")
    [document], failures = read(tmp_path)
    assert (document.metadata.title, document.metadata.publisher) == ("甲", "乙")
    assert not failures
