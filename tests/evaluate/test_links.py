"""Which code is right for a gold reference, and how the readings count it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from kg.cli.app import app
from kg.evaluate.gold import GoldDocument
from kg.evaluate.links import READINGS, Links, links
from kg.evaluate.right_division import right_divisions
from kg.lexicon.gazetteer import Gazetteer
from kg.model.record import ArticleRecord, Reference, Source

GAZETTEER = Gazetteer.load()


def compared(gold: dict[str, Any], found: dict[str, Any]) -> Links:
    answer = GoldDocument("a", "a.txt", [ArticleRecord.model_validate(gold)])
    source = Source(path="folder/a.txt", sha256="0" * 64)
    return links([answer], [ArticleRecord.model_validate({"source": "folder/a.txt", "sources": [source], **found})])


def counts(found: Links) -> dict[str, tuple[int, int]]:
    return {name: (found.readings[name].right, found.readings[name].total) for name in READINGS}


def official(of: str | Reference | None) -> dict[str, Any]:
    return {"officials": [{"name": "钱立安", "posts": [{"title": "市长", "of": of}]}]}


def coded(name: str, code: str | None) -> Reference:
    return Reference(name=name, code=code)


def test_the_only_division_of_a_name() -> None:
    assert right_divisions(GAZETTEER, ["抚顺市", "中国", "青石村"], "2023") == {"抚顺市": "210400"}


def test_a_shared_name_is_told_by_the_others_or_by_the_publisher_or_not() -> None:
    assert right_divisions(GAZETTEER, ["海州区", "阜新市"], "2023")["海州区"] == "210902"
    assert right_divisions(GAZETTEER, ["海州区"], "2023", ["连云港日报"])["海州区"] == "320706"
    assert right_divisions(GAZETTEER, ["海州区"], "2023") == {"海州区": None}
    assert right_divisions(GAZETTEER, ["铁东区", "鞍山市", "四平市"], "2023")["铁东区"] is None


def test_a_name_is_that_of_its_time() -> None:
    assert right_divisions(GAZETTEER, ["巢湖市"], "2009-05-01") == {"巢湖市": "341400"}
    assert right_divisions(GAZETTEER, ["巢湖市"], "2013-05-01") == {"巢湖市": "340181"}
    assert right_divisions(GAZETTEER, ["寿县"], "2013") == {"寿县": "341521"}


def test_a_reference_linked_right_counts_in_every_reading() -> None:
    found = compared(official("抚顺市"), official(coded("抚顺市", "210400")))
    assert counts(found) == dict.fromkeys(READINGS, (1, 1))


def test_a_wrong_code_and_none_are_told_apart() -> None:
    wrong = compared(official("抚顺市"), official(coded("抚顺市", "210300"))).readings["in place"]
    unset = compared(official("抚顺市"), official(coded("抚顺市", None))).readings["in place"]
    assert wrong.others == {"wrong": [("a", "of", "抚顺市")], "open": [], "missing": []}
    assert unset.others == {"wrong": [], "open": [("a", "of", "抚顺市")], "missing": []}
    assert wrong.share == unset.share == 0


def test_another_place_of_the_same_fact_is_missing_only_where_choice_is_measured() -> None:
    found = compared(official("抚顺市"), {**official(coded("辽宁省", "210000")), "place": coded("抚顺市", "210400")})
    assert counts(found) == {
        "in place": (0, 0), "anywhere": (1, 1), "of facts": (0, 1), "of all": (0, 1), "of names": (1, 1),
    }  # fmt: skip


def test_a_fact_that_the_record_lacks_counts_among_all_alone() -> None:
    found = compared({"projects": [{"name": "云岭水库", "places": ["抚顺市"]}]}, {})
    assert counts(found) == {
        "in place": (0, 0), "anywhere": (0, 0), "of facts": (0, 0), "of all": (0, 1), "of names": (0, 1),
    }  # fmt: skip


def test_facts_are_paired_by_likeness() -> None:
    gold = {
        "projects": [{"name": "云岭水库", "places": ["抚顺市"]}],
        "initiatives": [{"name": "清水行动", "places": ["抚顺市"]}],
    }
    record = {
        "projects": [{"name": "云岭水库工程", "places": [coded("抚顺市", "210400")]}],
        "initiatives": [{"name": "清水行动", "places": [coded("抚顺市", None)]}],
    }
    found = compared(gold, record)
    assert counts(found)["in place"] == counts(found)["of facts"] == (1, 2)


def test_what_has_no_division_or_is_not_told_is_left_out_and_counted() -> None:
    found = compared({"place": "海州区", **official("中国"), "visits": [{"places": ["青石村", "抚顺高新区"]}]}, {})
    assert (found.no_division, found.untold) == (2, 1)
    assert set(counts(found).values()) == {(0, 0)}


def test_articles_of_one_document_are_paired_by_title() -> None:
    gold = [
        ArticleRecord.model_validate({"title": title, "place": place})
        for title, place in (("春耕全面展开", "抚顺市"), ("新桥今日通车", "阜新市"))
    ]
    found = [
        ArticleRecord(source="a.txt", title="新桥今日通车", place=coded("阜新市", "210900")),
        ArticleRecord(source="a.txt", title="春耕全面展开", place=coded("抚顺市", "210300")),
    ]
    result = links([GoldDocument("a", "a.txt", gold)], found).readings["in place"]
    assert (result.right, result.others["wrong"]) == (1, [("a", "place", "抚顺市")])


def test_the_command_prints_the_readings(tmp_path: Path) -> None:
    gold = {"id": "a", "source": "a.txt", "articles": [official("抚顺市")]}
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    record = ArticleRecord.model_validate({"source": "a.txt", **official(coded("抚顺市", "210300"))})
    (tmp_path / "records.jsonl").write_text(record.dump() + "\n", encoding="utf-8")
    command = ["eval", str(tmp_path), "--records", str(tmp_path / "records.jsonl"), "--links"]
    shown = CliRunner().invoke(app, [*command, "--detail"])
    assert shown.exit_code == 0, shown.output
    assert "in place      0.000      1      0      1" in shown.stdout
    assert "wrong   a  of 抚顺市" in shown.stdout
    counted = json.loads(CliRunner().invoke(app, [*command, "--json"]).stdout)
    assert counted["of all"] == {"right": 0, "wrong": 1, "open": 0, "missing": 0, "of": 1}
