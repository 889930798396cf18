"""Reads the statements of an article in order: what each is about, and who does what in it."""

from __future__ import annotations

import re

from kg.annotate.events.held import Introduction, introductions
from kg.annotate.events.patterns import ACCOMPANIES, FROM_VISIT, HE_SAYS
from kg.annotate.events.roles import Act, Reading, pronouns, read
from kg.annotate.events.statements import MEETING, PEOPLE, Statement
from kg.annotate.events.story import Story, add, introduce, is_aside, travel
from kg.annotate.events.thread import Event, Gathering, Journey, matches, resolve
from kg.annotate.events.visits import Trip, arrival, trips
from kg.annotate.layer import Link, MeetingEvent

_AT_MEETING = re.compile(r"(?:^|[，。；])(?:在)?(?:会上|大会上)|(?:在)?会上(?=[，指强表说宣])")
_ON_VISIT = re.compile(
    r"(?:^|[，。；])(?:在)?(?:调研|走访|慰问|检查|考察|视察|督导|会见)(?:中|时|期间|过程中|现场)|在(?:此次|实地)?(?:调研|走访|慰问|检查|考察|视察|会见)(?:中|时|期间|过程中)"
)
_AT_SITE = re.compile(rf"^(?:随后，)?在(?!(?:讲话|致辞|发言|会|听取))[^，。；{MEETING}{PEOPLE}]{{2,45}}，{PEOPLE}")
_GOES_ON = re.compile(
    r"(?:一行|还|又|首先|随后|先后|等|实地|逐一|认真|详细|仔细|现场)*(?:来到|走进|前往|察看|查看|走访|参观|深入|看望|慰问|与[^，。]{1,12}(?:交谈|交流|握手))"
)
_CITED = re.compile(
    r"[”》]?(?:的?(?:会议)?精神|上(?:的|提出|作出|发表)|要求|部署要求|确定)|学员|代表|成员|人员|主题|主办方|嘉宾|选手|筹备|获奖"
)
_OF_VISIT = re.compile(r"(?:了)?(?:此次|有关|相关)?(?P<kind>调研|检查|考察|慰问|走访|会见|督导|视察|座谈调研)")
_ANYTHING = ("活动", "系列活动")
"""Kinds that a report of a visit uses for the visit."""
_SURE = re.compile(r"出席|参加|列席|见证|致辞|致词|讲话|发言|表示|指出|强调|说|签约|签署|签订|揭牌|宣布|主持.*")
"""What people are said to do before the report has named a meeting; theirs if it names just one."""

Scenes = list[tuple[int, Event | None]]
"""`(index in code, event)`: which event is meant from there on."""


def tell(story: Story, statement: Statement) -> None:
    """Take the next statement into the story."""
    made = list(introductions(statement))
    if statement.title:
        story.headline += [(one, statement) for one in made]
        return
    reading = read(statement)
    begun: dict[int, Gathering] = {}
    ceremony, story.ceremony = story.ceremony, None
    scenes = _scenes(
        story, reading, [one for one in made if one.verb < reading.content or one.at < reading.content], begun
    )
    for act in reading.acts:
        _act(story, reading, act, begun, scenes, story.ceremony or ceremony)
    _pronouns(story, statement, scenes)
    story.current = scenes[-1][1]
    if story.current is not None and story.current.told[-1] is not statement:
        story.current.told.append(statement)
    active = [act.group for act in reading.acts if act.group is not None] + [trip.subject for trip in trips(reading)]
    if active or reading.subjects:
        story.subject = statement.group(max(active) if active else reading.subjects[0]).people[:1]


def _pronouns(story: Story, statement: Statement, scenes: Scenes) -> None:
    for match in pronouns(statement):
        event = _scene(scenes, match.start())
        if isinstance(event, Gathering) and story.subject:
            name, at = story.subject[0].name, statement.offset(match.start("who"))
            if all(link.name != name for link in event.event.speakers):
                event.event.speakers.append(Link(name, at, at + 1, HE_SAYS.id))


def _scenes(story: Story, reading: Reading, made: list[Introduction], begun: dict[int, Gathering]) -> Scenes:
    code = reading.statement.code
    scenes: Scenes = [(0, story.current)]
    introduced = {one.at for one in made}
    moves: list[tuple[int, int, Introduction | Trip | int | str]] = [(one.verb, 2, one) for one in made]
    moves += [(trip.subject, 0, trip) for trip in trips(reading)]
    moves += [
        (i, 3, i)
        for i, c in enumerate(code)
        if c == MEETING and i not in introduced and i < reading.content and not _CITED.match(code, i + 1)
    ]
    moves += [(m.start(), 1, "meeting") for m in _AT_MEETING.finditer(code, 0, reading.content)]
    moves += [(m.start(), 1, "visit") for m in _ON_VISIT.finditer(code)]
    moves += [(0, 1, "site") for _ in _AT_SITE.finditer(code)]
    moves += [(s, 1, "site") for s in reading.subjects if _GOES_ON.match(code, s + 1)]
    for at, _, move in sorted(moves, key=lambda m: m[:2]):
        event = _move(story, reading, at, move, scenes[-1][1], begun)
        if event is not None:
            scenes.append((at, event))
    return scenes


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
        if told is None or told is now or not is_aside(story, reading, move, now):
            return told
        story.ceremony = told if move.name.kind.endswith("仪式") else None
        return None
    if isinstance(move, Trip):
        return travel(story, reading, move)
    if isinstance(move, int):
        return _named(story, reading, move, now)
    if move == "meeting":
        return now if isinstance(now, Gathering) else story.gatherings[-1] if story.gatherings else None
    if move == "visit":
        return now if isinstance(now, Journey) else story.journeys[-1] if story.journeys else None
    return _site(story, reading, at)


