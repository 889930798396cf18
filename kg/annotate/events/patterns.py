"""Rules over statements: how a text says that a meeting was held, who did what there, who went where.

Patterns with signs are over `Statement.code`, in which PEOPLE stands for a run of named people and
MEETING for a meeting's name. Rules without a pattern join what others found.
"""

from __future__ import annotations

import re

from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.rule import Rule
from kg.lexicon import load

Match = re.Match[str]
_ANY = rf"[^，。；{PEOPLE}{MEETING}]"
_NEAR = rf"[^，。；并通报宣布传达{PEOPLE}{MEETING}]"

_HOLD = r"(?:召开|举行|举办|召集(?!人)|开展|举行了?了|开了)"
_TAKE_PLACE = r"(?:召开|举行|举办|开幕|闭幕|开班|开营|落幕|落下帷幕|圆满结束|启动(?!仪式)|开赛|开讲)"
_SAYING = load("event_saying_verbs").alternation()
_SPEAKING = load("event_speaking_acts").alternation()
_ATTENDING = load("event_attending_verbs").alternation()
_CEREMONY = load("event_ceremony_acts").alternation()
_VISITING = load("visit_kinds").alternation()

_HABIT = re.compile(
    r"(?:要|应|须|可|需|能|定期|经常|多次|每\w{0,6}|常态化|累计|陆续|不定期|适时|通过|利用|凡|如|曾|以|为|不|没有|未|近年来|坚持)$"
)
_COUNTED = re.compile(
    r"[，]?(?:每每|屡次|都)|[^，。；]{0,3}(?:\d|[一二两三四五六七八九十百数几多])+余?多?[次场期个](?!会议)"
)
_CITED = re.compile(
    r"[”》）)]?(?:的?(?:会议)?精神|的?(?:有关|相关|重要|总体|工作|各项)*(?:要求|部署|讲话|决定|决议|安排|报告|任务|目标|成果|意见|文件|内容)|上(?:的|提出的?|所?作|关于|发表|通过)|(?:召开|举行)?(?:和[^，。]{0,4})?的?(?:时间|地点|情况|日期|方式)|以来|审议通过的|确定|批准|提出的|期间的|召开以来)"
)
_AHEAD = re.compile(r"(?:将|拟|即将|计划|定于|预计|准备|筹备)[^。；]{0,90}$")


def _whole(match: Match) -> Match:
    return match


def _not_cited(match: Match) -> Match | None:
    """Declines habits, counts and meetings cited for what they said."""
    verb = match.start("verb") if "verb" in match.re.groupindex else match.start()
    front = match.string[max(0, verb - 8) : verb]
    clause = re.split(f"[，。；：{PEOPLE}]", front)[-1]
    behind = match.end("names")
    if _HABIT.search(clause) or _CITED.match(match.string, behind) or _COUNTED.match(match.string, behind):
        return None
    if re.search(r"每(?:逢|月|周|年|季|次|天)|逢[单双]", match.string[max(0, verb - 40) : verb]):
        return None
    if re.search(r"[先前]后\d*次?$|多次\w{0,2}$", clause):
        return None
    return match


def _relative(match: Match) -> Match | None:
    """A meeting in a relative clause (召开的M) is reported only where the sentence then tells what was done there."""
    if match["of"] and re.search(r"(?:出席|参加|列席|见证)了?[^，。；]{0,30}$", match.string[: match.start()]):
        return _not_cited(match)
    if match["of"] and not re.match(
        rf"[”）]?(?:活动)?(?:现场)?[上中]?(?:[，,{PEOPLE}]|获悉|了解|\w{{0,2}}(?:{_SAYING}))",
        match.string[match.end() :],
    ):
        return None
    return _not_cited(match)


def planned(code: str, at: int) -> bool:
    """Whether the clause says before `at` that it is yet to come."""
    return bool(_AHEAD.search(code, max(0, at - 100), at))


