"""Reads the statements of an article in order and keeps the events that they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.annotate.events.circumstances import date_beside, place_beside, undated
from kg.annotate.events.held import Introduction, introductions
from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import ACCOMPANIES, ATTENDED, FROM_VISIT, HE_SAYS, HELD, TALKS, VISIT_PLACE
from kg.annotate.events.roles import Act, Reading, pronouns, read
from kg.annotate.events.statements import MEETING, PEOPLE, Statement, full_width
from kg.annotate.events.thread import Event, Gathering, Journey, begins, resolve
from kg.annotate.events.visits import Trip, arrival, places, trips
from kg.annotate.layer import Layer, Link, MeetingEvent, PersonMention, VisitEvent

_AT_MEETING = re.compile(r"(?:^|[，。；])(?:在)?(?:会上|大会上)|(?:在)?会上(?=[，指强表说宣])")
_ON_VISIT = re.compile(r"(?:^|[，。；])(?:在)?(?:调研|走访|慰问|检查|考察|视察|督导|会见)(?:中|时|期间|过程中|现场)|在(?:此次|实地)?(?:调研|走访|慰问|检查|考察|视察|会见)(?:中|时|期间|过程中)")
_AT_SITE = re.compile(rf"^(?:随后，)?在(?!(?:讲话|致辞|发言|会|听取))[^，。；{MEETING}{PEOPLE}]{{2,45}}，{PEOPLE}")
_GOES_ON = re.compile(r"(?:一行|还|又|首先|随后|先后|等|实地|逐一|认真|详细|仔细|现场)*(?:来到|走进|前往|察看|查看|走访|参观|深入|看望|慰问|与[^，。]{1,12}(?:交谈|交流|握手))")
_CITED = re.compile(r"[”》]?(?:的?(?:会议)?精神|上(?:的|提出|作出|发表)|要求|部署要求|确定)")
_OF_VISIT = re.compile(r"(?:了)?(?:此次|有关|相关)?(?:调研|检查|考察|慰问|走访|会见|督导|视察|座谈调研)")
_PART = re.compile(r"会上|会后|会前|会议还|大会还|现场|仪式|当天|当日|同日|期间|还|并|同时|活动")


def _add(links: list[Link], people: Iterable[PersonMention], rule: str) -> None:
    for person in people:
        if all(link.name != person.name for link in links):
            links.append(Link(person.name, person.start, person.end, rule))


class Narrator:
    """Meetings and visits of an article as they come up; `gatherings` and `journeys` in the order of the text."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self.gatherings: list[Gathering] = []
        self.journeys: list[Journey] = []
        self.current: Event | None = None
        self.headline: list[tuple[Introduction, Statement]] = []
        self._subject: tuple[PersonMention, ...] = ()
        self._several: str | None = None

    def tell(self, statement: Statement) -> None:
        """Take in the next statement."""
        made = list(introductions(statement))
        if statement.title:
            self.headline += [(one, statement) for one in made if one.strong]
            return
        reading = read(statement)
        made = [one for one in made if one.verb < reading.content or one.at < reading.content]
        begun: dict[int, Gathering] = {}
        scenes = self._scenes(reading, made, begun)
        for act in reading.acts:
            self._act(reading, act, begun, scenes)
        for match in pronouns(statement):
            event = _scene(scenes, match.start())
            if isinstance(event, Gathering) and len(self._subject) == 1:
                at = statement.offset(match.start("who"))
                if all(link.name != self._subject[0].name for link in event.event.speakers):
                    event.event.speakers.append(Link(self._subject[0].name, at, at + 1, HE_SAYS.id))
        self.current = scenes[-1][1]
        if self.current is not None and self.current.told[-1] is not statement:
            self.current.told.append(statement)
        active = [act.group for act in reading.acts if act.group is not None] + [t.subject for t in trips(reading)]
        if active:
            self._subject = statement.group(max(active)).people[:1]
        elif reading.subjects:
            self._subject = statement.group(reading.subjects[0]).people[:1]

    def _scenes(self, reading: Reading, made: list[Introduction], begun: dict[int, Gathering]) -> list[tuple[int, Event | None]]:
        """Which event is meant from which index of the statement on."""
        statement, code = reading.statement, reading.statement.code
        scenes: list[tuple[int, Event | None]] = [(0, self.current)]
        moves: list[tuple[int, int, Introduction | Trip | int | str]] = [(one.verb, 2, one) for one in made]
        moves += [(trip.subject, 0, trip) for trip in trips(reading)]
        introduced = {one.at for one in made}
        moves += [(i, 3, i) for i, c in enumerate(code) if c == MEETING and i not in introduced and i < reading.content and not _CITED.match(code, i + 1)]
        moves += [(m.start(), 1, "meeting") for m in _AT_MEETING.finditer(code, 0, reading.content)]
        moves += [(m.start(), 1, "visit") for m in _ON_VISIT.finditer(code)]
        moves += [(0, 1, "site") for _ in _AT_SITE.finditer(code)]
        moves += [(s, 1, "onward") for s in reading.subjects if _GOES_ON.match(code, s + 1)]
        for at, _, move in sorted(moves, key=lambda m: m[:2]):
            event = self._move(reading, at, move, scenes[-1][1], begun)
            if event is not None:
                scenes.append((at, event))
        return scenes

    def _move(self, reading: Reading, at: int, move: Introduction | Trip | int | str, now: Event | None, begun: dict[int, Gathering]) -> Event | None:
        if isinstance(move, Introduction):
            return self._introduce(reading, move, now, begun)
        if isinstance(move, Trip):
            return self._travel(reading, move)
        if isinstance(move, int):
            name = reading.statement.name(move)
            if name.kind in ("活动", "系列活动") and isinstance(now, Journey):
                return None
            known = resolve(name, now, self.gatherings)
            if known and not name.generic and name.name not in {n.name for n in known.names}:
                known.names.append(name)
            return known
        if move == "meeting":
            return now if isinstance(now, Gathering) else self.gatherings[-1] if self.gatherings else None
        if move == "visit":
            return now if isinstance(now, Journey) else self.journeys[-1] if self.journeys else None
        subject = next((s for s in reading.subjects if s >= at), None)
        if subject is None:
            return None
        people = reading.statement.group(subject).people
        mine = next((j for j in reversed(self.journeys) if j.led_by(people)), None)
        if mine is not None or not self._several:
            return mine
        trip = arrival(reading, subject)
        return self._travel(reading, trip, kind=self._several) if trip else None

    def _introduce(self, reading: Reading, made: Introduction, now: Event | None, begun: dict[int, Gathering]) -> Gathering | None:
        statement, name = reading.statement, made.name
        offset = statement.offset(made.verb)
        date = date_beside(self.layer, statement, max(offset, name.start) if made.rule == HELD.id else name.start, name)
        if date is None and (made.planned or made.loose):
            return None
        if made.rule == ATTENDED.id and name.generic and isinstance(now, Journey):
            return None
        if made.rule == ATTENDED.id and not name.bare and date is None and self.gatherings and not resolve(name, now, self.gatherings):
            return None
        place = place_beside(self.layer, statement, offset, name)
        known = resolve(name, now, self.gatherings)
        if begins(made, known, place, date[0] if date else None) or known is None:
            event = MeetingEvent(name.start, name.end, made.rule, name.name, name.kind, confidence=0.9 if made.strong else 0.75)
            known = Gathering(event, [name], [statement])
            self.gatherings.append(known)
            if isinstance(now, Journey) and (name.bare or made.rule == TALKS.id or "座谈" in name.kind):
                known.trip = now
        elif not name.generic and name.name not in {n.name for n in known.names}:
            known.names.append(name)
        if date and known.event.date is None:
            known.event.date, known.event.fields["date"] = date
        elif date is None and known.event.date is None and undated(self.layer, statement, offset):
            known.event.fields.setdefault("undated", (statement.start, offset, made.rule))
        if place and not known.place_said:
            known.event.place, known.place_said = place, True
        begun[made.at] = known
        subject = reading.subject_before(made.verb)
        if subject is not None and made.rule in (HELD.id, TALKS.id):
            _add(known.event.attendees, statement.group(subject).people, made.rule)
        return known

    def _travel(self, reading: Reading, trip: Trip, *, kind: str | None = None) -> Journey | None:
        statement = reading.statement
        group = statement.group(trip.subject)
        if trip.severally and len(group.people) > 1 and trip.kind != "会见":
            self._several = trip.kind
            return None
        offset = statement.offset(trip.at)
        date = date_beside(self.layer, statement, offset, None)
        kind = kind or trip.kind
        known = next((j for j in reversed(self.journeys) if j.led_by(group.people) and (j.event.kind == "会见") == (kind == "会见")), None)
        if known is None:
            event = VisitEvent(group.start, statement.offset(trip.end - 1) + 1, trip.rule, kind, confidence=0.85)
            known = Journey(event, [statement])
            self.journeys.append(known)
            _add(event.leaders, group.people, trip.rule)
            if date:
                event.date, event.fields["date"] = date
            elif undated(self.layer, statement, offset):
                event.fields["undated"] = (statement.start, offset, trip.rule)
        _add(known.event.companions, (p for p in reading.led.get(trip.subject, ()) if not known.led_by((p,))), ACCOMPANIES.id)
        if trip.where and kind != "会见":
            first, last = trip.where
            text = full_width(self.layer.article.text)[statement.offset(first) : statement.offset(last)] if last > first else ""
            for start, end in places(text):
                begin = statement.offset(first) + start
                known.event.places.append(Link(text[start:end], begin, begin + end - start, VISIT_PLACE.id))
        return known

    def _act(self, reading: Reading, act: Act, begun: dict[int, Gathering], scenes: list[tuple[int, Event | None]]) -> None:
        event = _scene(scenes, act.at)
        view = reading.view
        if act.meeting is not None:
            name: MeetingName = reading.statement.name(act.meeting)
            meant = begun.get(act.meeting) or resolve(name, event, self.gatherings)
            if meant is not None and not (isinstance(event, Journey) and name.kind in ("活动", "系列活动")):
                event = meant
        if act.role in ("along", "attend") and (act.role == "along" or _OF_VISIT.match(view, act.end)):
            event = event if isinstance(event, Journey) else event.trip if isinstance(event, Gathering) and event.trip else self.journeys[-1] if self.journeys else event
        if isinstance(event, Journey):
            if act.role == "along" or (act.role == "attend" and any(ACCOMPANIES.find(view, act.at, act.end))):
                _add(event.event.companions, (p for p in act.people if not event.led_by((p,))), ACCOMPANIES.id)
            return
        if event is None:
            return
        meeting = event.event
        if act.role == "chair":
            _add(meeting.chairs, act.people, act.rule)
        elif act.role == "call":
            _add(event.callers, act.people, act.rule)
        elif act.role == "speak":
            _add(meeting.speakers, act.people, act.rule)
        else:
            _add(meeting.attendees, act.people, act.rule)

    def gathered(self) -> Iterator[Gathering]:
        """The meetings in the order of the text; that of the headline where the body names none."""
        if not self.gatherings and self.headline:
            made, statement = self.headline[0]
            event = MeetingEvent(made.name.start, made.name.end, made.rule, made.name.name, made.name.kind, confidence=0.6)
            self.gatherings.append(Gathering(event, [made.name], [statement], title_only=True))
        for gathering in self.gatherings:
            self._complete(gathering)
            yield gathering

    def _complete(self, gathering: Gathering) -> None:
        meeting = gathering.event
        if not meeting.chairs:
            meeting.chairs.extend(gathering.callers)
        if gathering.trip is not None:
            for link in (*gathering.trip.event.leaders, *gathering.trip.event.companions):
                if all(link.name != known.name for known in meeting.attendees):
                    meeting.attendees.append(Link(link.name, link.start, link.end, FROM_VISIT.id))
        chairs = {link.name for link in meeting.chairs}
        for link in (*gathering.callers, *meeting.speakers):
            if all(link.name != known.name for known in meeting.attendees):
                meeting.attendees.append(Link(link.name, link.start, link.end, link.rule))
        meeting.attendees = [link for link in meeting.attendees if link.name not in chairs]


def _scene(scenes: list[tuple[int, Event | None]], at: int) -> Event | None:
    """The event meant at an index: the last scene that has begun, else the statement's first."""
    begun = [event for start, event in scenes if start <= at and event is not None]
    return begun[-1] if begun else next((event for _, event in scenes if event is not None), None)

