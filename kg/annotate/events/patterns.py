"""Rules that say that a meeting was held.

Patterns are over `Statement.code`, in which PEOPLE stands for a run of named people and MEETING
for a meeting's name; the group `names` is where the name stands, `verb` where the report begins.
"""

from __future__ import annotations

import re

from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.rule import Rule
from kg.lexicon import load

Match = re.Match[str]

ANY = rf"[^，。；{PEOPLE}{MEETING}]"
"""A character within a clause that is no sign."""
_BETWEEN = rf"[^，。；并通报宣布传达{PEOPLE}{MEETING}]"
"""A character that may stand between the verb and the name."""
_HOLD = r"(?:召开|举行|举办|召集(?!人)|开展|开了)"
_TAKE_PLACE = r"(?:召开|举行|举办|开幕|启幕|闭幕|开班|开营|落幕|落下帷幕|上演|启幕|开营|圆满结束|启动(?!仪式)|开赛|开讲|拉开(?:帷幕|序幕|大幕))"
_NO_REPORT = rf"(?!的|后|以来|之际|前|时|权|地|日期|方式|情况|和|期间|{MEETING})"
SAYING = load("event_saying_verbs").alternation()

_HABIT = re.compile(
    r"(?:要|应|须|可|需|能|定期|经常|多次|每\w{0,6}|常态化|累计|陆续|不定期|适时|通过|利用|凡|如|曾|以|为|不|没有|未|近年来|均已?|都已|坚持|多次[^，。]{1,10}"
    r"|[先前]后\d*次?|多次\w{0,2})$"
)
_AGAIN = re.compile(r"每(?:逢|月|周|年|季|次|天)|逢[单双]")
_COUNTED = re.compile(
    r"[，]?(?:每每|屡次|都)|[^，。；]{0,3}(?:\d|[一二两三四五六七八九十百数几多])+余?多?[次场期个](?!会议)"
)
_CITED = re.compile(
    r"[”》）)]?(?:的?(?:会议)?精神|方面|以来|召开以来|审议通过的|确定|批准|提出的|期间的"
    r"|的?(?:有关|相关|重要|总体|工作|各项)*(?:要求|部署|讲话|决定|决议|安排|报告|任务|目标|成果|意见|文件|内容)"
    r"|上(?:的|提出的?|所?作|关于|发表(?:的|[^，。]{0,4}重要)|通过)|(?:召开|举行)?(?:和[^，。]{0,4})?的?(?:时间|地点|情况|日期|方式))"
)
_DECIDES = re.compile(r"决定，?(?:任命|免去|接受|批准|授予|补选|[^，。]{2,4}(?:任|不再))")
"""What only a meeting itself does, so that 决定 behind its name is its verb."""
_THERE = re.compile(rf"[”）]?(?:活动)?(?:现场)?[上中]?(?:[，,{PEOPLE}]|获悉|了解|\w{{0,2}}(?:{SAYING}))")
_ATTENDED_WHERE = re.compile(r"(?:出席|参加|列席|见证)了?[^，。；]{0,30}$")
_AHEAD = re.compile(r"(?:(?<![少中上大麻])将|拟|即将|计划|定于|预计|准备|筹备)[^。；]{0,90}$")


def whole(match: Match) -> Match:
    """The match itself."""
    return match


def _not_cited(match: Match) -> Match | None:
    """Declines habits, counts and meetings cited for what they said."""
    code, behind = match.string, match.end("names")
    verb = match.start("verb") if "verb" in match.re.groupindex else match.start()
    clause = re.split(f"[，。；：{PEOPLE}]", code[max(0, verb - 14) : verb])[-1]
    unlike = _HABIT.search(clause) or _AGAIN.search(code, max(0, verb - 40), verb)
    cited = _CITED.match(code, behind) and not _DECIDES.match(code, behind)
    return None if unlike or cited or _COUNTED.match(code, behind) else match


def _relative(match: Match) -> Match | None:
    """A meeting in a relative clause (召开的M) is reported only where the sentence tells what was done there."""
    attended = _ATTENDED_WHERE.search(match.string, 0, match.start())
    if match["of"] and not attended and not _THERE.match(match.string, match.end()):
        return None
    return _not_cited(match)


def planned(code: str, at: int) -> bool:
    """Whether the sentence says before `at` that it is yet to come."""
    return bool(_AHEAD.search(code, max(0, at - 100), at))


