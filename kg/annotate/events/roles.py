"""What the people of a statement are said to do: chair, attend, speak, go along."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.events.groups import Group, in_one_list
from kg.annotate.events.role_patterns import (
    ATTENDS_LIST,
    CHAIR_LABEL,
    CHAIRED_BY,
    OBJECT,
    PARTNER,
    REPORTS,
    SAYS,
    TAKES_TURN,
    THERE,
    TURN,
)
from kg.annotate.events.statements import MEETING, PEOPLE, Statement
from kg.annotate.events.verbs import SAID, Role, verbs
from kg.annotate.events.visit_patterns import ACCOMPANIED, LED_BY
from kg.annotate.layer import PersonMention

_OBJECT_HEAD = re.compile(
    r"(?:[与和同向](?:来|到|在)[^，。、]{1,12}的[^，。、]{0,24}|[向为][^，。、]{1,12}的|(?:会见|会晤|接见|看望|慰问|与|同|向|为|对|给|率领?|带领|携|偕|看到|接待|送|聘请?|代替|接替|命名|追授|授予|纪念|跟随)(?:了)?[^，。、；：]{0,3})$"
)
_MEMBERS = re.compile(r"(?:成员|组员|队员|随行人员)(?:包括|还有|有|为)[^，。]{0,30}$")
"""In front of those who go along with a leader named before."""
_LED = re.compile(r"(?:率领?|带领|携|偕)[^，。、]{0,14}$")
_NO_SUBJECT = re.compile(
    r"(?:同志|总书记|主席|总理)?(?:关于|重要|系列|亲临|亲自|思想|生前|，(?:男|女)|在[^，。]{0,50}(?:时|上)(?:的|作出|发表)|[^，。]{0,16}(?:考察|视察)[^，。]{0,12}(?:重要|时的)"
    r"|(?:所)?(?:作|主持|提出|强调|签署|作出)的|对[^，。]{0,40}(?:的|作出|作了)[^，。]{0,4}(?:重要|(?:指示|批示)(?!：)|论述)|的(?![^，。]{0,8}(?:陪同|见证))|任|曾任|历任|现任|新时代|强军|生态文明|[^，。]{0,14}(?:(?<!作)(?<!作了)(?<!发表)(?<!发表了)重要讲话|讲话精神|指示精神|批示精神|[指批]示要求|部署要求)|[^，。]{0,16}(?:接受[^，。]{0,20}采访|告诉[^，。]{0,8}记者)|给|曾(?!带|率))"
)
_QUOTE_FIRST = re.compile(r"[“\"]?[^“]{4,}[”\"][^“，。]{0,30}")
_FORMALLY = re.compile(r"强调|指出|要求|提出")
_WHOSE = re.compile(r"[^“”，。]{0,30}")
_BEFORE_ALL = re.compile(rf"会上|致辞|发言|演讲|{MEETING}[上中]")
_CITED = re.compile(r"重要讲话|精神|[指批]示")
"""Whose speeches are studied, not heard."""
ASIDE = re.compile(r"(?:据|由)[^，。；]{0,8}$")
"""In front of someone who is quoted from elsewhere (据), or whose verb is another's (由)."""
_ACTS_HIMSELF = re.compile(
    r"(?:同志)?(?:出席|致辞|致词|讲话|宣讲|宣读|授课|主讲|讲授|领学|汇报|揭牌|颁|作[^，。]{0,8}(?:报告|发言|讲话)|为[^，。]{1,12}(?:上|讲|作)[^，。]{0,24}(?:课|讲座|报告))"
)
_BEHIND = re.compile(rf"[^，。；{PEOPLE}{OBJECT}]{{0,8}}?{MEETING}")


