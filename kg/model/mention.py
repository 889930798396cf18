"""Mentions: what one article says of one thing, under an id that never moves."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["official", "person", "meeting", "visit", "project", "initiative", "organization", "place", "post"]


def mention_id(article: str, kind: str, name: str, ordinal: int = 0) -> str:
    """The id of the `ordinal`-th mention of this kind and (folded) name in the article: 16 hex digits."""
    return hashlib.sha256("\x1f".join((article, kind, name, str(ordinal))).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a record names it; `code` where the article settles which division it is."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing in one article.

    `data` holds what identity is decided by; its keys by kind:

    - official: `posts`, a list of `{title, of, code, organization, status}`
    - person: `role`, `organization`
    - meeting: `kind`, `date`, `place` (`[name, code, within]` or None), `chairs`, `people` (folded names, chairs among them)
    - visit: `kind`, `date`, `places` (list of `[name, code, within]`), `chairs` (who led it), `people`
    - project, initiative: `places` (list of `[name, code, within]`)
    - place: `code`, `within`
    - post: `title`, `of` (`[name, code, within]` or None), `organization`
    """

    id: str
    article: str
    kind: Kind
    name: str
    """As written."""
    folded: str
    data: dict[str, Any] = field(default_factory=dict)
    day: str = ""
    """Last day of the article's publication date, ISO; empty where it has none."""
    home: PlaceName | None = None
    """The division that the article reports from."""

    @property
    def age(self) -> tuple[str, str]:
        """Sorts mentions from the earliest article on; those of undated articles first, ties by id."""
        return self.day, self.id
