"""The bodies of an article that may stand behind a project."""

from __future__ import annotations

import bisect
import re

from spacy.tokens import Doc

from kg.annotate.layer import Layer, OrganizationMention
from kg.annotate.tagged import ORGANIZATION, tagged

_BACKER_KINDS = {"company", "institution", "association", "government", "party", "other"}
_AUTHORITY = re.compile(
    r"(?:委|政府|局|厅|部|办|人大|政协|法院|检察院|委员会|办公室|小组|街道|党组|团委|妇联|工会|日报社?|融媒体中心|电视台|大会|支部|大队|支队|会议|公安|消防)$"
)
_NOBODY = re.compile(
    r"[家余个]|上述|国务院|国家[\u4e00-\u9fff]{2,}[委局部]$|中共|有关|相关|本公司|该|多家|新设|合资|项目|全资|子公司"
)
_ITS_PEOPLE = re.compile("院士|教授|专家|研究员|博士")
_LATIN = re.compile(
    r"[A-Z][A-Za-z.&'\-]*(?: ?\([A-Za-z ]+\)| [A-Z][A-Za-z.&'\-]*){0,4} ?(?:Limited|Ltd|Inc|GmbH|Corporation|Corp|LLC|PLC|AG)(?![A-Za-z])\.?"
)
"""A foreign company by the legal form at the end of its Latin name."""
_SHORT_FOR = re.compile("[简下]称[“]?$")


def bodies(doc: Doc, layer: Layer) -> list[OrganizationMention]:
    """The article's organisations, and the bodies that the NER sees beside them, in order."""
    found = list(layer.organizations)
    starts = [body.start for body in found]
    added = []
    for seen in tagged(doc, ORGANIZATION):
        i = bisect.bisect_right(starts, seen.start)
        beside = found[max(i - 1, 0) : i + 2]
        name = layer.article.text[seen.start : seen.end]
        if len(name) < 3 or _AUTHORITY.search(name) or any(b.start < seen.end and seen.start < b.end for b in beside):
            continue
        if any(p.start < seen.start < p.end for p in layer.places):
            continue
        added.append(OrganizationMention(seen.start, seen.end, seen.rule, name, "other", confidence=seen.confidence))
    for latin in _LATIN.finditer(layer.article.text):
        if not any(b.start < latin.end() and latin.start() < b.end for b in (*found, *added)):
            added.append(OrganizationMention(latin.start(), latin.end(), "", latin.group(), "other"))
    return sorted([*found, *added], key=lambda body: body.start)


def able_to_back(text: str, named: list[OrganizationMention]) -> list[OrganizationMention]:
    """The bodies of an article that may stand behind a project."""
    return [
        body
        for body in named
        if body.kind in _BACKER_KINDS
        and not _NOBODY.match(body.name)
        and not _ITS_PEOPLE.match(text, body.end)
        and not _SHORT_FOR.search(text, max(body.start - 5, 0), body.start)
    ]
