"""The rules that propose initiatives, and the patterns of those that go by the text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.rule import Rule
from kg.lexicon import load

NUMERAL = "一二两三四五六七八九十百千万双零0-9０-９"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Offsets of what a pattern takes for a name."""

    start: int
    end: int


def _group(match: re.Match[str]) -> Stretch:
    return Stretch(match.start("name"), match.end("name"))


DOCUMENT = Rule(
    id="initiatives.document",
    meaning="A document between 《》 whose title ends in the kind of a policy document: 《甲市招商奖励办法（试行）》.",
    pattern=re.compile(r"《(?P<name>[^《》\n]{4,90})》"),
    produce=_group,
)

QUOTED = Rule(
    id="initiatives.quoted",
    meaning="What stands between quotation marks, alone: 推进“甲乙丙丁”.",
    pattern=re.compile(r"[“‘](?P<name>[^“”‘’。！？；，\n《》]{2,24}(?:，[^“”‘’。！？；，\n]{2,12})?)[”’]"),
    produce=_group,
)

NUMBERED = Rule(
    id="initiatives.numbered",
    meaning="A quoted name made of numbers and what they count: “七个百亿板块”, “双示范市”, “151”, “1+N+X”.",
)

QUOTED_HEAD = Rule(
    id="initiatives.quoted-head",
    meaning="A quoted name that ends in a head noun: “一线工作法”.",
)

QUOTED_WITH_HEAD = Rule(
    id="initiatives.quoted-with-head",
    meaning="A quoted name with its head noun behind the marks: “甲乙丙丁”专项行动, 农村“三变”改革.",
)

SHARED_HEAD = Rule(
    id="initiatives.shared-head",
    meaning="Quoted names side by side that share a numbered head: “甲乙”“丙丁”两大行动.",
)

HEADED = Rule(
    id="initiatives.headed",
    meaning="A name without marks that ends in a head noun, behind a verb that carries it out: 实施甲乙培育计划.",
)

STRIVEN = Rule(
    id="initiatives.striven",
    meaning="What a place strives to be or to build: 争创国家甲乙示范区.",
)

KNOWN = Rule(
    id="initiatives.known",
    meaning="A programme of the nation or of a province that goes by a set name (lexicon).",
)

YEAR = Rule(
    id="initiatives.year",
    meaning="A year, month or week that is declared for a cause: 干部作风建设年, 诚信宣传月.",
)

ARTICLES = Rule(
    id="initiatives.articles",
    meaning="A policy named by the number of its articles: 促进外资20条, 招商新政十二条.",
    pattern=re.compile(
        rf"(?P<name>[\u4e00-\u9fff]{{2,14}}(?:政策|新政|措施|举措|办法|意见|规定)[{NUMERAL}]{{1,3}}条)(?=[”》等、，。；的和])"
    ),
    produce=_group,
)

CENSUS = Rule(
    id="initiatives.census",
    meaning="A numbered national census or survey: 第五次全国经济普查.",
    pattern=re.compile(rf"(?P<name>第[{NUMERAL}]{{1,3}}次(?:全国|全省|全市)[\u4e00-\u9fff]{{2,8}}(?:普查|调查))"),
    produce=_group,
)

ATTRIBUTES = "健康|平安|法治|清廉|数字|智慧|美丽|幸福|书香|文明|活力|品质|诚信|和美|绿美|质量|海洋|海绵|无废|无诈|无讼|全龄友好|儿童友好|青年友好"
"""What a place strives to become: 健康甲川, 清廉乙山."""

ATTRIBUTED = Rule(
    id="initiatives.attributed",
    meaning="What a place is to become, before its name: 建设健康甲川, 争创平安乙山.",
)

SHORT_FORM = Rule(
    id="initiatives.one-name",
    meaning="A short and a long form of one name in one article are one initiative, by the fuller: 三年行动, 甲市三年行动.",
)

OWN_PLACE = Rule(
    id="initiatives.own-place",
    meaning="An initiative is carried out by the article's own place where the text says nothing else.",
)

OWNER = Rule(
    id="initiatives.owner",
    meaning="A programme of the nation or of a province belongs to it as well, where the text says whose it is.",
)

NAMED_PLACE = Rule(
    id="initiatives.named-place",
    meaning="The division named right in front of an initiative, or at its beginning, carries it out.",
)

PARTNER = Rule(
    id="initiatives.partner",
    meaning="What one division does for another (结对, 协作, 对口, 帮扶) is carried out by both.",
)

TOLD_OF = Rule(
    id="initiatives.told-of",
    meaning="Where an article has no place of its own, the division that it names most carries its initiatives out.",
)

JOINT = Rule(
    id="initiatives.joint-provinces",
    meaning="Provinces that the article names by their letters carry its initiatives out together: 粤桂两省（区）法院.",
    pattern=re.compile(
        rf"(?P<name>[{''.join(load('province_letters').entries)}]{{2,6}})(?=[两二三四五六](?:省|市|直辖市))"
    ),
    produce=_group,
)
