"""The words that end a title, and what may stand between them and the body: ranks, 副, 代, 常务."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon, load

_AFTER_CHANG = (
    "期|级|[\u4e00-\u9fff]村(?![民委])|效(?!.{0,2}[、，说])|远|足|三角|征|跑|廊|势|度|短|途|假|辈|江(?:办|经济|流域|大桥|口|路|大保护|干流|中|上|下|两岸|沿岸|、|水)|"
    "宁[区县]|兴[区县]|寿区|清区|汀县|泰县|垣[县市]|乐区|葛市|阳县|丰县|武县|子[区县]|海县|岛县|岭县|沙(?:市|县)|春市|安街|治市|城(?:汽车|墙)|河(?:流|道)|高铁"
)
"""What makes 长 in 市长, 县长, 部长 the beginning of another word: 长期, 长江, 长三角."""

DIVISION_HEAD = rf"(?:(?<!社)(?<!园)(?<!片)(?<!景)区|省|市|县|(?<![兰欧亚非美广郑苏杭福温常泰扬徐惠潮梅赣柳钦贺台湖衢沧德滨亳宿滁池抚永郴泉漳莱胶青荆鄂锦达泸忠万涿霸定雷邓汝禹])州|旗|盟|(?<!城)镇|(?<![家城故老异他])乡|(?<!农)村)长(?!{_AFTER_CHANG})"
"""市长, 县长 …: the head that names its own level."""

_DIVISION = re.compile(DIVISION_HEAD)


def is_division(head: str) -> bool:
    """Whether a head names its own level and so needs no body: 市长."""
    return bool(_DIVISION.fullmatch(head))


_GUARDS = {
    "书记": "(?!员|处|官)",
    "主任": "(?!务|设计师|工程师|会议|委员|科员|医师|医生|护师|护士|药师|技师|编辑|记者|播音|教练|检验|中医)",
    "主席": "(?!台|团|令|会议)",
    "支书": "(?!记)",
    "公使": "(?!衔)",
    "委员": "(?!会|长|联谊|联络|活动|履职|提案|培训|工委|工作委|小组|会客)",
    "大使": "(?<!形象大使)(?<!推广大使)(?<!爱心大使)(?<!旅游大使)(?<!公益大使)(?!馆)",
    "市民": "(?!族|宗|政|建|革|盟|用|营|间)",
    "总工": "(?![会程资期时作业])",
    "农民": "(?!工|日报|合作|画)",
    "参事": "(?![室馆])",
    "部长": "(?!官)",
    "讲师": "(?!团)",
    "常委": "(?!副?主任|会|扩大|（|\\(|班子|委员会)",
    "政委": "(?!员会)",
    "理事": "(?!会|长|单位|国)",
    "干部": "(?=[、，。；）\\n]|$|等职)",
    "干事": "(?!长|创业|的|劲|热情|业)",
    "场长": "(?!期)",
    "秘书": "(?!长|处|科|室|[一二三四五六七八九十]处)",
    "代表": "(?!团|大会|会议|性|处|作|们|委|联络|之家|工作|票决|家|履职|建议|小组|资格|专业|议案|选举)",
    "专家": "(?!组)",
    "领导": "(?!小组|干部|班子|下|机关|人|力|体|者|成员|和|批示|岗|责|作用|职|核心|地位|同志们)",
}
_COMMON = {
    "院士",
    "专家",
    "学生",
    "职工",
    "员工",
    "志愿者",
    "党员",
    "居民",
    "村民",
    "市民",
    "群众",
    "教师",
    "退役军人",
    "民警",
    "老人",
    "律师",
    "青年",
    "工人",
    "农民",
    "农户",
    "家长",
    "孩子",
    "游客",
    "业主",
    "商户",
    "职员",
    "网格员",
    "大学生",
    "研究生",
    "博士",
    "医生",
    "护士",
    "企业家",
}
_COMPOUND = r"(?![们\d]|事务|区|楼|大会|代表大会|[\u4e00-\u9fff]{0,5}(?:中心|委员会|委会|协会|联合会|工作站|小组|支队|大队|学院|公寓|小区|运动会|组委会|夏令营|队伍?|活动室|联谊会|商会|学会|之家|服务站|团队))"
"""What makes 居民, 院士, 退役军人 the beginning of a body's name."""


