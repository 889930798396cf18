"""Labels, places, and the rows' agreement with the schema."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kg.graph.delta import Node, Relationship
from kg.graph.digest import digest
from kg.graph.schema import LABELS, RELATIONSHIPS
from kg.graph.serial import dump_node, dump_relationship, load_node, load_relationship
from tests.graph.state import built, official, record

WHOLE = record(
    "a",
    title="池州推进铜箔项目",
    published_on="2020-07",
    place="池州市",
    publisher="池州日报",
    officials=[official("王龙江", "市长@池州市"), official("陈大河", "水利局局长@东至县")],
    people=[{"name": "周春山", "role": "董事长", "organization": "江南铜业"}],
    meetings=[
        {
            "name": "铜箔项目推进会",
            "kind": "推进会",
            "date": "2020-07-01",
            "place": "贵池区",
            "conveners": ["市政府"],
            "speakers": ["王龙江"],
            "topics": ["江南铜箔项目", "双提升行动"],
        }
    ],
    visits=[
        {
            "kind": "调研",
            "date": "2020-07-02",
            "leaders": ["王龙江"],
            "companions": ["陈大河"],
            "projects": ["江南铜箔项目"],
            "places": ["清溪村", "江南铜业有限公司", "池州高新区"],
        }
    ],
    projects=[
        {
            "name": "江南铜箔项目",
            "places": ["贵池区"],
            "organizations": ["江南铜业有限公司"],
            "stage": "signed",
            "investment_cny": 10**9,
        }
    ],
    initiatives=[{"name": "双提升行动", "kind": "campaign", "places": ["安徽省", "池州市"]}],
)


def test_rows_are_the_schemas() -> None:
    build = built([WHOLE])
    for node in build.store.nodes.values():
        assert set(node.properties) <= set(LABELS[node.label].properties) - {"id"}
        assert set(node.labels[1:]) <= set(LABELS[node.label].added)
        assert load_node(dump_node(node)) == node
    for one in build.store.relationships.values():
        assert (one.start[0], one.end[0]) in RELATIONSHIPS[one.type].ends
        assert set(one.properties) <= set(RELATIONSHIPS[one.type].properties) - {"id"}
        assert load_relationship(dump_relationship(one)) == one
    assert {one.type for one in build.store.relationships.values()} == set(RELATIONSHIPS) - {"SUCCEEDED_BY", "CHAIRED"}


def test_places_lie_in_places_up_to_the_nation() -> None:
    build = built([WHOLE])
    names = {node.id: node.properties["name"] for node in build.nodes("Place")}
    parts = {names[one.start[1]]: names[one.end[1]] for one in build.relationships("PART_OF")}
    assert parts["贵池区"] == "池州市"
    assert parts["池州市"] == "安徽省"
    assert parts["安徽省"] == "中国"
    assert parts["清溪村"] == parts["池州高新区"] == "池州市"
    labels = {str(node.properties["name"]): node.labels[1:] for node in build.nodes("Place")}
    assert labels == {
        "贵池区": ("County",),
        "东至县": ("County",),
        "池州市": ("City",),
        "安徽省": ("Province",),
        "中国": (),
        "清溪村": ("Site",),
        "池州高新区": ("Zone",),
    }


def test_a_municipality_is_province_and_city() -> None:
    (node,) = [one for one in built([record("a", place="上海市")]).nodes("Place") if one.properties["name"] == "上海市"]
    assert node.labels == ("Place", "City", "Province")
    assert node.properties["full_name"] == "上海市"


def test_a_place_goes_with_the_last_article_that_names_something_in_it() -> None:
    build = built([WHOLE, record("b", place="铜陵市")])
    assert "铜陵市" in {node.properties["name"] for node in build.nodes("City")}
    build.withdraw(record("b"))
    assert "铜陵市" not in {node.properties["name"] for node in build.nodes("City")}
    build.withdraw(WHOLE)
    assert [node.label for node in build.store.nodes.values()] == ["Build"]


def test_one_text_of_several_sources_is_one_article_with_several_outlets() -> None:
    twice = WHOLE.model_copy(deep=True)
    twice.sources.append(
        WHOLE.sources[0].model_copy(update={"path": "b.txt", "publisher": "安徽日报", "url": "https://example.org/b"})
    )
    build = built([twice])
    assert len(build.nodes("Article")) == 1
    assert {one.properties["outlets"] for one in build.relationships("HOLDS")} == {2}
    assert build.nodes("Article")[0].properties["url"] == "https://example.org/b"


def test_the_digest_sees_values_not_types() -> None:
    node = Node(
        ("Project",), "1", {"name": "江南铜箔项目", "investment_cny": 100000000, "stage_date_from": dt.date(2020, 7, 1)}
    )
    link = Relationship("LOCATED_IN", "2", ("Project", "1"), ("Place", "3"), {"support": 1, "max_confidence": 1})
    other = replace(
        node,
        properties={
            "stage_date_from": dt.datetime(2020, 7, 1),
            "investment_cny": 1e8,
            "name": "江南铜箔项目",
            "unknown": 1,
        },
    )
    assert digest([node], [link]) == digest(
        [other], [replace(link, properties={"max_confidence": 1.0, "support": 1.0, "id": "2"})]
    )
    assert digest([node], [link]) != digest([node], [replace(link, properties={"support": 2, "max_confidence": 1})])
    assert digest([node, replace(node, id="4")], []) == digest([replace(node, id="4"), node], [])


def test_an_organ_is_named_with_its_place() -> None:
    said = record(
        "a",
        place="东至县",
        meetings=[{"name": "推介会", "conveners": ["县委", "市人民政府", "池州市科协", "江南铜业有限公司", "商务局"]}],
    )
    assert {node.properties["name"] for node in built([said]).nodes("Organization")} == {
        "东至县委",
        "池州市政府",
        "池州市科协",
        "江南铜业有限公司",
        "商务局",
    }
