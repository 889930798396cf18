"""The verbs of one subject, up to the words that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from kg.annotate.events.role_patterns import ATTENDS, CALLS, CHAIRS, SAYS, SPEAKS, TAKES_PART
from kg.annotate.events.statements import MEETING
from kg.annotate.rule import Rule

Role = Literal["chair", "call", "attend", "speak", "part", "along"]

_FARTHEST = 260
"""Characters from a subject to its first verb: a list of bodies without names may stand between."""
_NEAR = 60
_HEARD = re.compile(r"听取|收听|收看|观看|学习|传达|了解")
_HEARD_OF = re.compile(r"汇报|介绍|报告|说明|发言|通报")
_OTHERS = re.compile(
    rf"(?:{MEETING}|会议|大会|与会|双方|部分|有关|相关|全体|各[^，]{{1,12}}?|[^，]{{0,16}}(?:单位|部门|乡镇|街道|企业)(?:[^，]{{0,6}}(?:负责人|负责同志|代表))?)(?!上)"
    r"(?:分别|先后|依次|还|也|就|围绕|对|进行|作|听取|通报|讨论|宣读|传达|听)"
)
"""Others than the person do what the clause says: 某某出席会议，会议通报了."""
_STRONG = re.compile(r"指出|强调|要求|表示|希望|提出|说|称|叮嘱|勉励|寄语")
_MANNER = re.compile(
    r"(?:并|还|也|他|她|同时|一再|在[^，]{1,16}(?:中|时|上|后|里|间|下)|(?:就|对|围绕|结合|针对|代表|向|以|按照|从|为|用|通过)[^，]{1,50}|随后|最后|首先|其次|深刻|明确|进一步|充分|一致|反复|再次|着重|特别|亲切|热情|一一|现场|逐一|深情|强烈"
    r"|肯定|感谢|进行(?:了)?|作(?:了)?|深入|详细|简要|作为[^，]{1,30}|重点|主要|坦率|由衷|动情|语重心长地|的)*"
)
SAID = re.compile(r"[，,：:“‘]")


def verbs(view: str, subject: int, stop: int) -> Iterator[tuple[Rule[re.Match[str]], Role, re.Match[str]]]:
    """The verbs of a subject in order, up to the words that it says."""
    roles: tuple[tuple[Rule[re.Match[str]], Role], ...] = (
        (CHAIRS, "chair"),
        (CALLS, "call"),
        (ATTENDS, "attend"),
        (SPEAKS, "speak"),
        (SAYS, "speak"),
        (TAKES_PART, "part"),
    )
    found = []
    for order, (rule, role) in enumerate(roles):
        found += [(match.start(), order, rule, role, match) for match, _ in rule.find(view, subject + 1, stop)]
    last = subject + 1
    for at, _, rule, role, match in sorted(found, key=lambda f: f[:2]):
        if at < last:
            continue
        clause = re.split("[，。；]", view[subject + 1 : at])[-1]
        heard = view[subject + 1 : at] if _HEARD_OF.search(match.group()) else clause
        if role == "speak" and (_HEARD.search(heard.rpartition("并")[2]) or _OTHERS.match(clause + match.group())):
            continue
        if rule is SAYS:
            strong = bool(_STRONG.match(match.group()))
            near = at - last <= (_FARTHEST if strong else _NEAR)
            if "，" in view[subject + 1 : at] and not _MANNER.fullmatch(clause):
                continue
            quoted = bool(SAID.match(view, match.end()))
            if not near and not (strong and quoted):
                continue
            yield rule, role, match
            if quoted or strong:
                return
        else:
            if at - last > _FARTHEST:
                return
            yield rule, role, match
        last = match.end()
