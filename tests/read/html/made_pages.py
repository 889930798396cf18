"""Pages made of pieces, for the property tests: what they say is known."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

_WHO = ("陆明谦", "谭晓岚", "顾长林", "姚思齐", "冯致远", "龚庆余", "孟繁星", "许承志")
_WHAT = (
    "主持召开第{}次产业强基专题会议，听取重点产业链培育情况汇报。",
    "到第{}产业园调研，实地察看项目进展，详细询问A&B两条生产线的产能。",
    "指出，要把第{}项任务落到“具体项目”上，做到年初有清单、年终有结果。",
    "强调，第{}标段要在保证质量安全的前提下加快建设，确保工期<300天。",
)
_FURNITURE = (
    '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw">新闻中心，要闻</a></li></ul>',
    "<script>var a = '<p>这是脚本里的一句话，不是正文。</p>';</script>",
    '<div style="display:none">这一句看不见，因此不是正文。</div>',
    '<div class="share"><a href="#">分享到微信</a></div>',
    '<div class="comments"><p>网友说，希望项目早日开工，大家都在等。</p></div>',
    "<!-- <p>这一句被注释掉了，不是正文。</p> -->",
    '<form><input type="password"><button>登录</button></form>',
)
_AROUND = (
    '<div class="TRS_Editor">{}</div>',
    '<div id="zoom"><div><span>{}</span></div></div>',
    "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
    '<div class="css-8x"><div>{}</div></div>',
    "<DIV ID=vsb_content_2>{}</DIV>",
    "<article><section>{}</section></article>",
)
_PARAGRAPHS = (
    "<p>{}</p>\n",
    "<P>　　{}",
    "<br>　　{}<br><br>\n",
    "<div>&nbsp;&nbsp;{}</div>",
    "<p><span><p>{}</p></span></p>",
    "<section>\n  {}\n</section>",
    "<p class=MsoNormal><font>{}</p></font>",
)
_INSIDE = (
    "<b>{}</b>",
    '<span lang="EN-US">{}</span>',
    "{}<!-- 注 -->",
    '<a href="/zt?a=1&b=2">{}</a>',
    "\n{}",
    "<font color='red'>{}</font>",
    "{}<o:p></o:p>",
    "\u200b{}",
)


@dataclass(frozen=True)
class Made:
    """A page and the paragraphs that it says."""

    source: str
    paragraphs: tuple[str, ...]


@st.composite
def pages(draw: st.DrawFn) -> Made:
    """A page of one article, any container or none around it, furniture beside it, any markup within its sentences."""
    count = draw(st.integers(3, 8))
    paragraphs = [
        draw(st.sampled_from(_WHO)) + draw(st.sampled_from(_WHAT)).format(number + 11) for number in range(count)
    ]
    written = "".join(
        draw(st.sampled_from(_PARAGRAPHS)).format(_marked_up(draw, paragraph)) for paragraph in paragraphs
    )
    around = draw(st.sampled_from(_AROUND)).format(written)
    before = "".join(draw(st.lists(st.sampled_from(_FURNITURE), max_size=3)))
    behind = "".join(draw(st.lists(st.sampled_from(_FURNITURE), max_size=3)))
    head = draw(st.sampled_from(["", "<!DOCTYPE html><html><head><title>要闻</title></head><body>", "<BODY>\r\n"]))
    return Made(head + before + around + behind + draw(st.sampled_from(["", "</body></html>"])), tuple(paragraphs))


def _marked_up(draw: st.DrawFn, sentence: str) -> str:
    """The sentence with tags in it, and some of its characters as entities."""
    ends = sorted({*draw(st.lists(st.integers(1, len(sentence) - 1), max_size=4)), len(sentence)})
    parts, at = [], 0
    for end in ends:
        part = "".join(_written(draw, character) for character in sentence[at:end])
        # A line break between digits or letters is a blank, so it comes only where it is none.
        inside = draw(st.sampled_from(_INSIDE))
        if inside.startswith("\n") and (sentence[at] < "\u2000" or sentence[at - 1] < "\u2000"):
            inside = "{}"
        parts.append(inside.replace("{}", part) if at else part)
        at = end
    return "".join(parts)


def _written(draw: st.DrawFn, character: str) -> str:
    if character == "“":
        return draw(st.sampled_from(["“", "&ldquo;", "&#8220;", "&amp;ldquo;"]))
    if character in "&<":
        return {"&": draw(st.sampled_from(["&amp;", "&", "&#38;"])), "<": draw(st.sampled_from(["&lt;", "<"]))}[
            character
        ]
    return f"&#x{ord(character):x};" if draw(st.integers(0, 30)) == 0 else character
