"""Rules that say what people did at a meeting; over the code of a statement, behind its people."""

from __future__ import annotations

import re

from kg.annotate.events.patterns import ANY, SAYING, whole
from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.rule import Rule
from kg.lexicon import load

OBJECT = "\ue002"
"""Stands in a subject's view of the code for people who are not the subject of what follows them."""

_SPEAKING = load("event_speaking_acts").alternation()
_ATTENDING = load("event_attending_verbs").alternation()
_CEREMONY = load("event_ceremony_acts").alternation()
_NO_CHAIR = rf"(?!人|词|的|过|下|[市县区]政府|[^，。]{{0,6}}工作|[^，。{MEETING}]{{0,8}}的(?!通知))"
_SPEECH = (
    rf"(?P<act>{_SPEAKING})(?!稿|材料|精神|要求|指示|的?会|指出的|教师|老师|人员|专家|嘉宾|单位|平台|大使|团|员|被查|批评)",
    rf"(?<![工合协操运动写创])作(?:了)?[^，。{PEOPLE}]{{0,24}}?(?:报告|汇报|说明|发言|演讲|讲话|授课|点评|总结|辅导|交流|部署)",
    r"(?:关于|就)[^，。]{2,60}(?:情况|工作|问题|进展)(?:的)?(?:汇报|报告|通报)(?=[，。；])",
    rf"(?:作了|做了|(?<![工合协操运动写创])作)(?:一[场堂次]|题为[^，。{PEOPLE}]{{2,30}}的)?[“]?{MEETING}(?=[，。；])",
    r"宣布(?:了)?[^，。]{0,24}(?:决定|通知|名单|命令)",
    r"(?<!一)并[^，。]{0,22}(?:部署|提出?[^，。]{0,8}要求)",
    r"提出(?:了)?[^，。]{0,10}(?:要求|希望|意见|建议|主张)",
    r"讲了?(?:意见|话|党课)|发表(?:了)?[^，。]{0,12}(?:感言|讲话|致辞|演讲|发言|感想)",
    r"作出(?:了)?(?!重要)[^，。]{0,4}指示",
    rf"(?<={PEOPLE})(?:同志)?(?:对[^，。]{{1,30}}(?:作|做|进行)了?)?(?:部署|安排)(?:了|相关|有关|具体|下一|下阶段|近期|工作)",
    rf"为[^，。]{{1,12}}(?:上|讲)了?[^，。]{{0,20}}(?:{MEETING}|课|讲座)(?=[，。])",
    r"经验分享|讨论交流|交流发言",
    rf"(?:对|就|围绕|针对|结合|以)[^，。{PEOPLE}]{{2,110}}?(?:进行|作出?|做出?|开展)(?:了)?[^，。{PEOPLE}{MEETING}]{{0,12}}?"
    r"(?:部署|解读|讲解|说明|宣讲|阐释|阐述|辅导|培训|授课|点评|汇报|介绍|分析|分享|发言|剖析|安排|导学|领学|探讨|讲授|提示|讲座|小结)",
    rf"(?<={PEOPLE})(?:同志)?(?:[^，。]{{0,8}})?传达(?!学习|贯彻|到)|(?<={PEOPLE})(?:同志)?(?:首先|进一步|带领大家|在会上)?传达学习|讲授|主讲",
    r"谈(?:了)?[^，。]{0,12}(?:体会|感受|认识|启发|感想|做法|打算|看法)|建言(?:献策)?|作了回应|(?<=先后)交流|表决心",
)

