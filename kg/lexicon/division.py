"""One administrative division, as it is now or was once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Level = Literal["nation", "province", "prefecture", "county", "town"]

_PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|"
    "拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|乌孜别克|"
    "俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|塔塔尔|独龙族|鄂伦春|赫哲族|门巴族|珞巴族|基诺族|各族"
)
_AUTONOMOUS = re.compile(rf"(?P<stem>.+?)(?:{_PEOPLES})*自治(?P<level>县|州|旗|区)")
_PLAIN = re.compile(r"(?P<stem>.{2,}?)(?:特别行政区|街道|地区|省|市|盟|县|区|旗|镇|乡)")
_LEVEL_WORDS = {"县": "县", "州": "州", "旗": "旗", "区": ""}


@dataclass(frozen=True, slots=True)
class Division:
    """A division under one name; `valid_to` is None while it stands.

    The municipalities are provinces by level, and have no prefecture between them and their districts.
    """

    code: str
    """Of the Ministry of Civil Affairs: six digits, nine for a town."""
    name: str
    level: Level
    valid_from: int | None = None
    """First year of the record; None for 1981 and before."""
    valid_to: int | None = None
    """Last year in which it was listed."""
    successors: tuple[str, ...] = ()

    @property
    def lineage(self) -> str:
        """What stays when codes and names change: the code and the year of the first record."""
        return f"{self.code}-{self.valid_from or 1981}"

    def short_forms(self) -> tuple[str, ...]:
        """Customary short forms, longest first: 清原县 and 清原 for 清原满族自治县, 池州 for 池州市.

        A stem of one character is no short form (道县 is 道县 alone).
        """
        if self.level == "town":
            return ()
        if match := _AUTONOMOUS.fullmatch(self.name):
            stem, word = match["stem"], _LEVEL_WORDS[match["level"]]
            return tuple(form for form in (stem + word if word else "", stem) if len(form) >= 2)
        if match := _PLAIN.fullmatch(self.name):
            return (match["stem"],)
        return ()


NATION = Division("100000", "中国", "nation")
