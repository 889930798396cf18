"""Whether a file that does not say so is a page."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|script|style|link|frameset|table|div|center)(?=[\s>/]))",
    re.I | re.S,
)
_TAG = re.compile(
    r"</?(?:html|head|body|meta|title|div|p|br|table|tr|td|span|font|a|img|h[1-6]|ul|li|strong)(?:\s[^<>]{0,400})?/?>",
    re.I,
)
_HEAD = 8192
_ENOUGH = 4


def looks_like_html(head: bytes | str) -> bool:
    """Whether the beginning of a file is that of an HTML page or of a fragment of one.

    Args:
        head: A few thousand bytes or characters; bytes in any encoding that writes ASCII as ASCII, or
            in UTF-16.
    """
    if isinstance(head, bytes):
        head = head[: 2 * _HEAD].replace(b"\x00", b"").decode("latin-1").removeprefix("ï»¿").lstrip("ÿþ")
    head = head[:_HEAD].removeprefix("\ufeff")
    if _OPENING.match(head):
        return True
    tags = len(_TAG.findall(head))
    # A text about HTML names a tag or two; a fragment cut from a page is full of them.
    return tags >= _ENOUGH and head.lstrip().startswith("<")
