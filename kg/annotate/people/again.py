"""Where the names found stand again: in full, as a family name with a post, as a given name with a form of address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.annotate.layer import PersonMention
from kg.annotate.people.doctrine import GENERAL_SECRETARY, is_doctrine
from kg.annotate.people.followers import ends_here
from kg.annotate.people.offices import OFFICE
from kg.annotate.people.patterns import AGAIN, GIVEN, SURNAME
from kg.annotate.people.search import Search

_SHORT = 4
"""Characters of a title that people are addressed by: 书记, 副市长."""
_COMRADE = re.compile("同志(?!们)")


def _places(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def in_full(search: Search) -> None:
    """Every other place where a name found stands, longer names first."""
    text = search.text
    names = sorted(
        {mention.name for mention in search.found.mentions} - {GENERAL_SECRETARY}, key=lambda name: (-len(name), name)
    )
    for name in names:
        for start in _places(name, text):
            end = start + len(name)
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
        if len(title.title) > _SHORT:
            # 已任|市委宣传部部长: nobody is addressed by a title with its body
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


def by_given_name(search: Search) -> None:
    """启航书记, 启航同志, where the article names one person in full whose given name that is."""
    text = search.text
    full: dict[str, set[str]] = defaultdict(set)
    for mention in search.found.mentions:
        if len(mention.name) == 3:
            full[mention.name[1:]].add(mention.name)
    ends = [chain.start for chain in search.chains if chain.posts and len(chain.titles[0].title) <= _SHORT]
    for end in [*ends, *(match.start() for match in _COMRADE.finditer(text))]:
        names = full.get(text[max(0, end - 2) : end], set())
        if len(names) != 1 or OFFICE.fullmatch(text, end - 2, end):
            continue
        name = next(iter(names))
        known = search.found.at(end - 2)
        if known is not None and known.end == end:
            known.name, known.rule = name, GIVEN.id
        elif not search.found.crosses(end - 2, end) and search.opens(end - 2):
            search.found.add(PersonMention(end - 2, end, GIVEN.id, name=name, confidence=0.75))
