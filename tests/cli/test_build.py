"""`kg build` and what is done with a build, on the embedded store."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import app
from kg.errors import KgError, NotFound, QueryRefused, RecordError, SchemaMismatch, StoreUnavailable
from kg.lexicon import seeds_folder
from kg.store import connect

RUN = CliRunner()


def kg(*words: object) -> Result:
    return RUN.invoke(app, [str(word) for word in words])


def fails(error: type[KgError], *words: object) -> str:
    """The message with which a command fails."""
    result = kg(*words)
    assert isinstance(result.exception, error), result.output + repr(result.exception)
    assert result.exception.remedy
    return str(result.exception)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(seeds_folder("documents"), folder / "documents")
    result = kg("build", folder / "documents", "--dir", folder / "out")
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built / "out", tmp_path / "out")
    return tmp_path / "out"


def test_a_second_build_reads_nothing_and_changes_nothing(built: Path) -> None:
    before = kg("digest", built / "out").stdout
    result = kg("build", built / "documents", "--dir", built / "out", "--json")
    summary = json.loads(result.stdout)
    assert (summary["read"], summary["changed"]) == (0, 0)
    assert summary["unchanged"] >= 14
    assert kg("digest", built / "out").stdout == before


def test_what_is_made_from_the_records_may_be_deleted(built: Path, copy: Path) -> None:
    for name in ("ledger.sqlite", "graph.kgl"):
        (copy / name).unlink()
    assert kg("build", built / "documents", "--dir", copy).exit_code == 0
    assert kg("digest", copy).stdout == kg("digest", built / "out").stdout


def test_records_loaded_elsewhere_give_the_same_graph(built: Path, tmp_path: Path) -> None:
    assert kg("load", built / "out/records.jsonl", "--dir", tmp_path / "other").exit_code == 0
    assert kg("digest", tmp_path / "other").stdout == kg("digest", built / "out").stdout


def test_a_removed_document_is_gone_and_stays_away(built: Path, copy: Path) -> None:
    path = built / "documents/010_dongzhi_operation.txt"
    assert kg("remove", path, "--dir", copy).exit_code == 0
    after = kg("digest", copy).stdout
    assert after != kg("digest", built / "out").stdout
    assert kg("build", built / "documents", "--dir", copy).exit_code == 0
    assert kg("digest", copy).stdout == after


def test_a_forgotten_person_is_nowhere(copy: Path) -> None:
    assert kg("forget", "骆一鸣", "--yes", "--dir", copy).exit_code == 0
    for path in copy.rglob("*"):
        if path.suffix in (".jsonl", ".txt", ".json"):
            assert "骆一鸣" not in path.read_text(encoding="utf-8"), path
    assert not json.loads(
        kg("query", "MATCH (p:Person {name: '骆一鸣'}) RETURN p.id", "--dir", copy, "-f", "json").stdout
    )


def test_rows_as_json_and_csv(built: Path) -> None:
    cypher = (
        "MATCH (o:Person)-[:CHAIRED]->(m:Meeting) RETURN o.name AS chair, m.name AS meeting ORDER BY chair, meeting"
    )
    chaired = json.loads(kg("query", cypher, "--dir", built / "out", "-f", "json").stdout)
    assert {"chair": "陆明谦", "meeting": "产业强基专题会议"} in chaired
    lines = kg("query", cypher, "--dir", built / "out", "-f", "csv").stdout.splitlines()
    assert lines[0] == "chair,meeting"
    assert len(lines) == len(chaired) + 1


def test_a_parameter_is_given_by_name(built: Path) -> None:
    found = kg(
        "query",
        "MATCH (p:Place {name: $name}) RETURN p.code AS code",
        "-p",
        "name=池州市",
        "--dir",
        built / "out",
        "-f",
        "json",
    )
    assert json.loads(found.stdout) == [{"code": "341700"}]


def test_one_event_of_two_reports_has_both_as_support(built: Path) -> None:
    found = kg(
        "query",
        "MATCH (:Person {name: '孟繁星'})-[c:CHAIRED]->(m:Meeting)-[:REPORTED_IN]->(a:Article) RETURN count(a) AS n",
        "--dir",
        built / "out",
        "-f",
        "json",
    )
    assert json.loads(found.stdout)[0]["n"] >= 2


@pytest.mark.parametrize("kind", ["graphml", "gexf", "csv"])
def test_exports(built: Path, tmp_path: Path, kind: str) -> None:
    assert kg("export", kind, "-o", tmp_path / "x", "--dir", built / "out").exit_code == 0
    assert (tmp_path / "x").exists()


def test_a_query_that_writes_is_refused(built: Path) -> None:
    before = kg("digest", built / "out").stdout
    fails(QueryRefused, "query", "CREATE (n:Person {id: 'x'}) RETURN n", "--dir", built / "out")
    assert kg("digest", built / "out").stdout == before


def test_a_folder_without_a_graph_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in fails(StoreUnavailable, "query", "MATCH (n) RETURN n", "--dir", tmp_path)


def test_a_neo4j_that_is_down_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "not-the-one")
    assert "127.0.0.1:9" in fails(StoreUnavailable, "digest", "neo4j://127.0.0.1:9")


def test_records_that_are_none_are_named_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"id": "a"}\n{"titel": "x"}\n', encoding="utf-8")
    assert "r.jsonl:2" in fails(RecordError, "load", tmp_path / "r.jsonl", "--dir", tmp_path / "out")


def test_an_article_that_is_not_there_cannot_be_removed(copy: Path) -> None:
    assert "nowhere.txt" in fails(NotFound, "remove", "nowhere.txt", "--dir", copy)


def test_nobody_of_that_name_can_be_forgotten(copy: Path) -> None:
    assert "甲乙丙" in fails(NotFound, "forget", "甲乙丙", "--yes", "--dir", copy)


def test_a_graph_of_another_schema_is_refused_and_left_alone(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = (copy / "graph.kgl").read_bytes()
    monkeypatch.setattr(sys.modules["kg.store.connect"], "SCHEMA_VERSION", "999")
    assert "999" in fails(SchemaMismatch, "digest", copy)
    assert (copy / "graph.kgl").read_bytes() == content


def test_a_locked_graph_is_named_and_nothing_read_is_lost(built: Path, copy: Path) -> None:
    with connect(copy, writing=True):
        message = fails(KgError, "build", built / "documents", "--dir", copy)
    assert "graph.kgl" in message
    assert kg("build", built / "documents", "--dir", copy).exit_code == 0


def test_a_bad_source_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/good.txt").write_text("3月5日，池州市市长王龙江主持召开市政府常务会议。", encoding="utf-8")
    (tmp_path / "in/empty.txt").write_bytes(b"")
    result = kg("build", tmp_path / "in", "--dir", tmp_path / "out")
    assert result.exit_code == 3
    assert "empty.txt" in result.stderr
    [failure] = map(json.loads, (tmp_path / "out/failures.jsonl").read_text(encoding="utf-8").splitlines())
    assert failure["path"].endswith("empty.txt")
    assert json.loads(
        kg("query", "MATCH (p:Person) RETURN p.name AS name", "--dir", tmp_path / "out", "-f", "json").stdout
    ) == [{"name": "王龙江"}]


def test_the_environment_and_the_file_name_the_folder(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.cli.options import settings

    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text('dir = "from-file"\n', encoding="utf-8")
    settings.cache_clear()
    assert settings().dir == Path("from-file")
    monkeypatch.setenv("KG_DIR", "from-environment")
    settings.cache_clear()
    assert settings().dir == Path("from-environment")
    settings.cache_clear()