HELD = Rule(
    "events.held",
    "Someone holds a meeting: 召开, 举行, 举办 with its name behind.",
    re.compile(
        rf"(?P<verb>{_HOLD})(?P<of>了?的)?了?(?:[“《\s]|{_NEAR}{{0,6}}?)(?P<names>{MEETING}(?:[”、和与及以\s]{{1,3}}{MEETING})*)"
    ),
    _relative,
)
TAKES_PLACE = Rule(
    "events.takes-place",
    "A meeting takes place: its name, then 在…举行, 召开, 开幕.",
    re.compile(
        rf"(?P<names>{MEETING})[”》]?，?(?:(?<!，)|(?=[在于]))(?:[^，。；{MEETING}]{{0,40}}?)(?P<takes>{_TAKE_PLACE})(?!的|后|以来|之际|前|时|权|地|日期|方式|情况|和|{MEETING})"
    ),
    _not_cited,
)
ATTENDED = Rule(
    "events.attended-by-name",
    "Somebody attends, chairs or witnesses a meeting that is named there for the first time.",
    re.compile(
        rf"(?P<verb>出席|参加|列席|主持|见证|参会)(?:并见证|并主持|了)?(?:{_NEAR}{{0,4}}?|{_NEAR}{{0,26}}的)(?P<names>{MEETING}(?:[和、与“”]{{1,3}}{MEETING})?)(?![^，。；]{{0,4}}的[^，。；市县区省州]|期间)"
    ),
    _not_cited,
)
AT_NAME = Rule(
    "events.at-the-meeting",
    "What was said or done at a meeting: 在…推进会上, 签约仪式上, at the head of a sentence or clause.",
    re.compile(
        rf"(?:^|(?<=[，。；：{PEOPLE}]))[^，。；：{PEOPLE}{MEETING}]{{0,30}}(?P<names>{MEETING})[”》]?(?:活动)?(?:上|现场|中|期间)(?:，|获悉|了解到|{PEOPLE}|[^，。；的{MEETING}]{{0,24}}(?:{PEOPLE}|{_SAYING}|，))"
    ),
    _not_cited,
)
DOES = Rule(
    "events.meeting-does",
    "A meeting named in full hears, discusses or passes something.",
    re.compile(rf"(?:^|(?<=，))(?P<names>{MEETING})(?:听取|审议|传达|强调|指出|要求|研究|认为|决定|由{PEOPLE}主持)"),
    _not_cited,
)
THIS = Rule(
    "events.this-meeting",
    "本次 or 此次 in front of a meeting's name, where the text has told of none: the report is about it.",
    re.compile(rf"(?:本次|此次|这次)(?P<names>{MEETING})"),
    _not_cited,
)
GUESTS = Rule(
    "events.talks-with-guests",
    "A report that tells of nothing else: someone sits down with guests (与…一行座谈).",
    re.compile(
        r"(?:与|和|同)[^。]{2,120}?(?:一行|等|们|举行|进行)(?:举行|进行|开展)?了?(?P<kind>座谈交流|座谈)(?=[。，])"
    ),
    _whole,
)
TALKS = Rule(
    "events.talks-with-reports",
    "Talks on a visit at which reports were heard: 进行座谈，听取汇报.",
    re.compile(
        r"(?:召开|进行|开展|举行)?了?(?:深入)?(?P<kind>座谈交流|交流座谈|座谈调研|座谈)(?!会|时|中|的)(?=[^。]*汇报)|(?<=听取)[^。]*?汇报[^。]*?(?:进行|开展|举行)了?(?P<kind2>座谈交流|交流座谈|座谈)"
    ),
    _whole,
)

