"""What holds for any text: offsets, order, names; and the pieces that the sentences do not show alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.initiatives import wording
from kg.annotate.initiatives.bounds import Edge
from kg.annotate.initiatives.candidates import candidates
from kg.annotate.initiatives.forms import one_name
from kg.annotate.initiatives.frame import frame, ruled
from kg.annotate.initiatives.known import bare, known
from kg.annotate.initiatives.named import Named
from kg.annotate.initiatives.names import core, shown
from kg.annotate.initiatives.reading import Candidate, Reading
from kg.annotate.initiatives.scoring import confidence
from kg.annotate.initiatives.select import grouped, scored, selected
from kg.annotate.layer import Layer
from kg.lexicon import load
from kg.model.document import Article

PIECES = [
    *"，。、“”‘’《》（）\n和与的在市县",
    "实施",
    "推进",
    "争创",
    "打造",
    "专项行动",
    "制度",
    "改革",
    "示范区",
    "方案",
    "主题教育",
    "一网通办",
    "三年",
    "十二",
    "清风护企",
    "甲川",
    "工作",
    "建设",
    "活动",
    "年",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def reading(text: str) -> Reading:
    return Reading(Layer(Article(id="x", text=text, source="x.txt", sha256="0" * 64)))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_candidates_lie_in_the_text_in_order(text: str) -> None:
    found = candidates(reading(text))
    assert [(c.start, -c.end) for c in found] == sorted((c.start, -c.end) for c in found)
    for candidate in found:
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert bare(text[candidate.start : candidate.end])


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_an_initiative_is_named_once(text: str) -> None:
    read = reading(text)
    layer = Layer(Article(id="x", text=text, source="x.txt", sha256="0" * 64))
    kept = selected(scored(grouped(candidates(read), read.words, layer), text))
    names = [named.plain for named in kept]
    assert len(set(names)) == len(names)
    assert all(0 <= named.confidence <= 1 for named in kept)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("“甲乙项目”制度", "甲乙项目制度"),
        ("《甲川市奖励办法》", "甲川市奖励办法"),
        ("农村“五权”改革", "农村“五权”改革"),
        ("甲川\n三年行动", "甲川三年行动"),
        ("“甲川”“乙山”两大行动", "甲川“乙山”两大行动"),
    ],
)
def test_a_name_sheds_the_marks_around_it(raw: str, name: str) -> None:
    assert shown(raw) == name


@pytest.mark.parametrize(
    ("name", "left"), [("专项行动", ""), ("河湾清洁三年行动", "河湾清洁"), ("长效工作机制", ""), ("“五权”改革", "五权")]
)
def test_the_core_of_a_name_is_what_is_not_generic(name: str, left: str) -> None:
    assert core(name) == left


def test_a_known_programme_is_found_by_its_longest_name_whatever_marks_it_wears() -> None:
    text = "推进农村“三变”改革和长三角一体化发展"
    assert [(text[k.start : k.end], k.owner) for k in known(text)] == [
        ("农村“三变”改革", "中国"),
        ("长三角一体化发展", "中国"),
    ]


def test_every_known_programme_has_a_kind_and_an_owner() -> None:
    kinds = {"plan", "strategy", "campaign", "mechanism", "programme", "document", "goal"}
    for name, value in load("initiative_known").table.items():
        kind, owner = value.split(" ")
        assert kind in kinds, name
        assert owner, name


def test_every_head_has_a_kind() -> None:
    assert set(load("initiative_heads").table.values()) <= {
        "plan",
        "strategy",
        "campaign",
        "mechanism",
        "programme",
        "document",
        "goal",
    }


def test_unknown_features_weigh_nothing() -> None:
    assert confidence({"no-such-feature"}) == confidence(set())


def test_a_text_without_names_gives_none() -> None:
    assert candidates(reading("")) == []


@given(TEXTS, st.integers(0, 60), st.integers(0, 20))
def test_wording_reads_any_stretch(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = wording.features(bare(text[start:end]), text, start, end, wording.learned())
    assert found == wording.features(bare(text[start:end]), text, start, end, wording.learned())
    assert all(feature.startswith(("name>", "around>")) for feature in found)


def test_steps_are_those_below_a_weight() -> None:
    low, high = wording.steps("name", -0.5), wording.steps("name", 0.5)
    assert low < high
    assert not wording.steps("name", -9)


def test_unknown_wording_weighs_nothing() -> None:
    assert wording.weight({"nothing", "such"}, {}) == 0
    assert wording.weight({"n甲", "n乙"}, {"n甲": 1.0, "n乙": 1.0}) == pytest.approx(2 / 2**0.5)


def named(plain: str, kind: str, confidence: float) -> Named:
    """A name that stands once in an article, without marks."""
    return Named(
        plain, [Candidate(0, len(plain), "initiatives.headed", kind, "", Edge(0, "launch"))], confidence=confidence
    )


@pytest.mark.parametrize(
    ("names", "instead"),
    [
        ([("甲乙会商制度", "mechanism"), ("甲乙会商机制", "mechanism")], {"甲乙会商机制": "甲乙会商制度"}),
        (
            [("清河护岸", "programme"), ("清河护岸志愿服务平台联盟", "mechanism")],
            {"清河护岸志愿服务平台联盟": "清河护岸"},
        ),
        (
            [("甲川市省域副中心城市", "goal"), ("甲川省域副中心建设", "goal")],
            {"甲川省域副中心建设": "甲川市省域副中心城市"},
        ),
        ([("清河护岸行动", "campaign"), ("清河护岸行动考核实施方案", "document")], {}),
        (
            [("政企合作框架协议", "document"), ("深化政企合作框架协议", "document")],
            {"政企合作框架协议": "深化政企合作框架协议"},
        ),
        ([("甲乙会商制度", "mechanism"), ("丙丁会商制度", "mechanism")], {}),
    ],
)
def test_forms_of_one_name_are_one(names: list[tuple[str, str]], instead: dict[str, str]) -> None:
    accepted = [named(plain, kind, 0.9 - 0.1 * i) for i, (plain, kind) in enumerate(names)]
    assert {form: other.plain for form, other in one_name(accepted).items()} == instead


def test_the_last_verb_of_the_clause_rules_a_name() -> None:
    text = "市里研究部署，扎实推进清河护岸行动"
    assert ruled(text, text.index("清河")) == {"verb:推进", "verb-off:0"}
    assert ruled(text, 0) == {"verb:-"}


def test_what_a_place_has_become_is_told_as_a_list_of_honours() -> None:
    text = "该市是国家甲乙城市、国家丙丁城市、全国戊己示范市。"
    assert "honours-listed" in frame(text, text.index("全国"), text.index("。"))
    text = "该市争创国家甲乙城市、国家丙丁城市。"
    assert "honours-listed" not in frame(text, text.index("国家丙"), text.index("。"))
