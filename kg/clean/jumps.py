"""Jump marks, 下转第二版 and 上接A1版: where an article leaves a page of a newspaper and where it comes back."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean.lines import Jump, Line
from kg.clean.paragraphs import is_heading
from kg.model.passage import Passage

NUMBER = r"(?:[A-Za-z]\s?叠?\s?)?\d{1,3}|[一二三四五六七八九十]{1,3}|头"
_SHEET = rf"第?\s*(?P<sheet>{NUMBER})\s*(?:[、，,－—-]\s*第?(?:{NUMBER})\s*)*版"
_BEHIND = r"(?:[·.:：\s]*(?P<place>[^（）()【】\[\]《》。，①-⑩\s]{1,6}))?(?:[\s，,：:]*《(?P<title>[^《》]{2,50})》(?:一文|续)?)?\s*(?P<tag>[①-⑩])?"
_ARROWS = r"[\s▶►▷→⇒☞»>←◀◁◄⇐☜«<▲△▼▽…]*"
_BOXED = re.compile(
    rf"\s*[（(【\[〔〈]{_ARROWS}(?:(?P<out>下转|下接|紧转|转)|(?P<into>上接|紧接|承接|接|续))\s*{_SHEET}{_BEHIND}{_ARROWS}[）)】\]〕〉]\s*"
)
_LAST = re.compile(rf"[\s▶►▷→⇒☞»>…]*(?P<out>下转|下接)\s*{_SHEET}{_BEHIND}{_ARROWS}$")
_FIRST = re.compile(
    rf"{_ARROWS}(?P<into>上接|紧接)\s*{_SHEET}(?:[\s，,：:]*《(?P<title>[^《》]{{2,50}})》(?:一文)?)?\s*(?P<tag>[①-⑩])?{_ARROWS}"
)
_LABEL = re.compile(
    rf"(?:第\s*)?(?P<sheet>{NUMBER})\s*版(?:[\s:：·|｜/]+[^\s。，；]{{2,8}})?|[一-鿿]{{2,4}}[\s:：·|｜]+(?:第\s*)?(?P<behind>{NUMBER})\s*版"
)
_DIGITS = "零一二三四五六七八九十"


def at_jumps(line: Line) -> list[Line]:
    """A line cut where its marks stand, the marks taken out; a line of a mark alone has no text.

    The part before 下转 has it as `goes`, the part behind 上接 as `comes`; a headline that ends with
    上接 keeps it.
    """
    if "版" not in line.text:
        return [line]
    parts: list[Line] = []
    rest = line
    while (match := _mark(rest.text)) is not None:
        jump = _jump(rest.passage, match)
        before, behind = rest.passage.part(0, match.start()).strip(), rest.passage.part(match.end()).strip()
        if match.groupdict().get("out"):
            parts.append(replace(rest, passage=before, goes=jump))
            rest = replace(rest, passage=behind, comes=None)
        elif before.text and not behind.text and is_heading(before.text):
            return [*parts, Line(before, max(rest.heading, 1), comes=jump)]
        else:
            parts += [replace(rest, passage=before)] if before.text else []
            rest = replace(rest, passage=behind, comes=jump)
    return [*parts, rest] if rest.text or rest.comes or not parts else parts


def _mark(text: str) -> re.Match[str] | None:
    return _BOXED.search(text) or _FIRST.match(text) or _LAST.search(text)


def _jump(line: Passage, match: re.Match[str]) -> Jump:
    titled = match.start("title") >= 0
    return Jump(
        re.sub(r"[\s（()）【】\[\]〔〕〈〉]+", "", match[0]),
        sheet_of(match["sheet"]),
        line.part(match.start("title"), match.end("title")) if titled else None,
        match["tag"],
    )


def sheet_of(number: str) -> str:
    """A page's number in one form: 第二 and 02 are 2, A01 is A1, 头 is 1."""
    number = re.sub(r"[\s叠]", "", number).upper()
    if number == "头":
        return "1"
    if number[0] in _DIGITS:
        tens, ten, ones = number.rpartition("十")
        value = (_DIGITS.index(tens) if tens else 1) * 10 if ten else 0
        return str(value + (_DIGITS.index(ones) if ones else 0))
    return re.sub(r"(?<!\d)0+(?=\d)", "", number)


def labelled_sheet(text: str) -> str | None:
    """The number of the page that a line labels (第2版 要闻, A02版, 要闻 二版), None where it labels none."""
    match = _LABEL.fullmatch(text)
    return sheet_of(match["sheet"] or match["behind"]) if match else None
