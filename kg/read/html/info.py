"""The lines between a headline and its text: when, whose, by whom; and buttons."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from kg.model.passage import Passage
from kg.read.html.metadata import day_of, source_of

_DAY = (
    r"(?:19|20)\d\d\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2})"
    r"(?:[\sT]*(?:(?:星期|周)[一二三四五六日天])?\s*\d{1,2}\s*[:：]\s*\d{1,2}(?:\s*[:：]\s*\d{1,2})?(?:\.\d+)?)?"
)
_DATED = re.compile(rf"(?P<day>{_DAY})")
_ROLE = (
    r"作\s?者|(?:本报|本网|文字|全媒体|见习|特约)?记\s?者|通讯员|(?:责任|值班|见习|图片|网络|执行)?编\s?辑|责\s?编|"
    r"校\s?对|(?:内容|责任)?审\s?核|初\s?审|复\s?审|[二三终]\s?审|审\s?签|签\s?发|摄\s?影|供\s?稿|撰\s?稿|监\s?制|录入(?:员|人)?"
)
_LABELS = re.compile(
    r"(?P<when>(?:发布|发表|更新|发文|发稿|上传|录入|创建|成文|生成|公开|印发|添加|采编|编辑)?(?:时间|日期))\s*[:：]\s*"
    r"|(?P<whose>(?:文章|信息|稿件|新闻|内容|原文|稿)?\s*来\s{0,4}源|转自|稿源|出处)\s*[:：]\s*"
    r"|(?P<office>发布(?:机构|单位|部门|者|人)|信息提供|供稿单位|来源单位)\s*[:：]\s*"
    rf"|(?P<who>{_ROLE})\s*(?:[:：]|(?=[\u3000 ]))\s*"
    r"|(?P<none>(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|人次|率)?|评论数?|字\s?[号体](?:大小)?|字体显示|分享(?:到|至)?|索\s?引\s?号|"
    r"(?:所属)?(?:分类|栏目|频道)|关键[词字]|标签|打印|字数|人气|选择字号|视力保护色|语音播报|文号|主题分类|名称|有效性)\s*[:：]\s*"
)
_BARE = re.compile(
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?|字[号体](?:大小)?|分享(?:到|至)?|打印(?:本页|本文)?|关闭(?:窗口|本页)?|收藏|复制|纠错|评论|点赞|转发|"
    r"微信|微博|朋友圈|QQ空间?|[大中小默认次]|超大|\d[\d,]*\s*(?:次|人次)?|[A-Za-z]{1,3}[+-]?|语音播报|听新闻|朗读|下载|客户端|原创|转载|我要|返回"
)
_BLANK = re.compile(r"[|｜丨【】\[\]<>\s]|$")
_WIDE_BLANK = re.compile(r"[|｜丨【】\[\]<>]|\s{2,}|$")
_LETTER = re.compile(r"[^\W_]")
_LONGEST = 160


@dataclass(slots=True)
class Info:
    """What such lines say."""

    published_on: str | None = None
    source: str | None = None
    office: str | None = None
    """Who put the page up, where it is not said whose report it is."""
    credits: list[Passage] = field(default_factory=list)
    """Those that name who made the report, label and all."""


def read_info(line: Passage) -> tuple[Info, bool]:
    """What a line says in labels and days, and whether it says nothing else."""
    info, text = Info(), line.text
    days = list(_DATED.finditer(text))
    labels = list(_LABELS.finditer(text))
    bounds = sorted([*(label.start() for label in labels), *(day.start() for day in days), len(text)])
    rest = [text[: bounds[0]]]
    for day in days:
        info.published_on = info.published_on or day_of(re.sub(r"\s*([-/.年月日])\s*", r"\1", day["day"]))
        end = bounds[bisect.bisect_right(bounds, day.start())]
        rest.append(text[day.end() : end])
    for label in labels:
        end = bounds[bisect.bisect_right(bounds, label.start())]
        value = _value(text[label.end() : end], _WIDE_BLANK if label["who"] else _BLANK)
        rest.append(text[label.end() + len(value) : end])
        if label["whose"]:
            info.source = info.source or source_of(value, "本站")
        elif label["office"]:
            info.office = info.office or source_of(value, "本站")
        elif label["who"] and value.strip():
            info.credits.append(line.part(label.start(), label.end() + len(value)).strip())
    only = len(text) <= _LONGEST and "。" not in text and not _LETTER.search(_BARE.sub("", " ".join(rest)))
    return info, only


def _value(written: str, ended_by: re.Pattern[str]) -> str:
    """The part of what stands behind a label that belongs to it."""
    blanks = len(written) - len(written.lstrip())
    ended = ended_by.search(written, blanks)
    assert ended is not None
    value = written[: ended.start()].rstrip()
    closed = re.search(r"^[^（(]*(?=[）)])", value)
    return closed[0].rstrip() if closed else value
