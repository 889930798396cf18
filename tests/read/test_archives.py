"""Archives: their members are read from memory; what cannot be is named, and the rest is read."""

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.model.document import Document
from kg.model.failure import Failure
from kg.model.skipped import Skipped
from kg.read import documents, source_text
from kg.read.archives import limits
from tests.read.files import TEXT, read, write

PAGE = f"<html><head><meta charset='gbk'></head><body><h1>标题</h1><p>{TEXT}</p><p>{TEXT}</p></body></html>"


def zipped(files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def found_in(path: Path, data: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    """The paths of what is read, and of what is not with the reason, without those of the folder."""
    path.write_bytes(data)
    found, failures = read(path)
    assert all(f.remedy for f in failures)
    cut = len(path.parent.as_posix()) + 1
    return [d.path[cut:] for d in found], [(f.path[cut:], f.reason) for f in failures]


FILES = {"b/一.txt": TEXT.encode("gbk"), "a.md": TEXT.encode(), "x.jsonl": json.dumps({"text": TEXT}).encode()}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(FILES)),
        ("a.tar", tarred(FILES)),
        ("a.tar.gz", gzip.compress(tarred(FILES))),
        ("a.tgz", gzip.compress(tarred(FILES))),
        ("a.tar.bz2", bz2.compress(tarred(FILES))),
        ("a.tar.xz", lzma.compress(tarred(FILES))),
        ("renamed.txt", zipped(FILES)),
        ("without_suffix", gzip.compress(tarred(FILES))),
    ],
)
def test_each_kind_is_read_and_its_texts_found_again(name: str, data: bytes, tmp_path: Path) -> None:
    assert found_in(tmp_path / name, data) == ([f"{name}!/b/一.txt", f"{name}!/a.md", f"{name}!/x.jsonl#1"], [])
    for document in documents([tmp_path]):
        assert isinstance(document, Document)
        assert document.text == TEXT == source_text(document.path)


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_a_single_packed_file(suffix: str, pack: object, tmp_path: Path) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(pack(TEXT.encode()))  # type: ignore[operator]
    [document], failures = read(tmp_path)
    assert document.path == f"{path.as_posix()}!/a.txt"
    assert source_text(document.path) == document.text == TEXT
    assert not failures


def test_archives_in_archives_two_deep_and_no_deeper(tmp_path: Path) -> None:
    two = tarred({"c.zip": zipped({"d.txt": TEXT.encode(), "e.zip": zipped({"f.txt": TEXT.encode()})})})
    data = zipped({"b.tar.gz": gzip.compress(two), "z.txt": TEXT.encode()})
    found, failures = found_in(tmp_path / "a.zip", data)
    assert found == ["a.zip!/b.tar.gz!/c.zip!/d.txt", "a.zip!/z.txt"]
    assert failures == [("a.zip!/b.tar.gz!/c.zip!/e.zip", "lies in 3 archives or mails already")]
    assert source_text(f"{tmp_path.as_posix()}/{found[0]}") == TEXT


def test_names_in_gbk_as_chinese_windows_writes_them(tmp_path: Path) -> None:
    data = zipped({"AAAA.txt": TEXT.encode()}).replace(b"AAAA.txt", "要闻.txt".encode("gbk"))
    assert found_in(tmp_path / "a.zip", data) == (["a.zip!/要闻.txt"], [])
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", encoding="gbk", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo("要闻.txt")
        info.size = len(TEXT.encode())
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    assert found_in(tmp_path / "b.tar", out.getvalue()) == (["b.tar!/要闻.txt"], [])


