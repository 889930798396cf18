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
    return Link(name, body.start, body.end, BACKER_IN_NAME.id)


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
