"""Pages made of pieces, for the property tests: what is on them is known."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

_WHO = ("陆明谦", "谭晓岚", "顾长林", "姚思齐", "冯致远", "龚庆余", "孟繁星", "许承志")
_POSTS = ("市长", "市委书记", "副市长", "区委书记", "县长", "市政协主席")
_WHAT = (
    "主持召开第{}次产业强基专题会议，听取重点产业链培育情况汇报",
    "到第{}产业园调研，实地察看项目进展",
    "指出，要把第{}项任务落到具体项目上，做到年初有清单、年终有结果",
    "强调，第{}标段要在保证质量安全的前提下加快建设",
    "表示，将围绕“一链{}策”优化营商环境，让企业办事更省心",
)
FURNITURE = (
    "我要打印", "【关闭窗口】", "阅读次数：", "分享到：微信 微博", "上一篇：我县召开春季农业生产现场会", "字体：大 中 小",
    "打开网易新闻 查看精彩图片", "版权所有：某市人民政府办公室", "首页 > 新闻中心 > 要闻", "扫一扫在手机打开当前页",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A page and the sentences that its articles must keep."""

    text: str
    sentences: tuple[str, ...]
    headline: str | None


@st.composite
def pages(draw: st.DrawFn) -> Made:
    """A page of one article: whole or broken lines, furniture around it, a block said twice at the end."""
    count = draw(st.integers(2, 9))
    sentences = [
        draw(st.sampled_from(_POSTS)) + draw(st.sampled_from(_WHO)) + draw(st.sampled_from(_WHAT)).format(n + 11) + "。"
        for n in range(count)
    ]
    paragraphs = []
    at = 0
    while at < count:
        size = draw(st.integers(1, 3))
        paragraphs.append("".join(sentences[at : at + size]))
        at += size
    lines = [line for paragraph in paragraphs for line in _broken(draw, paragraph)]
    if draw(st.booleans()):
        lines += paragraphs[-1:]
    for piece in draw(st.lists(st.sampled_from(FURNITURE), max_size=3)):
        lines.insert(draw(st.sampled_from([0, len(lines)])), piece)
    headline = draw(st.sampled_from([None, "向产业强基要质量 向项目建设要后劲", "我市召开产业强基专题会议"]))
    if headline is not None:
        lines[0:0] = [draw(st.sampled_from(["", "# ", "原标题："])) + headline]
    blank = draw(st.sampled_from(["\n", "\n\n", "\r\n", "\n\u3000\u3000", "\n\n  "]))
    return Made(blank.join(lines), tuple(sentences), headline)


def _broken(draw: st.DrawFn, paragraph: str) -> list[str]:
    """The paragraph, maybe broken behind a comma, or in mid-word behind a first whole sentence."""
    how = draw(st.sampled_from(["whole", "whole", "comma", "word"]))
    cut = paragraph.find("，") + 1 if how == "comma" else paragraph.find("。") + 9
    return [paragraph] if how == "whole" or cut >= len(paragraph) else [paragraph[:cut], paragraph[cut:]]