CHAIRS = Rule(
    "events.chairs",
    "Someone chairs the meeting: 主持, 主持召开.",
    re.compile(
        rf"主持(?!人|词|的|过|下|[市县区]政府|[^，。]{{0,6}}工作|[^，。{MEETING}]{{0,8}}的(?!通知))(?P<call>并?召开)?(?:了)?"
    ),
    _whole,
)
CHAIRED_BY = Rule(
    "events.chaired-by",
    "由 with a person in front of 主持.",
    re.compile(rf"由{_ANY}{{0,14}}{PEOPLE}(?:同志|分别|共同)?主持(?!工作|的)"),
    _whole,
)
CALLS = Rule(
    "events.calls", "Someone calls the meeting (组织召开), and nobody else chairs it.", re.compile(r"组织召开"), _whole
)
ATTENDS = Rule(
    "events.attends",
    "Someone is there: 出席, 参加, 列席.",
    re.compile(rf"(?:{_ATTENDING})(?!的|人员|单位|企业|工作[，。]|革命|比赛|考试)"),
    _whole,
)
ATTENDS_LIST = Rule(
    "events.attends-list",
    "A list of those present behind the verb: 出席会议的还有.",
    re.compile(rf"(?:出席|参加|列席|到会)(?:{_ANY}|{MEETING}){{0,16}}(?:有|：|:)$"),
    _whole,
)
SPEAKS = Rule(
    "events.speaks",
    "Someone speaks: 讲话, 致辞, 作报告, 发言.",
    re.compile(
        rf"(?P<act>{_SPEAKING})(?!稿|材料|精神|要求|指示|的?会|指出的)|作(?:了)?[^，。{PEOPLE}]{{0,24}}?(?:报告|汇报|说明|发言|演讲|讲话|授课|点评|总结|辅导|交流|部署)|宣布(?:了)?[^，。]{{0,24}}(?:决定|通知|名单|命令)|并[^，。]{{0,22}}(?:部署|提出[^，。]{{0,8}}要求|提要求)|提出(?:了)?[^，。]{{0,10}}(?:要求|希望|意见|建议|主张)|讲了?(?:意见|话|党课)|作出(?:了)?[^，。]{0, 6}指示|经验分享|讨论交流|交流发言"
    ),
    _whole,
)
SAYS = Rule(
    "events.says",
    "The report gives a person's words: 指出, 强调, 说.",
    re.compile(rf"(?:{_SAYING})(?!明会|法|服|明书|客|局)"),
    _whole,
)
HE_SAYS = Rule(
    "events.he-says",
    "他 or 她 in front of the words means the person spoken of last.",
    re.compile(
        rf"(?:^|[，。；”])(?P<who>他|她)(?:还|同时|并|在[^，。]{{1,12}}|首先|最后|充分肯定[^。]{{0,30}}，并)?(?P<act>{_SAYING})"
    ),
    _whole,
)
TAKES_PART = Rule(
    "events.takes-part",
    "What a person does at a ceremony shows that he was there: 揭牌, 颁奖, 宣布启动.",
    re.compile(rf"(?:{_CEREMONY})(?!的|仪式)"),
    _whole,
)
FROM_VISIT = Rule("events.from-visit", "Those on a visit sit at the talks held on it.")

