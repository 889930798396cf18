"""Money, date, places and organisations of a project."""

from __future__ import annotations

import re

from kg.annotate.dates import date_before
from kg.annotate.layer import DateMention, Layer, Link, OrganizationMention, PlaceMention
from kg.annotate.places.setting import within
from kg.annotate.projects.groups import Occurrence
from kg.annotate.projects.money import Sum, sums
from kg.annotate.projects.stage import Stated
from kg.annotate.rule import Rule
from kg.lexicon.gazetteer import Gazetteer

INVESTMENT = Rule[None](
    "projects.investment",
    "A sum told as the investment in one project (总投资86.8亿元, 投资约9亿元), not its output, nor a sum over several.",
)
DATE = Rule[None]("projects.date", "The day named in the sentence that states the stage as reached.")
IN_NAME = Rule[None]("projects.place-in-name", "A place within the project's name, in the article's own division.")
NEARBY = Rule[None]("projects.place-nearby", "A place to which the sentence ties the project (位于, 落户, 在X开工).")
SECTION = Rule[None](
    "projects.place-of-section",
    "The division that heads the section of the article (荣成市:……) in which the project is told.",
)
HOME = Rule[None]("projects.place-home", "The article's own division, where the text names no finer place.")
BACKER_IN_NAME = Rule[None]("projects.organization-in-name", "A company or body within the project's name.")
BACKER = Rule[None](
    "projects.organization",
    "A company or body that the sentence says to invest in, build, own or sign the project (由X投资建设, 与X签署).",
)

SIGNING = Rule[None](
    "projects.organization-signing",
    "The parties of whose signature a sentence tells, in an article with no other project.",
)

_VILLAGE = re.compile(r"(?![县市区农乡])[^\d，、的（(“]{2,3}?(?<![农乡古山新])村(?![镇庄级民委])")
_INVESTED = re.compile(
    r"(?:总投资|计划投资|预算|投资总额|投资额|概算|总投|投资规模|协议投资|估算投资|投资)(?:额|高达|达到|达|约|为|近|超|逾|人民币|共|[：:])*[^，。；]{0,3}$"
)
_NOT_WHOLE = re.compile(
    r"(?:累计|已|完成|年度|今年|每年|固定资产|争取|其中|到位|新增)[^，。；]{0,4}投资[^，。；]{0,6}$|产值|销售|贷款|利税|税收|GDP"
)
_LOCATED = re.compile(
    r"(?:位于|坐落(?:于|在)|落户(?:于|在)?|选址(?:于|在)?|落地|建在|地处|横穿|涉及|覆盖)[^，。；、]{0,6}$"
)
_IN = re.compile("在[^，。；、]{0,6}$")
_THERE = re.compile(
    "(?:隆重|正式|顺利|同步|成功)*(?:举行|举办|开工|建设|动工|奠基|投产|启用|揭牌|落地|建成|竣工|启动|开建|落成)"
)
_BACKER_KINDS = {"company", "institution", "association", "government", "party", "other"}
_OWNER = re.compile("(?:大学|学院|医院|研究院|研究所|集团)$")
_PARTY = re.compile("(?:政府|管委会|公司|集团|银行|基金会|大学|学院|医院|中心|研究院|总台)$")
_SIGNED = re.compile("签署|签约|签订")
_BUILDER_OF = re.compile("(?:承建|投资|建设|运营|开发)(?:该|此|这一)?(?:工程|项目)的$")
_BACKING = re.compile(r"(?:投资|建设|承建|实施|开发|兴建|共建|运营|出资|签署|签订|签约|合作|共同|捐资|捐赠)")


def investment(text: str, occurrence: Occurrence) -> Sum | None:
    """The investment told beside one occurrence: behind it, or before it with 的 (总投资3亿元的X项目)."""
    if occurrence.listed > 1:
        return None
    before = occurrence.before
    for amount in sums(text, max(before[0], before[1] - 24), before[1]):
        if _INVESTED.search(text[max(before[0], amount.start - 14) : amount.start]) and re.match(
            "(?:人民币)?的", text[amount.end : amount.end + 5]
        ):
            return amount
    for start, end in (occurrence.behind, *occurrence.follows):
        for amount in sums(text, start, end):
            lead = text[max(start, amount.start - 14) : amount.start]
            # 实施总投资20亿元的70项工程: the sum is told of what follows.
            if _INVESTED.search(lead) and not _NOT_WHOLE.search(lead) and text[amount.end : amount.end + 1] != "的":
                return amount
    return None


def stage_date(layer: Layer, occurrence: Occurrence, stage: Stated) -> DateMention | None:
    """The day that the sentence names before the words that state the stage."""
    sentence = layer.sentence_of(stage.start)
    if sentence != occurrence.sentence:
        return None
    return date_before(layer, sentence[0], max(stage.start, occurrence.start))


