"""Rules that say who went where, or received whom; over what stands behind the people of a statement."""

from __future__ import annotations

import re

from kg.annotate.events.patterns import ANY, whole
from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.rule import Rule
from kg.lexicon import load

_VISITING = load("visit_kinds").alternation()
_TITLE = r"同志|部长|书记|市长|县长|区长|主任|局长|副\w{1,3}长"
_COMPANY = (
    r"一行(?:\d+人)?|[与和同会][^，。]{1,40}一行|等(?:[^，。的]{0,8}领导(?:干部)?|人)?|带队(?:的[^，。]{1,20}(?=[在赴来到]))?|带领[^，。]{1,24}"
    r"|率[^，。]{1,24}|携[^，。]{1,30}|一起|共同|一并"
)
_MANNER = (
    r"受邀|应邀|分别|先后|还|也|又|再次|曾|随后|首先|专程|驱车|亲切|冒雨|冒着[^，。]{1,6}|集中|利用[^，。]{1,10}"
    r"|轻车简从|不打招呼|(?:顶着|头顶|不顾|带着|踏着|迎着)[^，。]{1,12}|凌晨|晚上?|对[^，。]{2,50}(?=进行|开展|实施)"
    r"|(?:采取|通过|采用)[^，。]{1,20}(?:形式|方式)|围绕[^，。]{1,30}|就[^，。]{1,30}|以[^，。]{1,20}(?:形式|方式)|在[^，。会议]{1,8}(?=会见|会晤|接见)"
)
_TIME = r"今天|昨天|昨日|上午|下午|上周|近日|深夜|连夜|\d+[日月]|[（(]\d+日[）)]"
_FILLER = rf"(?:{_TITLE}|{_COMPANY}|{_MANNER}|{_TIME}|[（(][^）)]{{1,30}}[）)]|，|、|\s++)"
"""What may stand between the people and the verb. Blanks are where companions were taken out: eaten whole."""
_GO = r"(?:来到|赶到|前往|赶赴|奔赴|深入到?|走进|莅临|走访(?=[^，。]*开展)|赴|到|在|来|抵|至(?!\d))"
_HOW = r"(?:实地|专题|现场|深入|全面|重点)*"
_NOT_TOLD = (
    r"(?![^，。]{0,16}(?:重要讲话|讲话精神|指示精神|指示要求)|重要|时的|期间的|期间，[^。]{0,10}作出"
    r"|组(?!织)|下|思想|意见|员|性|方针|作用|原则|中心|整改|反馈|巡察|团(?![市区县省]委|中央)|报告|成果|结果|结束|指示|工作要求|座谈会|会|活动的)"
)
"""What makes a verb of visiting the name of something else (调研组), or a visit one that is only cited."""

GOES = Rule(
    "events.goes-to",
    "Someone goes somewhere to inspect, study or call on people: 赴, 到, 深入 with the place and the purpose behind.",
    re.compile(
        rf"^{_FILLER}{{0,6}}?{_GO}(?!会|位|{_VISITING}|实地|此次)"
        rf"(?P<where>[^。{MEETING}]{{1,150}}?)(?P<kind>{_VISITING}|指导(?=[^，。等]{{1,12}}工作)){_NOT_TOLD}"
    ),
    whole,
)
INSPECTS = Rule(
    "events.inspects",
    "Someone inspects or studies something: 调研, 检查 with the object behind, or 开展…调研.",
    re.compile(
        rf"^{_FILLER}{{0,6}}?(?:{_HOW}(?:开展|进行|实施|在)[^，。{MEETING}]{{0,40}}?)?{_HOW}"
        rf"(?P<kind>{_VISITING}){_NOT_TOLD}(?P<what>[^，。]{{0,60}})"
    ),
    whole,
)
LEADS = Rule(
    "events.leads-party",
    "Someone leads a party somewhere (率队赴, 带队到), whatever for.",
    re.compile(
        rf"^{_FILLER}{{0,3}}?(?:带队|率队|率团|(?:率|带领)[^，。]{{1,24}}(?:团|组|队|一行|人员|同志|负责人))(?:一行)?"
        rf"(?:分别|先后|随后|专程|再次)?(?:赴|到|来到|赶到|前往|走进|深入|奔赴)(?P<where>(?:(?!出席|参加|参会|领奖)[^，。{MEETING}]){{2,60}})(?!出席|参加|参会|领奖)(?=[，。])"
    ),
    whole,
)
LED_BY = Rule(
    "events.led-by",
    "The party that goes has its leader named behind 由: 由…带队的调研组.",
    re.compile(
        rf"[由以]{ANY}{{0,30}}{PEOPLE}(?:同志|等)?(?:带队|率队|率领|领队|带领|(?:担?任|为)(?:组长|团长|领队))(?:的[^，。]{{1,24}}?(?:团|组|队|一行))?"
    ),
    whole,
)
RECEIVES = Rule(
    "events.receives",
    "Someone receives guests: 会见.",
    re.compile(
        rf"^{_FILLER}{{0,6}}?(?:(?:安排)?(?P<kind>会见|会晤|接见)(?:了)?|[与同和][^。；，]{{2,40}}(?P<met>会面)(?=[，。]|时))"
    ),
    whole,
)
PARTY = Rule(
    "events.party-goes",
    "A party goes somewhere (专家组一行赴…调研); the next sentence names who leads it, and who is in it.",
    re.compile(
        rf"(?:^|，)[^，。{PEOPLE}{MEETING}]{{0,40}}(?:组|团|队)(?:一行)?(?:\d+余?人)?(?:先后|分别)?{_GO}(?!会|位|{_VISITING})"
        rf"(?P<where>[^。{MEETING}{PEOPLE}]{{1,60}}?)(?P<kind>{_VISITING}){_NOT_TOLD}"
    ),
    whole,
)
COMES = Rule(
    "events.calls-in-turn",
    "In a report of several leaders' visits, another one comes to a place of his own: 来到, 前往.",
    re.compile(rf"^{_FILLER}{{0,4}}?(?:先后)?(?:来到|前往|走进|赴)(?P<where>[^，。{MEETING}]{{2,60}})"),
    whole,
)
ACCOMPANIES = Rule(
    "events.accompanies",
    "Someone goes along: 陪同, 参加调研.",
    re.compile(r"陪同|参加|参与(?:了)?(?:调研|检查|活动)|一同|随同|一起|出席|到会|列席|陪"),
    whole,
)
ACCOMPANIED = Rule(
    "events.accompanied-by",
    "在 with people in front of 陪同下.",
    re.compile(rf"(?:在{ANY}{{0,24}}?)?{PEOPLE}(?:等)?{ANY}{{0,12}}?的?陪同下"),
    whole,
)
