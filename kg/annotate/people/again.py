"""Where the names found stand again: in full, and as a family name with a post."""

from __future__ import annotations

import re

from kg.annotate.layer import PersonMention
from kg.annotate.people.doctrine import GENERAL_SECRETARY, is_doctrine
from kg.annotate.people.followers import ends_here
from kg.annotate.people.patterns import AGAIN, SURNAME
from kg.annotate.people.search import Search


def in_full(search: Search) -> None:
    """Every other place where a name found stands, longer names first."""
    text = search.text
    names = sorted(
        {mention.name for mention in search.found.mentions} - {GENERAL_SECRETARY}, key=lambda name: (-len(name), name)
    )
    for name in names:
        for match in re.finditer(re.escape(name), text):
            start, end = match.span()
            if search.found.crosses(start, end) or search.bylines.cover(start) or is_doctrine(text, end):
                continue
            if len(name) > 2 or ends_here(text, end) >= -0.5:
                search.found.add(PersonMention(start, end, AGAIN.id, name=name, confidence=0.9))


def by_surname(search: Search) -> None:
    """王市长, where one official of the article alone bears that family name and holds that post."""
    text = search.text
    for chain in search.chains:
        title = chain.titles[0]
        start = chain.start - 1
        if chain.held or chain.group or not chain.posts or start < 0 or text[chain.start : title.end] != title.title:
            continue
        if search.found.crosses(start, chain.start) or (
            start and "\u4e00" <= text[start - 1] <= "\u9fff" and search.found.before(start) is None
        ):
            continue
        bearers = {
            m.name for m in search.found.mentions if m.name[0] == text[start] and m.official and "·" not in m.name
        }
        if len(bearers) != 1:
            continue
        name = bearers.pop()
        if any(post.title.endswith(title.title) for m in search.found.mentions if m.name == name for post in m.posts):
            search.found.add(PersonMention(start, chain.start, SURNAME.id, name=name, confidence=0.75))
            chain.held = True
