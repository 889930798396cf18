"""Rules that say what people did at a meeting; over the code of a statement, behind its people."""

from __future__ import annotations

import re

from kg.annotate.events.patterns import ANY, SAYING, whole
from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.rule import Rule
from kg.lexicon import load

_SPEAKING = load("event_speaking_acts").alternation()
_ATTENDING = load("event_attending_verbs").alternation()
_CEREMONY = load("event_ceremony_acts").alternation()
_NO_CHAIR = rf"(?!人|词|的|过|下|[市县区]政府|[^，。]{{0,6}}工作|[^，。{MEETING}]{{0,8}}的(?!通知))"
_SPEECH = (
    rf"(?P<act>{_SPEAKING})(?!稿|材料|精神|要求|指示|的?会|指出的)",
    rf"(?<![工合协操运动写创])作(?:了)?[^，。{PEOPLE}]{{0,24}}?(?:报告|汇报|说明|发言|演讲|讲话|授课|点评|总结|辅导|交流|部署)",
    r"宣布(?:了)?[^，。]{0,24}(?:决定|通知|名单|命令)",
    r"(?<!一)并[^，。]{0,22}(?:部署|提出[^，。]{0,8}要求|提要求)",
    r"提出(?:了)?[^，。]{0,10}(?:要求|希望|意见|建议|主张)",
    r"讲了?(?:意见|话|党课)",
    r"作出(?:了)?(?!重要)[^，。]{0,4}指示",
    r"经验分享|讨论交流|交流发言",
)

CHAIRS = Rule(
    "events.chairs",
    "Someone chairs the meeting: 主持, 主持召开.",
    re.compile(rf"主持{_NO_CHAIR}(?:并?召开)?(?:了)?"),
    whole,
)
CHAIRED_BY = Rule(
    "events.chaired-by",
    "由 with a person in front of 主持, or 在 with one in front of 主持下.",
    re.compile(
        rf"由{ANY}{{0,14}}{PEOPLE}(?:同志|先生|女士|教授|院士|分别|共同)?主持(?!工作|的)|在{ANY}{{0,24}}{PEOPLE}(?:同志)?的?主持下"
    ),
    whole,
    needs="主持",
)
CALLS = Rule(
    "events.calls",
    "Someone calls the meeting (组织召开), and nobody else chairs it.",
    re.compile(r"组织召开"),
    whole,
)
ATTENDS = Rule(
    "events.attends",
    "Someone is there: 出席, 参加, 列席.",
    re.compile(rf"(?:{_ATTENDING})(?!的|人员|单位|企业|工作[，。]|革命|比赛|考试)"),
    whole,
)
ATTENDS_LIST = Rule(
    "events.attends-list",
    "A list of those present behind the verb: 出席会议的还有.",
    re.compile(rf"(?:出席|参加|列席|到会)(?:{ANY}|{MEETING}){{0,16}}(?:有|：|:)$"),
    whole,
)
SPEAKS = Rule("events.speaks", "Someone speaks: 讲话, 致辞, 作报告, 发言.", re.compile("|".join(_SPEECH)), whole)
SAYS = Rule(
    "events.says",
    "The report gives a person's words: 指出, 强调, 说.",
    re.compile(rf"(?<![指批]示)(?<!部署)(?<!工作)(?:{SAYING})(?!明会|法|服|明书|客|局)"),
    whole,
)
HE_SAYS = Rule(
    "events.he-says",
    "他 or 她 in front of the words means the person spoken of last.",
    re.compile(
        rf"(?:^|[，。；”])(?P<who>他|她)(?:还|同时|并|在[^，。]{{1,12}}|首先|最后|充分肯定[^。]{{0,30}}，并)?(?:{SAYING})"
    ),
    whole,
)
THERE = Rule(
    "events.there",
    "Whoever does something at the meeting was there: 会上， or 仪式上， right in front of the person.",
    re.compile(
        rf"(?:^|[，。；])(?:在(?:[^，。；]{1, 40}?(?:召开|举[行办])的)?)?(?:会|会议|大会|(?:该|本次|此次)?{MEETING})[”》]?(?:上|现场上?)，[^，。；由对向为与和把被给还{MEETING}{PEOPLE}]{{0,10}}{PEOPLE}"
    ),
    whole,
)
TAKES_PART = Rule(
    "events.takes-part",
    "What a person does at a ceremony shows that he was there: 揭牌, 颁奖, 宣布启动.",
    re.compile(rf"(?:{_CEREMONY})(?!的|仪式)"),
    whole,
)
