"""The body in front of a head, and whose it is: 抚顺市 + 市委 + 组织部, 辛丰镇 + 镇党委."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.layer import PlaceMention
from kg.annotate.organizations.boundary import run_start
from kg.lexicon import load

LEVELS = ("自治区", "居民区", "街道", "社区", "省", "市", "州", "盟", "区", "县", "旗", "镇", "乡", "村")
"""Level words, longer ones first: what of a place's name stays before an organ."""

_ORGAN_START = (
    r"(?:委(?!托|派|屈|婉|员长)|党(?!员|史|校教)|人大|人民(?!群众|医院|日报|币)|政府|政协|纪委|纪检|纪工委|监委|监察|人武部|武装部|法院|检察院|公安|总工会|妇联|妇女|团委|共青团|残联|残疾人|"
    r"科协|工商联|文联|侨联|红十字|中级|高级|办事处|办(?:党|主|副)|管委会|直|级机关|机关|行政|工会|关工委|综治|社会|两委|支部|团区委|征兵|武警|消防|应急|教育|卫)"
)
_LEVEL_BEFORE_ORGAN = re.compile(
    rf"(?:自治区|居民区|街道|社区|(?<!城)(?<!超)市(?!场|政(?!府|协|法)|容|民)|省|州|(?<![欧联结同])盟|(?<![社园地景小片校军战灾山厂辖特新发验业保开])区(?!块|域|划)|县|旗|镇|乡(?!村|镇|贤)|村)(?={_ORGAN_START})"
)
_TOWNS = ("镇", "乡", "村", "街道", "社区", "居民区")
_LAST_PLACE = re.compile(
    r"(?:(?<=镇)|(?<=乡)|(?<=街道)|^)[\u4e00-\u9fff]{1,6}?(?:镇|乡|居民区|村|街道|社区)$|[\u4e00-\u9fff]+$"
)
_LEVEL_FIRST = re.compile(
    r"自治区|街道|社区|村(?!镇)|省|市(?!场|政(?!府|协|法)|容|民(?!政))|州|(?<![欧联结同])盟|区(?!块|域|划)|县|旗|镇|乡(?!村|镇)"
)

_SUFFIX = re.compile(
    r"(?:[委会局厅部办处科室院校所站队组社台馆园署司系庭联党协]|中心|党组|党支部|党总支|支部|总支|政府|人大|政协|战区|军区|警备区|军分区|集团军|[陆海空]军|火箭军|学院|大学|中学|小学|幼儿园|支队|"
    r"防指|防总|中央|党组织|会议|实验室|机关|法院|检察院|妇联|残联|科协|文联|侨联|工商联|社科联|作协|记协|关工委|基地|指挥部|协会|学会|联盟|商会|公司|集团|银行|分行|支行|企业|班子|舰队|学部|论坛|专班|联社|"
    r"[省市县区州旗镇乡村]|街道|开发区|国家|全国|军委|国务院|团|合作社|工厂|厂|酒店|工委|专班|分局|海关|常务委员会)[）)”’]?$"
)
_OWN_NAME = re.compile(
    r"^(?:[^，。]{0,12}?)(?:大学|学院|医院|中学|小学|学校|幼儿园|银行|集团|公司|研究院|研究所|设计院|电视台|广播|日报|晚报|报社|出版社|博物馆|图书馆|剧院|电力|石化|铁路|"
    r"[一二三四五六七八九十]+[中院]|大运会|运动会|组委会|生产建设兵团|实验|附属|外国语|高铁|机场|证券|理工|师范|医科|交通大|农业大|工业大)"
)
"""Behind a short place name: the place is a part of the body's own name (黑龙江大学)."""
_MEMBER = re.compile(
    r"^(?:共青团|中国国民党革命委员会|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|武警|国网|中国|国家|公安部|教育部|国家税务总局|国家统计局)$"
)
"""In front of a place: belongs to the body's name (共青团江西省委)."""
ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,9}?(?:开发区|高新区|经开区|试验区|新片区|新区|产业园区?|工业园区?|度假区|示范区|保税区|园区)(?=管委会|党工委|管理委员会|纪工委|工委)"
)
_BARE_ZONES = {
    "开发区",
    "高新区",
    "经开区",
    "国家试验区",
    "工业园",
    "工业园区",
    "产业园",
    "产业园区",
    "度假区",
    "示范区",
    "保税区",
    "园区",
    "新区",
}
NATIONAL_BODY = re.compile(
    rf"国家|全国|中共中央|中央|国务院|最高人民|中国(?!移动|联通|电信|石化|石油|银行|工商银行|建设银行|农业银行|人寿|平安)|{load('ministries').alternation()}"
    r"|[东西南北中]部战区|[东南北]海舰队|(?:北京|沈阳|济南|南京|广州|成都|兰州)军区|(?:陆军|海军|空军|火箭军|武警部队)(?!指挥|医院)|中宣部|中组部|中纪委"
    r"|第[一二三四五六七八九十]+届(?:全国|中央|中国)|(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)中央"
)
"""Bodies of the nation, by how their names begin."""
_RULES = re.compile("委|人民政府|政府|人大|政协")
"""What rules a division: a body in front of the division has nothing to do with it (调查组|齐齐哈尔市委)."""
_PARTY = re.compile(r"(?:机关)?(?:党组|党委|党总支|党支部|党工委|纪委|纪检组)$")


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in front of a head's modifiers.

    `start` is where all of it begins, the place's proper name included; `core` where the title does.
    """

    start: int
    core: int
    place: PlaceMention | None = None
    level: str = ""
    """The level word that the title keeps, or would keep before an organ."""
    named: str = ""
    """A place that nobody found but the level word shows: 辛丰镇 in 辛丰镇党委."""
    own: bool = False
    """The place in front is a part of the body's own name."""


