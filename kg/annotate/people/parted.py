"""Posts parted from their holder's name: by a bracket that says what became of him, by the name between body and head."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from kg.annotate.people.holders import Chain
from kg.annotate.people.patterns import AFTER_POST
from kg.annotate.people.readings import Reading
from kg.annotate.people.search import Search

_NOTE = re.compile(r"[（(](?P<when>现任|现为|时任|后任|原任|曾任|同时担任|兼任)$")
_CLOSED = re.compile(r"[）)](?:同志)?")
_PAST = ("时任", "原任", "曾任")


def noted(search: Search) -> None:
    """时任甲县县长（现任乙市副市长）王某: the posts in the bracket are the same person's."""
    text = search.text
    ends = {chain.end: chain for chain in search.chains}
    for chain in search.chains:
        note = _NOTE.search(text, max(0, chain.start - 6), chain.start)
        before = ends.get(note.start()) if note else None
        closed = _CLOSED.match(text, chain.end)
        if note is None or before is None or closed is None or before.held or before.group or not before.posts:
            continue
        if (reading := search.best(closed.end(), -2.0)) is None:
            continue
        status: Literal["current", "former"] = "former" if note["when"] in _PAST else "current"
        posts = [*before.posts, *(replace(post, status=status) for post in chain.posts)]
        if search.add(reading, AFTER_POST, 0.9, posts, [*before.roles, *chain.roles]) is not None:
            before.held = chain.held = True


def body_in_front(search: Search, chain: Chain, start: int) -> Chain | None:
    """The chain that goes on in the body in front of a name that begins at `start`: 市委常委、|统战部王某部长."""
    title = chain.titles[0]
    body = len(title.title) - (title.end - title.start)
    at = start - body - 1
    if body <= 0 or search.text[at : at + 1] != "、":
        return None
    before = next((other for other in search.chains if other.end == at), None)
    return before if before is not None and not before.held and not before.group and before.posts else None


def with_a_verb(search: Search, reading: Reading) -> bool:
    """Whether a name is one that stands elsewhere and the verb behind it: 柳文清|任 before 副市长."""
    name = search.text[reading.start : reading.end]
    return name[-1] in "任为兼系是" and search.text.count(name[:-1]) > search.text.count(name)
