"""Paths of documents as people and machines read them: the file they lead to, and its format."""

from __future__ import annotations

from pathlib import PurePath


def format_of(path: str) -> str:
    """The suffix of a document's file, the innermost one; `-` for standard input.

    >>> format_of("a.zip!/b/C.HTML"), format_of("wire.jsonl#7")
    ('.html', '.jsonl')
    """
    inner = _without_line(path.rpartition("!/")[2])
    return "-" if inner == "-" else PurePath(inner).suffix.lower() or "no suffix"


def file_of(path: str) -> str:
    """The file that a document's path leads to: that of the archive, the mail or the lines.

    >>> file_of("a.zip!/b/C.HTML"), file_of("wire.jsonl#7")
    ('a.zip', 'wire.jsonl')
    """
    return _without_line(path.partition("!/")[0])


def _without_line(path: str) -> str:
    head, mark, tail = path.rpartition("#")
    return head if mark and tail.isdigit() else path
