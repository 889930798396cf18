"""Backers by the words of investing and building around them, whoever they are: 由X承建的Y, X援建的Y, 业主为X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.layer import Link
from kg.annotate.projects.groups import Occurrence
from kg.annotate.rule import Rule

TOLD = Rule[None](
    "projects.organization-told",
    "Who the words of building name beside a project, whatever its last word (由X承建, X援建的, 建设单位：X).",
)

_BUILD = (
    r"(?:承建|援建|捐建|代建|投建|投资(?:兴建|建设|开发|打造)?|出资(?:建设|兴建)?|捐资(?:兴建|建设|援建)?|筹资(?:兴建|建设)?|开发(?:建设)?|"
    r"兴建|修建|建设|施工|共建|打造|实施|负责(?:施工|建设|承建|实施|运营)|承担(?:施工|建设)|运营|组织实施|牵头(?:建设|组建|实施))"
)
_HOW = r"(?:共同|联合|合作|合资|共筹|共商|独资|全额|全资|负责|总|计划|具体|统一|分别|携手|联手|牵头|全面|深度|主要|参与(?:了)?)*(?:项目|工程)?"
_NAME = r"(?P<who>[\u4e00-\u9fffA-Za-z0-9·（）()&\-、]{2,48}?)"
_SUM = r"(?:(?:约|近|超)?[\d.一二三四五六七八九十百千万亿多余]+(?:万|亿)?元?(?:人民币|资金)?)?"
_BY = re.compile(rf"(?<![自理缘])由{_NAME}{_HOW}{_BUILD}(?!领导|小组|者|中的|有|板块|中心|集团|局|股份|公司|情况|方案)")
_BY_OF = re.compile(
    rf"(?<![自理缘])由{_NAME}{_HOW}{_BUILD}{_SUM}(?:兴建|建设|援建|建造|打造|新建)?的(?:[^，。；：、的]{{0,12}}(?:——|—|“))?$"
)
_OF = re.compile(
    rf"(?:^|[，。；：、\n”）)日年月])(?:近日|日前|目前|今年|去年|昨日)?{_NAME}(?:承建|援建|捐建|投资兴建|投资建设|出资建设|负责施工|负责建设){_SUM}的$"
)
_SUBJECT = re.compile(
    rf"(?:^|[，。；：、\n”）)日年月])(?:近日|日前|目前|今年|去年|昨日)?{_NAME}(?:先后|共|已|又|成功|连续|近日|再次|分别|独立)*(?:承接|承建|中标|承揽|援建|捐建|投资兴建|投资建设|负责施工)了?$"
)
_HELD = re.compile(
    r"(?:投资方|投资商|投资单位|投资主体|业主(?:单位|方)?|建设单位|建设方|建设主体|施工单位|施工方|承建单位|承建方|招标人|项目法人|项目单位|实施主体|实施单位|运营单位|运营方|责任单位)"
    rf"(?:均|分别)?(?:为|是|：|:){_NAME}(?=[，。；\n]|$)"
)
_JOINT = re.compile(r"[、及]|(?<!参)与|和(?!改革|社会|信息|规划|城乡|旅游|体育|平|谐)|以及|联合|携手")
_APPROVED = re.compile("批准|批复|核准|备案|审批")
_OWNED = re.compile(r"^.*(?:旗下|下属|所属)(?:的)?(?:全资|控股)?(?:子公司|企业|公司)?(?=[\u4e00-\u9fff]{3})")
_PRAISE = re.compile(
    r"^(?:世界|中国|民营|全国|全球|国内|国际|省内|市内|知名|著名|大型|龙头|上市|央企|国企|外资|港资|台资)*(?:\d+强)?(?:企业|公司)|^(?:企业|央企|国企|上市公司)"
)
_NOBODY = re.compile(
    r"(?:当事人|我[市县区省镇国]|[\u4e00-\u9fff]{0,4}[几两三四五六七八九十多\d]家|全[市县区省]|该|此|其|政府投资|财政|社会|企业|公司|专人|群众|村民|居民|市场|省市|双方|三方|各方|各|一期|二期|多|几|两|这|那|中央|国家|地方|自己|本)"
    r"|.*(?:[了的在把被将已于从向并也是]|项目$|工程$|资金|元$|投资$|主要|批准|批复|招商|面积|部分组成|进行|设计$)"
)
_DIVISION = re.compile(r"[\u4e00-\u9fff]{1,8}[省市县区州旗乡镇村]$")
_SHORTEST, _LONGEST = 2, 28


def owned(name: str) -> int:
    """How many characters of a name tell of the parent, and not of the company itself: X集团旗下Y公司."""
    led = _OWNED.match(name)
    return led.end() if led else 0


def told(text: str, occurrence: Occurrence) -> Iterator[Link]:
    """Who is told to stand behind one occurrence, in the order of the text."""
    start, end = occurrence.before
    for pattern in (_BY_OF, _OF, _SUBJECT):
        if match := pattern.search(text, max(start, end - 72), end):
            yield from _parties(text, match)
            break
    for start, end in (occurrence.behind, *occurrence.follows):
        clause = text.find("。", start, end)
        for pattern in (_BY, _HELD):
            if match := pattern.search(text, start, end if clause < 0 else clause + 1):
                yield from _parties(text, match)


def _parties(text: str, match: re.Match[str]) -> Iterator[Link]:
    if _APPROVED.search(match["who"]):
        return
    at = match.start("who")
    for piece in _JOINT.split(match["who"]):
        begin = text.find(piece, at, match.end("who"))
        at = begin + len(piece)
        for lead in (_OWNED, _PRAISE):
            if led := lead.match(piece):
                piece, begin = piece[led.end() :], begin + led.end()
        piece = piece.removesuffix("等")
        if _SHORTEST <= len(piece) <= _LONGEST and not _NOBODY.match(piece) and not _DIVISION.fullmatch(piece):
            yield Link(piece, begin, begin + len(piece), TOLD.id)
