from __future__ import annotations

from typing import Any

from kg.model.record import ArticleRecord
from tests.graph.state import built, official, record


def said(quote: str, **more: Any) -> list[dict[str, Any]]:
    return [{"start": 5, "end": 5 + len(quote), "quote": quote, "rule": "events.chair", **more}]


def report(name: str, on: str | None, publisher: str | None, quote: str, confidence: float) -> ArticleRecord:
    return record(
        name,
        published_on=on,
        place="池州市",
        publisher=publisher,
        officials=[official("王龙江", "市长@池州市")],
        meetings=[
            {
                "name": "全市防汛工作会议",
                "kind": "会议",
                "date": "2020-07-01",
                "place": "池州市",
                "confidence": confidence,
                "chairs": [{"name": "王龙江", "evidence": said(quote)}],
                "evidence": said("会议召开。"),
            }
        ],
    )


REPORTS = [
    report("a", "2020-07-02", "池州日报", "王龙江主持会议。", 0.9),
    report("b", "2020-07-03", "东至发布", "会议由市长王龙江主持。", 0.9),
    report("c", "2020-07", "池州日报", "市长王龙江主持召开会议。", 0.7),
    report("d", None, None, "王龙江主持。", 0.5),
]


def test_a_relationship_counts_articles_and_publishers_and_quotes_the_best_sentence() -> None:
    (chaired,) = built(REPORTS).relationships("CHAIRED")
    assert {
        name: chaired.properties[name]
        for name in ("support", "outlets", "max_confidence", "quote", "first_seen", "last_seen")
    } == {
        "support": 4,
        "outlets": 2,
        "max_confidence": 0.9,
        "quote": "王龙江主持会议。",
        "first_seen": "2020-07-02",
        "last_seen": "2020-07",
    }


def test_the_evidence_of_a_relationship_is_found_by_its_id() -> None:
    build = built(REPORTS)
    (chaired,) = build.relationships("CHAIRED")
    (fact,) = [node for node in build.nodes("Fact") if node.id == chaired.id]
    assert fact.properties == {"kind": "CHAIRED"}
    states = [one for one in build.relationships("STATES") if one.end == ("Fact", chaired.id)]
    assert {one.properties["quote"] for one in states} == {
        "王龙江主持会议。",
        "会议由市长王龙江主持。",
        "市长王龙江主持召开会议。",
        "王龙江主持。",
    }
    assert {(one.properties["start"], one.properties["rule"]) for one in states} == {(5, "events.chair")}


def test_whoever_chairs_attends() -> None:
    assert len(built(REPORTS).relationships("ATTENDED")) == 1


def test_a_value_has_the_sentence_of_its_field() -> None:
    evidence = said("项目开工。") + said("总投资2亿元。", field="investment_cny")
    build = built(
        [
            record(
                "a",
                place="池州市",
                projects=[{"name": "江南铜箔项目", "investment_cny": 2e8, "stage": "started", "evidence": evidence}],
            )
        ]
    )
    facts = {node.properties["property"]: node.id for node in build.nodes("Fact") if "property" in node.properties}
    quotes = {one.end[1]: one.properties["quote"] for one in build.relationships("STATES")}
    assert quotes[facts["investment_cny"]] == "总投资2亿元。"
    assert quotes[facts["stage"]] == "项目开工。"


def test_without_evidence_articles_stay_and_facts_go() -> None:
    build = built(REPORTS, evidence=False)
    assert not build.relationships("STATES")
    assert not build.nodes("Fact")
    assert len(build.nodes("Article")) == 4
    assert build.relationships("CHAIRED")[0].properties["support"] == 4


def test_people_without_public_role_become_no_nodes_and_leave_no_trace() -> None:
    pupil = record(
        "p",
        place="池州市",
        people=[
            {"name": "陈小满", "role": "学生", "organization": "池州一中"},
            {"name": "李小溪", "role": "村民"},
            {"name": "周春山", "role": "董事长", "organization": "江南铜业有限公司"},
        ],
        visits=[{"kind": "慰问", "leaders": ["王龙江"], "companions": ["周春山", "李小溪"], "date": "2020-07-01"}],
        officials=[official("王龙江", "市长@池州市")],
    )
    build = built([pupil])
    assert [node.properties["name"] for node in build.nodes("Person")] == ["周春山", "王龙江"]
    assert [node.properties["name"] for node in build.nodes("Organization")] == ["江南铜业有限公司"]
    assert len(build.relationships("JOINED")) == 1
    assert "李小溪" not in str(build.store.nodes) + str(build.store.relationships)
    assert len(built([pupil], private_people=True).nodes("Person")) == 4
