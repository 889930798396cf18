"""Which event a statement is about, from one place in it to the next."""

from __future__ import annotations

import re

from kg.annotate.events.asides import is_aside
from kg.annotate.events.held import Introduction
from kg.annotate.events.journeys import sit_down, travel
from kg.annotate.events.roles import Reading
from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.events.story import Story, introduce
from kg.annotate.events.thread import Event, Gathering, Journey, resolve
from kg.annotate.events.visits import Trip, arrival, led_party, stay, trips

Scenes = list[tuple[int, Event | None]]
"""`(index in code, event)`: which event is meant from there on."""
ANYTHING = ("活动", "系列活动")
"""Kinds that a report of a visit uses for the visit."""

_INSPECTION = r"调研|走访|慰问|检查|考察|视察|督导|会见|会面"
_AT_MEETING = re.compile(
    r"(?:^|[，。；])(?:在)?(?:会上|大会上|座谈(?:交流)?[中时]|交流中)|(?:在)?会上(?=[，指强表说宣])"
)
_ADJACENT = 3
"""Characters of blank between two sentences at most."""
_DOWN = re.compile(r"(?:进行|开展|展开|举行|召开)了?[^，。；]{0,10}座谈[^，。；]{0,4}[。]?\s*$")
_SPEAKS_NEXT = re.compile(
    rf"^(?:期间，|随后，)?[^，。；{MEETING}{PEOPLE}]{{0,30}}{PEOPLE}(?:同志)?(?:[^，。]{{0,30}}，)?(?:他|她)?[^，。；{MEETING}{PEOPLE}]{{0,20}}(?:指出|强调|表示|说|要求|介绍|希望)[，：]?"
)
"""Whoever speaks right behind a sentence that ends in talks speaks at them."""
_ON_VISIT = re.compile(
    rf"(?:^|[，。；])(?:在)?(?:{_INSPECTION})(?:中|时|期间|过程中|现场)"
    rf"|在(?:此次|实地)?(?:{_INSPECTION})(?:中|时|期间|过程中)"
)
_AT_SITE = re.compile(rf"^(?:随后，)?在(?!(?:讲话|致辞|发言|会|听取))[^，。；{MEETING}{PEOPLE}]{{2,45}}，{PEOPLE}")
_GOES_ON = re.compile(
    r"(?:一行|还|又|首先|随后|先后|等|实地|逐一|认真|详细|仔细|现场)*"
    r"(?:来到|走进|前往|察看|查看|走访|参观|深入|看望|慰问|与[^，。]{1,12}(?:交谈|交流|握手))"
)
ONLY_NAMED = re.compile(
    r"[”》]?(?:的?(?:会议)?精神|上(?:的|提出|作出|发表)|要求|部署要求|确定)"
    r"|起|以来|学员|代表|成员|人员|主题|主办方|嘉宾|选手|筹备|获奖"
)


def scenes(story: Story, reading: Reading, made: list[Introduction], begun: dict[int, Gathering]) -> Scenes:
    """The scenes of a statement, the first being what the report was about before.

    Args:
        story: What was told before; takes in the meetings and visits that the statement brings.
        reading: The statement.
        made: The meetings that it reports.
        begun: Filled with the meeting of each name that reports one, by the name's index.
    """
    code = reading.statement.code
    found: Scenes = [(0, story.current)]
    introduced = {one.at for one in made}
    moves: list[tuple[int, int, Introduction | Trip | int | str]] = [(one.verb, 2, one) for one in made]
    going = list(trips(reading))
    if not going and story.party and (trip := led_party(reading, story.party)):
        going = [trip]
    moves += [(trip.subject, 0, trip) for trip in going]
    moves += [
        (i, 3, i)
        for i, sign in enumerate(code[: reading.content])
        if sign == MEETING and i not in introduced and not ONLY_NAMED.match(code, i + 1)
    ]
    moves += [(match.start(), 1, "meeting") for match in _AT_MEETING.finditer(code, 0, reading.content)]
    if (
        story.talks
        and reading.statement.start - story.talks[0].end < _ADJACENT
        and _DOWN.search(story.talks[0].code)
        and _SPEAKS_NEXT.match(code)
    ):
        moves.append((0, 1, "meeting"))
    moves += [(match.start(), 1, "visit") for match in _ON_VISIT.finditer(code)]
    moves += [(0, 1, "site") for _ in _AT_SITE.finditer(code)]
    moves += [(subject, 1, "site") for subject in reading.subjects if _GOES_ON.match(code, subject + 1)]
    for at, _, move in sorted(moves, key=lambda m: m[:2]):
        event = _move(story, reading, at, move, found[-1][1], begun)
        if event is not None:
            found.append((at, event))
    return found


def scene(found: Scenes, at: int) -> Event | None:
    """The event meant at an index: the last scene that has begun, else the statement's first."""
    begun = [event for start, event in found if start <= at and event is not None]
    return begun[-1] if begun else next((event for _, event in found if event is not None), None)


def _move(
    story: Story,
    reading: Reading,
    at: int,
    move: Introduction | Trip | int | str,
    now: Event | None,
    begun: dict[int, Gathering],
) -> Event | None:
    """The event that the report goes over to; None if it stays."""
    if isinstance(move, Introduction):
        told = introduce(story, reading, move, now, begun)
        if told is None or told is now or not is_aside(story.layer, reading, move, now):
            return told
        story.ceremony = told if move.name.kind.endswith("仪式") else None
        return None
    if isinstance(move, Trip):
        return travel(story, reading, move)
    if isinstance(move, int):
        return _named(story, reading, move, now)
    if move == "meeting":
        if isinstance(now, Journey) and story.talks:
            return sit_down(story, now, *story.talks)
        return now if isinstance(now, Gathering) else story.gatherings[-1] if story.gatherings else None
    if move == "visit":
        return now if isinstance(now, Journey) else story.journeys[-1] if story.journeys else None
    return _site(story, reading, at)


def _named(story: Story, reading: Reading, index: int, now: Event | None) -> Gathering | None:
    name = reading.statement.name(index)
    if name.kind in ANYTHING and isinstance(now, Journey):
        return None
    known = resolve(name, now, story.gatherings)
    if known:
        known.call(name, sure=False)
    return known


def _site(story: Story, reading: Reading, at: int) -> Journey | None:
    """The visit of the people who are said to be somewhere or to go on."""
    subject = next((s for s in reading.subjects if s >= at), None)
    if subject is None:
        return None
    people = reading.statement.group(subject).people
    mine = next((j for j in reversed(story.journeys) if j.led_by(people)), None)
    alone = mine is not None and mine.severally and len(people) < len(mine.event.leaders)
    if (mine is not None and not alone) or not story.several:
        return mine
    trip = arrival(reading, subject) or (stay(reading, subject) if story.shares(people) else None)
    return travel(story, reading, trip, kind=story.several) if trip else mine
