"""What the head of a page says of its article: title, day, source, address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.read.html.characters import Writing
from kg.read.html.markup import Text
from kg.read.html.tree import Element
from kg.read.published import published_on

_TITLE = ("articletitle", "og:title", "twitter:title", "title")
_DATE = (
    "pubdate",
    "article:published_time",
    "publishdate",
    "publish-date",
    "publishtime",
    "datepublished",
    "firstpublishedtime",
    "og:release_date",
    "apub:time",
    "bytedance:published_time",
    "weibo:article:create_at",
    "dc.date",
    "dc.date.issued",
    "_pubtime",
    "date",
)
_SOURCE = ("contentsource", "article:source", "mediaid", "source", "og:article:source")
_SITE = ("sitename", "og:site_name", "application-name")
_URL = ("url", "og:url")
_STRUCTURED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_SCRIPTED = re.compile(
    r'"?(?:pub|publish|release)(?:ed)?_?(?:time|date|at|on)"?\s*[:=]\s*["\']([^"\']{8,40})["\']', re.I
)
_IN_ADDRESS = re.compile(r"/t((?:19|20)\d{6})_\d+|/((?:19|20)\d\d)[-/]?([01]\d)[-/]?([0-3]\d)/")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.I)
_LEAST = 5
"""Chinese characters that a title in a head must have to be one."""
_OWN = re.compile(r"本站|本网站?|原创|本网原创|本站原创|网站|本单位")
_ACCOUNT = "js_name"
"""The element in which a page of WeChat names the account."""
_NO_SOURCE = re.compile(
    r"\W*|(?:(?:超级|系统|网站)?管理员|admin\w*|root|editor|webmaster|微信公众平台|未知|网络|互联网|转载|其他|其它|null|undefined|无)"
)
_SITE_NAME = re.compile(
    r"[^，。！？“”]{0,24}(?:网站?|政府|门户|频道|日报|晚报|新闻|在线|中心|平台|报社|客户端|发布|融媒|电视台|宣传部|委员会|[厅局委办]|首页|正文|要闻|动态|专栏|栏目)"
)
_PARTED = re.compile(r"\s*[_|｜丨]+\s*|\s*(?:--+|——)\s*|\s+[-–—>»]\s+")
_SUFFIX = re.compile(r"[-–—]\s*([^-–—]{2,24})$")


@dataclass(slots=True)
class Said:
    """What a head says, each None or empty where it says nothing."""

    titles: list[str] = field(default_factory=list)
    """The best first; the last as the window shows it, name of the site and all."""
    title: str | None = None
    published_on: str | None = None
    source: str | None = None
    """Whose report it is."""
    site: str | None = None
    """Whose page it is."""
    url: str | None = None
    scripted: str | None = None
    """A day of publication that a script knows, of this article or of another."""


def head_of(page: Element) -> Said:
    """What `meta`, `title`, `link` and structured data of a page say."""
    meta, window, canonical, structured, account = _collected(page)
    said = Said()
    said.titles = [value for name in _TITLE if (value := meta.get(name))] + ([window] if window else [])
    said.title = next((title for title in map(bare_title, said.titles) if title), None)
    said.site = next((meta[name] for name in _SITE if meta.get(name)), None)
    said.url = next((value for name in _URL if (value := meta.get(name, "")).startswith("http")), canonical)
    dates = [value for name in _DATE if (value := meta.get(name))] + structured
    said.published_on = next((day for day in map(day_of, dates) if day), None)
    source = next((meta[name] for name in _SOURCE if meta.get(name)), None)
    scripted = (day_of(match[1]) for match in _SCRIPTED.finditer(page.source))
    said.scripted = next((day for day in scripted if day), None)
    said.site = source_of(said.site, None) if said.site else None
    said.source = source_of(source, said.site) if source else account
    return said


def _collected(page: Element) -> tuple[dict[str, str], str, str | None, list[str], str | None]:
    """By name what `meta` says, the first of two; the window's title, the address, days of structured data, the account."""
    meta: dict[str, str] = {}
    window, structured, account = "", [], None
    saved = _SAVED_FROM.search(page.source, 0, 2000)
    canonical = saved[1] if saved else None
    for element in page.elements():
        if element.name == "meta":
            said = element.attributes
            name = said.get("name") or said.get("property") or said.get("itemprop") or ""
            value = " ".join(said.get("content", "").split())
            if name and value:
                meta.setdefault(name.lower(), value)
        elif element.name == "title" and not window and element.parent is not None and element.parent.name != "svg":
            window = _inside(element)
        elif element.name == "link" and element.attributes.get("rel", "").lower() == "canonical":
            address = element.attributes.get("href", "")
            canonical = address if address.startswith("http") else canonical
        elif element.attributes.get("id") == _ACCOUNT:
            account = _inside(element)
        elif element.name == "script" and element.children:
            text = element.children[0]
            if isinstance(text, Text):
                structured += [match[1] for match in _STRUCTURED.finditer(page.source, text.start, text.end)][:1]
    return meta, window, canonical, structured, account


def _inside(element: Element) -> str:
    writing = Writing(element.source)
    for child in element.children:
        if isinstance(child, Text):
            writing.write(child.start, child.end)
    return writing.passage().text


def bare_title(window: str) -> str | None:
    """A window's title less the names of site and column; None if nothing else is there."""
    parts = [part for part in _PARTED.split(window.strip()) if part]
    while len(parts) > 1 and (_SITE_NAME.fullmatch(parts[-1]) or len(parts[-1]) < len(parts[0])):
        parts.pop()
    while len(parts) > 1 and _SITE_NAME.fullmatch(parts[0]):
        parts.pop(0)
    title = parts[0] if parts else ""
    while (suffix := _SUFFIX.search(title)) and _SITE_NAME.fullmatch(suffix[1].strip()) and suffix.start() >= 4:
        title = title[: suffix.start()].rstrip()
    if sum("\u3400" <= c <= "\u9fff" for c in title) < _LEAST or (not parts[1:] and _is_site(title)):
        return None
    return title


def _is_site(title: str) -> bool:
    """Whether a title names a site and no news."""
    return (
        re.fullmatch(
            r"[^，。！？“”\s]{2,16}(?:网站?|门户|政府|首页|日报|晚报|数字报|电子报|新闻网|频道|要闻|动态|中心|公告|资讯|列表|正文|详情|内容|信息)",
            title,
        )
        is not None
    )


def day_of(written: str) -> str | None:
    """A day, month or year of publication as the record writes it; None for anything else."""
    try:
        return published_on(written)
    except ValueError:
        return None


def day_in_address(url: str | None) -> str | None:
    """The day that systems put into a page's address (…/202302/t20230228_1234.html)."""
    found = _IN_ADDRESS.search(url or "")
    return day_of(found[1] or "-".join(found.groups()[1:])) if found else None


def source_of(written: str, site: str | None) -> str | None:
    """An outlet as a page names it; the site's own name for 本站; None where it says nothing."""
    name = written.strip(" \u3000\xa0:：|｜丨-—[]【】《》")
    name = name[1:-1] if name[:1] in ("（", "(") and name[-1:] in ("）", ")") else name
    if _OWN.fullmatch(name):
        return site
    return None if _NO_SOURCE.fullmatch(name) or len(name) > 40 else name
