"""The one company of an article about a project, which needs no verb to stand behind it."""

from __future__ import annotations

import re

from kg.annotate.layer import Link, OrganizationMention
from kg.annotate.projects.namesakes import short_of
from kg.annotate.rule import Rule

ONLY_COMPANY = Rule[None](
    "projects.organization-only-company",
    "The only company of an article about one project, whose head speaks or is there (X集团董事长……介绍).",
)
_ITS_HEAD = re.compile(
    "(?:党委书记|党组书记|党委副书记|董事长|董事局主席|总经理|总裁|首席执行官|CEO|创始人|(?:相关|有关)?负责人|负责同志|法定代表人|副总经理|副总裁|项目经理|执行董事)"
)
_COMPANY = re.compile("公司|集团|股份|控股|实业|[一二三四五六七八九十]+局$")
_NOT_OF_WORKS = re.compile("报业|传媒|日报|广播|电视|银行|保险|证券|出版|物业|电网|供电|通信|移动|联通|电信(?!量子)")


def _companies(able: list[OrganizationMention]) -> list[list[OrganizationMention]]:
    """Mentions of companies, those of one company together."""
    found: list[list[OrganizationMention]] = []
    for body in able:
        if body.kind != "company" or not _COMPANY.search(body.name) or _NOT_OF_WORKS.search(body.name):
            continue
        for one in found:
            name = one[0].name
            if name == body.name or short_of(body.name, name) or short_of(name, body.name):
                one.append(body)
                break
        else:
            found.append([body])
    return found


def only_company(text: str, able: list[OrganizationMention]) -> Link | None:
    """The only company of an article about one project, if its head is named."""
    companies = _companies(able)
    if len(companies) != 1:
        return None
    for body in companies[0]:
        if _ITS_HEAD.match(text, body.end):
            return Link(body.name, body.start, body.end, ONLY_COMPANY.id)
    return None
