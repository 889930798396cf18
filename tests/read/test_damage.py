"""Whatever is wrong with the bytes: texts and failures come of it, and what stands beside is read."""

import gzip
import lzma
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.document import Document
from kg.model.failure import Failure
from kg.read import documents
from tests.read.files import TEXT, write
from tests.read.pdf_pages import column, pdf
from tests.read.test_archives import FILES, tarred, zipped
from tests.read.test_docx import docx, p, table
from tests.read.test_mail import HTML, LONG, mail


def _mail() -> bytes:
    made = mail()
    made.set_content(LONG)
    made.add_alternative(HTML, subtype="html")
    made.add_attachment(zipped(FILES), maintype="application", subtype="zip", filename="附件.zip")
    return bytes(made)


WHOLE = {
    "a.txt": TEXT.encode() * 3,
    "a.html": HTML.encode(),
    "a.pdf": pdf(lambda canvas: column(canvas, 60, 700, LONG, width=30)),
    "a.docx": docx(p(LONG, "Heading1"), table(("甲", "乙")), p(LONG)),
    "a.eml": _mail(),
    "a.zip": zipped({**FILES, "c.docx": docx(p(LONG))}),
    "a.tar": tarred(FILES),
    "a.tar.gz": gzip.compress(tarred(FILES)),
    "a.tar.xz": lzma.compress(tarred(FILES)),
}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    name = draw(st.sampled_from(sorted(WHOLE)))
    data = bytearray(WHOLE[name])
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=4))
        if not data:
            break
    return name, bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


@settings(max_examples=300, deadline=None)
@given(case=damaged())
def test_nothing_but_documents_and_failures_comes_of_it(
    case: tuple[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("damage")
    name, data = case
    (folder / name).write_bytes(data)
    write(folder / "z.txt")
    found = list(documents([folder]))
    last = found[-1]
    assert isinstance(last, Document)
    assert Path(last.path).name == "z.txt"
    assert all(failure.reason and failure.remedy for failure in found if isinstance(failure, Failure))
    assert len(found) > 1


def test_a_folder_of_everything_that_is_wrong(tmp_path: Path) -> None:
    """The list of the bad inputs, each named by itself, with one good text among them."""
    news = (TEXT + "\n") * 4
    bad = {
        "a.html": b"<html><head><title>x</title></head></html>",
        "b.pdf": pdf(lambda canvas: column(canvas, 60, 700, LONG), encrypt="secret"),
        "c.pdf": pdf(lambda canvas: None),
        "d.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "e.zip": zipped({"../x.txt": TEXT.encode()}),
        "f.zip": zipped({"bomb.txt": b"0" * (65 << 20)}),
        "g.txt": news.encode() + news.encode("gbk"),
        "h.jsonl": b'{"text": "x"}\n{broken\n',
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    write(tmp_path / "z.txt")
    found = list(documents([tmp_path]))
    failures = [f for f in found if isinstance(f, Failure)]
    assert [Path(f.path.partition("!/")[0]).name for f in failures] == list(bad)
    assert [(Path(f.path).name, f.line) for f in failures if f.line] == [("g.txt", 5), ("h.jsonl", 2)]
    assert [Path(d.path).name for d in found if isinstance(d, Document)] == ["g.txt", "h.jsonl#1", "z.txt"]
