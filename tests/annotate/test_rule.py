"""`Rule.find`: the word that a rule needs spares a search and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.events.statements import MEETING, PEOPLE
from kg.annotate.pipeline import register
from kg.annotate.rule import REGISTRY, Rule

from .marks import parse

register()
NEEDY = [rule for rule in REGISTRY.values() if rule.needs]
TEXTS = [
    parse(case["text"])[0]
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8")) or []
    if "text" in case
]
WORDS = (
    "2023 今 次 年 12 十 月 上 半 旬 日 第 三 季度 至 去年 同期 当天 度 电 ， "
    "主持 由 召开 在 座谈 汇报 听取 一行 与 此次 审议 2023-07-25"
)
PIECES = st.sampled_from([*WORDS.split(), MEETING, PEOPLE])


def _without_need(rule: Rule, text: str) -> list[tuple[int, int]]:
    assert rule.pattern is not None
    assert rule.produce is not None
    return [match.span() for match in rule.pattern.finditer(text) if rule.produce(match) is not None]


@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.id)
def test_what_a_rule_needs_stands_in_every_match_of_the_cases(rule: Rule) -> None:
    for text in TEXTS:
        assert [match.span() for match, _ in rule.find(text)] == _without_need(rule, text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_what_a_rule_needs_stands_in_every_match_of_any_text(text: str) -> None:
    for rule in NEEDY:
        assert [match.span() for match, _ in rule.find(text)] == _without_need(rule, text), rule.id
