"""What a name itself looks like."""

from __future__ import annotations

import re

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.names import core

_LENGTHS = ((2, "2"), (3, "3"), (4, "4"), (6, "5-6"), (10, "7-10"), (16, "11-16"), (999, "17+"))
_CORES = ((0, "0"), (1, "1"), (2, "2"), (4, "3-4"), (999, "5+"))

_LOOKS = (
    ("number", re.compile(r"[0-9０-９一二三四五六七八九十两双百千万]")),
    ("plus", re.compile(r"[+＋]")),
    ("sum-of-words", re.compile(r"[\u4e00-\u9fff]{2,}[+＋][\u4e00-\u9fff]{2,}")),
    ("pair", re.compile(r"^一[\u4e00-\u9fff]{1,2}、?一[\u4e00-\u9fff]{1,2}$")),
    ("attributed", re.compile(rf"^(?:{patterns.ATTRIBUTES})[\u4e00-\u9fff]{{2,3}}(?:建设|行动|创建)?$")),
    ("term", re.compile(r"三年|五年|百日|\d{4}")),
    ("list-inside", re.compile("、")),
    (
        "declared-year",
        re.compile(
            r"[\u4e00-\u9fff]{2}(?:建设|提升|突破|攻坚|落实|推进|深化|巩固|改革|治理|整治|效能|环境|质量|服务|行动|实干|发展|会战|见效)年(?:活动)?$"
        ),
    ),
    ("phrase", re.compile(r"[的了是在]")),
    (
        "company-paper",
        re.compile(r"(?:股东大?会|董事会|监事会|债权人|独立董事|募集资金|信息披露|上市公司|公司章程|股票)"),
    ),
    ("status", re.compile(r"(?:情况|执行|审计|决算|报告|通报|名单|草案|决定|决议)")),
)
"""一村一品, 农户+基地, 健康甲川, 三年; the state of things (执行情况) and what names no measure."""

_FEAST = re.compile(
    r"(?:八一|七一|六一|五一|五四|端午|中秋|重阳|春节|元旦|国庆|七夕|教师节|护士节|医师节|建军节).{0,8}(?:活动|慰问|晚会)"
)


def _band(size: int, bands: tuple[tuple[int, str], ...]) -> str:
    return next(label for most, label in bands if size <= most)


def shape(name: str, before: str) -> set[str]:
    """The features of a name.

    Args:
        name: With its marks.
        before: The characters in front of it.
    """
    plain = bare(name)
    found = {label for label, pattern in _LOOKS if pattern.search(plain)}
    found |= {f"length:{_band(len(plain), _LENGTHS)}", f"core:{_band(len(core(plain)), _CORES)}", f"ends:{plain[-2:]}"}
    if "“" in name or "‘" in name:
        found.add("quote-inside")
    if _FEAST.search(before[-3:] + plain):
        found.add("feast")
    return found
