"""Mentions: what one article says of one thing, under an id that never moves."""

from __future__ import annotations

import hashlib


def mention_id(article: str, kind: str, name: str, ordinal: int = 0) -> str:
    """The id of the `ordinal`-th mention of this kind and (folded) name in the article: 16 hex digits."""
    return hashlib.sha256("\x1f".join((article, kind, name, str(ordinal))).encode()).hexdigest()[:16]
