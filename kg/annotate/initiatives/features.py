"""What speaks for and against a candidate being an initiative: named features, read off the text around it."""

from __future__ import annotations

import bisect
import re

from kg.annotate.initiatives.bounds import ruling
from kg.annotate.initiatives.known import bare
from kg.annotate.initiatives.names import core
from kg.annotate.initiatives.reading import Candidate
from kg.annotate.initiatives.vocabulary import Words
from kg.annotate.layer import Layer

_BEHIND = (
    (
        "meeting",
        re.compile(
            r"[”’》]?(?:工作)?(?:动员|启动|推进|调度|部署|座谈|领导小组|专班|专题|工作会|签约|揭牌|发布|培训|联席|总结|开营|决赛|观摩)"
        ),
    ),
    (
        "grip",
        re.compile(
            r"[”’》]?(?:工作)?(?:为|作为)?(?:抓手|契机|载体|目标|引领|牵引|导向|统领|主线|重点|统揽)|[”’》]?(?:的)?(?:目标|要求|部署|任务|定位|精神|机遇)"
        ),
    ),
    (
        "result",
        re.compile(
            r"[”’》]?(?:取得|工作取得|成果|成效|情况|进展|落地|走深|落实|见效|开展|实施|启动|以来|推进|收官|有关|作用)"
        ),
    ),
    ("work", re.compile(r"[”’》]?(?:工作|建设|创建)")),
    ("more", re.compile(r"[”’》]?(?:等|和|与|及|、|“|以及)")),
    ("end", re.compile(r"[”’》]?(?:[，。；！：\n]|$)")),
    ("of", re.compile(r"[”’》]?的")),
    ("noun", re.compile(r"[”’》]?[\u4e00-\u9fffA-Za-z0-9]")),
)
"""What follows a candidate, the first that fits."""

_MARKS = (("open", "“‘《「"), ("close", "”’》」"), ("comma", "，,"), ("stop", "。！？；;\n"))

_HONOUR = re.compile(r"(?:荣获|获评|授予|被评为|荣膺|评选|获得|评为|表彰|颁发|入选|荣誉|称号|先进)[^，。；]{0,14}$")
_TITLE = re.compile(r"(?:称号|奖|荣誉|先进集体|先进个人|口号|栏目|节目|公众号|微信|APP|app|客户端|网站|记者|报道)")
_THEME = re.compile(r"(?:主题为|题为|主题是|以|围绕|名为|口号|栏目|所谓|按照|坚持|秉持|弘扬|践行|发扬|传承|精神)[“‘]?$")
_THEME_BEHIND = re.compile(
    r"[”’](?:为主题|的理念|理念|精神|的精神|的原则|原则|的思路|为主线|为题|的要求|的目标|的格局|的局面|的责任感|之称|之名)"
)
_AS_GRIP = re.compile(r"以(?:开展|打好|创建|推进|实施|建设)?[^，。；、]{0,4}$")
_DOCUMENT_VERB = re.compile(
    r"(?:审议|通过|印发|出台|发布|制定|签订|签署|下发|宣读|贯彻落实|落实|同意|修订|推出|贯彻|实施|讨论)[^，。；]{0,12}[《“]?$"
)
_STATUS = re.compile(r"(?:情况|执行|审计|决算|报告|通报|名单|草案|决定|决议)")
_OWNER = re.compile(
    r"(?:我市|我区|我县|全市|全区|全县|市委|区委|县委|省委|全省|我省|省|市|区|县|全国|国家|党中央|中央)[“‘]?$"
)