TURN = re.compile(r"由[^，。；据]{0,8}$")
TAKES_TURN = re.compile(
    r"(?:同志)?(?:进行|作|做)了?[^，。的]{0,12}(?:报告|发言|讲话|汇报|解读|讲解|介绍|通报|说明|授课|辅导)|(?:同志)?(?:介绍|汇报|通报)(?!的)"
)
"""What whoever is named behind 由 does himself: 首先由某某介绍情况."""

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
CHAIR_LABEL = Rule(
    "events.chair-label",
    "A line of minutes that names the chair: 主持人：.",
    re.compile(rf"(?:^|[\s。；])(?:会议)?主[\s　]*持[\s　]*(?:人|者)?[：:]\s*{PEOPLE}"),
    whole,
    needs="持",
)
REPORTS = Rule(
    "events.reports-heard",
    "Whose report the meeting hears: 听取了某某的汇报, 某某所作的报告.",
    re.compile(
        rf"{PEOPLE}(?:同志)?(?:(?!总书记|主席)[^，。；{PEOPLE}]{{0,60}}?)?(?:所作的?|作的|的|作关于[^，。；{PEOPLE}]{{1,60}}的)"
        rf"[^，。；{PEOPLE}]{{0,40}}?(?:汇报|报告|说明|发言|通报|讲解|辅导)"
    ),
    whole,
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
    re.compile(
        rf"(?:{_ATTENDING}|来到(?:第[一二三四五六七八九十\d]+(?:小组|组|代表团)|[^，。]{{0,10}}(?:代表团|分会场|主会场)))(?!的|人员|单位|企业|工作[，。]|革命|比赛|考试)"
    ),
    whole,
)
ATTENDS_LIST = Rule(
    "events.attends-list",
    "A list of those present behind the verb: 出席会议的还有.",
    re.compile(
        rf"(?:(?:出席|参加|列席|到会|就座|参会|与会|收看|观看)(?:{ANY}|{MEETING}){{0,16}}(?:有|是|：|:)|执行主席[：:]|^(?:[省市区县州旗镇街校院局师]{{1,2}}|有关)?领导[：:]|^(?:会议)?记录(?:人|员)?[：:])\s*$"
    ),
    whole,
)
SPEAKS = Rule("events.speaks", "Someone speaks: 讲话, 致辞, 作报告, 发言.", re.compile("|".join(_SPEECH)), whole)
SAYS = Rule(
    "events.says",
    "The report gives a person's words: 指出, 强调, 说.",
    re.compile(rf"(?<![指批]示)(?<!部署)(?<!工作)(?<!到会)(?:{SAYING})(?!明会|法|服|明书|客|局)"),
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
        rf"(?:^|[，。；])(?:在(?:[^，。；]{{1,40}}?(?:召开|举[行办])的)?)?(?:(?:会|会议|大会|(?:该|本次|此次)?{MEETING}|“[^“”，。]{{1,10}}(?:会|堂|坛)”)[”》]?(?:上|现场上?)|[^，。；]{{2,10}}(?:环节|阶段))，[^，。；由对向为与和把被给还{MEETING}{PEOPLE}]{{0,10}}{PEOPLE}"
    ),
    whole,
)
PARTNER = Rule(
    "events.partner",
    "Whom another does something together with at a ceremony, or hands something to: 与某某签约, 向某某颁发证书.",
    re.compile(
        rf"(?:[与和同][^，。；]{{0,24}}?(?P<partner>{PEOPLE}|{OBJECT})(?:等[^，。；]{{0,6}}?|一起|共同|分别|现场|代表[^，。；]{{1,30}}?|双方|正式|为[^，。；]{{1,30}}?)*"
        rf"(?:签署|签订|签约|签定|揭牌|揭幕|剪彩|启动|培土|按下|发布|合影|会签)"
        rf"|[向为给][^，。；]{{0,24}}?(?P<given>{PEOPLE}|{OBJECT})(?:等[^，。；]{{0,16}}?)?(?:颁发|颁授|颁奖|授予|授旗|授牌|赠送|捐赠|移交|佩戴|送上|交付))"
    ),
    whole,
)
TAKES_PART = Rule(
    "events.takes-part",
    "What a person does at a ceremony shows that he was there: 揭牌, 颁奖, 宣布启动.",
    re.compile(
        rf"(?:{_CEREMONY}|带领(?:参会|与会|大家|全体)|致以[^，。]{{0,12}}(?:问候|祝福|敬意))(?!的|仪式|[^，。]{{0,8}}(?:主席令|命令|法案|行政令|号令))"
    ),
    whole,
)
