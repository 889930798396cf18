"""Short forms of divisions' names, by rule: 清原县 and 清原 for 清原满族自治县, 池州 for 池州市.

What no rule gives (喀左, 克州) stands in the lexicon `division_customary_names`.
"""

from __future__ import annotations

import functools
import re

from kg.lexicon.lexicon import load

_AUTONOMOUS = re.compile(r"(.+)自治([县州旗区])")
_PLAIN = re.compile(r"(.{2,}?)(?:特别行政区|特区|林区|地区|省|市|盟|县|区|旗)")
_NO_STEM = re.compile(r".+(?:新区|[东西南北左右前中后]旗|.矿区|联合旗)")
"""Names whose stem nobody uses: 滨海新 for 滨海新区, 土默特右 for 土默特右旗."""


@functools.cache
def _peoples() -> re.Pattern[str]:
    names = load("ethnic_groups").entries
    forms = {*names, *(name.removesuffix("族") for name in names if len(name) > 2 and name != "各族")}
    return re.compile("(.{2,}?)(?:" + "|".join(sorted(forms, key=lambda form: (-len(form), form))) + ")+")


def _without_peoples(stem: str) -> str:
    """The proper part of an autonomous division's name: 清原 of 清原满族, 东乡 of 东乡族, 内蒙古 as it is."""
    match = _peoples().fullmatch(stem)
    return match[1] if match else stem.removesuffix("族")


def short_forms(name: str) -> tuple[str | None, str | None]:
    """The short form that keeps a level word, and the bare stem; None where there is none.

    A stem of one character is no short form (道县 is 道县 alone); 清原满族自治县 gives 清原县 and 清原,
    抚顺市 gives None and 抚顺.
    """
    if match := _AUTONOMOUS.fullmatch(name):
        stem = _without_peoples(match[1])
        return (None if match[2] == "区" else stem + match[2]), stem
    if _NO_STEM.fullmatch(name):
        return None, None
    plain = _PLAIN.fullmatch(name)
    return None, plain[1] if plain else None
