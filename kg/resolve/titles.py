"""What the title of a post says: its canonical form, branch, rank, and whether one person holds it at a time."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kg.model.names import fold

_ACTING = re.compile(r"^(?:代理?(?=[市县区省州旗镇乡])|挂职|兼任?)|[((](?:代|兼|挂职|正.{0,2}级|副.{0,2}级)[))]$")
_GOVERNMENT = re.compile(
    r"^(?:[省市县区州旗盟镇乡]|自治[区州县旗])?(?:人民)?政府(?=(?:副)?(?:省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|主席)$)"
)
_CONGRESS = re.compile(r"人民代表大会常务委员会|人大常务委员会|人大常委会|人大(?=(?:副)?主任$)")
_CPPCC = re.compile(r"人民政治协商会议|政治协商会议")
_BUREAU_HEAD = re.compile(r"^(?P<bureau>.{2,}(?<![副局正长])局)长$")
_LEVEL_WORD = re.compile(r"^(?:自治[区州县旗]|街道|[省市县区州旗盟镇乡])")
_ORGAN = re.compile(
    r"^(?:委(?!员)|党委|党工委|纪委|监委|人大常委会|政协|政府|公安|法院|检察院|组织部|宣传部|统战部|政法委|常委|人民法院|人民检察院)"
)
_PARTY_DEPARTMENT = re.compile(
    r"^(?P<level>[省市县区州旗])?委?(?P<name>组织|宣传|统战|统一战线工作|社会工作)部?(?P<deputy>副)?(?:部)?长$"
)

_BRANCHES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("人大", re.compile(r"人大|人民代表大会|委员长")),
    ("政协", re.compile(r"政协")),
    ("法检", re.compile(r"法院|检察|检察长")),
    ("军队", re.compile(r"军|武警|司令|政委|人武|消防救援")),
    ("群团", re.compile(r"工会|团委|共青团|妇联|科协|文联|残联|侨联|工商联|红十字|青联|作协|社科联|计生协")),
    (
        "企事业",
        re.compile(
            r"公司|集团|董事|经理|校长|(?<!法|察)院长|医院|大学|学院|学校|银行|研究[院所]|馆长|台长|社长|总编|组委会"
        ),
    ),
    (
        "党委",
        re.compile(
            r"委书记|党委|党组|党工委|总书记|常委|纪委|组织部|宣传部|统战部|政法委|市委|县委|区委|省委|州委|支书|支部|书记"
        ),
    ),
)
_PLAIN_HEADS = (
    "省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|自治区主席|国家主席|总书记|总理|委员长|检察长|司令员|校长|村主任"
)
_HEAD = re.compile(
    rf"(?:{_PLAIN_HEADS}|委书记|工委书记|总支书记|支部书记|支书|人大常委会主任|政协主席|人大主席|管委会主任|法院院长|"
    r"(?:局|厅|委|办|办公室|中心|部|署|会|院|所|队|馆|社|台|行)(?:局长|厅长|主任|部长|署长|会长|院长|所长|队长|馆长|社长|台长|行长)|"
    r"(?<=.)(?:局|厅|部)长|秘书长|村党委书记|村书记)$"
)
_DEPUTY = re.compile(r"副|常委(?!会)|委员$|成员|助理|领导$|干部|调研员|巡视员|代表|专委|组长$")
_WEAK = re.compile(r"(?:代表|政协委员|(?<!委)委员)$")
_MAIN_ORGAN = re.compile(
    r"^(?:自治[区州县旗]|街道|[省市县区州旗盟镇乡])?(?:人大常委会|人大|政协|委|党委|党工委|政府)?(?:机关)?(?:党组)?"
    r"(?:常务)?副?(?:书记|主任|主席|秘书长|常委|成员|省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长)$"
)
_DEPARTMENT = re.compile(
    r"局|厅|部|办|(?<!常)委(?!书记|副书记|常委|员)|中心|法院|检察|秘书长|署|院|所|馆|台|队|会(?=长|主席)"
)
_INNER_DEPARTMENT = re.compile(r"司副?司长|处副?处长|科副?科长|室副?主任")
_WITHOUT_RANK = re.compile(r"领导$|干部$|调研员|巡视员|总工程师|组长$|总河长")
_INNER_ORGAN = re.compile(r"纪委|政法委|监委")
_VILLAGE = re.compile(r"(?<!驻)村(?!镇)|社区|支书|居委")
_TOWN = re.compile(r"镇|乡(?!村振兴)|街道")
_TOP = re.compile(r"总书记|国家主席|总理$|委员长|全国政协主席|军委主席|中央政治局|国家副主席|国务委员")


@dataclass(frozen=True, slots=True)
class Title:
    """A post's title, read."""

    name: str
    """Canonical: 市政府市长, 市人民政府市长 and 代市长 are 市长."""
    branch: str
    """党委, 政府, 人大, 政协, 军队, 法检, 群团 or 企事业."""
    rank: str | None
    """As 县处级正职; None where the title tells nothing (a deputy of the congress, 市领导)."""
    step: int | None
    """The rank as a number: 1 for 村级正职, 2 more for each level, one less for a deputy."""
    exclusive: bool
    weak: bool
    """Says nothing of who it is: deputies to a congress, members of the CPPCC."""


