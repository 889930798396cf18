"""What format a file is in: by its suffix, and by its first bytes where that is missing or lies."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from kg.errors import ReadError
from kg.read.encoding import decode

READABLE = (
    ".txt, .md, .markdown, .jsonl, .ndjson, .html, .pdf, .docx, .eml, and archives of them (.zip, .tar, .gz, .bz2, .xz)"
)


class Format(enum.Enum):
    """Formats that are read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    LINES = "JSON Lines"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"
    MAIL = "mail"
    ZIP = "zip"
    TAR = "tar"
    PACKED = "packed"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A format in which articles come and that is not read."""

    reason: str
    remedy: str


_SUFFIXES = {
    **dict.fromkeys((".txt", ".text"), Format.TEXT),
    **dict.fromkeys((".md", ".markdown"), Format.MARKDOWN),
    **dict.fromkeys((".jsonl", ".ndjson"), Format.LINES),
    **dict.fromkeys((".html", ".htm", ".shtml", ".shtm", ".xhtml"), Format.HTML),
    ".pdf": Format.PDF,
    **dict.fromkeys((".docx", ".docm"), Format.DOCX),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), Format.MAIL),
    ".zip": Format.ZIP,
    ".tar": Format.TAR,
    **dict.fromkeys((".gz", ".tgz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz"), Format.PACKED),
}
_OLD_WORD = Unreadable("is a Word file of the old kind (.doc)", "Save it as .docx.")
_RTF = Unreadable("is in Rich Text Format", "Save it as .docx.")
_ARCHIVE = Unreadable("is an archive of a kind that is not opened", "Unpack it, or pack it as .zip.")
_OTHER = Unreadable("is in an office format that is not read", "Save it as .docx or .pdf.")
_UNREADABLE = {
    ".doc": _OLD_WORD,
    ".rtf": _RTF,
    **dict.fromkeys((".rar", ".7z", ".zst", ".lz", ".z"), _ARCHIVE),
    **dict.fromkeys((".wps", ".odt", ".ofd", ".caj", ".msg", ".pages", ".ceb"), _OTHER),
}
BESIDE = frozenset(
    [
        *(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".svg", ".ico", ".tif", ".tiff", ".heic", ".psd"),
        *(".mp3", ".mp4", ".wav", ".avi", ".mov", ".flv", ".m4a", ".wmv", ".webm", ".m3u8", ".swf"),
        *(".css", ".js", ".map", ".json", ".xml", ".csv", ".tsv", ".yaml", ".yml", ".ini", ".log", ".py"),
        *(".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps", ".parquet", ".db", ".sqlite"),
        *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".exe", ".dll", ".bin", ".apk", ".lnk", ".url"),
    ]
)
"""Suffixes of what lies beside articles; its content is not looked at."""
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_HEADER = re.compile(
    rb"^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Subject|Date|From|To|Content-Type):", re.I | re.M
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (b"PK\x03\x04", b"PK\x05\x06")


def by_suffix(suffix: str) -> Format | None:
    """The format that a suffix (lower case, with its dot) promises."""
    return _SUFFIXES.get(suffix)


def recognised(suffix: str, head: bytes) -> Format | Unreadable | None:
    """The format of a file; None where it is plainly none in which articles come.

    Args:
        suffix: Lower case with its dot, empty where there is none.
        head: Its first bytes, 4096 or all that there are.
    """
    if suffix in BESIDE:
        return None
    promised, found = _SUFFIXES.get(suffix), _by_content(head)
    if found is Format.ZIP and promised is Format.DOCX:
        return Format.DOCX
    if promised in (Format.TEXT, Format.MARKDOWN, Format.LINES) and found is Format.MAIL:
        return promised
    if found is Format.MAIL and promised not in (None, Format.HTML):
        return promised
    if suffix in _UNREADABLE:
        return (
            found
            if found in (Format.HTML, Format.PDF, Format.ZIP) or isinstance(found, Unreadable)
            else _UNREADABLE[suffix]
        )
    if promised is not None:
        return found or promised
    if suffix:
        return found if found in (Format.HTML, Format.PDF) else None
    return found or _as_text(head)


def _by_content(head: bytes) -> Format | Unreadable | None:
    """The format that the first bytes leave no doubt of."""
    if head.startswith(_OLE):
        return _OLD_WORD
    if head.startswith(b"{\\rtf"):
        return _RTF
    if head.startswith((b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x28\xb5\x2f\xfd")):
        return _ARCHIVE
    if head.startswith(_ZIP):
        return Format.ZIP
    if head.startswith((b"\x1f\x8b\x08", b"\xfd7zXZ\x00")) or re.match(rb"BZh[1-9]1AY&SY", head):
        return Format.PACKED
    if head.startswith(b"%PDF-"):
        return Format.PDF
    if head[257:262] == b"ustar" and head[262:263] in (b"\x00", b" "):
        return Format.TAR
    plain = head.replace(b"\x00", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
    if _PAGE.match(plain.lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return Format.HTML
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if len(_HEADER.findall(top)) >= 3 and _HEADER.match(top.lstrip()):
        return Format.MAIL
    return None


def _as_text(head: bytes) -> Format | None:
    """Whether what has no suffix is a text with something Chinese in it."""
    from kg.read.html.sniff import looks_like_html

    if looks_like_html(head):
        return Format.HTML
    try:
        # The last character may be cut.
        text = decode(head[: head.rfind(b"\n")] if b"\n" in head[64:] else head, "")[0]
    except ReadError:
        return None
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return Format.LINES
    return Format.TEXT if _HAN.search(text) else None
