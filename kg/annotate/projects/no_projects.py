"""What looks like a project and is none, by its words and what stands beside them: campaigns, contests, wrongs, places."""

from __future__ import annotations

import re

from kg.annotate.projects.candidates import Candidate
from kg.annotate.projects.naming import has_name

_NOT_OF_WORKS = re.compile(
    r"书记|理事长|级干部|科级|处级|秘书长|院士(?!工作站|协同|[^，。]{0,6}中心)|副主任|违规|违纪|举报|\d+[余多]?个[^，。]*(?:项目|工程)$|[与和及或对为以本该此这其](?:项目|工程)$|人民币|万元|课题|大赛|论文"
)
_CONTEST = re.compile("大赛|参赛|路演|[一二三特]等奖|决赛")
_PARTY_BEFORE = re.compile("(?:与|和|同|、)$")
_SIGNS = re.compile("(?:正式)?(?:签约|签署|签订|合作)")
_WRONGED = re.compile("(?:插手|干预|骗取|套取|贪污|挪用|侵占|围标|串标|举报)[^，。；]{0,8}$")
SLOGAN = re.compile(r"“(?:[^”]*[一二三四五六七八九十百千万两双\d](?=[\u4e00-\u9fff])){2}[^”]*”")
_CAMPAIGN_BEHIND = re.compile("[、和及]?“[^”]{2,10}(?:工程|行动)”")
_CAMPAIGN_BEFORE = re.compile("“[^”]{2,10}(?:工程|行动|计划|课堂|活动|项目)”[、和及]?$")
_AT = re.compile("在$")
_HELD_THERE = re.compile("(?:正式|隆重|成功)*(?:挂牌|揭牌|启动|举行|举办|开班|开幕|召开|签约|落成|建成)")
"""What happens at a structure that only gives the place: 诉讼服务点在某某市场正式挂牌."""
_SUMMED_UP = re.compile("(?:[一两三四五六七八九十](?![年级贯期号])[^一两三四五六七八九十]{1,5}){2,}$")
"""A slogan that counts what it sums up: 一中心一基地一枢纽."""
_OF_MANY = re.compile(
    r"(?:\d+|[两三四五六七八九十百]+)余?[座项个条处](?![^，。；、]*之一)[^，。；、建投]{1,10}的$|一批[^，。；、]{2,24}的[“]?$"
)
"""A number before a clause that describes many: 15座省调度的大中型水库."""
_GRADE = re.compile("一流|世界级|高水平|高能级")
_LENGTH = re.compile("全长|线路全长|占地|总面积")
_SHORT = 3


def no_works(text: str, candidate: Candidate) -> bool:
    """Whether X项目 or X工程 is no works: a wrong that is told, a contest, a campaign among others."""
    return bool(
        _NOT_OF_WORKS.search(text, candidate.start, candidate.end)
        or _WRONGED.search(text, max(candidate.start - 12, 0), candidate.start)
        or _CONTEST.search(text, *_sentence(text, candidate))
        or _among_campaigns(text, candidate)
    )


def no_structure(text: str, candidate: Candidate, names: list[tuple[int, int]], bare: str) -> bool:
    """Whether a structure is none that is built: a grade, a slogan, a place where something is held, a party that signs.

    `bare` is its name less the place in front.
    """
    before, right = text[max(candidate.start - 16, 0) : candidate.start], text[candidate.end : candidate.end + 28]
    institution = candidate.kind == "institution"
    return bool(
        _GRADE.match(bare)
        or _WRONGED.search(before)
        or any(candidate.start < first and last == candidate.end and last - first <= _SHORT for first, last in names)
        or _SUMMED_UP.match(bare.strip("“”"))
        or (_AT.search(before) and _HELD_THERE.match(right))
        or (institution and (_LENGTH.match(right) or (_party(text, candidate, before) and _SIGNS.match(right))))
    )


def _party(text: str, candidate: Candidate, before: str) -> bool:
    """Whether an institution is one of two sides: 甲市与乙大学签约."""
    return bool(_PARTY_BEFORE.search(before) or re.search("[与和]", text[candidate.start : candidate.end]))


def _among_campaigns(text: str, candidate: Candidate) -> bool:
    """Whether a quoted 工程 stands beside other quoted ones: “甲畅达工程”“乙安澜工程” are campaigns."""
    quoted = text[candidate.start - 1 : candidate.start] == "“" and text[candidate.end : candidate.end + 1] == "”"
    return quoted and bool(
        _CAMPAIGN_BEHIND.match(text, candidate.end + 1)
        or _CAMPAIGN_BEFORE.search(text, max(candidate.start - 20, 0), candidate.start - 1)
    )


def _sentence(text: str, candidate: Candidate) -> tuple[int, int]:
    """From the full stop before a candidate, or 60 characters before it, to 40 behind it or the next full stop."""
    start = max(text.rfind("。", 0, candidate.start), candidate.start - 60, 0)
    end = text.find("。", candidate.end, candidate.end + 40)
    return start, end if end >= 0 else min(candidate.end + 40, len(text))


def of_many(text: str, candidate: Candidate, names: list[tuple[int, int]]) -> bool:
    """Whether a number that governs a description of the candidate makes it many; a name of its own makes it one."""
    return not has_name(candidate, names) and bool(_OF_MANY.search(text, max(candidate.start - 28, 0), candidate.start))
