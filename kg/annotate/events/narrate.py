"""Reads the statements of an article in order, and gives each act of its people to the event it belongs to."""

from __future__ import annotations

import re

from kg.annotate.events.held import introductions
from kg.annotate.events.joins import FROM_VISIT
from kg.annotate.events.patterns import SAT_DOWN
from kg.annotate.events.role_patterns import HE_SAYS, SAYS
from kg.annotate.events.roles import Act, Reading, read
from kg.annotate.events.scenes import ANYTHING, Scenes, scene, scenes
from kg.annotate.events.statements import Statement
from kg.annotate.events.story import Story, add
from kg.annotate.events.thread import Event, Gathering, Journey, matches, resolve
from kg.annotate.events.visit_patterns import ACCOMPANIES, LED_BY, PARTY
from kg.annotate.events.visits import trips
from kg.annotate.layer import Link, MeetingEvent

_OF_VISIT = re.compile(r"(?:了)?(?:此次|有关|相关)?(?P<kind>调研|检查|考察|慰问|走访|会见|督导|视察|座谈调研)")
_SURE = re.compile(r"出席|参加|列席|见证|致辞|致词|讲话|发言|表示|指出|强调|说|签约|签署|签订|揭牌|宣布|主持.*")
"""What people are said to do before the report has named a meeting; theirs if it names just one."""
_TOLD = 100
"""Statements that an event keeps: where it was held and what it was about stands near its beginning."""


def tell(story: Story, statement: Statement) -> None:
    """Take the next statement into the story."""
    made = list(introductions(statement))
    if statement.title:
        story.headline += [(one, statement) for one in made]
        return
    reading = read(statement)
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
    story.talks = (statement, ends) if ends and isinstance(story.current, Journey) else None
    if story.current is not None and story.current.told[-1] is not statement and len(story.current.told) < _TOLD:
        story.current.told.append(statement)
    active = [act.group for act in reading.acts if act.group is not None] + [trip.subject for trip in trips(reading)]
    if active or reading.subjects:
        story.subject = statement.group(max(active) if active else reading.subjects[0]).people[:1]


def _pronouns(story: Story, statement: Statement, found: Scenes) -> None:
    """他指出: the words of the one spoken of last."""
    for match, _ in HE_SAYS.find(statement.code):
        event = scene(found, match.start())
        if isinstance(event, Gathering) and story.subject:
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
    visit = _OF_VISIT.match(reading.view, act.end)
    talks = act.meeting is None and isinstance(event, Gathering) and event.trip is not None
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
        _take(event, act, story.leaders if act.rule == SAYS.id else frozenset())
    elif _SURE.fullmatch(reading.view[act.at : act.end]):
        story.unplaced.append(act)


def _along(view: str, at: int) -> bool:
    """Whether the verb at an index says that somebody goes along on a visit."""
    assert ACCOMPANIES.pattern is not None
    return ACCOMPANIES.pattern.match(view, at) is not None


def _journey(story: Story, event: Event | None, kind: str) -> Journey | None:
    """The visit that 参加调研, 参加会见 or a bare 陪同 means."""
    if kind:
        alike = [j for j in story.journeys if (j.event.kind == "会见") == (kind == "会见")]
        if alike and event not in alike:
            return alike[-1]
    if isinstance(event, Gathering):
        return event.trip or (story.journeys[-1] if story.journeys else None)
    return event


def _take(gathering: Gathering, act: Act, quoted: frozenset[str] = frozenset()) -> None:
    """Give the people of an act their part, save those of `quoted` who are not known to be there."""
    meeting = gathering.event
    lists = {"chair": meeting.chairs, "call": gathering.callers, "speak": meeting.speakers}
    there = {link.name for link in (*meeting.chairs, *meeting.attendees)}
    people = [person for person in act.people if person.name in there or person.name not in quoted]
    add(lists.get(act.role, meeting.attendees), people, act.rule)


def finish(story: Story) -> list[Gathering]:
    """The meetings, complete, in the order of the text; that of the headline where the body names none."""
    if not story.gatherings:
        for made, statement in (pair for pair in story.headline if pair[0].strong):
            name = made.name
            event = MeetingEvent(name.start, name.end, made.rule, name.name, name.kind, confidence=0.6)
            story.gatherings.append(Gathering(event, [name], [statement]))
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
    """Callers chair where nobody else does; speakers and those on its visit were there; chairs are no attendees."""
    meeting = gathering.event
    meeting.chairs = meeting.chairs or list(gathering.callers)
    on_visit: list[Link] = []
    if gathering.trip:
        visit = gathering.trip.event
        on_visit = [*visit.leaders, *(link for link in visit.companions if link.rule != LED_BY.id)]
    kept: dict[str, Link] = {link.name: link for link in meeting.attendees}
    for link in on_visit:
        kept.setdefault(link.name, Link(link.name, link.start, link.end, FROM_VISIT.id))
    for link in (*gathering.callers, *meeting.speakers):
        kept.setdefault(link.name, link)
    chairs = {link.name for link in meeting.chairs}
    meeting.attendees = [link for link in kept.values() if link.name not in chairs]