def level_of(name: str) -> str:
    """The level word that a place's written name ends in, empty for a short form."""
    return next((word for word in LEVELS if name.endswith(word) and len(name) > len(word)), "")


def is_body(run: str) -> bool:
    """Whether a run of characters can be the name of a body: it ends as such names do."""
    return bool(_SUFFIX.search(run)) and run[0] not in "（）”’"


def organization(organ: str) -> str:
    """The body that a title names, without the party group inside it: 市水利局 in 市水利局党组书记."""
    shorter = _PARTY.sub("", organ)
    return shorter if len(shorter) >= 3 else organ


def _chain(places: list[PlaceMention], start: int, end: int) -> list[PlaceMention]:
    """The first unbroken chain of places in `[start, end]`, each one the wider one's part."""
    found: list[PlaceMention] = []
    for place in places:
        if place.start < start or place.end > end or place.end <= place.start:
            continue
        if found and place.start < found[-1].end:
            continue
        if found and place.start != found[-1].end:
            break
        found.append(place)
    return found


def body_before(text: str, end: int, places: list[PlaceMention], *, overlap: int = 0) -> Body:
    """The body that ends at `end`.

    Args:
        text: The article's text.
        end: Where the head's modifiers begin.
        places: Places near `end`, by start.
        overlap: Characters of the head that a place's name may share (市 of 市长).
    """
    low = run_start(text, end)
    chain = _chain(places, low, end + overlap)
    if chain and text[low : chain[0].start] in LEVELS:
        # 公安 in 省公安厅 is no county
        chain = []
    if chain:
        first, last = chain[0], chain[-1]
        between = text[low : first.start]
        rest = text[last.end : end] if last.end < end else ""
        if not rest:
            return Body(first.start, end, last, level_of(text[last.start : last.end]))
        if len(rest) <= 4 and not is_body(rest):
            # a name stands between: 南京市赵某副市长
            return Body(end, end, last)
        if not is_body(rest):
            return Body(end, end)
        if rest[0] in "原前" and (own := _LEVEL_FIRST.match(rest, 1)):
            # 潮阳区原区委书记
            return Body(first.start, last.end + 1, last, own.group())
        if between and (_MEMBER.match(between) or (is_body(between) and not _RULES.match(rest))):
            return Body(low, low, last, level_of(text[last.start : last.end]))
        written = text[last.start : last.end]
        level = level_of(written)
        if NATIONAL_BODY.match(text, first.start, end):
            return Body(first.start, first.start)
        towns = list(_LEVEL_BEFORE_ORGAN.finditer(rest))
        if towns and towns[-1].group() in _TOWNS and 0 < towns[-1].start() <= 8 and not _OWN_NAME.match(rest):
            inner = towns[-1]
            town = _LAST_PLACE.search(rest[: inner.end()])
            assert town is not None
            return Body(first.start, last.end + inner.start(), level=inner.group(), named=town.group())
        zone = ZONE.match(rest)
        if zone and zone.end() < len(rest):
            return Body(first.start, last.end + zone.end(), named=zone.group() if level else written + zone.group())
        if last.level == "zone" and re.match(r"管委会|党工委|管理委员会|纪工委|工委", rest):
            return Body(first.start, last.end, last, "")
        if not level and _OWN_NAME.match(rest):
            return Body(first.start, first.start, last, "", own=True)
        return Body(first.start, last.end - len(level), last, level)
    run = text[low:end]
    if len(run) < 2 or not is_body(run):
        return Body(end, end)
    if (zone := ZONE.match(run)) and zone.group() not in _BARE_ZONES:
        return Body(low, low + zone.end(), named=zone.group())
    if first_level := _LEVEL_FIRST.match(run):
        return Body(low, low, level=first_level.group())
    match = _LEVEL_BEFORE_ORGAN.search(run)
    if match and match.start() <= 7:
        named = run[: match.end()] if match.group() in _TOWNS else ""
        if run[: match.start()] in ("团", "共青团"):
            return Body(low, low, level=match.group())
        return Body(low, low + match.start(), level=match.group(), named=named)
    return Body(low, low)
