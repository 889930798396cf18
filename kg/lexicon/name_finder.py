"""Finds the forms of divisions' names in running text, by one Aho-Corasick automaton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import ahocorasick

from kg.errors import LexiconError
from kg.lexicon.division import NATION, Division
from kg.lexicon.lexicon import load
from kg.lexicon.short_forms import short_forms

Kind = Literal["name", "levelled", "stem"]
"""抚顺市; 清原县 for 清原满族自治县; 抚顺."""


@dataclass(frozen=True, slots=True)
class Surface:
    """One written form, and every division that bears it, at whatever time."""

    text: str
    kind: Kind
    divisions: tuple[Division, ...]


def surfaces(table: Iterable[Division]) -> dict[str, Surface]:
    """Every written form with the divisions it may stand for.

    The stem of a former division counts only where it was a prefecture; a stem that is a province's
    is nobody else's (河南 is not 河南蒙古族自治县), but another prefecture's it may be (吉林).
    """
    names: dict[str, list[Division]] = defaultdict(list)
    levelled: dict[str, list[Division]] = defaultdict(list)
    stems: dict[str, list[Division]] = defaultdict(list)
    customary: dict[str, list[str]] = defaultdict(list)
    for form, full in load("division_customary_names").table.items():
        customary[full].append(form)
    for division in table:
        if division == NATION:
            continue
        names[division.name].append(division)
        with_level, stem = short_forms(division.name)
        if with_level and len(with_level) > 2:
            levelled[with_level].append(division)
        if stem and (division.valid_to is None or division.level == "prefecture"):
            stems[stem].append(division)
        for form in customary.get(division.name, ()):
            (levelled if form[-1] in "县州旗盟" else stems)[form].append(division)
    unknown = sorted(set(customary) - set(names))
    if unknown:
        raise LexiconError(f"division_customary_names: {'、'.join(unknown)} is no division.", "Write the full name.")
    found: dict[str, Surface] = {}
    for kind, forms in (("name", names), ("levelled", levelled), ("stem", stems)):
        for form, divisions in forms.items():
            if form in found:
                known = found[form]
                found[form] = Surface(form, known.kind, (*known.divisions, *divisions))
            else:
                found[form] = Surface(form, kind, _borne(kind, divisions))  # type: ignore[arg-type]
    return found


def _borne(kind: str, divisions: list[Division]) -> tuple[Division, ...]:
    if kind == "stem" and any(d.level == "province" for d in divisions):
        divisions = [d for d in divisions if d.level in ("province", "prefecture")]
    return tuple(divisions)


def automaton(forms: dict[str, Surface], towns: Iterable[str]) -> Any:
    """One automaton over all names: at its last character it gives a form's surface, or a town's bare name."""
    made = ahocorasick.Automaton()
    for name in towns:
        made.add_word(name, name)
    for form, surface in forms.items():
        made.add_word(form, surface)
    made.make_automaton()
    return made


def longest(matches: Iterable[tuple[int, Surface]]) -> list[tuple[int, int, Surface]]:
    """Of all matches `(last character, surface)` those that lie in no longer one, as `(start, end, surface)`."""
    spans = sorted(((last + 1 - len(s.text), last + 1, s) for last, s in matches), key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int, Surface]] = []
    reach = 0
    for span in spans:
        if span[1] > reach:
            kept.append(span)
            reach = span[1]
    return kept
