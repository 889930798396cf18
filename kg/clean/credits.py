"""Who made a report: the names of reporters, photographers and editors at its edges."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.clean.outlets import OUTLET
from kg.lexicon import load

_ROLE = re.compile(
    r"(?:(?:本报|本网|本台|首席|资深|见习|特约|特派|驻地|实习|总台|央视|全媒体|全媒|融媒体|融媒|视频|摄影|文字|新闻)*记者"
    r"|(?:本报|特约)*通讯员|实习生|作\s?者|原创作者"
    r"|(?:责任|流程|值班|本版|见习|实习|新媒体|视觉|版面|文字|图片|网络|执行)?编\s?辑|责\s?编|美\s?编|编校|组版|版式|照排|检校"
    r"|(?:责任|值班)?校\s?对|(?:内容|责任)?审\s?核|审校|审读|审签|[一二三初复终]\s?[审校]|总?监\s?制|总?策\s?划"
    r"|摄\s?影(?:报道)?|摄像|摄制|撰\s?稿|撰\s?文|供\s?稿|供\s?图|统\s?筹|制\s?图|制\s?作|剪\s?辑|设\s?计|总?主编|编审|编委|值班编委|值班主任"
    r"|播音|主播|文案|采写|采访|整理|编译|报道|文字|(?:本文|文中|部分|资料)?图片|文图|图文|出品人?|签发|发布人?|翻译|海报|配音|来稿)"
    r"(?=[\s:：/／|丨｜)）、，,]|[一-鿿“]|$)"
)
_SHORT = re.compile(r"(?:文|图|摄|编|发)(?:\s*[/／、]?\s*(?:文|图|摄|编))?(?=[\s:：/／|丨｜)）、，,；;。]|$)")
_SOURCE = re.compile(
    r"(?:(?:文章|稿件|信息|资料|图文|新闻|内容|原文|图片|部分图片|素材)?来\s?源(?:于|自)?|转自|稿源|来自|原载|供稿单位|转载自)\s*[:：]\s*"
)
_SOURCE_END = re.compile(rf"[\s|丨｜()（）;；]|{_ROLE.pattern}|$")
_OUTLET = re.compile(OUTLET)
_BLANK = re.compile(r"[\s、，,;；:：|丨｜/／*※＊&·()（）【】\[\]—\-]+")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_\-]{0,9}|\d{2,8}")
_MINORITY = re.compile(r"[一-鿿]{1,7}(?:[·•・.][一-鿿]{1,9}){1,3}")
_SPACED = re.compile(r"[一-鿿][ \xa0\u3000][一-鿿](?![一-鿿])")
_COMPOUND = re.compile(
    r"(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|端木|南宫|东郭|百里|呼延|拓跋|轩辕)"
)
_HAN = re.compile(r"[一-鿿]+")
_SENTENCE = re.compile(r"[，,。！？!?：“]")
_LONGEST = 200
_LONGEST_SOURCE = 40


@dataclass(slots=True)
class Credits:
    """What a line of credits says."""

    names: list[str] = field(default_factory=list)
    source: str | None = None
    """The outlet behind 来源, or the one whose reporter it is."""


def read_credits(text: str, *, bare: int = 0) -> Credits | None:
    """The credits that a text is made of; None where it is anything else.

    Args:
        text: A whole line, the inside of brackets, or what stands behind the last sentence.
        bare: From how many names on names alone are enough, without a word for what their bearers
            did; 0 for never.
    """
    text = text.rstrip("。 ")
    if len(text) > _LONGEST or "。" in text:
        return None
    found, said, at = Credits(), False, 0
    while at < len(text):
        if blank := _BLANK.match(text, at):
            at = blank.end()
        elif source := _SOURCE.match(text, at):
            end = _SOURCE_END.search(text, source.end())
            assert end is not None
            if end.start() - source.end() > _LONGEST_SOURCE or _SENTENCE.search(text, source.end(), end.start()):
                return None
            found.source = found.source or text[source.end() : end.start()].strip("、，, 《》“”") or None
            at, said = end.start(), True
        elif role := _ROLE.match(text, at) or _SHORT.match(text, at):
            at, said = role.end(), True
        elif (outlet := _OUTLET.match(text, at)) and _goes_on(text, outlet.end()):
            found.source = found.source or outlet[0]
            at, said = outlet.end(), True
        elif said and (code := _CODE.match(text, at)):
            at = code.end()
        elif end_of := _name(text, at, said, len(found.names) if bare else 0):
            found.names.append(re.sub(r"\s", "", text[at:end_of]))
            at = end_of
        else:
            return None
    if said or 0 < bare <= len(found.names):
        return found
    return None


def _goes_on(text: str, at: int) -> bool:
    """Whether an outlet may end here: before a blank, a role, the end, or another outlet."""
    return at == len(text) or any(p.match(text, at) for p in (_BLANK, _ROLE, _OUTLET))


def _name(text: str, at: int, said: bool, named: int) -> int | None:
    """Where a name that begins here ends: before a blank, a role or the end.

    Behind a role a name that stands alone may have any family name; where only names stand and `named`
    of them came before, two may be run together (冯某某王某).
    """
    if minority := _MINORITY.match(text, at):
        return minority.end()
    if spaced := _SPACED.match(text, at):
        return spaced.end()
    run = _HAN.match(text, at)
    if run is None:
        return None
    longest = 4 if _COMPOUND.match(text, at) else 3
    likely = run[0][0] in load("surnames") or longest > 3
    if 1 < len(run[0]) <= longest and (likely or (said and _BLANK.match(text, at - 1))):
        return run.end()
    if not likely:
        return None
    best, widest = None, 0
    for end in range(at + min(longest, len(run[0])), at + 1, -1):
        behind = _ROLE.match(text, end) or _SHORT.match(text, end) or _SOURCE.match(text, end)
        # 娇责编 ends in 编 and in 责编: the longer word is the one that is meant.
        if behind is not None and behind.end() - end > widest:
            best, widest = end, behind.end() - end
    if best is None and named > 1 and len(run[0]) in (4, 5, 6):
        return next((at + n for n in (3, 2) if 1 < len(run[0]) - n <= 3 and run[0][n] in load("surnames")), None)
    return best
