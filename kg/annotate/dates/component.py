"""The component that finds dates and places them in the calendar."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.dates import patterns, periods, relative
from kg.annotate.dates.anchor import Anchor, with_dateline
from kg.annotate.dates.expression import DayFromToday, Expression, Unmarked
from kg.annotate.dates.names import titles
from kg.annotate.dates.resolve import Resolver
from kg.annotate.layer import DateMention, layer_of, show

_TRIGGER = re.compile(
    r"[年月日]|\d号|季度|[今昨明前后当]天|[今昨明当][晚晨早夜（(]|[上本下这]个?(?:周|星期)|大年|节(?=[，,当夜这上下])|\d[-./]\d{1,2}[-./]\d"
)
_BEFORE, _AFTER = 24, 16
DATELINE = "dates.dateline"
RULES = (*patterns.RULES, *periods.RULES, *relative.RULES)


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches around the characters without which no date is written."""
    windows: list[tuple[int, int]] = []
    for match in _TRIGGER.finditer(text):
        start, end = max(match.start() - _BEFORE, 0), match.end() + _AFTER
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def expressions(text: str) -> list[tuple[int, int, str, Expression]]:
    """Start, end, rule and meaning of the date expressions, left to right.

    Of those that overlap the first and longest stands; those within 《》 are left out.
    """
    found = [
        (match.start(), match.end(), rule.id, value)
        for start, end in _windows(text)
        for rule in RULES
        for match, value in rule.find(text, start, end)
    ]
    found.sort(key=lambda item: (item[0], -item[1]))
    kept: list[tuple[int, int, str, Expression]] = []
    closed = iter([*titles(text), (len(text), len(text))])
    opened, closing = next(closed)
    free = 0
    for item in found:
        start, end = item[:2]
        while closing <= start and opened < len(text):
            opened, closing = next(closed)
        if start >= free and not opened <= start < closing:
            kept.append(item)
            free = end
    return kept


def _dates(text: str, published_on: str | None) -> list[DateMention]:
    found = expressions(text)
    anchor = Anchor.of(published_on)
    for start, _, _, expression in found:
        if isinstance(expression, Unmarked) and expression.dateline and start < 600:
            anchor = with_dateline(anchor, expression.dateline)
            break
    by_dateline = anchor is not None and anchor.dateline
    resolver = Resolver(text, anchor)
    return [
        DateMention(
            start,
            end,
            DATELINE if by_dateline and isinstance(expression, DayFromToday) else rule,
            text=text[start:end],
            value=resolver.value(expression, start, end),
            confidence=0.95,
        )
        for start, end, rule, expression in found
        if not isinstance(expression, Unmarked)
    ]


@Language.component("kg_dates")
def kg_dates(doc: Doc) -> Doc:
    """Sets `doc._.kg.dates`, one mention for each occurrence of a date, and `doc.spans["dates"]`.

    The day of publication comes from the article's metadata; without it a dateline or a year that
    the text names serves, and where neither is there the value is None.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("zh")
        >>> _ = nlp.add_pipe("kg_dates")
        >>> [(date.text, date.value) for date in nlp("2023年7月8日，一期工程开工，次日进场。")._.kg.dates]
        [('2023年7月8日', '2023-07-08'), ('次日', '2023-07-09')]
    """
    layer = layer_of(doc)
    layer.dates = _dates(layer.article.text, layer.article.published_on)
    show(doc, "dates", layer.dates)
    return doc
