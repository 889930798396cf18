"""What the headers of a mail say, in whatever encoding they are."""

from __future__ import annotations

import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from kg.read.archives.names import from_bytes
from kg.read.published import published_on

_CHINESE = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950"), "big5"),
}


def header(mail: Message, name: str) -> str | None:
    """A header's first line, decoded; None where there is none, or nothing in it."""
    for key, value in mail.raw_items():
        if key.lower() == name.lower():
            return decoded_header(str(value)) or None
    return None


def decoded_header(raw: str) -> str:
    """A header's words, encoded as the standard has it or as bytes that were put there as they were."""
    raw = re.sub(r"[\r\n]+[ \t]*", " ", raw)
    if any("\udc80" <= character <= "\udcff" for character in raw):
        return from_bytes(raw.encode("utf-8", "surrogateescape")).strip()
    try:
        words = decode_header(raw)
    except HeaderParseError:
        return raw.strip()
    return "".join(_word(word, name) for word, name in words).strip()


def _word(word: bytes | str, name: str | None) -> str:
    if isinstance(word, str):
        return word
    codec = python_codec(name)
    if codec is None:
        return from_bytes(word)
    return word.decode("big5hkscs" if codec == "big5" else codec, "replace")


def python_codec(name: str | None) -> str | None:
    """A charset as Python names it, GB2312 and GBK by what holds both; None for one that is not known."""
    if name is None:
        return None
    name = name.strip().strip("\"'").lower()
    if name in _CHINESE:
        return _CHINESE[name]
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def charset(part: Message) -> str | None:
    """The encoding that a part declares."""
    try:
        return python_codec(part.get_content_charset())
    except (ValueError, LookupError):
        return None


def day(written: str) -> str:
    """The day that a `Date` names, where it was written.

    Raises:
        ValueError: It is none.
    """
    try:
        return published_on(parsedate_to_datetime(written).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return published_on(written)


def address(mail: Message) -> str | None:
    """What the sender is called; None where there is only an address."""
    raw = header(mail, "From")
    if raw is None:
        return None
    name = parseaddr(raw)[0].strip().strip("\"'")
    return name if name and "@" not in name else None
