"""Companies that a project's name gives away: 甲乙广场 of 甲乙证券, 甲乙科技项目."""

from __future__ import annotations

import re

from kg.annotate.layer import Link, OrganizationMention
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.vocabulary import cover
from kg.annotate.rule import Rule

BACKER_IN_NAME = Rule[None]("projects.organization-in-name", "A company or body within the project's name.")

COMPANY = "科技|集团|股份|控股|药业|重工|光电|电子|半导体|实业|置业|智能"
"""Last words of companies' short names."""
_COMPANY_ALONE = re.compile(f"[“]?(?P<name>(?P<own>[\\u4e00-\\u9fff]{{2,4}})(?:{COMPANY}))[”]?(?:项目|$)")
_COMPANYS_PLANT = re.compile(
    r"[“]?(?P<name>(?P<own>[\u4e00-\u9fff]{2,3})(?:食品|药业|集团|股份|控股|重工|实业))[^，。；]{0,12}(?:车间|生产线|工厂|厂区|厂房|总部)"
)
_OWN = re.compile(
    rf"(?!中国|国家|中央|北京|上海|天津|重庆|[\u4e00-\u9fff]{{2,4}}[省市县区])(?P<own>[\u4e00-\u9fff]{{2,6}}?)(?:{COMPANY}|证券|银行|能源|生物|汽车|有限|公司|[（(])"
)


_OF_ITS_PLACE = "(?<!新)能源|路桥|建工|[建交城]投"
"""Last words that make a company's name of a division's: 湖南路桥."""
_MAKES = re.compile(
    r"[“]?(?P<name>(?P<own>(?!新建|扩建|改建|援|国道|省道|新能|高[\u4e00-\u9fff])[\u4e00-\u9fff]{2,6}?)"
    r"(?P<kind>股份|集团|控股|重工|食品|药业|实业|电气|制药|石化|铝业|锌业|铜业|矿业|钢铁|水泥|乳业|酒业|牧业|新材料|新材(?!料)|科技|光电|半导体|微电子|精密|"
    rf"{_OF_ITS_PLACE}))[”]?"
    r"(?!产业|园|城|中心|小镇|馆|大厦|广场|基地|示范|创新|孵化|项目|工程|车间|[一二三]期|股份|集团|控股|有限|公司|制品|及|和|与|大学|学院)[\u4e00-\u9fff\dA-Za-z（(“+\-.]{2}"
)
_YEARLY = re.compile(
    r"[“]?(?P<name>(?P<own>(?!新建|扩建|改建)[\u4e00-\u9fffA-Za-z]{2,10}?)(?P<kind>厂|公司)?)(?<![市县区镇乡村旗州])[”]?年产[\d一二三四五六七八九十]"
)
"""A company before a product of two characters or more, or before 年产 and a number."""
_BUREAU = re.compile(
    r"(?P<name>(?P<own>(?:中国)?(?:中?[铁建交冶核]|水电|电建)[\u4e00-\u9fff]{0,4}[一二三四五六七八九十]+局)(?P<kind>集团)?)(?=[\u4e00-\u9fffA-Z\d]{4})"
)
_LEVELS = frozenset("省市县区州旗镇乡")
_SHORTEST_BARE = 3


def namesake(text: str, occurrences: list[Occurrence], able: list[OrganizationMention]) -> Link | None:
    """The company with whose own name a project's name begins, in the form the article uses most: 甲乙广场 of 甲乙证券."""
    forms: dict[str, list[OrganizationMention]] = {}
    for body in able:
        if body.kind not in ("company", "other") or not (match := _OWN.match(body.name)):
            continue
        own = match["own"]
        if any(text.startswith(own, o.start) and o.end - o.start > len(own) + 2 for o in occurrences):
            forms.setdefault(body.name, []).append(body)
    if not forms:
        return None
    name = max(forms, key=lambda form: (len(forms[form]), -forms[form][0].start))
    body = forms[name][0]
    bare = _bare(text, name, forms, occurrences)
    return bare or Link(name, body.start, body.end, BACKER_IN_NAME.id)


def _bare(
    text: str, name: str, forms: dict[str, list[OrganizationMention]], occurrences: list[Occurrence]
) -> Link | None:
    """A company's own name, where it begins a project's and the article often has it without 公司 or 集团."""
    match = _OWN.match(name)
    assert match
    taken = [(o.start, o.end) for o in occurrences]
    for short in (match["own"], match.group()):
        if len(short) < _SHORTEST_BARE or short == name:
            continue
        alone = [
            at
            for at in (m.start() for m in re.finditer(re.escape(short), text))
            if not any(start <= at < end for start, end in taken)
            and not any(text.startswith(form, at) for form in forms if form != short)
        ]
        if alone and len(alone) >= len(forms[name]):
            return Link(short, alone[0], alone[0] + len(short), BACKER_IN_NAME.id)
    return None


def company_ahead(text: str, occurrences: list[Occurrence], places: list[tuple[int, int]]) -> Link | None:
    """A company at the beginning of a project's name, before what it makes: 甲乙新材料微晶项目, 甲乙年产5万吨……"""
    for occurrence in occurrences:
        match = next(
            (m for p in (_BUREAU, _MAKES, _YEARLY) if (m := p.match(text, occurrence.start, occurrence.end))), None
        )
        if not match or cover(match["own"]) is not None:
            continue
        if any(first == match.start("own") and text[last - 1] in _LEVELS for first, last in places):
            continue
        place = any(first <= match.start("own") and match.end("own") <= last for first, last in places)
        if place and not re.fullmatch("能源|路桥|建工|[建交城]投", match["kind"] or ""):
            continue
        return Link(match["name"], match.start("name"), match.end("name"), BACKER_IN_NAME.id)
    return None


def company_alone(text: str, occurrences: list[Occurrence]) -> Link | None:
    """A company by its last word, which is all of a project's name but 项目, or stands before a plant: 甲乙食品糖果车间."""
    for occurrence in occurrences:
        match = _COMPANY_ALONE.match(text, occurrence.start, occurrence.end) or _COMPANYS_PLANT.match(
            text, occurrence.start, occurrence.end
        )
        if match and cover(match["own"]) is None:
            return Link(match["name"], match.start("name"), match.end("name"), BACKER_IN_NAME.id)
    return None


def short_of(name: str, other: str) -> bool:
    """Whether a name is the short form of a longer one: its characters in their order, from first or to last."""
    if name != other and name in other:
        return True
    if len(name) >= len(other) or (name[:2] != other[:2] and not other.endswith(name)):
        return False
    rest = iter(other)
    return all(character in rest for character in name)
