"""Where the name that a head noun closes begins."""

from __future__ import annotations

import re

from kg.annotate.projects.vocabulary import SOFT_BOUND, STRONG_BOUND, cover
from kg.words import word_around

_STOP = set("，。；：！？、\n,;:!?【】《》〈〉…—↓↑▲△▼●■◆★※|｜▪")
_OPEN = {"”": "“", "）": "（", ")": "(", "’": "‘", "」": "「", '"': '"'}
_OPENING = set("“（(‘「")
_LONGEST = 48
_NOT_A_BOUND = re.compile(
    r"会(?:展|议|客|堂|馆|同)|地(?:下|铁|标|块|方|热|源|区)|同(?:济|仁|心|德)|能(?:源|量)|有(?:研|色|机|限|轨)|正(?![在是按以全加积有紧处常式])|系统|"
    r"将(?:军)|向(?:阳|日)|过(?:江|境|街)|先(?:进|锋|行)|再(?:生|制|保)|在(?:线)|由|与|就(?:业)|对(?:口|外)|要(?:素)|从(?:江|化)|"
    r"生产(?!了)|研发|服务|检查站|联系点|集中|组织工|管理|监管|重点|应急|高效|综合|投资(?=区|大厦|公司|集团)|合作(?=社|区|园|中心)|"
    r"建设(?=银行|兵团|路|街|大厦)|开发区|规划(?=馆|展)|展示|运营中心|采购中心|现场|研究|联合|共同|提升|改造|升级|更新|整治|治理|修复|加工|制造"
)
_SINGLE = re.compile(
    r"受(?![益理])|除(?![险尘湿草锈雪冰])(?<![拆清])|就(?![业学医餐地近绪读诊职])|基于|由于|据(?!点)|但是|在(?![建线编籍校])(?<!所在|存在|内在)|对(?![口外接标])|把|将(?!军)|向(?![阳日])|从(?!江|化)|于(?![洪都田])|是|了(?!解)|的|让|被|给|(?<!华)为(?!民)|至(?![善诚])|到|等|摄(?![影像])|和(?![平谐美睦县田顺静硕林])(?<![祥共永泰人平温])"
)
"""Words of one character that end where a name begins, less the words in which they stand for nothing of the kind."""
_CLASS_BEFORE = re.compile(
    "(?:(?:重点|重大|关键|控制性|标志性|国家级|省级|市级|区级|县级|民生|龙头|先导|示范性?){0,4}(?:项目|工程))(?=[^，。；、]{2})"
)
"""The end of a class that stands in apposition before a name: 重点项目甲乙产业基地."""
_KINDS_OF_WORKS = frozenset(("新建", "拟建", "续建", "援建", "代建", "迁建"))
"""Verbs that bound a name, and belong to it right before its head: 某某公路新建工程."""
_NOTE_AHEAD = re.compile("[（(][^（）()]{1,8}[）)]")
_GAP = re.compile("[\u4e00-\u9fff）)][ \u3000][\u4e00-\u9fff]")
"""A space between two Chinese characters, which no name has."""
_SPEECH = re.compile(r"[，。！？；]|记者|通讯员|供图|摄$|[\u4e00-\u9fff]{2,3} [\u4e00-\u9fff]{2,3}$")
_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])\d{1,2}[.．、](?![\d期])")
"""A number in a list that runs on: 项目简介1.某某项目."""
_ON_THE_WAY = re.compile(r"(?:(?:^|[，、。；：\s“和与及由对在了的])[\u4e00-\u9fff]{2,4}—|\d、)[\u4e00-\u9fff\d]$")
"""A dash between two places that a line joins, a comma between two numbers: 甲东—乙西直流工程, 47-49、53号改造."""
_LINE_TO = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:段|公路|铁路|高速|高铁|城际|快线|快速路|道路|客专|旅游路|产业路|输气|输水|输油|输变电|特高压|直流|航道)"
)
"""The end of a line and what runs there, behind 至: 甲桥至乙岭公路."""
_SPENT = re.compile(
    r"(?:投资|增资|出资|斥资)[约近]?[\d.]+[余多]?[百千万亿]*(?:美元|元|港元|欧元|人民币)?(?:新建|建设|启动|实施|兴建)的?"
)
_FIRST = re.compile(
    r"(?:全国|全省|全市|全球|世界|国内|省内|我国|中国|亚洲|目前)?(?:首[个座条家]|第[一二三四五六七八九十\d]+[个座条家所]|最[大长高]的?)"
)
_OUTPUT = re.compile(r"年产[\d.]+[万亿]?余?[\u4e00-\u9fffA-Za-z]{1,3}的$")
_AND = re.compile("和|与|及|以及")
_MAKING = re.compile("(?:研发|设计|制造|生产|加工|开发|研究|试验|检测|回收|处理|保护|修复|改造|集成)$")
"""A verb before 及 whose object the name begins with: 甲乙零部件研发及产业化项目."""
_HOUSED = re.compile("(?:总部|中心|基地)$")
"""The same of a seat, before another: 甲乙总部和研制基地项目."""
_WORKS_BEHIND = re.compile("[^，。；、]{0,6}?(?:项目|工程)")
_JUNK = re.compile(
    r"(?:[近约超逾]?[一二两三四五六七八九十百\d]+ ?[余多]?(?:个|项|座|条|批|份|部|家|处|大|件|艘|台|辆|栋|所|名)|[万千百]余?[个座条家]|一份|一?大批|一[批个座条幢栋系列]+|所有(?!制)|这[些个座项场次批条]?|那[些个]?|该|此|其|各|我[国市区县省镇]|全[市区县省镇]|本[市区县]|当地|"
    r"首[个批座条家]|等|了|着|过|的|之|和|与|及|以及|暨|跟|同|或|、|·|-|\s|\d{1,2}[.．、]|[”’）)])+"
)


