"""Who convened a meeting and what it was about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.events.joins import CONVENER, PLACE_OF_HOLDER, TOPIC_IN_NAME, TOPIC_OF_BUSINESS
from kg.annotate.events.levels import run_of
from kg.annotate.events.names import MeetingName
from kg.annotate.events.statements import Statement, full_width, within
from kg.annotate.layer import Layer, Link
from kg.annotate.places.setting import link

_JOINED = re.compile(r"[、和与及]|以及|会同|联合|，")
_HOLDS = re.compile(r"(?:联合|共同|组织|今天|昨天|\d+月\d+日|上午|下午|\s){0,4}(?:主办|召开|举行|举办|承办)")
_HOSTED = re.compile(r"(?:本次|此次|该|这次|据悉，|据了解，|据介绍，)[^，。]{0,30}?(?<![经自理])由(?:中共)?")
_HOSTS = re.compile(r"(?:(?!指导)[^。]){0,60}?(?:主办|举办|承办)")
_REACH = 60
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


def hosted_by(layer: Layer, told: list[Statement]) -> Link | None:
    """The division of the body that a later sentence gives as the host: 此次推介会由某某区主办."""
    text = full_width(layer.article.text)
    for statement in told[1:]:
        match = _HOSTED.search(text, statement.start, min(statement.end, statement.start + _REACH))
        if match is None:
            continue
        for body in within(layer.organizations, match.end(), statement.end):
            if body.of is not None and body.start <= match.end() + 1 and _HOSTS.search(text, body.end, statement.end):
                return Link(body.of.name, body.start, body.end, PLACE_OF_HOLDER.id, body.of.code)
        for place in within(layer.places, match.end(), statement.end):
            if (
                place.start <= match.end() + 1
                and place.level != "nation"
                and _HOSTS.search(text, place.end, statement.end)
            ):
                return link(run_of(layer, place), PLACE_OF_HOLDER.id)
    return None


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
