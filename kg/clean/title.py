"""The title among the lines over an article."""

from __future__ import annotations

import re

from kg.clean.headline import label_end
from kg.clean.lines import Line
from kg.clean.paragraphs import is_subtitle
from kg.model.passage import Passage, join

_LONGEST = 44
"""Characters of a headline of two lines; longer ones are a headline and something else."""
_LETTERS = re.compile(r"[\W_]+")
_SLOGANS = re.compile(r"(?P<first>[一-鿿])[一-鿿]{1,3}(?:[ \u3000\xa0](?P=first)[一-鿿]{1,3})+")
_MARKS = re.compile(r"[■□◆◇●○▲△★☆▶]\s*")


def title_of(head: list[Line]) -> tuple[Passage | None, list[Passage]]:
    """The title, and what else stood over the article and belongs to its text (subtitles, other lines).

    A line said again counts once. A headline in two lines is made one with a blank between them.
    """
    unlike: list[Line] = []
    for line in head:
        if not any(_same(line.text, other.text) for other in unlike):
            unlike.append(line)
    titles = [line for line in unlike if not is_subtitle(line.text)]
    if not titles:
        return None, [line.passage for line in unlike]
    marked = [line for line in titles if line.heading]
    chosen = marked[:1] or titles[:1]
    rest = titles[titles.index(chosen[0]) + 1 :]
    if not marked and len(rest) == 1 and len(chosen[0].text) + len(rest[0].text) < _LONGEST:
        chosen.append(rest[0])
    others = [line.passage for line in unlike if line not in chosen]
    return _bare_title(join((line.passage for line in chosen), between=" ")), others


def _same(a: str, b: str) -> bool:
    a, b = _LETTERS.sub("", a), _LETTERS.sub("", b)
    return a == b or (len(a) >= 8 and a in b)


def _bare_title(title: Passage) -> Passage:
    """The title less 原标题：, a mark, or a column's name in front: three slogans or more of one length that begin alike (新时代 新征程 新篇章)."""
    title = title.part(label_end(title.text))
    title = title.part(found.end()) if (found := _MARKS.match(title.text)) else title
    found = _SLOGANS.match(title.text)
    if found is None:
        return title
    slogans = re.split(r"[ \u3000\xa0]", found[0])
    size = len(slogans[0])
    if len(slogans) < 3 or any(len(slogan) != size for slogan in slogans[:-1]) or len(slogans[-1]) < size:
        return title
    end = found.end() - len(slogans[-1]) + size
    rest = title.part(end).strip()
    return rest if sum(c.isalnum() for c in rest.text) >= 6 else title