def _head(word: str, *, role: bool = False) -> str:
    if word in _COMMON:
        return re.escape(word) + _GUARDS.get(word, "") + _COMPOUND
    if word == "代表" and not role:
        return rf"(?:(?<=人大)|(?<=[市县区省镇]党))代表{_GUARDS[word]}"
    if word == "行长":
        return "(?<!执)行长"
    if word == "队长":
        return rf"(?<!团)队长(?!{_AFTER_CHANG})"
    guard = _GUARDS.get(word, "") + (f"(?!{_AFTER_CHANG})" if word.endswith("长") else "")
    return re.escape(word) + guard


def _any(heads: Lexicon, *, role: bool = False) -> str:
    """Any of the heads, longest first, behind a look at the first character, which spares most places the trial of each."""
    first = "".join(sorted({word[0] for word in heads.entries}))
    longest_first = sorted(heads.entries, key=lambda word: (-len(word), word))
    return f"(?=[{first}])(?:{'|'.join(_head(word, role=role) for word in longest_first)})"


PUBLIC_HEADS = load("post_heads")
"""Heads of public posts; the value says which bodies they belong to: `any`, `organ` (needs a body in front)."""
ROLE_HEADS = load("role_heads")
"""Heads of what people are outside public life: 董事长, 教授, 村民."""
BYLINES = load("byline_heads")
"""记者, 通讯员 …: those who made the report, never its people."""

_LEVEL_OF_LEADERS = r"(?:各)?(?:县市区|市县区|县[（(]?市[、]?区[）)]?|区县)|军分区|警备区|自治区|省|市|州|盟|(?<![军社园景片小分备])区|县|旗|镇|乡|街道|村"
_OF_LEADERS = r"(?:主要|有关|相关|党政|党委|政府|政协|人大(?:常委会)?|纪委|军区|[几四五两][大套家]{0,2}班子|[“\"]?[四五]大?家[”\"]?|[^\W\d_])"
GROUP = (
    rf"(?:(?:{_LEVEL_OF_LEADERS})(?:{_OF_LEADERS}{{0,2}}领导(?:同志)?{_GUARDS['领导']}))|老(?:同志|领导)(?!们|家)"
    r"|副?(?:省|市|厅|州|县|处)级(?:以上)?领导干部"
    rf"|(?:{_LEVEL_OF_LEADERS})(?:[几四五两][大套家]{{0,2}}|党政|领导)班子成员(?!单位)"
)
"""市领导, 县领导同志, 老同志 before a list of names."""

_RANKS = (
    r"[一二三四]级(?:巡视员|调研员|主任科员|高级法官|高级检察官|法官|检察官|警长|警务专员|高级警长)"
    r"|(?:副)?(?:巡视员|调研员)|(?:副)?主任科员|[正副](?:部|省|厅|局|地|市|县|处|团|乡|科|股)长?级(?:领导)?干部"
)

HEAD = re.compile(
    rf"(?P<group>{GROUP})"
    rf"|(?P<rank>{_RANKS})"
    rf"|(?P<division>{DIVISION_HEAD})"
    rf"|(?P<public>{_any(PUBLIC_HEADS)})"
    rf"|(?P<role>{_any(ROLE_HEADS, role=True)})"
)
"""Any head, by what it is."""

MODIFIERS = re.compile(
    r"(?:第一|常务|专职|兼职|挂职|执行|代理|署理|助理|公使衔|外籍|特聘|客座|终身|名誉|荣誉|资深|驻会|轮值|候补|驻村|[正副][部省厅局地市县处团科]级|分管日常工作的|主持工作的|副职|副|代(?!表))*$"
)
"""What qualifies a head, read backwards from it: 常务副市长, 代区长, 第一副院长."""


def modifiers_before(text: str, start: int, head: str) -> str:
    """The modifiers in front of a head that begins at `start`: 常务副 of 常务副市长, 主要 of 主要负责人."""
    pattern = _OF_ONE_IN_CHARGE if head == "负责人" else MODIFIERS
    match = pattern.search(text, max(0, start - 16), start)
    assert match is not None
    return match.group()


_OF_ONE_IN_CHARGE = re.compile("(?:主要|相关|有关|党组|总)?$")

SUFFIX = re.compile(
    r"(?P<nominee>(?:提名)?(?:人选|候选人)|提名人)|(?P<note>[（(](?:挂职|兼职|兼|援藏|援疆|援青|专职|正处级|正科级|主持工作)[）)])|(?P<aide>助理)"
)
"""What belongs to the title behind its head."""
