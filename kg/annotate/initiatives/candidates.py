"""Stretches of an article that may name an initiative, each by the rule that proposes it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.initiatives import patterns
from kg.annotate.initiatives.bounds import STOPS, Edge, left_edge
from kg.annotate.initiatives.known import Known, bare, known
from kg.annotate.initiatives.names import CLOSING, body, core, trimmed
from kg.annotate.initiatives.vocabulary import Word, Words, words
from kg.annotate.layer import Layer

_NUMBERED = re.compile(
    rf"[{patterns.NUMERAL}]+[个大项件条篇区型张]?[\u4e00-\u9fff]{{1,6}}|(?:[一二三四五六七八九十双两][\u4e00-\u9fff]{{1,4}})+|[0-9０-９X+＋N\-—]{{3,}}\S{{0,4}}|.*[+＋].*"
)
_DOCUMENT = re.compile(
    r"(?:[（(<〈][^（）()]{1,14}[）)>〉])?$"
)
_ARTICLES = re.compile(rf"[{patterns.NUMERAL}]{{1,3}}条$")
_SHARED = re.compile(rf"(?:等)?[{patterns.NUMERAL}]{{0,3}}[大项个]?(?=[\u4e00-\u9fff])")
_CLASS = re.compile(rf"[{patterns.NUMERAL}]+[大项个类条张批种][\u4e00-\u9fff]{{2,4}}")
"""A count of initiatives is none: 四大行动, 八项制度."""
_WEAK_TAIL = frozenset({"工作", "建设", "服务", "活动"})
_LINK = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·+（）()]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name an initiative: `text[start:end]` is the name with its marks."""

    start: int
    end: int
    rule: str
    kind: str
    head: str
    edge: Edge
    """What stands in front; its `start` is the name's, before marks in front of it were taken off."""
    owner: str | None = None
    """Canonical name of the division a known programme belongs to."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A short quoted stretch: `start` and `end` with its marks."""

    start: int
    end: int