def of_mention(candidate: Candidate, words: Words, layer: Layer) -> set[str]:
    """The features of one mention."""
    text = layer.article.text
    start, end, edge = candidate.start, candidate.end, candidate.edge
    name = text[start:end]
    plain = bare(name)
    found = {f"rule:{candidate.rule.partition('.')[2]}", f"kind:{candidate.kind}", f"before:{edge.cause}"}
    if edge.cause in ("join", "plain", "far"):
        verb = ruling(words, text, start)
        if verb is not None:
            found.add(f"rules:{verb.value}")
    if edge.cause == "mark":
        found.add("mark:" + next((label for label, marks in _MARKS if edge.word in marks), "other"))
    gap = text[edge.start : start]
    if len(gap) > 4:
        found.add("gap")
    for label, pattern in _BEHIND:
        if pattern.match(text, end):
            found.add(f"behind:{label}")
            break
    before = text[max(0, start - 22) : start]
    if _HONOUR.search(before):
        found.add("honour")
    if _TITLE.match(text[end : end + 6].lstrip("”’》")):
        found.add("title-behind")
    if _THEME.search(before) and "“" in before[-1:]:
        found.add("theme")
    if _THEME_BEHIND.match(text, end):
        found.add("theme-behind")
    if _AS_GRIP.search(before):
        found.add("as-grip")
    if _DOCUMENT_VERB.search(before):
        found.add("document-verb")
    if _STATUS.search(plain):
        found.add("status")
    if _OWNER.search(before):
        found.add("owner-before")
    if candidate.head:
        found.add(f"head:{candidate.head}" if candidate.rule != "initiatives.known" else "head:known")
    for cross in (f"{candidate.rule.partition('.')[2]}×{edge.cause}", f"{candidate.kind}×{edge.cause}"):
        found.add(cross)
    found.add(
        f"{'headed' if candidate.head else 'bare'}×{'long' if len(plain) > 10 else 'short' if len(plain) < 5 else 'middle'}×{edge.cause}"
    )
    i = bisect.bisect_left(layer.places, start, key=lambda place: place.start)
    if i < len(layer.places) and layer.places[i].end <= end:
        found.add("place-inside")
    if layer.home is not None and _stem(layer.home.name) in plain:
        found.add("own-place-inside")
    i = bisect.bisect_right(layer.organizations, start, key=lambda org: org.start) - 1
    if i >= 0 and layer.organizations[i].end >= end:
        found.add("in-organization")
    found |= {f"after:{text[max(0, start - 2) : start].strip()}", f"ends:{plain[-2:]}"}
    return found | _shape(name, plain) | ({"headline"} if end <= layer.article.body_start else set())


def _stem(place: str) -> str:
    """A division's name without its level: 甲 of 甲市."""
    return re.sub(r"(?<=..)(?:特别行政区|自治区|自治州|自治县|街道|地区|[省市区县州镇乡旗盟])$", "", place)


def _shape(name: str, plain: str) -> set[str]:
    """Features of the name itself."""
    length = len(plain)
    found = {
        "length:"
        + (
            "2"
            if length <= 2
            else "3"
            if length == 3
            else "4"
            if length == 4
            else "5-6"
            if length <= 6
            else "7-10"
            if length <= 10
            else "11-16"
            if length <= 16
            else "17+"
        )
    }
    distinct = len(core(plain))
    found.add(
        "core:"
        + (
            "0"
            if distinct == 0
            else "1"
            if distinct == 1
            else "2"
            if distinct == 2
            else "3-4"
            if distinct <= 4
            else "5+"
        )
    )
    if re.search(r"[0-9０-９]|[一二三四五六七八九十两双百千万]", plain):
        found.add("number")
    if re.search(r"[+＋]", plain):
        found.add("plus")
    if "“" in name or "‘" in name:
        found.add("quote-inside")
    if re.search(r"三年|五年|百日|\d{4}", plain):
        found.add("term")
    if "、" in plain:
        found.add("list-inside")
    if re.search(r"[的了是在]", plain):
        found.add("phrase")
    return found


def of_article(first: float, count: int, rules: set[str]) -> set[str]:
    """Features of a name over its article.

    Args:
        first: Where it stands first, as a share of the text.
        count: How often it stands in the text.
        rules: Names of the rules that propose it.
    """
    found = {"count:" + ("1" if count <= 1 else "2" if count == 2 else "3+")}
    if count > 1:
        found |= {f"count×{rule}" for rule in rules}
    if first < 0.15:
        found.add("lead")
    return found
