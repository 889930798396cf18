"""Who stands behind a project: companies and bodies that invest in it, build, own or sign it."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, Link, OrganizationMention
from kg.annotate.projects.bodies import able_to_back
from kg.annotate.projects.companies import only_company
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.namesakes import BACKER_IN_NAME, COMPANY, company_ahead, company_alone, namesake, short_of
from kg.annotate.projects.patterns import BARE
from kg.annotate.projects.signatures import signatures
from kg.annotate.projects.told import owned, told
from kg.annotate.projects.vocabulary import PHASE
from kg.annotate.rule import Rule

BACKER = Rule[None](
    "projects.organization",
    "A company or body that the sentence says to invest in, build, own or sign the project (由X投资建设, 与X签署).",
)
BUILDER = Rule[None](
    "projects.organization-of-the-only",
    "Who builds or invests in the only project of an article, in a later sentence (承建该工程的X公司).",
)
SIGNING = Rule[None](
    "projects.organization-signing",
    "The parties of whose signature a sentence tells, in an article with no other project.",
)
_OWNER = re.compile("(?:大学|学院|研究院|研究所|集团)$|附属[^，。]{0,6}医院$")
_BUILDER_OF = re.compile(
    "(?:承建|投资|投资建设|建设|运营|开发|负责施工|施工)(?:该|此|这一|本)?(?:工程|项目)?(?:的|方|商|单位|主体)[为是：:“]?$|(?:业主|投资|建设|施工|承建|运营|实施)(?:单位|方|商|主体)(?:为|是|[：:])?$"
)
_BACKING = re.compile(
    r"(?:投资|建设|承建|实施|开发|兴建|共建|运营|出资|承接|承揽|中标|援建|施工|修建|签署|签订|签约|合作|共同|捐资|捐赠|负责施工|打造|新建|投建|筹建)"
)
_TOGETHER = re.compile(r"联合[^，。；]*$")
_FOUND = re.compile("组建|共建|建设|成立|打造")
_WORKS = re.compile("改造|提升|延伸|建设|扩建|整治|治理|修复|开发|拓宽|更新")
_BUILT = re.compile(
    "(?:社区|中心|园|基地|广场|公园|小镇|城|平台|站|厂|线|路|桥|会址|馆|楼|大厦|酒店|大学|医院|[小中]学|[校院]区|新址|学校|幼儿园|水厂|电池|产品|材料|设备|加工|[厂场]房|热电|电网|府|民宿)$"
)
_PHASE_AT_END = re.compile(f"{PHASE}$")
_BY = re.compile(r"由[^，。；]*$")
_WITH = re.compile(r"(?:与|同|和)$")
_COOPERATE = re.compile(r"(?:加强|深化|开展|达成|推进|签署|签订|进行)[^，。；]{0,8}(?:合作|协议)")
_PLAINLY = re.compile(f"(?:{COMPANY}|能源|新材|新材料|生物|汽车|电气|食品|银行|基金|证券|保险)$")
_ITS_PROJECT = re.compile(r"[”’]?(?:的|项目|年产|新建|投资|[A-Za-z\d“])")
_APPROVED = re.compile("(?:正式)?(?:批准|批复|核准|备案|审批|审查|组织|召开|决定挂牌)")
_TOLD_BY = re.compile("(?:处)?(?:获悉|了解到)")
_LENT = re.compile("(?:[昨今]天|[昨今]日|近日|日前)?[向为](?:我[市省县])?")
_LOAN = re.compile("(?:提供|发放|投放|授信|贷款)")
_ACTS = re.compile(
    r"^(?:[^，。；]{1,28}(?:，[^，。；]{1,24}){0,2}，(?:同时，?|并|还|又)?)?(?:积极|主动|大力|先后|已|将|全力|及时|协调|多方|[争筹]?[取集]?资金[\d.]*[万亿]?元?)*"
    r"(?:协调|争取|申请|筹资|投资|投入|实施|推进|建设|修建|新建|上报|申报)[^，。；]{0,16}$"
)
"""What a government body does, as the subject of the clause, with a project for its object."""
_REPORTED = re.compile("听取")
_REPORT = re.compile(r"[^。；]{0,60}?(?:介绍|汇报)")
_FAR, _NEAR = 90, 40


def organizations(
    layer: Layer, named: list[OrganizationMention], occurrences: list[Occurrence], *, alone: bool, family: bool
) -> list[Link]:
    """Who invests in it, builds, owns or signs it, of the bodies `named`.

    `alone` where the article has no other project, `family` where it has none but phases and parts of it.
    """
    found: dict[str, Link] = {}
    text = layer.article.text
    able = able_to_back(text, named)
    for occurrence in occurrences:
        for link in told(text, occurrence):
            found.setdefault(link.name, link)
    for body in able:
        for occurrence in occurrences:
            if rule := _backs(text, body, occurrence):
                parent = owned(body.name)
                name = body.name[parent:]
                found.setdefault(name, Link(name, body.start + parent, body.end, rule))
    if alone:
        for body in able:
            start = layer.sentence_of(body.start)[0]
            if body.kind == "company" and _REPORTED.search(text, start, body.start) and _REPORT.match(text, body.end):
                found.setdefault(body.name, Link(body.name, body.start, body.end, BUILDER.id))
            if body.kind in ("company", "other") and _BUILDER_OF.search(text, max(start, body.start - 12), body.start):
                found.setdefault(body.name, Link(body.name, body.start, body.end, BUILDER.id))
    for signature in signatures(layer, able, occurrences, alone=alone):
        for body in signature.parties:
            found.setdefault(body.name, Link(body.name, body.start, body.end, SIGNING.id))
    for occurrence in occurrences:
        name = _PHASE_AT_END.sub("", text[occurrence.start : occurrence.end])
        if occurrence.rule == BARE.id and not _WORKS.search(name) and not _BUILT.search(name):
            found.setdefault(name, Link(name, occurrence.start, occurrence.start + len(name), BACKER_IN_NAME.id))
    if bearer := namesake(text, occurrences, able):
        found.setdefault(bearer.name, bearer)
    if company := company_alone(text, occurrences):
        found.setdefault(company.name, company)
    places = [(p.start, p.end) for p in layer.places if p.end > p.start]
    if company := company_ahead(text, occurrences, places):
        found.setdefault(company.name, company)
    if not found and family and (one := only_company(text, able)):
        found[one.name] = one
    return [link for link in found.values() if not any(short_of(link.name, other) for other in found)]


def _backs(text: str, body: OrganizationMention, occurrence: Occurrence) -> str | None:
    if occurrence.start <= body.start and body.end <= occurrence.head:
        return _in_name(text, body)
    if occurrence.before[0] <= body.start and body.end <= occurrence.before[1]:
        between = text[body.end : occurrence.before[1]]
        if _APPROVED.match(between) or _TOLD_BY.match(between) or "由" in between:
            return None
        if between == "的" and body.kind != "party":
            return BACKER.id
        if _LENT.fullmatch(between) and _LOAN.match(text, occurrence.end):
            return BACKER.id
        far = body.kind not in ("company", "other") and "，" in between
        if len(between) <= _NEAR and _BACKING.search(between) and body.kind != "party" and not far:
            return BACKER.id
        if len(between) <= _FAR and _TOGETHER.search(text, occurrence.before[0], body.start) and _FOUND.search(between):
            return BACKER.id
        if body.kind == "government" and len(between) <= _FAR and _ACTS.search(between):
            return BACKER.id
        with_it = _WITH.search(text, max(body.start - 1, 0), body.start)
        return BACKER.id if with_it and len(between) <= _FAR and _COOPERATE.match(between) else None
    for start, end in (occurrence.behind, *occurrence.follows):
        if start <= body.start and body.end <= end:
            led = text[max(start, body.start - 40) : body.start]
            if (
                _BY.search(led)
                and not _APPROVED.match(text, body.end)
                and _BACKING.search(text[body.end : min(end, body.end + 40)].split("，")[0])
            ) or _BUILDER_OF.search(led):
                return BACKER.id
    return None


def _in_name(text: str, body: OrganizationMention) -> str | None:
    name = text[body.start : body.end]
    if _OWNER.search(name):
        return BACKER_IN_NAME.id
    if body.kind == "company":
        return None if name.endswith("电厂") else BACKER_IN_NAME.id
    plainly = _PLAINLY.search(name) or _ITS_PROJECT.match(text, body.end)
    return BACKER_IN_NAME.id if body.kind == "other" and plainly else None
