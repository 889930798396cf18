"""Who convened a meeting and what it was about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.events.joins import CONVENER, TOPIC_IN_NAME, TOPIC_OF_BUSINESS
from kg.annotate.events.names import MeetingName
from kg.annotate.events.statements import Statement, full_width
from kg.annotate.layer import Layer, Link

_JOINED = re.compile(r"[、和与及]|以及|会同|联合|，")
_HOLDS = re.compile(r"(?:联合|共同|组织|今天|昨天|\d+月\d+日|上午|下午|\s){0,4}(?:主办|召开|举行|举办|承办)")
_BUSINESS = re.compile(r"(?:会议|大会|会上)[^，。]{0,6}(?:听取|审议|讨论|研究|通过|通报|宣读|部署|传达)")


def conveners(layer: Layer, statement: Statement, verb: int) -> Iterator[Link]:
    """The organisations that stand in one row in front of the verb of holding."""
    text = full_width(layer.article.text)
    row: list[Link] = []
    at = None
    for organization in reversed(
        [o for o in layer.organizations if statement.start <= o.start and o.end <= statement.end]
    ):
        if at is None:
            if organization.end <= verb + 4 and _HOLDS.match(text, organization.end):
                at = organization.start
            else:
                continue
        elif _JOINED.fullmatch(text, organization.end, at):
            at = organization.start
        else:
            break
        row.append(Link(organization.name, organization.start, organization.end, CONVENER.id))
    yield from reversed(row)


def topics(layer: Layer, name: MeetingName, told: list[Statement]) -> Iterator[Link]:
    """Projects and initiatives in the name, in the sentence that reports the meeting, and in those that say what it dealt with.

    Args:
        layer: The article's.
        name: The meeting's fullest name.
        told: The statements of this meeting; the first is the one that reports it.
    """
    text = full_width(layer.article.text)
    for thing in [project.name for project in layer.projects] + [initiative.name for initiative in layer.initiatives]:
        at = text.find(thing, name.start, name.end)
        if at >= 0:
            yield Link(thing, at, at + len(thing), TOPIC_IN_NAME.id)
            continue
        for n, statement in enumerate(told):
            if n and not _BUSINESS.match(text, statement.start):
                continue
            at = text.find(thing, statement.start, statement.end)
            if at >= 0:
                yield Link(thing, at, at + len(thing), TOPIC_OF_BUSINESS.id)
                break
