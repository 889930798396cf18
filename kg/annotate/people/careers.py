"""Careers by their stages: 1998.07—2001.03 县水利局局长; who they are of, since and until when."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.layer import PersonMention
from kg.annotate.people.patterns import DATED
from kg.annotate.people.search import Search

_DAY = r"(?:(?:19|20)\d\d)(?:\s?[.．年/-]\s?\d{1,2}(?!\d))?(?:\s?[.．月/-]\s?\d{1,2}(?!\d)日?)?[月年]?"
_STAGE = re.compile(
    rf"(?<!\d)(?P<since>{_DAY})\s?(?:[-—－–~～─]{{1,3}}|至|到)\s?(?P<until>{_DAY}|至?今|现在|目前)?"
    rf"|(?:^|(?<=[\n。；，　 \t（(]))(?P<from>{_DAY})(?=[起后])",
    re.M,
)
_NUMBERS = re.compile(r"\d+")
_END = re.compile(r"[\n。]")
_TURN = re.compile("现任|现为|拟任|历任|曾任|不再|免去|提名")
"""Other verbs of office in the sentence, which have posts of their own."""
_OPENS = re.compile(r"简历|履历|，[男女]，|[\s\u3000][男女]，|出生|生于")
_HEADED = 400
"""Characters within which the one whose career it is stands before its first stage."""


def _iso(written: str) -> str | None:
    """`2001.11`, `2001年11月` as 2001-11; None where the month is none."""
    numbers: list[str] = _NUMBERS.findall(written)
    month = f"-{int(numbers[1]):02d}" if len(numbers) > 1 else ""
    if month and not 1 <= int(numbers[1]) <= 12:
        return None
    return numbers[0] + month


def _subject(search: Search, start: int) -> PersonMention | None:
    """Whose career begins at `start`: the last person before it who heads a line or an account of a life."""
    text = search.text
    mention = search.found.before(start)
    while mention is not None and start - mention.start <= _HEADED:
        headed = mention.start == 0 or text[mention.start - 1] in "\n　 ："
        if headed or _OPENS.match(text, mention.end) or text[mention.end : start].strip() in ("", "同志"):
            return mention
        mention = search.found.before(mention.start)
    return None


def careers(search: Search) -> None:
    """Give the posts of dated stages to the one whose career they tell."""
    text, stages = search.text, list(_STAGE.finditer(search.text))
    subject: PersonMention | None = None
    chains = iter(sorted((c for c in search.chains if c.posts and not c.group), key=lambda c: c.start))
    chain = next(chains, None)
    previous = -_HEADED
    for i, stage in enumerate(stages):
        end = _END.search(text, stage.end())
        stop = end.start() if end else len(text)
        if turn := _TURN.search(text, min(stop, stage.end() + 2), stop):
            stop = turn.start()
        if i + 1 < len(stages):
            stop = min(stop, stages[i + 1].start())
        while chain is not None and chain.start < stage.end():
            chain = next(chains, None)
        if chain is None:
            return
        if chain.start >= stop or chain.held:
            continue
        if subject is None or stage.start() - previous > _HEADED or search.found.before(stage.start()) is not subject:
            subject = _subject(search, stage.start())
        previous = stop
        if subject is None:
            continue
        since, until = _iso(stage["since"] or stage["from"]), stage["until"]
        finished = until is not None and until[0].isdigit()
        while chain is not None and chain.start < stop:
            if not chain.held and search.best(chain.end, 4.0) is None:
                posts = [
                    replace(
                        post,
                        rule=DATED.id,
                        since=since,
                        until=_iso(until) if finished else None,
                        status="former" if finished else post.status,
                    )
                    for post in chain.posts
                ]
                subject.posts.extend(posts)
                subject.official = True
                chain.held = True
            chain = next(chains, None)
