"""Reads the statements of an article in order, and gives each act of its people to the event it belongs to."""

from __future__ import annotations

import re

from kg.annotate.events.held import introductions
from kg.annotate.events.joins import ROLL
from kg.annotate.events.links import add, take
from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import SAT_DOWN
from kg.annotate.events.role_patterns import ATTENDS_LIST, CHAIR_LABEL, CHAIRED_BY, HE_SAYS, SAYS
from kg.annotate.events.roles import Act, Reading, read
from kg.annotate.events.roll import entry, opens_roll
from kg.annotate.events.scenes import ANYTHING, ONLY_NAMED, Scenes, scene, scenes
from kg.annotate.events.statements import MEETING, Statement
from kg.annotate.events.story import Story
from kg.annotate.events.thread import Event, Gathering, Journey, resolve
from kg.annotate.events.visit_patterns import ACCOMPANIES, PARTY
from kg.annotate.events.visits import trips
from kg.annotate.layer import Link

_OF_VISIT = re.compile(r"(?:了)?(?:此次|有关|相关)?(?P<kind>调研|检查|考察|慰问|走访|会见|会面|督导|视察|座谈调研)")
_ALL_OF_IT = re.compile(rf"(?:了)?(?:上述|以上|有关|相关)(?:{MEETING}|活动)")
"""参加上述活动, behind a visit and the meeting on it: of both."""
_SURE = re.compile(
    r"出席|参加|列席|见证|致辞|致词|讲话|发言|表示|指出|强调|说|签约|签署|签订|揭牌|宣布|宣读|通报|汇报|授课|讲授|宣誓|领誓|监誓|主持.*"
)
"""What people are said to do before the report has named a meeting; theirs if it names just one."""
_LISTED = (ATTENDS_LIST.id, ROLL.id, CHAIR_LABEL.id, CHAIRED_BY.id)
"""Rules whose people stand in a list of those present, wherever the meeting is named."""
_TOLD = 100
"""Statements that an event keeps: where it was held and what it was about stands near its beginning."""


def tell(story: Story, statement: Statement) -> None:
    """Take the next statement into the story."""
    made = list(introductions(statement))
    if statement.title:
        story.headline += [(one, statement) for one in made]
        return
    if story.roll and (listed := entry(statement)):
        _enrol(story, statement, listed)
        return
    story.roll = opens_roll(statement)
    introduced = {one.at for one in made}
    story.mentioned += [
        sign
        for at, sign in sorted(statement.signs.items())
        if isinstance(sign, MeetingName) and at not in introduced and not ONLY_NAMED.match(statement.code, at + 1)
    ]
    reading = read(statement, quoted_before=story.quoted, officials=story.officials)
    story.quoted = statement.code.rstrip().endswith("”")
    begun: dict[int, Gathering] = {}
    ceremony, story.ceremony = story.ceremony, None
    found = scenes(story, reading, [one for one in made if min(one.verb, one.at) < reading.content], begun)
    for act in reading.acts:
        _act(story, reading, act, begun, found, story.ceremony or ceremony)
    _pronouns(story, statement, found)
    if not reading.subjects and (goes := next((match for match, _ in PARTY.find(statement.code)), None)):
        story.party = (statement, goes)
    story.current = found[-1][1]
    ends = next((match for match, _ in SAT_DOWN.find(statement.code)), None)
    if not isinstance(story.current, Journey):
        story.talks = None
    elif ends and story.current.event.kind != "会见":
        story.talks = (statement, ends)
    if story.current is not None and story.current.told[-1] is not statement and len(story.current.told) < _TOLD:
        story.current.told.append(statement)
    active = [act.group for act in reading.acts if act.group is not None] + [trip.subject for trip in trips(reading)]
    if active or reading.subjects:
        story.subject = statement.group(max(active) if active else reading.subjects[0]).people[:1]


def _enrol(story: Story, statement: Statement, act: Act) -> None:
    """A line of a roll: of the meeting told of, or of the one that will be."""
    event = story.current or (story.gatherings[-1] if story.gatherings else None)
    if isinstance(event, Journey):
        add(event.event.companions, (p for p in act.people if not event.led_by((p,))), act.rule)
    elif event is not None:
        add(event.event.attendees, act.people, act.rule)
    else:
        story.unplaced.append((act, statement))


def _pronouns(story: Story, statement: Statement, found: Scenes) -> None:
    """他指出: the words of the one spoken of last."""
    for match, _ in HE_SAYS.find(statement.code):
        event = scene(found, match.start())
        if not story.subject or story.subject[0].name in story.leaders:
            continue
        if event is None:
            story.unplaced.append((Act("speak", HE_SAYS.id, match.start("who"), match.end(), story.subject), statement))
        elif isinstance(event, Gathering):
            name, at = story.subject[0].name, statement.offset(match.start("who"))
            if all(link.name != name for link in event.event.speakers):
                event.event.speakers.append(Link(name, at, at + 1, HE_SAYS.id))


def _act(
    story: Story,
    reading: Reading,
    act: Act,
    begun: dict[int, Gathering],
    found: Scenes,
    ceremony: Gathering | None,
) -> None:
    event = scene(found, act.at)
    if act.meeting is not None:
        name = reading.statement.name(act.meeting)
        meant = begun.get(act.meeting) or resolve(name, event, story.gatherings)
        if meant is not None and not (isinstance(event, Journey) and name.kind in ANYTHING):
            event = meant
    elif act.role == "part" and ceremony is not None:
        event = ceremony
    visit, everything = _OF_VISIT.match(reading.view, act.end), _ALL_OF_IT.match(reading.view, act.end)
    talks = (act.meeting is None or bool(everything)) and isinstance(event, Gathering) and event.trip is not None
    if act.role == "along" or (act.role == "attend" and (visit or talks)):
        event = _journey(story, event, visit["kind"] if visit else "") or event
    if isinstance(event, Journey):
        goes_along = act.role == "attend" and _along(reading.view, act.at)
        if act.role == "along" or goes_along:
            others = (person for person in act.people if not event.led_by((person,)))
            add(event.event.companions, others, ACCOMPANIES.id if goes_along else act.rule)
        elif act.role == "chair":
            story.chairing.append(act)
    elif event is not None:
        take(event, act, story.leaders if act.rule == SAYS.id else frozenset())
    elif act.rule in _LISTED or _SURE.fullmatch(reading.view[act.at : act.end]):
        story.unplaced.append((act, reading.statement))


def _along(view: str, at: int) -> bool:
    """Whether the verb at an index says that somebody goes along on a visit."""
    assert ACCOMPANIES.pattern is not None
    return ACCOMPANIES.pattern.match(view, at) is not None


def _journey(story: Story, event: Event | None, kind: str) -> Journey | None:
    """The visit that 参加调研, 参加会见 or a bare 陪同 means."""
    if kind:
        kind = "会见" if kind == "会面" else kind
        alike = [j for j in story.journeys if (j.event.kind == "会见") == (kind == "会见")]
        if alike and event not in alike:
            return alike[-1]
    if isinstance(event, Gathering):
        return event.trip or (story.journeys[-1] if story.journeys else None)
    return event