@dataclass(frozen=True, slots=True)
class Act:
    """What people do. `at:end` is the verb in `code`; `meeting` the index of the name that it governs."""

    role: Role
    rule: str
    at: int
    end: int
    people: tuple[PersonMention, ...]
    meeting: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement as its subjects see it.

    `view` is the code with an OBJECT sign for each group that is no subject; `subjects` are the
    indices of those that are; `content` is where reported words begin (the code's length if none).
    """

    statement: Statement
    view: str
    subjects: tuple[int, ...]
    acts: tuple[Act, ...]
    content: int
    led: dict[int, tuple[PersonMention, ...]]
    """People brought along (率某某等), by the index of the subject that leads them."""

    def subject_before(self, index: int) -> int | None:
        """The index of the last subject in front of an index."""
        return max((s for s in self.subjects if s < index), default=None)


def _hides(view: str, statement: Statement) -> tuple[str, list[Act]]:
    """The view without 在某某陪同下, and those people as going along."""
    acts = []
    for match, _ in ACCOMPANIED.find(view):
        index = match.start() + match.group().index(PEOPLE)
        acts.append(Act("along", ACCOMPANIED.id, index, match.end(), statement.group(index).people, group=index))
        view = view[: match.start()] + " " * len(match.group()) + view[match.end() :]
    return view, acts


def read(statement: Statement, *, quoted_before: bool = False, officials: frozenset[str] = frozenset()) -> Reading:
    """Who does what in a statement.

    Args:
        statement: The statement.
        quoted_before: Whether the one before is a quotation, which may be theirs.
        officials: Names of those who hold a post somewhere in the article.
    """
    view, acts = _hides(statement.code, statement)
    subjects: list[int] = []
    led: dict[int, tuple[PersonMention, ...]] = {}
    quoted: list[int] = []
    content = len(view)
    for match, _ in CHAIRED_BY.find(view):
        index = match.start() + match.group().index(PEOPLE)
        acts.append(
            Act(
                "chair",
                CHAIRED_BY.id,
                index,
                match.end(),
                statement.group(index).people,
                _meeting_of(view, match),
                index,
            )
        )
        view = view[: index + 1] + " " * (match.end() - index - 1) + view[match.end() :]
    for index in [i for i, sign in sorted(statement.signs.items()) if isinstance(sign, Group) and view[i] == PEOPLE]:
        head = view[max(0, index - 30) : index]
        if _MEMBERS.search(head):
            acts.append(Act("along", LED_BY.id, index, index + 1, statement.group(index).people, group=index))
        elif ATTENDS_LIST.pattern and ATTENDS_LIST.pattern.search(head):
            acts.append(Act("attend", ATTENDS_LIST.id, index, index + 1, statement.group(index).people, group=index))
            subjects.append(index)
        elif head.endswith("陪同"):
            subjects.append(index)
        elif subjects and _OBJECT_HEAD.search(re.split(f"[{PEOPLE}]", head)[-1]):
            if _LED.search(head):
                led[subjects[-1]] = (*led.get(subjects[-1], ()), *statement.group(index).people)
            view = view[:index] + OBJECT + view[index + 1 :]
        elif not _aside(view, index):
            subjects.append(index)
        elif ASIDE.search(view, max(0, index - 10), index):
            quoted.append(index)
    for match, _ in CHAIR_LABEL.find(view):
        index = match.end() - 1
        acts.append(Act("chair", CHAIR_LABEL.id, index, index + 1, statement.group(index).people, None, index))
    if heard := view.find("听取") + 1:
        for match, _ in REPORTS.find(view, heard):
            if not _CITED.search(match.group()):
                people = statement.group(match.start()).people
                acts.append(Act("speak", REPORTS.id, match.start(), match.start() + 1, people, None, match.start()))
    for match, _ in PARTNER.find(view):
        at = match.start("partner") if match["partner"] else match.start("given")
        acts.append(Act("part", PARTNER.id, at, at + 1, statement.group(at).people, None, None))
    for match, _ in THERE.find(view):
        if (index := match.end() - 1) in subjects:
            people = statement.group(index).people
            acts.append(Act("part", THERE.id, index, index + 1, people, _named_in(statement, match), index))
    listed: tuple[PersonMention, ...] = ()
    for index in subjects:
        stop = min((other for other in (*subjects, *quoted) if other > index), default=len(view))
        group = statement.group(index)
        together = view.startswith("分别", index + 1)
        if stop in subjects and in_one_list(view, index + 1, stop):
            listed += group.people
            continue
        for rule, role, match in verbs(view, index, stop):
            people = group.last_part if role in ("chair", "call") and not together else (*listed, *group.people)
            meeting = None if rule is SAYS else _meeting_of(view, match)
            guests = not officials.intersection(person.name for person in people)
            if rule is SAYS and guests and _interviewed(view, index, match, quoted_before=quoted_before):
                role = "part"
            acts.append(Act(role, rule.id, match.start(), match.end(), people, meeting, index))
            if rule is SAYS and SAID.match(view, match.end()):
                content = min(content, match.end())
        listed = ()
    return Reading(statement, view, tuple(subjects), tuple(sorted(acts, key=lambda a: a.at)), content, led)


def _interviewed(view: str, index: int, said: re.Match[str], *, quoted_before: bool) -> bool:
    """Whether a guest is quoted words first (“……”某某说): he was there, and spoke to the reporter."""
    return (
        bool(_QUOTE_FIRST.fullmatch(view, 0, index) or (quoted_before and _WHOSE.fullmatch(view, 0, index)))
        and not _FORMALLY.match(said.group())
        and not _BEFORE_ALL.search(view, 0, said.start())
    )


def _aside(view: str, index: int) -> bool:
    """Whether the people at `index` stand in a doctrine, a title or a clause about them, and so do nothing here."""
    turn = TURN.search(view, max(0, index - 10), index) and TAKES_TURN.match(view, index + 1)
    return (
        (bool(ASIDE.search(view, max(0, index - 10), index)) and not (_ACTS_HIMSELF.match(view, index + 1) or turn))
        or view.count("《", 0, index) > view.count("》", 0, index)
        or bool(_NO_SUBJECT.match(view, index + 1))
    )


def _named_in(statement: Statement, match: re.Match[str]) -> int | None:
    return next((i for i in range(*match.span()) if match.string[i] == MEETING), None)


def _meeting_of(view: str, match: re.Match[str]) -> int | None:
    governed = _BEHIND.match(view, match.end())
    return governed.end() - 1 if governed else None