_RANKS = ("村级", "乡科级", "县处级", "厅局级", "省部级", "国家级")
_BASE = {"village": 1, "town": 3, "county": 5, "prefecture": 7, "province": 9, "nation": 11}


@functools.lru_cache(maxsize=50_000)
def read_title(title: str, level: str | None, word: str = "", municipality: bool = False) -> Title:
    """Reads a post's title.

    Args:
        title: As the record has it, without the place's proper name.
        level: Of the division whose post it is; None where unknown.
        word: The division's own word, which stands in front of its organs (区 in 区人大常委会主任).
        municipality: The division is a district of a municipality, a level higher in rank.
    """
    name = canonical(title, word)
    weak = _WEAK.search(name) is not None
    branch = next((branch for branch, pattern in _BRANCHES if pattern.search(name)), "政府")
    exclusive = not weak and not _DEPUTY.search(name) and _HEAD.search(name) is not None
    unranked = weak or level is None or branch in ("企事业", "军队") or _WITHOUT_RANK.search(name)
    step = None if unranked or level is None else _step(name, level, municipality)
    rank = f"{_RANKS[min(step // 2, 5)]}{'正职' if step % 2 else '副职'}" if step is not None and step >= 0 else None
    return Title(name, branch, rank, step, exclusive, weak)


def _step(name: str, level: str, municipality: bool) -> int:
    if _VILLAGE.search(name) and not _TOWN.match(name):
        return _BASE["village"] - 1 if "副" in name else _BASE["village"]
    at = "town" if level == "county" and _TOWN.match(name) else level
    base = _BASE.get(at, 5) + (2 if municipality and at in ("county", "town") else 0)
    if level == "nation":
        if _TOP.search(name):
            return base - 1 if "副" in name or "国务委员" in name else base
        base -= 2
    elif not _MAIN_ORGAN.match(name):
        if _DEPARTMENT.search(name):
            base -= 2
        elif _INNER_ORGAN.search(name):
            base -= 1
    if _INNER_DEPARTMENT.search(name):
        base -= 2
    return base - 1 if _DEPUTY.search(name) else base


@functools.lru_cache(maxsize=50_000)
def canonical(title: str, word: str) -> str:
    """One form of a title's spellings; `word` goes in front of an organ that has none."""
    name = _ACTING.sub("", fold(title).replace("中国共产党", "").replace("中共", ""))
    name = (
        _CONGRESS.sub("人大常委会", _CPPCC.sub("政协", name))
        .replace("人民政府", "政府")
        .replace("委员会书记", "委书记")
    )
    name = _GOVERNMENT.sub("", name)
    if match := _PARTY_DEPARTMENT.match(name):
        return f"{match['level'] or word}委{match['name']}部{match['deputy'] or ''}部长"
    if match := _BUREAU_HEAD.match(name):
        name = f"{match['bureau']}局长"
    if word and not _LEVEL_WORD.match(name) and _ORGAN.match(name):
        name = word + name
    return name
