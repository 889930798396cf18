"""What holds of people, posts and organisations whatever the text: offsets, order, and the lattice of readings."""

from __future__ import annotations

import itertools

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.annotate.organizations.component
import kg.annotate.people.component
import kg.annotate.places.component
import kg.annotate.posts.component
import kg.annotate.sentencizer  # noqa: F401
from kg.annotate.layer import Layer, Mention
from kg.annotate.people.characters import characters
from kg.annotate.people.found import Found, PersonMention
from kg.annotate.people.patterns import GIVEN, SURNAME
from kg.annotate.people.readings import readings
from kg.lexicon import load
from kg.model.document import Article

NLP = spacy.blank("zh")
for name in ("kg_sentences", "kg_places", "kg_organizations", "kg_posts", "kg_people"):
    NLP.add_pipe(name)

PIECES = st.sampled_from(
    [
        "市委书记",
        "副市长",
        "高启航",
        "柳文清",
        "马思齐",
        "、",
        "，",
        "。",
        "和",
        "抚顺市",
        "市委常委",
        "组织部部长",
        "清原满族自治县",
        "县长",
        "主持会议",
        "强调",
        "市领导",
        "任",
        "曾任",
        "同志",
        "董事长",
        "辽宁远岫新材料有限公司",
        "教授",
        "（挂职）",
        "原",
        "吐尔逊·艾力",
        "习近平",
        "总书记",
        "新时代",
        "白泥川镇",
        "党委书记",
        "记者 ",
        "等5名",
        "1972年生，",
        "\n",
        " ",
        "“",
        "”",
        "扎西次仁",
        "市水利局",
        "局长",
        "的",
        "是",
        "a",
        "３",
        "𠮷",
        "（",
    ]
)


def layer_of(text: str) -> Layer:
    doc = NLP.make_doc(text)
    doc._.kg = Layer(Article(id="case", text=text, source="case.txt", sha256="0" * 64, place="抚顺市"))
    layer = NLP(doc)._.kg
    assert isinstance(layer, Layer)
    return layer


def spans(mentions: list[Mention]) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in mentions]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_mentions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    layer = layer_of(text)
    for mentions in (layer.posts, layer.people, layer.organizations):
        found = spans(mentions)  # type: ignore[arg-type]
        assert all(0 <= start < end <= len(text) for start, end in found)
        assert found == sorted(found)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
    for person in layer.people:
        assert person.rule in (SURNAME.id, GIVEN.id) or text[person.start : person.end].replace(
            " ", ""
        ) == person.name.replace(" ", "")
        assert all(0 <= post.start < post.end <= len(text) for post in person.posts)
        assert person.official or not person.posts
    for organization in layer.organizations:
        assert text[organization.start : organization.end] == organization.name


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, max_size=16).map("".join))
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert layer_of(text) == layer_of(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("华正作报告时说", "华正"),  # 作 belongs to the verb
        ("江华强调，要坚持", "江华"),
        ("秦志民作专题辅导", "秦志民"),
        ("欧阳远山表示", "欧阳远山"),
        ("范柳文清出席", "范柳文清"),
        ("次仁旺堆说", "次仁旺堆"),
        ("阿不都·热西提出席", "阿不都·热西提"),
        ("韩树来到车间", "韩树"),
        ("秦可为、马思齐参加", "秦可为"),
    ],
)
def test_the_boundary_of_a_name(text: str, name: str) -> None:
    best = readings(text, 0)[0]
    assert text[best.start : best.end] == name


def test_an_article_shows_where_a_name_ends() -> None:
    text = "江华为代表们讲解。江华在车间。江华在会上。"
    best = readings(text, 0)[0]
    assert text[best.start : best.end] == "江华"


def test_the_character_tables_have_all_their_counts() -> None:
    assert all(
        len(row.split()) == 5 and all(n.isdigit() for n in row.split())
        for row in load("name_characters").table.values()
    )
    assert all(n.isdigit() and int(n) > 0 for n in load("surnames").table.values())
    assert set(characters().surname) == set(load("surnames").table)


def test_found_keeps_mentions_apart() -> None:
    found = Found()
    first = PersonMention(2, 5, "r", name="高启航")
    assert found.add(first) is first
    assert found.add(PersonMention(4, 6, "r", name="航柳")) is None
    assert found.add(PersonMention(2, 5, "s", name="高启航")) is first
    assert found.before(5) is first
    assert found.before(4) is None
    assert found.crosses(4, 9)
    assert not found.crosses(5, 9)


def careers(text: str) -> list[str]:
    """Every post of an article as `name title status since~until`."""
    return [
        f"{person.name} {post.title} {post.status} {post.since or ''}~{post.until or ''}"
        for person in layer_of(text).people
        for post in person.posts
    ]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "卢若岩，男，汉族，1971年9月生。\n1997.03—2001.11 县水利局局长\n2001.11—  抚顺市水利局副局长",
            ["卢若岩 县水利局局长 former 1997-03~2001-11", "卢若岩 市水利局副局长 current 2001-11~"],
        ),
        (
            "卢若岩，男，1971年9月生。1997年3月至2001年11月任县水利局局长；2001年11月起任抚顺市副市长。",
            ["卢若岩 县水利局局长 former 1997-03~2001-11", "卢若岩 副市长 current 2001-11~"],
        ),
        (
            "卢若岩，男，1971年9月生，现任县委常委、县委办公室主任，拟任抚顺市水利局局长。",
            ["卢若岩 县委常委 current ~", "卢若岩 县委办公室主任 current ~", "卢若岩 市水利局局长 nominated ~"],
        ),
        (
            "卢若岩，男，1992年8月参加工作，历任县教育局局长、县委常委等职。",
            ["卢若岩 县教育局局长 former ~", "卢若岩 县委常委 former ~"],
        ),
        ("免去卢若岩的抚顺市财政局局长职务。", ["卢若岩 市财政局局长 former ~"]),
        ("卢若岩同志任市委书记，不再担任市长职务。", ["卢若岩 市委书记 current ~", "卢若岩 市长 former ~"]),
        ("抚顺市委原副书记、市长卢若岩被查。", ["卢若岩 市委副书记 former ~", "卢若岩 市长 former ~"]),
        ("时任市委副书记、市长卢若岩出席。", ["卢若岩 市委副书记 former ~", "卢若岩 市长 former ~"]),
    ],
)
def test_careers_have_status_and_days(text: str, posts: list[str]) -> None:
    assert careers(text) == posts


def test_a_career_goes_on_in_the_line_below_the_name() -> None:
    text = "卢若岩，男，汉族，1966年4月生。\n曾任抚顺市财政局局长，阜新市委常委、副市长等职。"
    assert careers(text) == [
        "卢若岩 市财政局局长 former ~",
        "卢若岩 市委常委 former ~",
        "卢若岩 副市长 former ~",
    ]


def test_a_company_s_party_committee_is_no_body_of_its_own() -> None:
    [person] = layer_of("云岭铜业集团党委书记、董事长李望江参加签约。").people
    assert (person.role, person.organization) == ("党委书记、董事长", "云岭铜业集团")