def clause_start(text: str, at: int) -> int:
    """The first character of the stretch without marks that ends at `at`; quotations and brackets are passed whole."""
    start = at
    while start > 0 and at - start < _LONGEST:
        character = text[start - 1]
        if character in _OPEN:
            opening = text.rfind(_OPEN[character], max(start - 32, 0), start - 1)
            if (
                opening < 0
                or text[max(opening - 2, 0) : opening].rstrip()[-1:] in ("电", "讯")
                or _SPEECH.search(text, opening, start - 1)
            ):
                break
            start = opening
            continue
        if character in "—、" and _ON_THE_WAY.search(text, max(at - _LONGEST, 0), start + 1):
            start -= 1
            continue
        if (
            character in _STOP
            or character in _OPENING
            or text[start - 2 : start] in ("  ", "..")
            or _GAP.match(text, start - 2)
        ):
            break
        start -= 1
    return start


def name_start(text: str, begin: int, head: int, names: list[tuple[int, int]]) -> int:
    """Where, in `text[begin:head]`, the modifiers of the head begin: behind the last word that cannot be in a name.

    `names` are the places and organisations in the stretch; a word across their edges is no bound (将 in 将乐县).
    和 is none where what follows names a class alone (某某制造和总部基地项目), and 年产3万吨的 belongs to the name.
    """
    start = _behind_bounds(text, begin, head, names)
    if _WORKS_BEHIND.match(text, head):
        start = _over_and(text, begin, start, head, names)
    output = _OUTPUT.search(text, begin, start)
    return output.start() if output else start


def _over_and(text: str, begin: int, start: int, head: int, names: list[tuple[int, int]]) -> int:
    """The start further left where 和 and a class alone stand before the head, and a name before them."""
    first, passed = start, list(names)
    while (
        begin < start - 1
        and start < head
        and _AND.match(text, start - 1)
        and cover(_kinds(text[start:head])) is not None
    ):
        passed.append((start - 1, start))
        further = _behind_bounds(text, begin, head, passed)
        if further >= start:
            break
        start = further
    if any(start <= name and end < first for name, end in names) or _MAKING.search(text, start + 2, first - 1):
        return start
    seat = _HOUSED.search(text, start + 2, first - 1) and not text.startswith(("项目", "工程"), head)
    return start if seat else first


def _kinds(words: str) -> str:
    """A stretch without what joins its parts, and without the heads of those before the last."""
    return re.sub("(?:基地|中心|大楼|厂房|园区)?(?:和|与|及|以及)", "", words)


def _behind_bounds(text: str, begin: int, head: int, names: list[tuple[int, int]]) -> int:
    start = begin
    if begin and text[begin - 1] == "“" and "”" in text[begin:head]:
        begin = start = begin - 1
    quoted = _quoted(text, begin, head)
    for pattern in (STRONG_BOUND, _SINGLE, _NUMBER, _FIRST, _SPENT):
        for match in pattern.finditer(text, begin, head):
            if (
                match.end() > start
                and not quoted[match.start() - begin]
                and not _within(names, match.start(), match.end())
                and not _on_the_way(names, match)
                and not (match.end() == head and match[0] in _KINDS_OF_WORKS)
                and _word(text, match)
            ):
                start = match.end()
    changed = True
    while changed and start < head:
        changed = False
        if first_of := _FIRST.match(text, start, head):
            start = first_of.end()
        if any(first == start for first, _ in names):
            break
        junk = _JUNK.match(text, start, head) or _CLASS_BEFORE.match(text, start, head)
        if junk and not word_around(text, junk.end(), junk.end()):
            start, changed = junk.end(), True
            continue
        soft = SOFT_BOUND.match(text, start, head)
        if soft and not _NOT_A_BOUND.match(text, start, head) and _word(text, soft):
            start, changed = soft.end(), True
    if text[start : start + 1] == "“" and "”" not in text[start:head]:
        start += 1
    if note := _NOTE_AHEAD.match(text, start, head):
        start = note.end()
    return start


def _word(text: str, match: re.Match[str]) -> bool:
    """Whether a bound is a word of its own: 对, and not 对 in 对外开放; longer ones always are."""
    return len(match[0]) > 1 or not word_around(text, match.start(), match.end())


def _quoted(text: str, begin: int, end: int) -> list[bool]:
    inside, flags = False, []
    for character in text[begin:end]:
        if character in "“（(":
            inside = True
        flags.append(inside)
        if character in "”）)":
            inside = False
    return flags


def _on_the_way(names: list[tuple[int, int]], match: re.Match[str]) -> bool:
    """Whether 至 or 到 joins two places, which name a line between them: 甲市至乙市高铁."""
    if match[0] not in ("至", "到"):
        return False
    joined = any(last == match.start() for _, last in names) and any(first == match.end() for first, _ in names)
    return joined or (match[0] == "至" and bool(_LINE_TO.match(match.string, match.end())))


def _within(names: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in names)
