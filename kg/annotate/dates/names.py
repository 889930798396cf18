"""Years that are part of a name: 2018年度工作总结表彰大会, 《2023年工作要点》, 2024年春季运动会."""

from __future__ import annotations

import re

_EVENT = (
    r"(?:(?:会议|大会|年会|晚会|全会|茶话会|(?:座谈|推进|部署|动员|总结|表彰|发布|调度|交流|推介|招商|洽谈|博览|交易|招聘|工作|专题|现场|研讨|"
    r"培训|观摩|述职|通报|恳谈|见面|联席|展览|展销|运动|奥运|音乐|协调|分析|常务|对接|务虚|联谊|报告|说明|视频|例行|宣讲|分享|音乐)会)"
    r"|仪式|典礼|论坛|峰会|沙龙|活动|培训班|研讨班|夏令营|比赛|大赛|联赛|竞赛|邀请赛|锦标赛|马拉松|世界杯|"
    r"(?:文化|艺术|旅游|电影|美食|啤酒|购物|读书|科技|雪顿|采摘|丰收|荷花|龙舟|消费|广告|体育|戏剧|音乐|摄影|花)节|宣传周|活动周|活动月|宣传月|"
    r"奥运会|展览会|广交会|进博会|消博会|服贸会|巡礼|采访团)"
)
_TO_EVENT = re.compile(
    rf"(?:“[^”\n]{{1,20}}”|[^，。；、：:,;！？!?\s的在于至任召举将了获被列]){{0,40}}?{_EVENT}(?!中心|室|厅|馆|多|较多|频繁)|第[一二三四五六七八九十百\d]+[次届]"
)
_VERB = re.compile(r"开展|参加|启动|组织|以来|通过|实施|实现|成立|完成|受邀|[上下]半年前|期间")
_QUOTES = {"《": "》", "“": "”", "‘": "’", "「": "」", "『": "』", "〈": "〉", "<": ">", "【": "】"}
_CLAUSE = re.compile("[，。；！？,;!?]")
_TITLE = re.compile(r"《[^》\n]{0,80}》|〈[^〉\n]{0,80}〉|<[^<>\n]{0,80}>")


def in_name(text: str, start: int, end: int) -> bool:
    """Whether a date at `text[start:end]` begins the name of an event or of what a quotation mark holds."""
    if start and text[start - 1] in _QUOTES:
        close = text.find(_QUOTES[text[start - 1]], end, end + 60)
        if close > 0 and not _CLAUSE.search(text, end, close):
            return True
    return names_event(text, end)


def names_event(text: str, at: int) -> bool:
    """Whether the words from `at` on run, without a verb, to the head of an event's name."""
    match = _TO_EVENT.match(text, at)
    return match is not None and not _VERB.search(match.group())


def titles(text: str) -> list[tuple[int, int]]:
    """The stretches within 《》, in which dates are part of a title."""
    return [match.span() for match in _TITLE.finditer(text)]
