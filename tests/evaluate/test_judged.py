"""The facts behind the figures: as many as the figures say, each with its verdict and its rules."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import GoldDocument, gold, score
from kg.evaluate.judged import KINDS, Judged, judged
from kg.model.record import ArticleRecord

from .answers import FOUND, GOLD, document, record


def counts(facts: list[Judged]) -> dict[str, tuple[int, int, int]]:
    found = Counter((one.metric, one.verdict) for one in facts)
    return {metric: (found[metric, "right"], found[metric, "missed"], found[metric, "extra"]) for metric, _ in found}


def figures(answers: list[GoldDocument], records: list[ArticleRecord]) -> dict[str, tuple[int, int, int]]:
    tallies = score(answers, records)
    return {m: (t.right, len(t.missed), len(t.extra)) for m, t in tallies.items() if t.gold or t.found}


def test_each_fact_has_the_verdict_a_reader_would_give() -> None:
    facts = {(one.metric, one.stated.shown, one.verdict) for one in judged([document(GOLD)], [FOUND])}
    assert ("official", "王龙江", "right") in facts
    assert ("official", "李海", "missed") in facts
    assert ("person", "李海", "extra") in facts
    assert ("chaired", "王龙江 — 全市项目推进会", "missed") in facts
    assert ("spoke", "王龙江 — 全市项目推进会", "extra") in facts
    assert ("date", "3月5日 = 2024-03-05", "right") in facts


def test_a_fact_has_the_rules_of_its_own_evidence() -> None:
    rules = {one.metric: one.rules for one in judged([document(GOLD)], [FOUND]) if one.found}
    assert rules["official"] == ["people.after-post"]
    assert rules["post"] == ["posts.plain-head"]
    assert rules["post_of"] == ["posts.neighbour"]
    assert rules["meeting_date"] == ["events.date"]
    assert rules["spoke"] == ["events.says"]


def test_the_figures_are_those_of_the_score() -> None:
    assert counts(list(judged([document(GOLD)], [FOUND]))) == figures([document(GOLD)], [FOUND])


def test_a_document_without_records_is_missed_whole() -> None:
    facts = list(judged([document(GOLD)], []))
    assert {one.verdict for one in facts} == {"missed"}
    assert counts(facts) == figures([document(GOLD)], [])


NAMES = st.sampled_from(["王龙江", "李海", "沈知远", "陈立", "赵 青"])
TITLES = st.sampled_from(["市长", "市政府副市长", "政府副市长", "县委书记"])
PLACES = st.none() | st.sampled_from(["池州市", "安庆市"])
DAYS = st.none() | st.sampled_from(["2024-03-05", "2024-03", "2024-03-04/2024-03-06"])
WORKS = st.sampled_from(["东湖泵站", "东湖泵站一期", "西山隧道", "“亮灯”行动", "亮灯行动", "三年行动"])


def some(one: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
    return st.lists(one, max_size=3)


ARTICLES = st.builds(
    record,
    title=st.sampled_from([None, "项目推进会召开", "泵站开工"]),
    officials=some(
        st.fixed_dictionaries({"name": NAMES, "posts": some(st.fixed_dictionaries({"title": TITLES, "of": PLACES}))})
    ),
    people=some(st.fixed_dictionaries({"name": NAMES})),
    meetings=some(
        st.fixed_dictionaries(
            {
                "name": st.none() | st.sampled_from(["推进会", "全市项目推进会", "常务会议"]),
                "kind": st.sampled_from(["推进会", "会议"]),
                "date": DAYS,
                "place": PLACES,
                "chairs": some(NAMES),
                "speakers": some(NAMES),
                "attendees": some(NAMES),
            }
        )
    ),
    visits=some(st.fixed_dictionaries({"date": DAYS, "leaders": some(NAMES), "companions": some(NAMES)})),
    projects=some(
        st.fixed_dictionaries(
            {
                "name": WORKS,
                "stage": st.sampled_from([None, "signed", "started"]),
                "investment_cny": st.sampled_from([None, 1, 2.0]),
                "places": some(PLACES.filter(bool)),
            }
        )
    ),
    initiatives=some(st.fixed_dictionaries({"name": WORKS, "places": some(PLACES.filter(bool))})),
    dates=some(st.fixed_dictionaries({"text": st.sampled_from(["3月5日", "3月"]), "value": DAYS})),
)


@given(st.lists(ARTICLES, min_size=1, max_size=3), st.lists(ARTICLES, max_size=3))
def test_the_figures_are_those_of_the_score_whatever_is_compared(
    wanted: list[ArticleRecord], had: list[ArticleRecord]
) -> None:
    answers = [document(*wanted)]
    assert counts(list(judged(answers, had))) == figures(answers, had)


@pytest.mark.shared
def test_the_figures_are_those_of_the_score_on_real_answers(shared: Path) -> None:
    chance = random.Random(3)
    answers = gold(shared / "gold" / "dev")
    records = []
    for answer in answers:
        for article in answer.articles:
            kept = {kind: [one for one in getattr(article, kind) if chance.random() > 0.2] for kind in KINDS}
            records.append(article.model_copy(update={"source": answer.source, **kept}))
    assert counts(list(judged(answers, records))) == figures(answers, records)
