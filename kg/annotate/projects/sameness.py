"""Which names of one article are one project: 抚州某某产业园项目, 某某产业园, 该产业园项目."""

from __future__ import annotations

import re

from kg.annotate.projects.vocabulary import NOTE, PHASE, WORKS

_QUOTES = str.maketrans("", "", "“”‘’「」·• \u3000\u00a0\n")
_SUFFIX = re.compile("(?:工程|建设|施工)*(?:项目|工程)?$")
_PHASES = re.compile(PHASE)
_ONLY_WORKS = re.compile(f"(?:{WORKS}|改造|更新|提升|建设|升级|工程|项目|整治|治理)+")
_LINE_NUMBER = re.compile("(?<![十百])([一二三四五六七八九])(号线|号[^，。]{1,3}桥)")
_SYNONYMS = (("轨道交通", "地铁"), ("轨交", "地铁"))
_BESIDE = re.compile("周边|沿线|配套|附属|连接线|引线")
_ENOUGH, _HEADLINE = 3, 5


def core(name: str, home: tuple[str, ...]) -> str:
    """A name without quotation marks, notes, 项目 and 工程 at its end, and the article's own division before it."""
    plain = re.sub(NOTE, "", name.translate(_QUOTES))
    plain = _LINE_NUMBER.sub(lambda match: str("一二三四五六七八九".index(match[1]) + 1) + match[2], plain)
    for word, other in _SYNONYMS:
        plain = plain.replace(word, other)
    plain = _SUFFIX.sub("", plain)
    for division in sorted(home, key=len, reverse=True):
        if plain.startswith(division) and len(plain) - len(division) >= _ENOUGH:
            return plain[len(division) :]
    return plain


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def same(name: str, other: str, home: tuple[str, ...]) -> bool:
    """Whether a name and a longer or equal one name one project.

    Phases stay apart. A short form has the characters of the long one in their order and ends as it does
    (武汉中心), or is what a note of the long one gives, or goes on in the long one with words of works alone;
    X项目 may go on with any head (X度假区).
    """
    first, second = core(name, home), core(other, home)
    if sorted(_PHASES.findall(name)) != sorted(_PHASES.findall(other)):
        return False
    if first == second:
        return True
    if len(first) > len(second):
        return same(other, name, home)
    if len(first) < _ENOUGH and not (name.endswith("项目") and len(first) >= 2):
        return False
    notes = [note.strip("（）()") for note in re.findall(NOTE, other.translate(_QUOTES))]
    if any(first == note or note.endswith(first) for note in notes):
        return True
    if second.endswith(first) or (
        first[-2:] == second[-2:]
        and _within(first, second)
        and (len(first) * 2 >= len(second) or (len(first) >= _HEADLINE and first[:3] == second[:3]))
    ):
        return True
    if second.startswith(first):
        rest = second[len(first) :]
        if _BESIDE.match(rest):
            return False
        return bool(_ONLY_WORKS.fullmatch(rest)) or name.endswith("项目")
    return name.endswith("项目") and not name.endswith("工程项目") and first in second


def clusters(names: list[str], home: tuple[str, ...]) -> list[list[int]]:
    """Indices of the names, those of one project together; the longest name of each cluster decides who joins."""
    order = sorted(range(len(names)), key=lambda i: (-len(core(names[i], home)), -len(names[i]), i))
    found: list[list[int]] = []
    for index in order:
        for cluster in found:
            if same(names[index], names[cluster[0]], home):
                cluster.append(index)
                break
        else:
            found.append([index])
    return sorted((sorted(cluster) for cluster in found), key=lambda cluster: cluster[0])


def related(names: list[str]) -> bool:
    """Whether all names are of one project, its phases and parts: each has the words of the shortest in their order."""
    if not names:
        return False
    bare = [_PHASES.sub("", core(name, ())) for name in names]
    shortest = min(bare, key=len)
    return len(shortest) >= _ENOUGH and all(_within(shortest, name) for name in bare)
