"""Why a page has no article, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.errors import ReadError
from kg.read.html.lines import Line, lines
from kg.read.html.tree import Element
from kg.read.html.weights import HAN, MARKS

_ASKED = re.compile(
    r"(?:请|需|须|您还没有|尚未|未)\s*(?:先)?\s*(?:登录|登陆)|(?:登录|登陆|付费|订阅|开通会员)后?(?:即可|可|才能|方可)?(?:查看|阅读|浏览)|仅限会员"
)
_WAITING = re.compile(r"正在加载|加载中|loading|enable javascript|启用\s*javascript|javascript\s*(?:功能|支持)", re.I)
_GONE = re.compile(
    r"(?:页面|网页|内容|文章|信息|稿件|新闻)(?:不存在|已(?:经)?(?:被)?删除|已下线|找不到|未找到)|(?:找不到|未找到)(?:该|您要的|你要的)?(?:页面|网页|内容)|\b404\b"
)
_LOGIN = ("asks for a login and has no article", "Fetch it again where you are logged in.")
_SCRIPT = ("loads its text by a script", "Save it from a browser after it has loaded.")
_NOTICE = 30
"""Chinese characters in sentences up to which a page that asks to log in or to wait says nothing else."""
_FOREIGN = 300
"""Letters of other scripts from which on a page without an article is one in another language."""
_LIST = 5
"""Links, a line each, from which on a page is a list of them."""
_HEADLINE = 8
"""Chinese characters of a link that can be a headline."""


def why_no_text(page: Element, path: str) -> ReadError:
    """The error for a page in which no article was found: what it is instead.

    Args:
        page: The whole page, weighed.
        path: Of the page, as the user gave it.
    """
    elements = list(page.elements())
    frames = [e for e in elements if e.name in ("frame", "iframe") and e.attributes.get("src")]
    shown = " ".join(line.text for line in lines(page))
    if any(e.name == "frameset" for e in elements) or (frames and page.size < _HEADLINE):
        where = "、".join(frame.attributes["src"] for frame in frames[:3])
        return ReadError(path, f"is a frameset: its text stands in other pages ({where})", "Fetch those.")
    pictures = any(e.seen and e.name == "img" and _is_large(e) for e in elements)
    password = any(e.name == "input" and e.attributes.get("type", "").lower() == "password" for e in elements)
    if _ASKED.search(shown) or (password and not pictures):
        return ReadError(path, *_LOGIN)
    if page.linked > 0.6 * max(page.size, 1) and page.linked > _LIST * _HEADLINE:
        return list_of_links(path)
    if sum(character.isalpha() for character in HAN.sub("", shown)) >= _FOREIGN:
        return ReadError(path, "has no Chinese text", "Give Chinese news articles.")
    if pictures and not _WAITING.search(shown):
        return ReadError(path, "shows its text as a picture", "Give the text; pictures are not read.")
    if any(e.name == "script" for e in elements):
        return ReadError(path, *_SCRIPT)
    return ReadError(path, "has no text", "Take it out, or fetch it again.")


def list_of_links(path: str) -> ReadError:
    """The error for a page that leads to articles and is none."""
    return ReadError(path, "is a list of links, no article", "Fetch the articles that it leads to.")


def notice(shown: Sequence[Line], path: str) -> ReadError | None:
    """The error for a page whose few lines tell the reader something and report nothing; None for any other.

    Args:
        shown: What would be its article.
        path: Of the page.
    """
    told = [line for line in shown if not (_ASKED.search(line.text) or _WAITING.search(line.text))]
    if sum(len(HAN.findall(line.text)) for line in told if MARKS.search(line.text)) >= _NOTICE:
        return None
    said = " ".join(line.text for line in shown)
    if _ASKED.search(said):
        return ReadError(path, *_LOGIN)
    if _GONE.search(said):
        return ReadError(path, "says that its article is gone", "Take it out, or fetch it again.")
    return ReadError(path, *_SCRIPT) if _WAITING.search(said) else None


def is_list(shown: Sequence[Line]) -> bool:
    """Whether lines are those of a list: links alone, or a link over each summary."""
    linked = [line.is_link and line.linked >= _HEADLINE for line in shown]
    prose = [
        i
        for i, line in enumerate(shown)
        if not linked[i] and MARKS.search(line.text) and len(HAN.findall(line.text)) >= 10
    ]
    if sum(linked) < _LIST:
        return False
    under = sum(any(linked[max(i - 2, 0) : i]) for i in prose)
    return not prose or (len(prose) >= 3 and under >= 0.6 * len(prose))


def asks_to_log_in(shown: Sequence[Line]) -> bool:
    """Whether the last of an article's lines says that the rest is shown to those who log in."""
    return any(_ASKED.search(line.text) and len(line.text) <= 40 for line in shown[-3:])


def _is_large(image: Element) -> bool:
    width = re.match(r"\d+", image.attributes.get("width", ""))
    name = image.attributes.get("src", "").lower()
    return (width is None or int(width[0]) >= 200) and not re.search(r"logo|icon|banner|qr|ewm|blank|spacer", name)