def _own(layer: Layer, place: PlaceMention) -> bool:
    """Whether a place lies in the article's own division, or the article has none."""
    home = layer.home
    return home is None or home.name in place.parents


def places(layer: Layer, occurrences: list[Occurrence]) -> list[Link]:
    """The finest places that the text ties the project to; the article's own division where it names none."""
    for occurrence in occurrences:
        inside = [p for p in layer.places if occurrence.start <= p.start and p.end <= occurrence.end and _own(layer, p)]
        inside = [p for p in inside if p.level not in ("zone", "site") or p.end <= occurrence.head]
        if inside:
            return [_link(inside[-1], IN_NAME.id)]
        if named := _named_in_short(layer, occurrence):
            return [named]
    text = layer.article.text
    for occurrence in occurrences:
        for start, end in (occurrence.behind, *occurrence.follows, occurrence.before):
            near = [p for p in layer.places if start <= p.start and p.end <= end and _own(layer, p)]
            tied = [p for p in near if _tied(text, text[max(start, p.start - 10) : p.start], p.end)]
            if tied:
                return [_link(tied[-1], NEARBY.id)]
    if section := _section(layer, occurrences[0].start):
        return [_link(section, SECTION.id)]
    if layer.home is None:
        return []
    return [Link(layer.home.name, layer.home.start, layer.home.end, HOME.id, layer.home.code)]


def _tied(text: str, before: str, end: int) -> bool:
    return bool(_LOCATED.search(before)) or bool(_IN.search(before) and _THERE.match(text, end))


def _named_in_short(layer: Layer, occurrence: Occurrence) -> Link | None:
    """A division below the article's own by whose short form the name begins, or a village."""
    text, start = layer.article.text, occurrence.start
    if village := _VILLAGE.match(text, start, occurrence.head):
        return Link(village.group(), start, village.end(), IN_NAME.id)
    if layer.home is None:
        return None
    for size in (4, 3, 2):
        if start + size > occurrence.head:
            continue
        division = within(layer, text[start : start + size])
        if division is None or division.code is None:
            continue
        gazetteer = Gazetteer.load()
        found = gazetteer.by_code(division.code)
        if found and any(parent.name == layer.home.name for parent in gazetteer.parents(found)):
            return Link(division.name, start, start + size, IN_NAME.id, division.code)
    return None


def _section(layer: Layer, at: int) -> PlaceMention | None:
    """The division with whose name and a colon the heading of the section begins in which a character stands."""
    text = layer.article.text
    for place in reversed(layer.places):
        if place.start < at and place.level in ("prefecture", "county") and _own(layer, place):
            opens = place.start == 0 or text[place.start - 1] == "\n"
            if opens and text[place.end : place.end + 1] in (":", "："):
                return place
    return None


def _link(place: PlaceMention, rule: str) -> Link:
    return Link(place.name, place.start, place.end, rule, place.code)


def organizations(layer: Layer, occurrences: list[Occurrence], *, alone: bool) -> list[Link]:
    """Who invests in it, builds, owns or signs it; `alone` where the article tells of no other project."""
    found: dict[str, Link] = {}
    text = layer.article.text
    for body in layer.organizations:
        if body.kind not in _BACKER_KINDS:
            continue
        for occurrence in occurrences:
            if rule := _backs(text, body, occurrence):
                found.setdefault(body.name, Link(body.name, body.start, body.end, rule))
    if alone:
        for start, end in layer.sentences:
            signed = _SIGNED.search(text, start, end)
            parties = [
                b
                for b in layer.organizations
                if signed and start <= b.start and b.end <= signed.start() and _PARTY.search(b.name)
            ]
            if len(parties) >= 2 and any(b.kind == "company" for b in parties):
                for body in parties:
                    found.setdefault(body.name, Link(body.name, body.start, body.end, SIGNING.id))
    return list(found.values())


def _backs(text: str, body: OrganizationMention, occurrence: Occurrence) -> str | None:
    if occurrence.start <= body.start and body.end <= occurrence.head:
        return BACKER_IN_NAME.id if body.kind == "company" or _OWNER.search(text[body.start : body.end]) else None
    if occurrence.before[0] <= body.start and body.end <= occurrence.before[1]:
        between = text[body.end : occurrence.before[1]]
        return BACKER.id if len(between) <= 40 and _BACKING.search(between) else None
    for start, end in (occurrence.behind, *occurrence.follows):
        if start <= body.start and body.end <= end:
            led = text[max(start, body.start - 12) : body.start]
            if (led.endswith("由") and _BACKING.search(text, body.end, body.end + 12)) or _BUILDER_OF.search(led):
                return BACKER.id
    return None
