"""Organisations: one folded name within a place is one body."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kg.lexicon.division import Division
from kg.model.mention import PlaceName
from kg.model.names import fold
from kg.resolve.places import Places

_NATIONAL = re.compile(r"^(?:国家|中国|全国|中央|中共中央|国务院|中华)")
_LEVEL_WORD = re.compile(
    r"^(?P<word>自治区|自治州|自治县|自治旗|[省市县区州旗盟镇乡])(?!场|块|域|政(?![府协法])|村振兴)(?=\S)"
)
_ORGAN = re.compile(
    r"^(?:委|政府|人大|政协|纪委|监委|党|法院|检察院|人民法院|人民检察院|总工会|妇联|团委|.{1,12}(?:局|厅|办|办公室|委员会|部)$)"
)
_AFIELD = ("公司", "集团", "厂", "企业", "合作社", "银行", "商会", "协会", "大学", "学院", "研究院", "基金会")
"""Heads of bodies that the papers of a whole prefecture write about, whichever county prints them."""

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("company", re.compile(r"(?:公司|集团|厂|企业|银行|合作社|电站|矿)$")),
    ("court", re.compile(r"法院$|检察院$")),
    ("congress", re.compile(r"人大|人民代表大会")),
    ("cppcc", re.compile(r"政协")),
    ("military", re.compile(r"军|武警|人武部")),
    ("mass", re.compile(r"工会|团委|共青团|妇联|科协|文联|残联|侨联|工商联")),
    (
        "institution",
        re.compile(r"(?:大学|学院|学校|中学|小学|幼儿园|医院|研究院|研究所|研究中心|报社|电视台|图书馆|博物馆)$"),
    ),
    ("association", re.compile(r"(?:协会|商会|学会|联合会|基金会|总会)$")),
    ("party", re.compile(r"委$|党委|党组|党工委|纪委|组织部|宣传部|统战部|政法委|委办公室|支部")),
    ("government", re.compile(r"政府|(?:局|厅|部|办|办公室|委员会|办事处|管委会|中心|署|所|大队|支队|派出所)$")),
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation's identity."""

    name: str
    """Folded, a division's name in front of an organ made its level word: 乳山市委 and 市委 there are 市委."""
    place: str
    """Id of the place it belongs to; empty where nobody knows."""
    division: Division | None = None
    word: str = ""
    """The level word that the name begins with."""

    @property
    def full_name(self) -> str | None:
        """With the division's name for the level word: 池州市委 for 市委; None for a body that is not named so."""
        if self.division is None or not self.word:
            return None
        return self.division.name + self.name.removeprefix(self.word)

    @property
    def key(self) -> str:
        """The key of its block."""
        return f"organization|{self.name}|{self.place}"


class Organizations:
    """Resolves names of organisations."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.body = functools.lru_cache(maxsize=100_000)(self._body)

    def _body(self, name: str, home: PlaceName | None) -> Body:
        at = self.places.division(home.name, home.code, None) if home else None
        name = fold(name).replace("人民政府", "政府").removeprefix("中共")
        if _NATIONAL.match(name):
            return Body(name, "nation")
        line = [at, *self.places.above(at)] if at else []
        if match := _LEVEL_WORD.match(name):
            named = next((d for d in line if d.name.endswith(match["word"])), None)
            if named is not None:
                return Body(name, named.lineage, named, match["word"])
        if (found := self._prefix(name, home)) is not None:
            division, length = found
            rest = name[length:]
            if _ORGAN.match(rest):
                return Body(_word(division) + rest, division.lineage, division, _word(division))
            return Body(rest, division.lineage, division)
        if at is None:
            return Body(name, f"?{home.name}" if home else "")
        own = self.places.prefecture(at) if name.endswith(_AFIELD) else at
        return Body(name, own.lineage, own)

    def _prefix(self, name: str, home: PlaceName | None) -> tuple[Division, int] | None:
        """The division whose full or short name the body's name begins with, and the length of that name."""
        for length in range(min(len(name) - 1, 14), 1, -1):
            prefix = name[:length]
            if (division := self.places.division(prefix, None, home)) is not None and division.name == prefix:
                return division, length
            short = [
                d for d in self.places.gazetteer.lookup(prefix, short=True) if d.level in ("province", "prefecture")
            ]
            if len(short) == 1 and length >= 2:
                return short[0], length
        return None


def _word(division: Division) -> str:
    return next(
        (word for word in ("自治区", "自治州", "自治县", "自治旗", "街道") if division.name.endswith(word)),
        division.name[-1],
    )


def kind(name: str) -> str:
    """`party`, `government`, `congress`, `cppcc`, `court`, `military`, `mass`, `institution`, `company`, `association` or `other`."""
    return next((kind for kind, pattern in _KINDS if pattern.search(fold(name))), "other")
