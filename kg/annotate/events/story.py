"""What has been told so far, and how one more meeting or visit goes into it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.annotate.events.asides import AFTER
from kg.annotate.events.dating import apart, date_beside, undated
from kg.annotate.events.groups import Group
from kg.annotate.events.held import Introduction
from kg.annotate.events.links import add
from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import AT_NAME, ATTENDED, DOES, GUESTS, HELD, TAKES_PLACE, TALKS, THIS
from kg.annotate.events.placing import place_beside
from kg.annotate.events.roles import ASIDE, Act, Reading
from kg.annotate.events.statements import PEOPLE, Statement, within
from kg.annotate.events.thread import Event, Gathering, Journey, begins, resolve
from kg.annotate.layer import Layer, MeetingEvent, PersonMention
from kg.model.dates import bounds

_PART = 4
"""Characters in front of the kind of a ceremony that is a part of the meeting told: 倡议书启动仪式上."""
_OF = re.compile(r"[”》]?的[^，。]{0,4}(?:举[办行]|召开)")
"""仪式的成功举行: of a meeting already told."""
_MONTH = dt.timedelta(days=31)
_AS_SUBJECT = re.compile(
    r"(?:并|还|又|也|主持|组织|紧急|立即|迅速|随后|分别|现场|将|今天|明天|当[天日晚]|上午|下午|晚上|就[^，]{1,40}|在[^，]{1,40}|于[^，]{1,20}|以[^，]{1,20}"
    r"|\d+[日月时]|先后|代表[^，]{1,20}|率[^，]{1,20}|一同|共同|联合)*"
)


@dataclass(slots=True)
class Story:
    """The events of an article as far as it was read, in the order of the text."""

    layer: Layer
    leaders: frozenset[str] = frozenset()
    """Who leads the nation: quoted everywhere, so that words alone put him nowhere."""
    officials: frozenset[str] = frozenset()
    """Who holds a post somewhere in the article."""
    gatherings: list[Gathering] = field(default_factory=list)
    journeys: list[Journey] = field(default_factory=list)
    current: Event | None = None
    headline: list[tuple[Introduction, Statement]] = field(default_factory=list)
    """Meetings that the headline names."""
    unplaced: list[tuple[Act, Statement]] = field(default_factory=list)
    """What people did before any event was told."""
    subject: tuple[PersonMention, ...] = ()
    """Who was spoken of last."""
    several: str | None = None
    """The kind of the visits, where several leaders go each their own way."""
    mentioned: list[MeetingName] = field(default_factory=list)
    """Names of meetings in the body that no rule reports as held."""
    roll: bool = False
    """Whether the lines that follow are a roll of those present."""
    quoted: bool = False
    """Whether the last statement ended with a quotation."""
    apart: set[str] = field(default_factory=set)
    """Who goes each his own way."""
    chairing: list[Act] = field(default_factory=list)
    """Who was said on a visit to chair a meeting that is not named yet."""
    party: tuple[Statement, re.Match[str]] | None = None
    """A party that the last statement says went somewhere, without its leader."""
    talks: tuple[Statement, re.Match[str]] | None = None
    """Talks on a visit (与…座谈) with which the last statement ended."""
    ceremony: Gathering | None = None
    """A ceremony within the current meeting that the last statement told of."""

    def shares(self, people: Iterable[PersonMention]) -> bool:
        """Whether they are among several who go each their own way."""
        return all(person.name in self.apart for person in people)


def introduce(
    story: Story, reading: Reading, made: Introduction, now: Event | None, begun: dict[int, Gathering]
) -> Gathering | None:
    """Take in a meeting that a statement reports: a new one, or more of one told before; None if it is neither."""
    statement, name = reading.statement, made.name
    offset = statement.offset(made.verb)
    date = date_beside(story.layer, statement, max(offset, name.start) if made.rule == HELD.id else name.start, name)
    known = resolve(name, now, story.gatherings, loosely=made.rule == AT_NAME.id) or _of_headline(
        story, statement, name
    )
    if known is None and made.rule == AT_NAME.id and date is None and len(story.gatherings) == 1:
        known = story.gatherings[0] if story.gatherings[0].event.kind == name.kind else None
    if known is None and made.rule == AT_NAME.id and date is None and isinstance(now, Gathering):
        known = now if name.kind.endswith("仪式") and len(name.name) <= len(name.kind) + _PART else None
    if not _credible(story, reading, made, now, known, dated=date is not None):
        return None
    if known is None and made.rule == DOES.id and date and _long_ago(story.layer, date[0]):
        return None
    place = place_beside(story.layer, statement, offset, name)
    after = made.rule == HELD.id and name.bare and AFTER.search(reading.view, 0, made.verb)
    if known is None or after or begins(made, known, place, date[0] if date else None):
        event = MeetingEvent(
            name.start, name.end, made.rule, name.name, name.kind, confidence=0.9 if made.strong else 0.75
        )
        known = Gathering(event, [name], [statement], passing=made.passing and not name.bare)
        story.gatherings.append(known)
        for act in story.chairing:
            add(known.event.chairs, act.people, act.rule)
        story.chairing.clear()
        other_day = date is not None and isinstance(now, Journey) and now.event.date and apart(date[0], now.event.date)
        if isinstance(now, Journey) and not other_day and (name.bare or made.rule == TALKS.id or "座谈" in name.kind):
            known.trip = now
    else:
        known.call(name, sure=made.rule != AT_NAME.id)
    if known.event.date is None:
        if date and not (known.undated and len(date[0]) < len("2024-03-05")):
            known.event.date, known.event.fields["date"] = date
        known.undated = known.undated or (date is None and undated(story.layer, statement, offset))
    if place and not known.place_said:
        known.event.place, known.place_said = place, True
    begun[made.at] = known
    _hosts(reading, made, known)
    return known


def _long_ago(layer: Layer, date: str) -> bool:
    """Whether a day lies more than a month before the publication: what a meeting decided then is background."""
    published = layer.article.published_on
    return published is not None and bounds(published)[0] - bounds(date)[1] > _MONTH


def _of_headline(story: Story, statement: Statement, name: MeetingName) -> Gathering | None:
    """The meeting of a headline that the page glued to the first sentence (原标题：…), where that names one of its kind."""
    last = story.gatherings[-1] if story.gatherings else None
    glued = last is not None and last.told[0] is statement and statement.code.lstrip().startswith("原标题")
    return last if last and glued and last.event.kind == name.kind else None


def _credible(
    story: Story, reading: Reading, made: Introduction, now: Event | None, known: Gathering | None, *, dated: bool
) -> bool:
    """Whether a statement so worded reports a meeting, given what was told before it."""
    if made.rule == GUESTS.id:
        dated = dated or made.name.kind.endswith("会谈") or _dated_before(story, reading.statement)
        return dated and not story.gatherings and now is None and bool(reading.subjects)
    if (
        made.rule == TAKES_PLACE.id
        and known is None
        and story.gatherings
        and _OF.match(reading.statement.code, made.at + 1)
    ):
        return False
    if made.passing and (story.gatherings or story.journeys) and _by_leaders(story, reading):
        return False
    if made.rule == THIS.id:
        return not story.gatherings or known is not None
    if made.rule == AT_NAME.id and made.name.generic and known is None:
        return not story.gatherings and not story.journeys and bool(story.unplaced)
    if made.rule == AT_NAME.id and isinstance(now, Journey) and not (made.name.bare or dated):
        return PEOPLE in reading.view
    if made.rule == ATTENDED.id and isinstance(now, Journey) and made.name.generic:
        return False
    if made.rule == ATTENDED.id and not made.name.bare and not dated and story.gatherings and known is None:
        return False
    return dated or not (made.planned or made.loose)


def _by_leaders(story: Story, reading: Reading) -> bool:
    """Whether the statement tells only of leaders of the nation, whom every report cites."""
    people = [person.name for index in reading.subjects for person in reading.statement.group(index).people]
    return bool(people) and story.leaders.issuperset(people)


def _dated_before(story: Story, statement: Statement) -> bool:
    """Whether a day is given in front of the statement: what the report tells was on it."""
    return any(
        date.value and len(date.value) > len("2024-03")
        for date in within(story.layer.dates, story.layer.article.body_start, statement.start)
    )


def _hosts(reading: Reading, made: Introduction, gathering: Gathering) -> None:
    """Those who hold a meeting are there; at talks the guests too."""
    statement = reading.statement
    if made.rule == GUESTS.id or made.name.kind.endswith("会谈"):
        for index, sign in sorted(statement.signs.items()):
            if index < made.verb and isinstance(sign, Group):
                add(gathering.event.attendees, sign.people, made.rule)
    subject = reading.subject_before(made.verb)
    if (
        subject is None
        or made.rule not in (HELD.id, TALKS.id)
        or ASIDE.search(reading.view, max(0, subject - 10), subject)
    ):
        return
    between = reading.view[subject + 1 : made.verb]
    if "，" not in between or _AS_SUBJECT.fullmatch(between.rpartition("，")[2]):
        add(gathering.event.attendees, statement.group(subject).people, made.rule)
        add(gathering.hosts, statement.group(subject).people, made.rule)
