"""Projects: spans, and one project for each that the article tells of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.layer import Layer, layer_of
from kg.annotate.pipeline import annotate, pipeline
from kg.annotate.projects.sameness import clusters, same
from kg.annotate.projects.vocabulary import ORDER, cover
from kg.model.document import Article

NLP = pipeline()
HOME = ("抚顺市", "抚顺")


def layer(text: str, place: str | None = "抚顺市") -> Layer:
    article = Article(id="case", text=text, source="case.txt", sha256="0" * 64, place=place, published_on="2024-03-06")
    [(_, doc)] = annotate(NLP, [article])
    return layer_of(doc)


def names(text: str) -> list[str]:
    return [project.name for project in layer(text).projects]


def test_short_forms_are_one_project() -> None:
    text = "抚顺市青桐科创小镇项目开工。青桐科创小镇项目总投资3亿元。该项目明年竣工。"
    [project] = layer(text).projects
    assert (project.name, project.stage, project.investment_cny) == ("抚顺市青桐科创小镇项目", "started", 300_000_000)


def test_a_list_shares_what_is_said_behind_it() -> None:
    projects = layer("3月5日，青桐隧道、望江大桥和云岭水库正式开工。").projects
    assert [(p.name, p.stage, p.date) for p in projects] == [
        (name, "started", "2024-03-05") for name in ("青桐隧道", "望江大桥", "云岭水库")
    ]


def test_a_sum_over_several_is_nobodys() -> None:
    assert {p.investment_cny for p in layer("青桐隧道、望江大桥开工，总投资20亿元。").projects} == {None}


def test_phases_stay_apart() -> None:
    assert names("云岭铜箔产业园一期项目已投产，云岭铜箔产业园二期项目正式开工。") == [
        "云岭铜箔产业园一期项目",
        "云岭铜箔产业园二期项目",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青桐科创小镇项目", "抚顺市青桐科创小镇项目"),
        ("望江产业园", "“望江产业园”项目"),
        ("青桐广场", "青桐广场改造更新项目"),
        ("云岭书院项目", "青桐文化馆（云岭书院）建设项目"),
        ("青桐江湾项目", "青桐江湾度假区"),
    ],
)
def test_one_project(one: str, other: str) -> None:
    assert same(one, other, HOME)
    assert same(other, one, HOME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岭产业园一期", "云岭产业园二期"),
        ("云岭产业园", "云岭产业园二期"),
        ("青桐客专", "青桐高铁"),
        ("青桐铁路", "青桐铁路云岭站"),
        ("云岭水库", "望江水库"),
    ],
)
def test_two_projects(one: str, other: str) -> None:
    assert not same(one, other, HOME)


@given(st.permutations(["云岭产业园项目", "抚顺市云岭产业园项目", "云岭产业园", "望江大桥", "望江大桥工程"]))
def test_clusters_do_not_depend_on_order(order: list[str]) -> None:
    found = {frozenset(order[i] for i in cluster) for cluster in clusters(order, HOME)}
    assert found == {
        frozenset({"云岭产业园项目", "抚顺市云岭产业园项目", "云岭产业园"}),
        frozenset({"望江大桥", "望江大桥工程"}),
    }


@given(st.lists(st.sampled_from(["重点", "产业", "民生", "改造", "在建", "农村", "3个"]), min_size=1, max_size=6))
def test_class_words_cover_what_is_made_of_them(words: list[str]) -> None:
    assert cover("".join(words)) is not None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "云岭",
                "产业园",
                "项目",
                "工程",
                "一期",
                "开工",
                "“",
                "”",
                "（",
                "）",
                "、",
                "和",
                "，",
                "。",
                "\n",
                "推进",
                "建设",
                "总投资3亿元",
                "的",
                "抚顺市",
                "等",
                "大桥",
            ]
        ),
        max_size=30,
    )
)
def test_any_text_gives_spans_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    projects = layer(text).projects
    for project in projects:
        assert project.name == text[project.start : project.end]
        assert project.stage is None or project.stage in ORDER
        for start, end, rule in project.fields.values():
            assert 0 <= start < end <= len(text)
            assert rule.startswith("projects.")
    assert [p.start for p in projects] == sorted(p.start for p in projects)