def test_a_name_that_comes_twice(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", TEXT * 2)
    found, _ = found_in(tmp_path / "a.zip", out.getvalue())
    assert found == ["a.zip!/a.txt", "a.zip!/a (2).txt"]
    assert source_text(f"{tmp_path.as_posix()}/{found[1]}") == TEXT * 2


OUTSIDE = ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:\\a.txt", "..\\a.txt"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_paths_that_lead_outside_are_named_and_the_rest_is_read(pack: object, tmp_path: Path) -> None:
    data = pack({**dict.fromkeys(OUTSIDE, TEXT.encode()), "b.txt": TEXT.encode()})  # type: ignore[operator]
    found, failures = found_in(tmp_path / "a.any.zip", data)
    assert found == ["a.any.zip!/b.txt"]
    assert {reason for _, reason in failures} == {"has a path that leads out of the archive"}
    assert len(failures) == len(OUTSIDE)
    assert [p.name for p in tmp_path.iterdir()] == ["a.any.zip"]


def test_links_and_devices_are_named(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("l.txt", tarfile.SYMTYPE), ("h.txt", tarfile.LNKTYPE), ("p.txt", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("b.txt")
        info.size = len(TEXT.encode())
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    found, failures = found_in(tmp_path / "a.tar", out.getvalue())
    assert found == ["a.tar!/b.txt"]
    link = "is a link and is not followed"
    assert failures == [("a.tar!/l.txt", link), ("a.tar!/h.txt", link), ("a.tar!/p.txt", "is no file but a device")]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipping:
        symbolic = zipfile.ZipInfo("l.txt")
        symbolic.external_attr = 0o120777 << 16
        zipping.writestr(symbolic, "/etc/passwd")
        zipping.writestr("b.txt", TEXT)
    assert found_in(tmp_path / "b.zip", out.getvalue()) == (["b.zip!/b.txt"], [("b.zip!/l.txt", link)])


def test_a_password_is_named_once_and_the_rest_is_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"b.txt": TEXT.encode(), "c.txt": TEXT.encode(), "d.txt": TEXT.encode()}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark, data.index(mark) + 1)
        for _ in range(2):
            data[at + flags] |= 1
            at = data.find(mark, at + 1)
    found, failures = found_in(tmp_path / "a.zip", bytes(data))
    assert found == ["a.zip!/b.txt"]
    assert failures == [("a.zip", "holds 2 behind a password, the first c.txt")]


def test_a_member_whose_bytes_are_wrong_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"b.txt": TEXT.encode() * 50, "c.txt": TEXT.encode()}, method=zipfile.ZIP_STORED))
    data[data.index(TEXT.encode()) + 5] ^= 0xFF
    found, [(path, reason)] = found_in(tmp_path / "a.zip", bytes(data))
    assert found == ["a.zip!/c.txt"]
    assert path == "a.zip!/b.txt"
    assert reason.startswith("is broken (Bad CRC-32")


def test_packed_in_an_unknown_way(tmp_path: Path) -> None:
    data = bytearray(zipped({"b.txt": TEXT.encode(), "c.txt": TEXT.encode()}))
    for mark, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(mark) + method
        data[at : at + 2] = struct.pack("<H", 97)
    found, failures = found_in(tmp_path / "a.zip", bytes(data))
    assert found == ["a.zip!/c.txt"]
    assert failures == [("a.zip!/b.txt", "is packed in a way that is not known")]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.txt.gz"])
def test_cut_off_ones_are_named_and_what_stands_before_is_read(name: str, share: float, tmp_path: Path) -> None:
    texts = {
        f"{i}.txt": "".join(chr(0x4E00 + (i * 977 + j * 31) % 8000) for j in range(900)).encode() for i in range(9)
    }
    whole = {
        "a.zip": zipped(texts),
        "a.tar": tarred(texts).rstrip(b"\x00"),
        "a.tar.gz": gzip.compress(tarred(texts)),
        "a.txt.gz": gzip.compress(b"".join(texts.values())),
    }[name]
    found, failures = found_in(tmp_path / name, whole[: int(len(whole) * share)])
    assert failures
    if name.startswith("a.tar") and share >= 0.5:
        assert found[0] == f"{name}!/0.txt"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.gz", "a.xz"])
def test_what_is_no_archive_is_named(name: str, tmp_path: Path) -> None:
    found, [failure] = found_in(tmp_path / name, b"not an archive at all" * 40)
    assert not found
    assert failure[0] == name


def test_a_bomb_among_members_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = zipped({"bomb.txt": b"0" * (70 << 20), "c.txt": TEXT.encode()})
    assert found_in(tmp_path / "a.zip", data) == (
        ["a.zip!/c.txt"],
        [("a.zip!/bomb.txt", "unpacks to more than 200 times its size")],
    )


