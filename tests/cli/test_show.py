"""`kg show`: the questions asked first, on the seeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import app
from kg.errors import NotFound
from kg.lexicon import seeds_folder

RUN = CliRunner()


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show")
    result = RUN.invoke(app, ["build", str(seeds_folder("documents")), "--dir", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def show(out: Path, *words: str) -> Result:
    return RUN.invoke(app, ["show", *words, "--dir", str(out)], env={"COLUMNS": "200"})


def rows(out: Path, *words: str) -> list[dict[str, object]]:
    result = show(out, *words, "-f", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def test_who_chaired_what_in_a_city_and_year(out: Path) -> None:
    found = {(row["chair"], row["meeting"]) for row in rows(out, "chaired", "--city", "池州市", "--year", "2022")}
    assert {("陆明谦", "产业强基专题会议"), ("孟繁星", "决战三季度冲刺全年目标动员大会")} <= found
    assert not any(meeting == "市委常委会会议" for _, meeting in found)
    assert ("冯致远", "市委常委会会议") in {
        (row["chair"], row["meeting"]) for row in rows(out, "chaired", "--city", "池州市")
    }


def test_a_year_without_a_city_is_refused_and_not_ignored(out: Path) -> None:
    result = show(out, "chaired", "--year", "2022")
    assert result.exit_code == 2
    assert "--city" in result.stderr


def test_initiatives_come_by_cities(out: Path) -> None:
    found = rows(out, "initiatives")
    assert found[0]["number"] == max(row["number"] for row in found)  # type: ignore[type-var]
    assert any("皖江绿链" in str(row["initiative"]) and row["number"] >= 2 for row in found)  # type: ignore[operator]


def test_a_project_is_at_the_stage_it_reached(out: Path) -> None:
    stages = {
        row["stage"] for row in rows(out, "projects", "--city", "东至县") if "5万吨锂电铜箔项目" in str(row["project"])
    }
    assert "operating" in stages


def test_an_official_was_promoted(out: Path) -> None:
    posts = [(row["post"], row["of"]) for row in rows(out, "official", "孟繁星")]
    assert ("区长", ["贵池区"]) in posts
    assert ("副市长", ["池州市"]) in posts


def test_a_fact_has_its_sentences(out: Path) -> None:
    fact = next(str(row["fact"]) for row in rows(out, "chaired") if row["articles"] == 2)
    sentences = rows(out, "evidence", fact)
    assert len(sentences) == 2
    assert all("主持" in str(row["sentence"]) for row in sentences)


@pytest.mark.parametrize("words", [("official", "陆明谦"), ("city", "池州市"), ("chaired",), ("projects",)])
def test_tables_are_printed(out: Path, words: tuple[str, ...]) -> None:
    result = show(out, *words)
    assert result.exit_code == 0
    assert "row" in result.stdout


@pytest.mark.parametrize("words", [("official", "无此人"), ("city", "无此市"), ("evidence", "0000")])
def test_what_is_not_there_is_named(out: Path, words: tuple[str, str]) -> None:
    result = show(out, *words)
    assert isinstance(result.exception, NotFound)
    assert words[1] in str(result.exception)
    assert result.exception.remedy