def _named(story: Story, reading: Reading, index: int, now: Event | None) -> Gathering | None:
    name = reading.statement.name(index)
    if name.kind in _ANYTHING and isinstance(now, Journey):
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
    if mine is not None or not story.several:
        return mine
    trip = arrival(reading, subject)
    return travel(story, reading, trip, kind=story.several) if trip else None


def _act(
    story: Story, reading: Reading, act: Act, begun: dict[int, Gathering], scenes: Scenes, ceremony: Gathering | None
) -> None:
    event = _scene(scenes, act.at)
    if act.meeting is not None:
        name = reading.statement.name(act.meeting)
        meant = begun.get(act.meeting) or resolve(name, event, story.gatherings)
        if meant is not None and not (isinstance(event, Journey) and name.kind in _ANYTHING):
            event = meant
    elif act.role == "part" and ceremony is not None:
        event = ceremony
    visit = _OF_VISIT.match(reading.view, act.end)
    if act.role == "along" or (
        act.role == "attend" and (visit or (act.meeting is None and isinstance(event, Gathering) and event.trip))
    ):
        event = _journey(story, event, visit["kind"] if visit else "") or event
    if isinstance(event, Journey):
        if act.role == "along" or (act.role == "attend" and any(ACCOMPANIES.find(reading.view, act.at, act.end))):
            add(event.event.companions, (p for p in act.people if not event.led_by((p,))), ACCOMPANIES.id)
    elif event is not None:
        _take(event, act)
    elif _SURE.fullmatch(reading.view[act.at : act.end]):
        story.unplaced.append(act)


def _journey(story: Story, event: Event | None, kind: str) -> Journey | None:
    """The visit that 参加调研, 参加会见 or a bare 陪同 means."""
    if kind:
        alike = [j for j in story.journeys if (j.event.kind == "会见") == (kind == "会见")]
        if alike and event not in alike:
            return alike[-1]
    if isinstance(event, Gathering):
        return event.trip or (story.journeys[-1] if story.journeys else None)
    return event


def _take(gathering: Gathering, act: Act) -> None:
    meeting = gathering.event
    lists = {"chair": meeting.chairs, "call": gathering.callers, "speak": meeting.speakers}
    add(lists.get(act.role, meeting.attendees), act.people, act.rule)


def finish(story: Story) -> list[Gathering]:
    """The meetings, complete, in the order of the text; that of the headline where the body names none."""
    if not story.gatherings:
        for made, statement in (pair for pair in story.headline if pair[0].strong):
            event = MeetingEvent(
                made.name.start, made.name.end, made.rule, made.name.name, made.name.kind, confidence=0.6
            )
            story.gatherings.append(Gathering(event, [made.name], [statement]))
            break
    for made, _ in story.headline:
        known = next((g for g in story.gatherings if not made.name.bare and matches(made.name, g)), None)
        if known is not None and made.name not in known.names:
            known.names.append(made.name)
    if len(story.gatherings) == 1 and not story.journeys and not story.gatherings[0].passing:
        for act in story.unplaced:
            _take(story.gatherings[0], act)
    for gathering in story.gatherings:
        _complete(gathering)
    return story.gatherings


def _complete(gathering: Gathering) -> None:
    meeting = gathering.event
    meeting.chairs = meeting.chairs or list(gathering.callers)
    chairs = {link.name for link in meeting.chairs}
    on_visit = [*gathering.trip.event.leaders, *gathering.trip.event.companions] if gathering.trip else []
    there = [
        *meeting.attendees,
        *(Link(link.name, link.start, link.end, FROM_VISIT.id) for link in on_visit),
        *gathering.callers,
        *meeting.speakers,
    ]
    meeting.attendees = [
        link for n, link in enumerate(there) if link.name not in chairs | {other.name for other in there[:n]}
    ]


def _scene(scenes: Scenes, at: int) -> Event | None:
    """The event meant at an index: the last scene that has begun, else the statement's first."""
    begun = [event for start, event in scenes if start <= at and event is not None]
    return begun[-1] if begun else next((event for _, event in scenes if event is not None), None)