@pytest.mark.parametrize("name", ["a.tar.gz", "a.txt.gz", "a.jsonl.gz"])
def test_a_stream_that_is_a_bomb_is_left(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FLOOR", 1 << 20)
    zeros = b"0" * (4 << 20)
    inner = tarred({"b.txt": TEXT.encode(), "bomb.txt": zeros, "c.txt": TEXT.encode()}) if ".tar" in name else zeros
    write(tmp_path / "z.txt")
    (tmp_path / name).write_bytes(gzip.compress(inner))
    found, [failure] = read(tmp_path)
    assert failure.reason == "unpacks to more than 200 times its size, so the rest of it is left out"
    assert Path(failure.path).name == name
    assert [Path(d.path).name for d in found] == (["b.txt", "z.txt"] if ".tar" in name else ["z.txt"])


def test_nested_bombs_spend_what_the_outermost_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FLOOR", 4 << 20)
    inner = zipped({f"{i}.txt": b"0" * (1 << 20) for i in range(5)})
    data = zipped({"a.txt": TEXT.encode(), **{f"{i}.zip": inner for i in range(50)}})
    found, failures = found_in(tmp_path / "a.zip", data)
    assert "a.zip!/a.txt" in found
    assert failures == [("a.zip", "unpacks to more than 200 times its size, so the rest of it is left out")]


def test_bombs_in_a_packed_stream_spend_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FLOOR", 4 << 20)
    inner = zipped({f"{i}.txt": b"0" * (1 << 20) for i in range(5)})
    data = gzip.compress(tarred({"a.txt": TEXT.encode(), **{f"{i}.zip": inner for i in range(50)}}))
    found, failures = found_in(tmp_path / "a.tar.gz", data)
    assert "a.tar.gz!/a.txt" in found
    assert failures == [("a.tar.gz", "unpacks to more than 200 times its size, so the rest of it is left out")]


def test_a_hundred_thousand_entries(tmp_path: Path) -> None:
    header = struct.Struct("<4s6H3I5H2I")
    local, entries = b"PK\x03\x04" + struct.pack("<5H3I2H", 20, 0, 0, 0, 0, 0, 0, 0, 0, 0), []
    front = zipped({"a.txt": TEXT.encode()})
    start = front.index(b"PK\x01\x02")
    own = front[start : front.index(b"PK\x05\x06")]
    for i in range(limits.MEMBERS):
        name = f"{i:06}.png".encode()
        entries.append(header.pack(b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, start) + name)
    directory = own + b"".join(entries)
    body = front[:start] + local
    end64 = struct.pack(
        "<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, len(entries) + 1, len(entries) + 1, len(directory), len(body)
    )
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, len(body) + len(directory), 1)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    (tmp_path / "a.zip").write_bytes(body + directory + end64 + locator + end)
    found = list(documents([tmp_path], skipped=True))
    assert isinstance(found[0], Document)
    [failure] = [f for f in found if isinstance(f, Failure)]
    assert failure.reason == "holds more than 100,000 files; those behind are left out"
    assert sum(isinstance(f, Skipped) for f in found) == limits.MEMBERS - 1


def test_metadata_packed_with_the_texts(tmp_path: Path) -> None:
    table = "file,publisher,published_on\nb.txt,石溪日报,2023\n".encode()
    files = {"in/b.txt": TEXT.encode(), "in/metadata.csv": table, "c.txt": TEXT.encode()}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    found, failures = read(tmp_path / "a.zip")
    assert {Path(d.path).name: d.metadata.publisher for d in found} == {"b.txt": "石溪日报", "c.txt": None}
    assert not failures
    (tmp_path / "b.tar").write_bytes(tarred(files))
    _, [failure] = read(tmp_path / "b.tar")
    assert failure.reason == "is left out: it comes behind texts that it describes"


def test_metadata_of_the_folder_name_archives_and_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": TEXT.encode(), "c.txt": TEXT.encode()}))
    write(tmp_path / "metadata.csv", "file,publisher,title\na.zip,石溪日报,甲\na.zip!/c.txt,城东报,乙\n")
    found, failures = read(tmp_path)
    assert [(d.metadata.publisher, d.metadata.title) for d in found] == [("石溪日报", None), ("城东报", "乙")]
    assert not failures


def test_what_lies_beside_is_passed_over_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(
        zipped({"b.txt": TEXT.encode(), "p.JPG": b"\xff\xd8", "__MACOSX/._b.txt": b"\x00"})
    )
    office = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}
    (tmp_path / "b.docx.zip").write_bytes(zipped(office))
    found = list(documents([tmp_path], skipped=True))
    assert [type(f).__name__ for f in found] == ["Document", "Skipped", "Skipped"]
    assert found[1] == Skipped(f"{tmp_path.as_posix()}/a.zip!/p.JPG", ".jpg")
    [failure] = documents([tmp_path / "b.docx.zip"], skipped=True)
    assert isinstance(failure, Failure)
    assert failure.reason == "is an office file of a kind that is not read"
