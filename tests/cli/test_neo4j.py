"""The seeds in a real Neo4j and in a file: one graph, by its hash and by the rows of every saved query."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import app
from kg.errors import StoreUnavailable
from kg.lexicon import seeds_folder
from kg.store import connect
from kg.store.queries import saved, saved_queries

pytestmark = pytest.mark.neo4j
RUN = CliRunner()
ASKED = {
    "city": "池州市",
    "year": 2022,
    "name": "陆明谦",
    "most": 20,
    "post": "市长",
    "of": "池州市",
    "day": "2022-06-01",
    "project": "皖江岭新能源科技有限公司年产5万吨锂电铜箔项目",
}


def kg(*words: object) -> Result:
    result = RUN.invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.output + repr(result.exception)
    return result


def test_the_seeds_are_one_graph_in_both_stores(neo4j_address: str, tmp_path: Path) -> None:
    documents = seeds_folder("documents")
    kg("build", documents, "--dir", tmp_path / "file")
    kg("build", documents, "--dir", tmp_path / "bolt", "--to", neo4j_address)
    here = kg("digest", tmp_path / "file").stdout
    assert kg("digest", neo4j_address).stdout == here

    with connect(tmp_path / "file") as file, connect(neo4j_address) as bolt:
        fact = saved("chaired").run(file).to_dicts()[0]["fact"]
        for query in saved_queries():
            given = {**ASKED, "fact": fact, "one": "陆明谦", "other": "俞柏川"}
            values = {one.name: given[one.name] for one in query.parameters}
            if query.name == "linked":
                values["most"] = 1000  # a limit among ways of one length would leave the choice to the store
            assert query.run(file, **values).rows == query.run(bolt, **values).rows, query.name

    for place in (tmp_path / "file", tmp_path / "bolt"):
        target = ["--to", neo4j_address] if place.name == "bolt" else []
        kg("remove", documents / "009_chizhou_operation.txt", "--dir", place, *target)
    assert kg("digest", neo4j_address).stdout == kg("digest", tmp_path / "file").stdout != here
    again = json.loads(kg("build", documents, "--dir", tmp_path / "bolt", "--to", neo4j_address, "--json").stdout)
    assert (again["read"], again["changed"]) == (0, 0)


def test_a_wrong_password_is_said(neo4j_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "not-the-password")
    result = RUN.invoke(app, ["digest", neo4j_address])
    assert isinstance(result.exception, StoreUnavailable)
    assert "password" in str(result.exception)
