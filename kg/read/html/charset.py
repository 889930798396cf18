"""The encoding that a page says it is in."""

from __future__ import annotations

import codecs
import re

_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.S)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:\-]+)", re.I | re.S)
_XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:\-]+)[\"']", re.I)
_MARK = codecs.BOM_UTF8
_NAMES = {
    # What browsers read under these names; GB18030 holds all that the older two hold.
    **dict.fromkeys(
        ("gb2312", "gbk", "gb18030", "gb_2312", "gb_2312-80", "x-gbk", "cp936", "ms936", "chinese", "euc-cn", "hz"),
        "gb18030",
    ),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cn-big5", "x-x-big5", "cp950"), "big5"),
    # A page in UTF-16 could not be read as far as its own declaration.
    **dict.fromkeys(("utf8", "utf-8", "unicode", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
}


def declared_charset(head: bytes) -> str | None:
    """The encoding that the beginning of a page declares, as Python names it; None where it declares none or one unknown.

    `meta charset`, `meta http-equiv` and the XML declaration are read, the one in `meta` first. GB2312
    and GBK are `gb18030`, any Big5 is `big5`.

    Args:
        head: The first bytes of the page, 4096 or more. A byte order mark is for the caller to look at.
    """
    head = _COMMENT.sub(b"", head.removeprefix(_MARK))
    found = _META.search(head) or _XML.search(head)
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    if name in _NAMES:
        return _NAMES[name]
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