class Finder:
    """Finds the candidates of one article; people and organisations of the layer part names from what is in front."""

    def __init__(self, text: str, layer: Layer) -> None:
        self.text = text
        self.words: Words = words(text)
        for mention in (*layer.people, *layer.organizations):
            self.words.openers.setdefault(mention.end, Word(mention.start, mention.end, "plain"))
        self.documents = [(match.start(), match.end(), value) for match, value in patterns.DOCUMENT.find(text)]
        self.quotes = [Quote(match.start(), match.end()) for match, _ in patterns.QUOTED.find(text)]
        self.known: list[Known] = known(text)
        self._starts = [head.start for head in self.words.heads]
        self._ends = frozenset(head.end for head in self.words.heads) | {quote.end for quote in self.quotes} | {one.end for one in self.known}

    def find(self) -> list[Candidate]:
        """All candidates, by start and with the longer first."""
        inside = _Cover([(start, end) for start, end, _ in self.documents])
        quoted = _Cover([(quote.start, quote.end) for quote in self.quotes])
        found = [*self._documents(), *self._plain(inside)]
        named = list(self._known())
        starts = [one.start for one in named]
        for c in (*self._quoted(), *self._headed(quoted)):
            i = bisect.bisect_left(starts, c.end) - 1
            if i < 0 or not (c.start <= named[i].start + 1 and c.end <= named[i].end + 1):
                found.append(c)
        found = [c for c in (*found, *named) if c.rule == patterns.DOCUMENT.id or not inside.holds(c.start, c.end)]
        return sorted(found, key=lambda c: (c.start, -c.end))

    def _documents(self) -> Iterator[Candidate]:
        for _, _, name in self.documents:
            title = self.text[name.start : name.end]
            stem = title[: _DOCUMENT.search(title).start()] if _DOCUMENT.search(title) else title  # type: ignore[union-attr]
            head = self._last_head(name.start, name.start + len(stem))
            articles = _ARTICLES.search(stem)
            if (articles or head is not None and head.value != "goal") and len(core(stem)) >= 2 and not re.search(r"[！？：]", title):
                kind = "plan" if head and head.value == "plan" else "document"
                yield Candidate(name.start, name.end, patterns.DOCUMENT.id, kind, self.text[head.start : head.end] if head else "条",
                                left_edge(self.words, self.text, name.start - 1, noun=False))

    def _last_head(self, start: int, end: int) -> Word | None:
        """The head noun that ends at `end`, begun behind `start`."""
        i = bisect.bisect_left(self._starts, end) - 1
        while i >= 0 and self._starts[i] >= start:
            if self.words.heads[i].end == end:
                return self.words.heads[i]
            i -= 1
        return None

    def _plain(self, inside: _Cover) -> Iterator[Candidate]:
        for rule, kind in ((patterns.ARTICLES, "document"), (patterns.CENSUS, "campaign")):
            for match, value in rule.find(self.text):
                edge = left_edge(self.words, self.text, value.end)
                start = max(value.start, edge.start) if rule is patterns.ARTICLES else value.start
                if len(self.text[start : value.end]) >= 5 and not (rule is patterns.ARTICLES and inside.holds(value.start, value.end)):
                    yield Candidate(start, value.end, rule.id, kind, match.group()[-2:], edge)

    def _known(self) -> Iterator[Candidate]:
        for one in self.known:
            end = self._chain(one.end)
            yield Candidate(one.start, end, patterns.KNOWN.id, one.kind, one.name, left_edge(self.words, self.text, one.start, noun=False), one.owner)

    def _chain(self, end: int) -> int:
        """`end`, or the end of head nouns that stand right there and are part of a name."""
        i = bisect.bisect_left(self._starts, end)
        if i < len(self._starts) and self._starts[i] == end:
            head = self.words.heads[i]
            if self.text[head.start : head.end] not in _WEAK_TAIL:
                return head.end
        return end

    def _reach(self, at: int, limit: int = 16) -> Word | None:
        """The last head noun that continues a quoted name from `at` on without a word between that parts them."""
        best = None
        link = _LINK.match(self.text, at)
        assert link is not None
        stop = min(link.end(), at + limit)
        for end in range(at + 1, stop + 1):
            head = self._last_head(at, end)
            if head is not None:
                if not (best and self.text[head.start : head.end] in _WEAK_TAIL and best.end == head.start):
                    best = head
                continue
            opener = self.words.openers.get(end)
            if opener is not None and opener.value != "support" and opener.start >= at:
                break
        return best

    def _quoted(self) -> Iterator[Candidate]:
        shared: tuple[str, str] | None = None
        for n in range(len(self.quotes) - 1, -1, -1):
            quote = self.quotes[n]
            text, inner = self.text, self.text[quote.start + 1 : quote.end - 1]
            if n + 1 < len(self.quotes) and self.quotes[n + 1].start - quote.end <= 1 and not text[quote.end : self.quotes[n + 1].start].strip("、和与 "):
                following = shared
            else:
                following = shared = None
            edge = self._before(quote.start)
            head = self._reach(quote.end)
            tail = _SHARED.match(text, quote.end)
            if head is not None and following is None and n and quote.start - self.quotes[n - 1].end <= 1 and tail and tail.end() > quote.end:
                shared = following = (text[head.start : head.end], head.value)
            if following is not None:
                yield Candidate(quote.start + 1, quote.end - 1, patterns.SHARED_HEAD.id, following[1], following[0], edge)
            elif head is not None:
                start = self._prefix(quote.start, edge)
                yield Candidate(start, head.end, patterns.QUOTED_WITH_HEAD.id, head.value, text[head.start : head.end], edge)
            else:
                own = self._last_head(quote.start + 1, quote.end - 1)
                if own is not None:
                    yield Candidate(quote.start + 1, quote.end - 1, patterns.QUOTED_HEAD.id, own.value, text[own.start : own.end], edge)
                elif _NUMBERED.fullmatch(inner):
                    yield Candidate(quote.start + 1, quote.end - 1, patterns.NUMBERED.id, "programme", "", edge)
                else:
                    yield Candidate(quote.start + 1, quote.end - 1, patterns.QUOTED.id, "programme", "", edge)

    def _before(self, at: int) -> Edge:
        """The edge in front of a quoted name: a verb right there, or a few characters before."""
        before = self.text[at - 1] if at else ""
        if before in STOPS or before == "、":
            return Edge(at, "join" if before in "、”’》" else "mark", before)
        return left_edge(self.words, self.text, at, ends=self._ends, noun=False)

    def _prefix(self, at: int, edge: Edge) -> int:
        """Where a name begins that has words of its own in front of its marks: 农村“三变”改革."""
        start, _ = trimmed(self.text, edge.start, at)
        fit = edge.cause in ("launch", "use", "goal", "support", "join", "mark") and 2 <= at - start <= 10
        if fit and self.text[at - 1] not in "省市区县州镇乡村委" and not re.search(r"[。，：；]", self.text[start:at]):
            return start
        return at

    def _headed(self, quoted: _Cover) -> Iterator[Candidate]:
        text, heads = self.text, self.words.heads
        for n, head in enumerate(heads):
            if n + 1 < len(heads) and heads[n + 1].start == head.end or head.start == 0 or text[head.start - 1] in STOPS or quoted.holds(head.start, head.end):
                continue
            first = n
            while first and heads[first - 1].end == heads[first].start:
                first -= 1
            kind, noun, end = head.value, text[head.start : head.end], head.end
            if first < n and noun in _WEAK_TAIL:
                tail = heads[n - 1]
                kind, noun, end = tail.value, text[tail.start : tail.end], tail.end if noun != "建设" else end
            edge = left_edge(self.words, text, heads[first].start, ends=self._ends, listing=kind == "mechanism", noun=first == n)
            if edge.cause == "mark" and edge.word in CLOSING:
                continue
            start, end = trimmed(text, edge.start, end)
            name = text[start:end]
            if len(body(name)) < 2 and first == n or len(bare(name)) < 4 or _CLASS.fullmatch(name) or kind == "document" and not core(name):
                continue
            if noun[-1] == "年" and text[end : end + 1] in "限度级均代龄轻份底初月间":
                continue
            rule = patterns.STRIVEN if kind == "goal" else patterns.YEAR if noun[-1] in "年月周" else patterns.HEADED
            yield Candidate(start, end, rule.id, kind, noun, edge)


class _Cover:
    """Whether a stretch lies within one of some stretches that do not overlap."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def holds(self, start: int, end: int) -> bool:
        i = bisect.bisect_right(self._spans, (start, float("inf"))) - 1
        return i >= 0 and self._spans[i][1] >= end
