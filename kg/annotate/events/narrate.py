"""Reads the statements of an article in order and keeps the events that they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.annotate.events.circumstances import date_beside, place_beside, undated
from kg.annotate.events.groups import Group
from kg.annotate.events.held import Introduction, introductions
from kg.annotate.events.names import MeetingName
from kg.annotate.events.patterns import ACCOMPANIES, AT_NAME, ATTENDED, FROM_VISIT, GUESTS, HE_SAYS, HELD, TALKS, THIS, VISIT_PLACE
from kg.annotate.events.roles import ASIDE, Act, Reading, pronouns, read
from kg.annotate.events.statements import MEETING, PEOPLE, Statement, full_width
from kg.annotate.events.thread import Event, Gathering, Journey, begins, resolve
from kg.annotate.events.visits import Trip, arrival, places, trips
from kg.annotate.layer import Layer, Link, MeetingEvent, PersonMention, VisitEvent

_AT_MEETING = re.compile(r"(?:^|[，。；])(?:在)?(?:会上|大会上)|(?:在)?会上(?=[，指强表说宣])")
_ON_VISIT = re.compile(r"(?:^|[，。；])(?:在)?(?:调研|走访|慰问|检查|考察|视察|督导|会见)(?:中|时|期间|过程中|现场)|在(?:此次|实地)?(?:调研|走访|慰问|检查|考察|视察|会见)(?:中|时|期间|过程中)")
_AT_SITE = re.compile(rf"^(?:随后，)?在(?!(?:讲话|致辞|发言|会|听取))[^，。；{MEETING}{PEOPLE}]{{2,45}}，{PEOPLE}")
_GOES_ON = re.compile(r"(?:一行|还|又|首先|随后|先后|等|实地|逐一|认真|详细|仔细|现场)*(?:来到|走进|前往|察看|查看|走访|参观|深入|看望|慰问|与[^，。]{1,12}(?:交谈|交流|握手))")
_CITED = re.compile(r"[”》]?(?:的?(?:会议)?精神|上(?:的|提出|作出|发表)|要求|部署要求|确定)")
_OF_VISIT = re.compile(r"(?:了)?(?:此次|有关|相关)?(?P<kind>调研|检查|考察|慰问|走访|会见|督导|视察|座谈调研)")

_WITHIN = re.compile(rf"(?:会上|会后|会前|现场|期间|活动[中期]|(?:在)?{MEETING}(?:上|还|期间|现场|中|结束后|后|前)?)[^。{PEOPLE}]*$")
_NEXT = re.compile(r"随后|会后|接着|之后|上午|下午|晚上|当天|当日|同日|紧接着|日前|近日")
_OBJECT_NAME = re.compile(r"学员|代表|成员|人员|主题|主办方|嘉宾|选手|筹备|获奖")
_SURE = re.compile(r"出席|参加|列席|见证|致辞|致词|讲话|发言|表示|指出|强调|说|签约|签署|签订|揭牌|宣布")
"""What people are said to do before the report has named a meeting; theirs if it names just one."""
_AS_SUBJECT = re.compile(r"(?:并|还|又|也|主持|组织|紧急|立即|迅速|随后|分别|现场|将|今天|明天|当[天日晚]|上午|下午|晚上|就[^，]{1,40}|在[^，]{1,40}|于[^，]{1,20}|以[^，]{1,20}|\d+[日月时]|先后|代表[^，]{1,20}|率[^，]{1,20}|一同|共同|联合)*")


def _take(gathering: Gathering, act: Act) -> None:
    meeting = gathering.event
    lists = {"chair": meeting.chairs, "call": gathering.callers, "speak": meeting.speakers}
    _add(lists.get(act.role, meeting.attendees), act.people, act.rule)


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
        self._before: list[Act] = []
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
            told = self._introduce(reading, move, now, begun)
            return None if told is not now and self._aside(reading, move, now) else told
        if isinstance(move, Trip):
            return self._travel(reading, move)
        if isinstance(move, int):
            name = reading.statement.name(move)
            if name.kind in ("活动", "系列活动") and isinstance(now, Journey):
                return None
            if _OBJECT_NAME.match(reading.view, move + 1):
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
        if made.rule == GUESTS.id and (self.gatherings or now is not None or date is None or not reading.subjects):
            return None
        if made.rule == ATTENDED.id and name.generic and isinstance(now, Journey):
            return None
        if made.rule == ATTENDED.id and not name.bare and date is None and self.gatherings and not resolve(name, now, self.gatherings):
            return None
        place = place_beside(self.layer, statement, offset, name)
        known = resolve(name, now, self.gatherings, loosely=made.rule == AT_NAME.id)
        if made.rule == THIS.id and self.gatherings:
            return known
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
        if made.rule == GUESTS.id:
            for sign in (g for i, g in sorted(statement.signs.items()) if i < made.verb and isinstance(g, Group)):
                _add(known.event.attendees, sign.people, made.rule)
        subject = reading.subject_before(made.verb)
        if subject is not None and made.rule in (HELD.id, TALKS.id) and _holds(reading, subject, made.verb):
            _add(known.event.attendees, statement.group(subject).people, made.rule)
        return known

    def _aside(self, reading: Reading, made: Introduction, now: Event | None) -> bool:
        """Whether a meeting is only a part of the one told, or is named in passing, so that the report goes on about the other."""
        if now is None:
            return False
        front = reading.view[: made.verb]
        if isinstance(now, Journey):
            return now.event.kind == "会见" and PEOPLE not in front
        if PEOPLE in front:
            return False
        within = bool(_WITHIN.match(front)) and made.rule == HELD.id
        return within or (made.strong and not made.name.bare and not _NEXT.search(front) and date_beside(self.layer, reading.statement, reading.statement.offset(made.verb), made.name) is None)

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
        named = _OF_VISIT.match(view, act.end)
        if act.role == "along" or (act.role == "attend" and named):
            event = self._journey(event, named["kind"] if named else "") or event
        if isinstance(event, Journey):
            if act.role == "along" or (act.role == "attend" and any(ACCOMPANIES.find(view, act.at, act.end))):
                _add(event.event.companions, (p for p in act.people if not event.led_by((p,))), ACCOMPANIES.id)
            return
        if event is None:
            if _SURE.fullmatch(view[act.at : act.end]) or act.role == "chair":
                self._before.append(act)
            return
        _take(event, act)

    def _journey(self, event: Event | None, kind: str) -> Journey | None:
        """The visit that 参加调研, 参加会见 means."""
        if kind:
            alike = [j for j in self.journeys if (j.event.kind == "会见") == (kind == "会见")]
            if alike and not (isinstance(event, Journey) and event in alike):
                return alike[-1]
        if isinstance(event, Gathering):
            return event.trip or (self.journeys[-1] if self.journeys else None)
        return event

    def gathered(self) -> Iterator[Gathering]:
        """The meetings in the order of the text; that of the headline where the body names none."""
        if not self.gatherings and self.headline:
            made, statement = self.headline[0]
            event = MeetingEvent(made.name.start, made.name.end, made.rule, made.name.name, made.name.kind, confidence=0.6)
            self.gatherings.append(Gathering(event, [made.name], [statement], title_only=True))
        if len(self.gatherings) == 1 and not self.journeys:
            for act in self._before:
                _take(self.gatherings[0], act)
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


def _holds(reading: Reading, subject: int, verb: int) -> bool:
    """Whether the people at `subject` are the ones who hold what the verb says."""
    if ASIDE.search(reading.view, max(0, subject - 10), subject):
        return False
    between = reading.view[subject + 1 : verb]
    return "，" not in between or bool(_AS_SUBJECT.fullmatch(between.rpartition("，")[2]))


def _scene(scenes: list[tuple[int, Event | None]], at: int) -> Event | None:
    """The event meant at an index: the last scene that has begun, else the statement's first."""
    begun = [event for start, event in scenes if start <= at and event is not None]
    return begun[-1] if begun else next((event for _, event in scenes if event is not None), None)

