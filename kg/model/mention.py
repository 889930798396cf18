"""Mentions: what one article says of one thing, under an id that never moves."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass

_MARKS = str.maketrans({"•": "·", "?": "·", "？": "·", "‧": "·", "∙": "·", "・": "·"})
_QUOTES = dict.fromkeys(map(ord, "“”\"'‘’「」『』《》〈〉 \t\n\u3000"))


def folded(name: str) -> str:
    """A name as it is compared: one width, one mark inside minority names, no quotation marks or blanks."""
    return unicodedata.normalize("NFKC", name.translate(_MARKS)).translate(_QUOTES)


def mention_id(article: str, kind: str, name: str, ordinal: int = 0) -> str:
    """The id of the `ordinal`-th mention of this kind and (folded) name in the article: 16 hex digits."""
    return digest_id(article, kind, folded(name), str(ordinal))


def digest_id(*parts: str) -> str:
    """An id made of its parts: 16 hex digits."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing in one article, as identity is settled on it."""

    id: str
    article: str
    kind: str
    """`official`, `person`, `meeting`, `visit`, `project`, `initiative`, `organization`."""
    name: str
    seen: str
    """Last day of the article's publication date; empty where there is none, which sorts first."""

    @property
    def order(self) -> tuple[str, str]:
        """Earliest first, ties by id: the first of a cluster gives the node its id."""
        return self.seen, self.id
