"""Views and measures on the seeds' graph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import kg
from kg.analysis import VIEWS, centrality, pairs, projection
from kg.errors import NotFound
from kg.lexicon import seeds_folder
from kg.run.graph import Graph


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with kg.build(seeds_folder("documents"), dir=tmp_path_factory.mktemp("analysis")) as built:
        yield built


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_links_with_facts(graph: Graph, view: str) -> None:
    found = graph.networkx(view)
    assert found.number_of_edges() > 0
    for _, _, data in found.edges(data=True):
        assert data["weight"] >= 1
        fact = data["facts"][0]
        assert graph.query("MATCH (:Article)-[s:STATES]->(:Fact {id: $fact}) RETURN s.quote AS quote", fact=fact).rows


def test_the_view_of_officials_and_projects_has_two_modes(graph: Graph) -> None:
    found = graph.networkx("official-project")
    assert {tuple(sorted((found.nodes[a]["label"], found.nodes[b]["label"]))) for a, b in found.edges} == {
        ("Person", "Project")
    }


def test_weights_of_co_attendance_are_the_meetings_shared(graph: Graph) -> None:
    found = graph.networkx("co-attendance")
    by_name = {data["name"]: n for n, data in found.nodes(data=True)}
    cypher = "MATCH (:Person {name: '陆明谦'})-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(:Person {name: '冯致远'}) RETURN count(DISTINCT m) AS n"
    assert found.edges[by_name["陆明谦"], by_name["冯致远"]]["weight"] == graph.query(cypher).rows[0][0]


def test_measures_are_sorted_frames(graph: Graph) -> None:
    found = graph.networkx("official-project")
    frame = centrality(found)
    assert list(frame.columns) == ["id", "name", "label", "degree", "strength", "betweenness"]
    assert list(frame["strength"]) == sorted(frame["strength"], reverse=True)
    assert {data["label"] for _, data in projection(found, "Person").nodes(data=True)} == {"Person"}
    shared = pairs(found, "Person")
    assert (shared["shared"] >= 1).all()


def test_an_unknown_view_is_refused(graph: Graph) -> None:
    with pytest.raises(NotFound, match="no view nothing"):
        graph.networkx("nothing")
