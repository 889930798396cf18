"""Word files: paragraphs, headings and table rows as lines, from `word/document.xml`."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from kg.errors import ReadError
from kg.model.document import Metadata
from kg.model.passage import join
from kg.read.archives.limits import FLOOR, MEMBER, RATIO, broken
from kg.read.archives.zip import opened
from kg.read.encoding import decode
from kg.read.entry import Entry, Text
from kg.read.published import published_on
from kg.read.word_xml import Markup

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_SAVE = "Open it in a word processor, and save it as .docx."
_FIELD = re.compile(r"<(?:\w+:)?(?P<name>title|modified|created)\b[^>]*>(?P<value>[^<]+)<")
_DATED = re.compile(r"(?:19|20)\d\d\s*(?:年\s*\d{1,2}\s*月|[-/.]\d{1,2}[-/.]\d{1,2})")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_TOP = 400
"""Characters in which a document shows its title."""


def read_docx(entry: Entry, data: bytes, sha256: str) -> Iterator[Text]:
    """The text of a Word file; its source is the decoded `word/document.xml`.

    Raises:
        ReadError: It is no zip archive, has no such part, or nothing is written in it.
    """
    with opened(entry, io.BytesIO(data)) as archive:
        if _BODY not in archive.namelist():
            raise ReadError(entry.name, "is no Word file: it is another archive with the suffix .docx", _SAVE)
        yield _text(entry, archive, sha256)


def read_docx_archive(entry: Entry, archive: zipfile.ZipFile, data: bytes) -> Iterator[Text]:
    """The same of an archive that turned out to be a Word file."""
    yield _text(entry, archive, hashlib.sha256(data).hexdigest())


def _text(entry: Entry, archive: zipfile.ZipFile, sha256: str) -> Text:
    source, encoding = _xml(entry, archive, _BODY)
    markup = Markup(source)
    try:
        markup.parse()
    except expat.ExpatError as error:
        raise ReadError(entry.name, f"is broken ({_BODY}: {error})", _SAVE) from None
    except ValueError as error:
        raise ReadError(entry.name, f"is refused: {error}", _SAVE) from None
    passage = join(markup.lines, between="\n")
    if not passage.text.strip():
        raise ReadError(entry.name, "has no text; it may hold pictures of pages", "Run text recognition on it first.")
    metadata = _metadata(entry, archive, passage.text)
    day = metadata.published_on
    warnings = (f"dated by the day on which the file was last changed, {day}",) if day else ()
    return Text(entry, source, sha256, encoding, passage, metadata, warnings)


def _xml(entry: Entry, archive: zipfile.ZipFile, name: str) -> tuple[str, str]:
    info = archive.getinfo(name)
    if info.file_size > MEMBER or info.file_size > max(FLOOR, RATIO * info.compress_size):
        raise ReadError(entry.name, f"unpacks to {info.file_size >> 20} MB", "Look at what it is.")
    try:
        data = archive.read(info)
    except Exception as error:  # zlib.error, BadZipFile, RuntimeError for a password, and more
        raise ReadError(entry.name, broken(error), _SAVE) from None
    return decode(data, entry.name)


def _metadata(entry: Entry, archive: zipfile.ZipFile, text: str) -> Metadata:
    """What the core properties say and the text bears out.

    Titles come from templates as often as not, so one counts where the document shows it. The day of
    the last change stands for the day of publication where the text gives no date of its own.
    """
    if _CORE not in archive.namelist():
        return Metadata()
    try:
        core, _ = _xml(entry, archive, _CORE)
    except ReadError:
        return Metadata()
    said = {match["name"]: _unescaped(match["value"]).strip() for match in _FIELD.finditer(core)}
    title = said.get("title")
    shown = title if title and title in {line.removeprefix("# ") for line in text[:_TOP].split("\n")} else None
    day = said.get("modified") or said.get("created")
    if day is None or _DATED.search(text):
        return Metadata(title=shown)
    try:
        return Metadata(title=shown, published_on=published_on(day[:10]))
    except ValueError:
        return Metadata(title=shown)


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text
