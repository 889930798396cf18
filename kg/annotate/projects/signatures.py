"""Who signs what about a project."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.layer import Layer, OrganizationMention
from kg.annotate.projects.groups import Occurrence

_PARTY = re.compile("(?:政府|管委会|公司|集团|银行|基金会|大学|学院|医院|中心|研究院|总台)$")
_SIGNED = re.compile("签署|签约|签订")
_WITH_EACH_OTHER = re.compile("与|和|同|、|双方|分别")
_BOTH = re.compile("双方|三方|各方")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Signature:
    """`text[start:end]` says that the parties sign."""

    start: int
    end: int
    parties: list[OrganizationMention]


def signatures(
    layer: Layer, able: list[OrganizationMention], occurrences: list[Occurrence], *, alone: bool
) -> Iterator[Signature]:
    """What is signed about a project: told in the sentence that names it, by whose name it goes, or of the only one."""
    text = layer.article.text
    starts = [body.start for body in able]
    for start, end in layer.sentences:
        here = able[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        if len(here) < 2 or not (signed := _SIGNED.search(text, start, end)):
            continue
        parties = [
            b
            for b in here
            if b.end <= signed.start()
            and (_PARTY.search(b.name) or b.kind == "other")
            and all(b.end <= o.start or o.end <= b.start for o in occurrences)
        ]
        if not parties or not _WITH_EACH_OTHER.search(text, parties[0].end, signed.start()):
            continue
        if signed.start() - parties[-1].end > _NEAR:
            continue
        if len(parties) < 2 or all(b.kind in ("government", "party", "association") for b in parties):
            continue
        near = any(_BOTH.search(text, o.sentence[0], o.start) and o.start > signed.end() for o in occurrences) or any(
            signed.end() <= o.start < min(end, signed.end() + _NEAR) for o in occurrences
        )
        if alone or near or _named_after(text, occurrences, parties):
            yield Signature(signed.start(), signed.end(), [_usual(party, able) for party in parties])


def _usual(party: OrganizationMention, able: list[OrganizationMention]) -> OrganizationMention:
    """The form of a party's name that the article has most often: 甲乙科创中心 is 甲乙科技创新中心 elsewhere."""
    forms = Counter(body.name for body in able if body.name == party.name or _contracted(party.name, body.name))
    name, often = forms.most_common(1)[0] if forms else (party.name, 0)
    return party if often <= forms[party.name] else next(body for body in able if body.name == name)


def _contracted(short: str, long: str) -> bool:
    """Whether a name leaves out characters of a longer one, and begins and ends as it does."""
    if len(short) >= len(long) or short[:2] != long[:2] or short[-2:] != long[-2:]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def _named_after(text: str, occurrences: list[Occurrence], parties: list[OrganizationMention]) -> bool:
    """Whether a project bears the name of one of the parties: 甲乙项目 of 甲乙科技公司."""
    return any(
        text[o.start : o.end].endswith("项目")
        and len(own := text[o.start : o.end - 2].strip("“”")) >= 3
        and own in party.name
        for o in occurrences
        for party in parties
    )
