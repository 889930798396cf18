"""Mails: the body, HTML before plain text, and what is attached to it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.utils import collapse_rfc2231_value

from kg.errors import ReadError
from kg.model.document import Metadata
from kg.model.failure import Failure
from kg.read.archives.names import Unique
from kg.read.entry import Entry
from kg.read.mail_headers import address, charset, day, decoded_header, header

_FOOTER = 100
"""Bytes below which a second body is a mailing list's footer."""


def parts(entry: Entry, data: bytes) -> Iterator[Entry | Failure]:
    """The parts of a mail to be read: `body.html` or `body.txt`, and attachments by their names.

    Raises:
        ReadError: It is no mail, or one with nothing in it.
    """
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
        leaves = list(_leaves(mail))
    except Exception as error:  # RecursionError, and what the module does not expect of headers
        raise ReadError(entry.name, f"is broken ({type(error).__name__})", "Fetch it again.") from None
    if not mail.keys():
        raise ReadError(entry.name, "is no mail: it has no headers", "Give it as .txt, or fetch it again.")
    saved = _is_saved_page(entry, mail)
    around, failure = _metadata(entry, mail, saved=saved)
    if failure is not None:
        yield failure
    names, bodies = Unique(), 0
    for part in leaves:
        nested = part.get_content_type() == "message/rfc822"
        payload = _nested(part) if nested else part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        name = _filename(part)
        if name is None and part.get_content_type() in ("text/html", "text/plain") and not _attached(part):
            bodies += 1
            if bodies > 1 and (saved or len(payload) < _FOOTER):
                continue
            suffix = ".html" if part.get_content_type() == "text/html" else ".txt"
            yield entry.mail_part(
                names.name(f"body{suffix}"), payload, around, charset(part), body=not saved, whole=True
            )
            continue
        if saved:
            continue
        name = name or ("mail.eml" if nested else f"part{mimetypes.guess_extension(part.get_content_type()) or ''}")
        beside = Metadata(published_on=around.published_on, publisher=around.publisher)
        yield entry.mail_part(names.name(name), payload, beside, charset(part), body=False)
    if not names:
        raise ReadError(entry.name, "is a mail with nothing to read in it", "Fetch it again, or leave it out.")


def _is_saved_page(entry: Entry, mail: Message) -> bool:
    """Whether it is a page that a browser saved as one file, and no mail."""
    return mail.get("Snapshot-Content-Location") is not None or entry.source.suffix in (".mht", ".mhtml")


def _metadata(entry: Entry, mail: Message, *, saved: bool) -> tuple[Metadata, Failure | None]:
    title = re.sub(
        r"^(?:(?:re|fwd?|转发|回复|答复)\s*[:：]\s*)+", "", header(mail, "Subject") or "", flags=re.I
    ).strip()
    if saved:
        url = header(mail, "Snapshot-Content-Location") or header(mail, "Content-Location")
        return Metadata(title=title or None, url=url), None
    published, failure = None, None
    if (written := header(mail, "Date")) is not None:
        try:
            published = day(written)
        except ValueError as error:
            failure = Failure(entry.name, f"is dated wrongly: {error}", "Mend the line Date, or leave it out.")
    return Metadata(title=title or None, published_on=published, publisher=address(mail)), failure


def _leaves(part: Message) -> Iterator[Message]:
    """The parts that hold something, of alternatives the best one."""
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        yield part
        return
    below = [child for child in part.get_payload() if isinstance(child, Message)]
    if part.get_content_type() == "multipart/alternative":
        below = [max(below, key=_richness)] if below else []
    for child in below:
        yield from _leaves(child)


def _richness(part: Message) -> int:
    types = {below.get_content_type() for below in part.walk()}
    return 2 if "text/html" in types else 1 if "text/plain" in types else 0


def _nested(part: Message) -> bytes:
    below = part.get_payload()
    inner = below[0] if isinstance(below, list) and below else below
    return inner.as_bytes() if isinstance(inner, Message) else str(inner).encode("utf-8", "surrogateescape")


def _attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _filename(part: Message) -> str | None:
    """The name of an attachment, without the folders that some programs put in front."""
    for where, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        try:
            written = part.get_param(parameter, header=where)
        except (ValueError, LookupError, IndexError):
            continue
        if written:
            name = decoded_header(collapse_rfc2231_value(written))
            name = re.sub(r"\s+", " ", re.split(r"[/\\]", name)[-1]).strip().lstrip(".")
            if name:
                return name
    return None
