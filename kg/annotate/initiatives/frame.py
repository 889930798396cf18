"""What the text says right in front of a name and right behind it."""

from __future__ import annotations

import re

_CONTINUED = (
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


_BEFORE = (
    (
        "honour",
        re.compile(r"(?:荣获|获评|授予|被评为|荣膺|评选|获得|评为|表彰|颁发|入选|荣誉|称号|先进)[^，。；]{0,14}$"),
    ),
    ("as-grip", re.compile(r"以(?:开展|打好|创建|推进|实施|建设)?[^，。；、]{0,4}$")),
    (
        "document-verb",
        re.compile(
            r"(?:审议|通过|印发|出台|发布|制定|签订|签署|下发|宣读|贯彻落实|落实|同意|修订|推出|贯彻|实施|讨论)[^，。；]{0,12}[《“]?$"
        ),
    ),
    (
        "owner-before",
        re.compile(
            r"(?:我市|我区|我县|全市|全区|全县|市委|区委|县委|省委|全省|我省|省|市|区|县|全国|国家|党中央|中央)[“‘]?$"
        ),
    ),
    ("cited", re.compile(r"(?:根据|依据|依照|按照|符合|违反|对照|遵守|参照|有关|所谓)[^，。；《]{0,6}《$")),
    ("achieved", re.compile(r"(?:成功创建|创成|建成|蝉联|连续|命名为?|授牌|获批|挂牌)[^，。；]{0,8}$")),
    ("company", re.compile(r"(?:公司|集团|银行|车企|品牌|企业家|董事长|总裁|总经理)[^，。；]{0,14}$")),
)
"""What ends in front of a candidate: it was won, cited, issued, whose it is."""

_HONOURS = re.compile(r"(?:是|获|为|入选|先后|连续|荣膺)(?:[^，。；、]{2,14}、)+[^，。；、]{0,2}$")
"""A list that says what a place has become: 是国家卫生城市、国家园林城市、…"""

_LIST = 60
_TITLE = re.compile(
    r"(?:称号|榜|排行|奖|荣誉|先进集体|先进个人|口号|栏目|节目|公众号|微信|APP|app|客户端|网站|记者|报道)"
)
_THEME = re.compile(r"(?:主题为|题为|主题是|以|围绕|名为|口号|栏目|所谓|按照|坚持|秉持|弘扬|践行|发扬|传承|精神)[“‘]?$")
_THEME_BEHIND = re.compile(
    r"[”’](?:为主题|的理念|理念|精神|的精神|的原则|原则|的思路|为主线|为题|的要求|的目标|的格局|的局面|的责任感|之称|之名)"
)
_LAW = re.compile(r"《[^》]{2,30}(?:法|条例)》[等、和及与]{0,2}《$")
_VERB = re.compile(
    r"实施|开展|推进|深化|建立|健全|完善|推行|推动|落实|印发|出台|制定|启动|打造|建设|创建|争创|举办|举行|签订|签署|召开|参加|参与|入选|获评|荣获|成立|组建|"
    r"发布|围绕|按照|坚持|依托|通过|探索|构建|打好|加强|加快|做好|抓好|践行|服务|融入|对接|聚焦|锚定|紧扣|贯彻|学习|传达|审议|研究|讨论|调研|考察|走进|前往|来到|"
    r"位于|负责|包括|提供|提升|促进|享受|纳入|列入|根据|符合|推出|发起|设立|支持|鼓励|引导|组织|宣传|擦亮|提出|形成|采取|采用|创新|用好|发挥|执行|遵守|改革|实行|"
    r"推广|试行|确立|奋力"
)
"""Verbs by which a clause says what is done with a name."""

_CLAUSE = re.compile(r"[。！？；\n，,]")
_CLAUSE_LENGTH = 60
_REACH = 22
"""So many characters in front of a name are read."""


def frame(text: str, start: int, end: int) -> set[str]:
    """The features of what stands around `text[start:end]`."""
    before = text[max(0, start - _REACH) : start]
    found = {label for label, pattern in _BEFORE if pattern.search(before)}
    if _HONOURS.search(text, max(0, start - _LIST), start):
        found.add("honours-listed")
    continued = next((label for label, pattern in _CONTINUED if pattern.match(text, end)), None)
    if continued is not None:
        found.add(f"behind:{continued}")
    if _TITLE.match(text[end : end + 6].lstrip("”’》")):
        found.add("title-behind")
    if before.endswith("“") and _THEME.search(before):
        found.add("theme")
    if _THEME_BEHIND.match(text, end):
        found.add("theme-behind")
    if before.endswith("《") and _LAW.search(text, max(0, start - 40), start):
        found.add("beside-law")
    return found


def ruled(text: str, start: int) -> set[str]:
    """The last verb in front of `start` in its clause, and how far off it is."""
    clause = _CLAUSE.split(text[max(0, start - _CLAUSE_LENGTH) : start])[-1]
    verbs = [(match[0], match.end()) for match in _VERB.finditer(clause)]
    if not verbs:
        return {"verb:-"}
    verb, end = verbs[-1]
    gap = len(clause) - end
    return {f"verb:{verb}", f"verb-off:{'0' if gap <= 1 else '1' if gap <= 6 else '2'}"}