HELD = Rule(
    "events.held",
    "Someone holds a meeting: 召开, 举行, 举办 with its name behind.",
    re.compile(
        rf"(?P<verb>{_HOLD})(?P<of>了?的)?了?(?:[“《\s]|{_BETWEEN}{{0,6}}?|[^，。；{MEETING}{PEOPLE}]{{0,4}}以[^，。；{MEETING}{PEOPLE}]{{2,40}}为(?:主题|题|主要内容|主线)的|关于[^，。；{MEETING}{PEOPLE}]{{2,30}}的)"
        rf"(?P<names>{MEETING}(?:[”、和与及以\s]{{1,3}}{MEETING})*)"
    ),
    _relative,
    needs=MEETING,
)
TAKES_PLACE = Rule(
    "events.takes-place",
    "A meeting takes place: its name, then 在…举行, 召开, 开幕.",
    re.compile(
        rf"(?P<names>{MEETING})[”》]?(?!中(?![国心央华]))，?(?:(?<!，)|(?=[在于]))"
        rf"(?:[^，。；{MEETING}]{{0,40}}?)(?P<takes>{_TAKE_PLACE}){_NO_REPORT}"
    ),
    _not_cited,
    needs=MEETING,
)
ATTENDED = Rule(
    "events.attended-by-name",
    "Somebody attends, chairs or witnesses a meeting that is named there for the first time.",
    re.compile(
        rf"(?P<verb>出席|参加|列席|主持|见证|参会)(?:并见证|并主持|了)?(?:{_BETWEEN}{{0,4}}?|{_BETWEEN}{{0,26}}的)"
        rf"(?P<names>{MEETING}(?:[和、与“”]{{1,3}}{MEETING})?)(?![^，。；]{{0,4}}的(?![^，。；]{{0,8}}(?:代表|委员))[^，。；市县区省州]|期间)"
    ),
    _not_cited,
    needs=MEETING,
)
AT_NAME = Rule(
    "events.at-the-meeting",
    "What was said or done at a meeting: 在…推进会上, 签约仪式上, at the head of a sentence or clause.",
    re.compile(
        rf"(?:^|(?<=[，。；：{PEOPLE}]))[^，。；：{PEOPLE}{MEETING}]{{0,30}}(?P<names>{MEETING})[”》]?(?:活动)?"
        rf"(?:上|现场|中|期间)(?:，|获悉|了解到|{PEOPLE}|[^，。；的{MEETING}]{{0,24}}(?:{PEOPLE}|{SAYING}|，)|(?<=上)[^，。；的{MEETING}]{{2,24}}。)"
    ),
    _not_cited,
    needs=MEETING,
)
REVIEWS = Rule(
    "events.delegation-reviews",
    "A delegation to a session sits to review a report: 市人大会议某某代表团审议.",
    re.compile(
        rf"(?P<names>{MEETING})[^，。；{MEETING}{PEOPLE}]{{0,14}}?(?:代表团|代表组|小组|联组|委员|代表)?[^，。；{MEETING}{PEOPLE}]{{0,4}}?"
        rf"(?P<verb>(?:举行|进行|开展)?(?:分组|分团|全团|联组)(?:审议|讨论|协商)|(?<=代表团)审议|(?<=代表组)审议)"
    ),
    _not_cited,
    needs=MEETING,
)
DOES = Rule(
    "events.meeting-does",
    "A meeting named in full hears, discusses or passes something.",
    re.compile(
        rf"(?:^|(?<=[，—]))(?P<names>{MEETING})(?:\d[^，。；{MEETING}]{{0,9}}日)?(?:经过?表决，?|表决)?(?:决定|通过|听取|审议|传达|强调|指出|要求|研究|认为|决定|由{PEOPLE}主持|上?，?(?:补选|选举|当选|任命|决定任命|免去|表决))"
    ),
    _not_cited,
    needs=MEETING,
)
LEARNED = Rule(
    "events.learned-at",
    "The reporter was there: 记者从…新闻发布会上获悉.",
    re.compile(rf"从(?:[^，。；{PEOPLE}{MEETING}]{{0,24}}?的?)(?P<names>{MEETING})[”》]?上?(?:获悉|了解到|得知)"),
    _not_cited,
    needs=MEETING,
)
THIS = Rule(
    "events.this-meeting",
    "本次 or 此次 in front of a meeting's name, where the text has told of none: the report is about it.",
    re.compile(rf"(?:本次|此次|这次)(?P<names>{MEETING})"),
    _not_cited,
    needs=MEETING,
)
GUESTS = Rule(
    "events.talks-with-guests",
    "A report that tells of nothing else: someone sits down with guests (与…一行座谈).",
    re.compile(
        rf"(?:(?:与|和|同)[^。]{{2,120}}?(?:一行|等|们|举行|进行)|{PEOPLE}[^，。]{{0,12}}?一行|{PEOPLE}(?:等|举行|进行|开展)了?)"
        r"(?:举行|进行|开展)?了?(?P<kind>座谈交流|座谈|会谈)(?=[。，])"
    ),
    whole,
    needs="谈",
)
TALKS = Rule(
    "events.talks-with-reports",
    "Talks on a visit at which reports were heard: 进行座谈，听取汇报.",
    re.compile(
        r"(?:召开|进行|开展|举行)?了?(?:深入)?(?P<kind>座谈交流|交流座谈|座谈调研|座谈)(?!会|时|中|的)(?=[^。]*(?:汇报|提出[^。]{0,10}要求))"
        r"|(?<=听取)[^。]*?汇报[^。]*?(?:进行|开展|举行)了?(?P<kind2>座谈交流|交流座谈|座谈)"
    ),
    whole,
    needs="座谈",
)

SAT_DOWN = Rule(
    "events.talks-told-next",
    "Talks on a visit (与…座谈) of which the next sentence tells: 会上，座谈中.",
    re.compile(r"(?<!参加)(?<!出席)(?P<kind>座谈交流|交流座谈|座谈)(?!会|时|中|的|上)(?=[^。]*。?$)"),
    whole,
    needs="座谈",
)

HOLDING: tuple[Rule[Match], ...] = (HELD, TAKES_PLACE, REVIEWS, DOES, ATTENDED, AT_NAME, LEARNED, THIS)
"""Rules that bring a meeting in by its name, surest first."""