_FILLER = (
    r"(?:同志|部长|书记|市长|县长|区长|主任|局长|副\w{1,3}长|一行(?:\d+人)?|等(?:[^，。的]{0,8}领导(?:干部)?|人)?|带队|带领[^，。]{1,24}|率[^，。]{1,24}|携[^，。]{1,30}|带队的[^，。]{1,20}(?=[在赴来到])|受邀|应邀|[（(][^）)]{1,30}[）)]|分别|先后|还|也|又|再次|曾|随后|首先|专程|驱车"
    r"|今天|昨天|昨日|上午|下午|上周|近日|一起|共同|亲切|一并|在[^，。会议]{1,8}(?=会见|会晤|接见)|冒雨|冒着[^，。]{1,6}|\d+[日月]|[（(]\d+日[）)]|深夜|连夜|集中|利用[^，。]{1,10}|围绕[^，。]{1,30}|就[^，。]{1,30}|以[^，。]{1,20}形式|，|、|\s++)"
)
_NOT_TOLD = r"(?![^，。]{0,16}(?:重要讲话|讲话精神|指示精神|指示要求)|重要|时的|期间的|期间，[^。]{0,10}作出|组(?!织)|团(?![市区县省]委|中央)|报告|成果|结果|结束|指示|工作要求|座谈会|会|活动的)"
GOES = Rule(
    "events.goes-to",
    "Someone goes somewhere to inspect, study or call on people: 赴, 到, 深入 with the place and the purpose behind.",
    re.compile(
        rf"^{_FILLER}{{0,6}}?(?:来到|赶到|前往|赶赴|奔赴|深入到?|走进|莅临|走访(?=[^，。]*开展)|赴|到|在|来|抵)(?!会|位|{_VISITING}|实地|此次)(?P<where>[^。{MEETING}]{{1,150}}?)(?P<kind>{_VISITING}){_NOT_TOLD}"
    ),
    _whole,
)
INSPECTS = Rule(
    "events.inspects",
    "Someone inspects or studies something: 调研, 检查 with the object behind, or 开展…调研.",
    re.compile(
        rf"^{_FILLER}{{0,6}}?(?:(?:实地|专题|现场|深入|全面|重点)*(?:开展|进行|在)(?P<theme>[^，。{MEETING}]{{0,40}}?))?(?:实地|专题|现场|深入|全面|重点)*(?P<kind>{_VISITING}){_NOT_TOLD}(?P<what>[^，。]{{0,60}})"
    ),
    _whole,
)
RECEIVES = Rule(
    "events.receives",
    "Someone receives guests: 会见.",
    re.compile(rf"^{_FILLER}{{0,6}}?(?:安排)?(?P<kind>会见|会晤|接见)(?:了)?"),
    _whole,
)
COMES = Rule(
    "events.calls-in-turn",
    "In a report of several leaders' visits, another one comes to a place of his own: 来到, 前往.",
    re.compile(rf"^{_FILLER}{{0,4}}?(?:先后)?(?:来到|前往|走进|赴)(?P<where>[^，。{MEETING}]{{2,60}})"),
    _whole,
)
ACCOMPANIES = Rule(
    "events.accompanies",
    "Someone goes along: 陪同, 参加调研.",
    re.compile(r"陪同|参加|参与(?:了)?(?:调研|检查|活动)|一同|随同|一起|出席|到会|列席|陪"),
    _whole,
)
ACCOMPANIED = Rule(
    "events.accompanied-by",
    "在 with people in front of 陪同下.",
    re.compile(rf"(?:在{_ANY}{{0,24}}?)?{PEOPLE}(?:等)?{_ANY}{{0,12}}?的?陪同下"),
    _whole,
)

CONVENER = Rule(
    "events.convener", "The organisation in front of 召开, or behind 由 in front of 主办, holds the meeting."
)
DATE_BESIDE = Rule("events.date-beside", "The date in the sentence that reports the event is its date.")
DATE_OF_REPORT = Rule(
    "events.date-of-report", "A part of an event already dated, or talks on a visit, has that event's date."
)
PLACE_IN_NAME = Rule("events.place-in-name", "The division at the head of a meeting's name holds it.")
PLACE_OF_HOLDER = Rule("events.place-of-holder", "The division in front of 召开 holds the meeting.")
PLACE_HELD_IN = Rule("events.place-held-in", "The division between 在 and 举行 is where it was held.")
PLACE_OF_CHAIR = Rule(
    "events.place-of-chair", "A meeting of which no place is said is held by the division whose post its chair holds."
)
PLACE_OF_VISIT = Rule("events.place-of-visit", "Talks on a visit to another division are held there.")
PLACE_OF_HOME = Rule(
    "events.place-of-home", "A meeting of which nothing else is said was held by the article's own division."
)
TOPIC_IN_NAME = Rule("events.topic-in-name", "A project or initiative within the meeting's name is its business.")
TOPIC_OF_BUSINESS = Rule(
    "events.topic-of-business",
    "A project or initiative in the sentence that says what the meeting dealt with is its business.",
)
VISIT_PLACE = Rule("events.visit-place", "The places behind 赴, 来到, 走进 on a visit were visited.")
VISIT_PROJECT = Rule("events.visit-project", "A project named where the visit went was visited.")

HOLDING: tuple[Rule[Match], ...] = (HELD, TAKES_PLACE, DOES, ATTENDED, AT_NAME, THIS)
"""Rules that bring a meeting in, surest first."""
