"""Views of the little graph, the same from every store."""

from __future__ import annotations

import pytest

from kg.analysis import VIEWS, network
from kg.store import Store

LINKS = {
    "official-project": {("p1", "j1", 2), ("p2", "j1", 1), ("p3", "j1", 1), ("p4", "j1", 1)},
    "official-meeting": {("p1", "m1", 1), ("p2", "m1", 1), ("p3", "m1", 1), ("p1", "m2", 1), ("p2", "m2", 1), ("p2", "m3", 1)},
    "co-attendance": {("p1", "p2", 2), ("p1", "p3", 1), ("p2", "p3", 1)},
    "initiative-place": {("i1", "341702", 1), ("i1", "340700", 1), ("i2", "340000", 1)},
    "firm-project": {("o1", "j1", 1), ("o3", "j1", 1)},
}  # fmt: skip


def test_links_and_weights(filled: Store) -> None:
    assert set(LINKS) == set(VIEWS)
    for view, links in LINKS.items():
        graph = network(filled, view)
        assert {(frozenset((a, b)), data["weight"]) for a, b, data in graph.edges(data=True)} == {
            (frozenset((a, b)), weight) for a, b, weight in links
        }, view


def test_an_edge_has_the_facts_that_make_it(filled: Store) -> None:
    graph = network(filled, "official-project")
    assert graph.edges["p1", "j1"]["facts"] == ("ATTENDED:p1:m1", "CHAIRED:p1:m1", "LED:p1:v1", "SPOKE_AT:p1:m1")
    assert graph.nodes["p1"] == {"label": "Person", "name": "沈知远"}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_what_it_is(view: str) -> None:
    assert VIEWS[view].meaning
