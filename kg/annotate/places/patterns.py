"""Patterns and rules that find places."""

from __future__ import annotations

import re

from kg.annotate.rule import Rule

LEVEL_WORDS = "自治区|自治州|自治县|地区|街道|省|市|州|盟|区|县|旗|镇|乡"

FULL = Rule[str]("places.full-name", "the full name of a division")
SHORT = Rule[str]("places.short-name", "a customary short form, where the company it keeps wants a place: 抚顺, 清原县")
TOWN = Rule[str]("places.town", "a town's name, in a county that the article is about")
METADATA = Rule[str]("places.metadata", "the article's division, from the metadata given beside it")
HOME = Rule[str]("places.home", "the article's division, from its masthead, its lead and the organs it names")

DEICTIC = Rule[str](
    "places.deictic",
    "我市, 全区, 该县: the article's own division of that level",
    re.compile(rf"(?:我|全|本|该)(?P<word>省|市|州|盟|区|县|旗|镇|乡)(?![长委民直级域面场政府])"),
    lambda match: match["word"],
)

_ZONE_HEADS = (
    "经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|高新区|经开区|开发区|自贸试验区|综合保税区|保税区|"
    "旅游度假区|风景名胜区|管理区|工业园区|工业园|工业区|产业园区|化工园区|新区"
)
ZONE = Rule[str](
    "places.zone",
    "a development zone, new area or park with a name of its own",
    re.compile(rf"(?:[\u4e00-\u9fff]{{2,8}}?)(?:{_ZONE_HEADS})(?![域分划])"),
    lambda match: match.group(),
)
VILLAGE = Rule[str](
    "places.village",
    "a village or community where someone goes, or behind its town",
    re.compile(
        r"(?:(?<=镇)|(?<=乡)|(?<=街道)|(?<=来到)|(?<=走进)|(?<=深入)|(?<=前往)|(?<=[在到赴、]))"
        r"(?!各|一些|部分|全|某|该|本|这|那|每|有关|相关|周边|附近|所在|城市|农|老旧|基层|示范|重点|美丽)[\u4e00-\u9fff]{2,4}?(?:村|社区)(?![民级干里委党支两组屯庄镇落居庙务书主])"
    ),
    lambda match: match.group(),
)

ORGAN_BEHIND = re.compile(r"(?:自治区|市|州|盟|区|县|旗|省)?(?:委|人大|政府|人民政府|政协|纪委|召开|举行|举办|日报|晚报|新闻网|发布|讯)")
"""What behind a short form shows that it is a division."""
PLACE_IN_FRONT = re.compile(r"(?:在|到|赴|来|抵|从|于|向|往|与|及|和|、|驻|访|回|离|对|让|——|\s|^|[，。：“（])$")
"""What in front of a short form lets it be a place."""
