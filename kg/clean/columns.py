"""Columns that a scan or a copy read line by line across the page, put in order where the sentences tell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from kg.clean.junctions import Junctions
from kg.clean.layouts import FEWEST, layouts, unlikely
from kg.clean.lines import Line
from kg.clean.paragraphs import is_heading

LEFT = "its lines may be columns read across the page, and the sentences do not tell their order; compare the source"
"""The warning of what is left as it stands."""
UNSURE = "its lines were columns read across the page; of the orders that read well the likeliest was taken; compare the source"
"""The warning of what is put in order where a few lines could stand elsewhere as well."""

_RUNNING = re.compile(r"[，。；]")
_LISTED = re.compile(r"(?:[\d一二三四五六七八九十]{1,3}[、.．]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[·•●◆■▲★])")
_LONGEST = 40
"""Characters of a column's line."""
_BAD, _CHANCE = 4.0, 1.5
"""From how much against it a stretch reads badly; what one junction that fits, maybe by chance, counts at most for it."""
_SURE_BAD, _FITS = 8, 0.15
"""How many junctions must tell, and what share of them at most may fit, for a stretch that surely reads badly."""
_GAIN, _MEAN, _APART, _FAR_APART = 10.0, 0.5, 4.5, 6.0
"""By how much a better order must read better, how well on the average of its junctions, and how far from the next best,
where its columns are as long as one another and where they are not."""
_TORN = 4.0


def in_order(lines: list[Line], text: str) -> list[Line]:
    """The lines of a page in reading order.

    A stretch of a narrow column in which line after line stops in mid-sentence and the next does not
    go on is tried as two or three columns whose lines alternate. The order that reads well is taken, with
    a doubt where another reads nearly as well; where none does, the lines stay as they stand and have a
    doubt. Everything else stays.

    Args:
        lines: Those of `text`.
        text: The source; it shows which lines have an indent.
    """
    found = list(lines)
    for start, end in _stretches(lines):
        found[start:end] = _put_right(lines[start:end], text)
    return found


def _stretches(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines short enough for a column."""
    for narrow, group in itertools.groupby(range(len(lines)), key=lambda i: len(lines[i].text) <= _LONGEST):
        run = list(group)
        if narrow and len(run) >= FEWEST:
            yield run[0], run[-1] + 1


def _put_right(lines: list[Line], text: str) -> list[Line]:
    texts = [line.text for line in lines]
    width = _width(texts)
    if width is None:
        return lines
    junctions = Junctions(texts, _indented(lines, text), 0.75 * width)
    bad = _worst(junctions)
    if bad is None:
        return lines
    order, sure = _best(junctions, *bad)
    if order is not None:
        moved = {i for i, j in enumerate(order) if i != j}
        return [
            lines[j] if sure or not min(moved) <= i <= max(moved) else replace(lines[j], doubt=UNSURE)
            for i, j in enumerate(order)
        ]
    if _surely_bad(junctions, *bad):
        return [replace(line, doubt=LEFT) if bad[0] <= i < bad[1] else line for i, line in enumerate(lines)]
    return lines


def _width(texts: list[str]) -> int | None:
    """The length of a full line, where most lines are full and sentences run through them; None elsewhere."""
    lengths = sorted(map(len, texts))
    width = lengths[len(lengths) * 3 // 4]
    full = [text for text in texts if 0.75 * width <= len(text) <= 1.25 * width + 1]
    listed = sum(_LISTED.match(text) is not None for text in texts)
    if width < 6 or len(full) < max(0.5 * len(texts), FEWEST) or listed > 0.3 * len(texts):
        return None
    return width if sum(_RUNNING.search(text) is not None for text in full) >= 0.2 * len(full) else None


def _indented(lines: list[Line], text: str) -> frozenset[int]:
    """The lines with a blank in front; none where nearly all or hardly any have one."""
    found = set()
    for i, line in enumerate(lines):
        at = line.passage.pieces[0].source if line.passage.pieces else 0
        if at and text[at - 1] in " \u3000\xa0\t":
            found.add(i)
    return frozenset(found) if 2 <= len(found) <= 0.5 * len(lines) else frozenset()


def _worst(junctions: Junctions) -> tuple[int, int] | None:
    """The lines `[start, end)` between which junctions speak most against their order; None where none do."""
    best, total, start, span = 0.0, 0.0, 0, (0, 0)
    for i in range(len(junctions.texts) - 1):
        total -= min(junctions.judge(i, i + 1), _CHANCE)
        if total <= 0:
            total, start = 0.0, i + 1
        elif total > best:
            best, span = total, (start, i + 2)
    return span if best >= _BAD and span[1] - span[0] >= FEWEST // 2 else None


def _surely_bad(junctions: Junctions, start: int, end: int) -> bool:
    if end - start < 0.6 * len(junctions.texts):
        return False
    telling = [i for i in range(start, end - 1) if junctions.tells(i, i + 1)]
    fits = sum(junctions.fits(i, i + 1) > 0 for i in telling)
    return len(telling) >= _SURE_BAD and fits <= _FITS * len(telling)


def _best(junctions: Junctions, start: int, end: int) -> tuple[list[int] | None, bool]:
    """The order of columns that reads best, None where none reads well; and whether others read plainly worse."""
    count = len(junctions.texts)
    given = junctions.order(range(count))
    scored: dict[tuple[int, ...], float] = {}
    uneven: dict[tuple[int, ...], bool] = {}
    for columns, last in layouts(start, end, count):
        order = (*range(columns[0][0]), *itertools.chain(*columns), *range(last, count))
        cost = unlikely(columns, count - last)
        score = junctions.order(order) - cost - _torn(junctions, columns)
        scored[order] = max(score, scored.get(order, score))
        uneven[order] = cost > 0 and uneven.get(order, True)
    if not scored:
        return None, False
    best, *others = sorted(scored, key=lambda order: -scored[order])
    if scored[best] - given < _GAIN or junctions.mean(best) < _MEAN:
        return None, False
    apart = scored[best] - max(given, *(scored[order] for order in others[:1]))
    return list(best), apart >= (_FAR_APART if uneven[best] else _APART)


def _torn(junctions: Junctions, columns: list[list[int]]) -> float:
    """What columns cost that begin or end where layouts hardly let them.

    That is in a sentence that lines before or behind them have too, or under a headline over the first alone.
    """
    first, last = columns[0][0], columns[-1][-1]
    full = [junctions.fills(column[0]) for column in columns]
    behind = max(map(max, columns)) + 1 < len(junctions.texts)
    return _TORN * (
        (first > 0 and junctions.open(first - 1) and not (first < 3 and is_heading(junctions.texts[first - 1])))
        + (behind and junctions.open(last))
        + (not full[0] and all(full[1:]))
    )
