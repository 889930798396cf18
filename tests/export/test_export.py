"""Files that other programs read: what goes in comes out, the press only where asked for."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import networkx as nx
import pytest

from kg.export import exported, write_csv, write_gexf, write_graphml
from kg.graph.delta import Node, Relationship

NODES = [
    Node(("Person", "Official"), "p1", {"name": "王龙江", "aliases": ("王龙江", "王 龙江"), "degree": 1}),
    Node(
        ("Meeting",),
        "m1",
        {"name": "推进会", "date": "2024-03", "date_from": dt.date(2024, 3, 1), "date_to": dt.date(2024, 3, 31)},
    ),
    Node(("Article",), "a1", {"headline": "开会了"}),
    Node(("Fact",), "r1", {"kind": "CHAIRED"}),
]
RELATIONSHIPS = [
    Relationship(
        "CHAIRED", "r1", ("Person", "p1"), ("Meeting", "m1"), {"quote": "长" * 300, "support": 2, "max_confidence": 0.9}
    ),
    Relationship("STATES", "s1", ("Article", "a1"), ("Fact", "r1"), {"quote": "王龙江主持会议。"}),
]


def test_quotes_are_cut_to_a_citation_or_left_out() -> None:
    _, [cut] = exported(NODES, RELATIONSHIPS, evidence=False, quotes=True)
    assert cut.properties["quote"] == "长" * 119 + "…"
    _, [bare] = exported(NODES, RELATIONSHIPS, evidence=False, quotes=False)
    assert "quote" not in bare.properties


def test_the_press_is_left_out_unless_asked_for() -> None:
    assert {n.label for n in exported(NODES, RELATIONSHIPS, evidence=False, quotes=True)[0]} == {"Person", "Meeting"}
    assert {n.label for n in exported(NODES, RELATIONSHIPS, evidence=True, quotes=True)[0]} == {
        "Person",
        "Meeting",
        "Article",
        "Fact",
    }


@pytest.mark.parametrize(
    ("write", "read", "name"), [(write_graphml, nx.read_graphml, "g.graphml"), (write_gexf, nx.read_gexf, "g.gexf")]
)
def test_networks_read_back(write: object, read: object, name: str, tmp_path: Path) -> None:
    nodes, relationships = exported(NODES, RELATIONSHIPS, evidence=False, quotes=True)
    write(nodes, relationships, tmp_path / name)  # type: ignore[operator]
    graph = read(tmp_path / name)  # type: ignore[operator]
    assert graph.nodes["Person:p1"]["name"] == "王龙江"
    assert graph.nodes["Person:p1"]["aliases"] == "王龙江|王 龙江"
    assert graph.nodes["Meeting:m1"]["date_from"] == "2024-03-01"
    [(a, b, data)] = graph.edges(data=True)
    assert (a, b, data["support"]) == ("Person:p1", "Meeting:m1", 2)


def test_tables_open_in_a_spreadsheet(tmp_path: Path) -> None:
    write_csv(*exported(NODES, RELATIONSHIPS, evidence=False, quotes=True), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "nodes_Meeting.csv",
        "nodes_Person.csv",
        "relationships_CHAIRED.csv",
    ]
    assert (tmp_path / "nodes_Person.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "relationships_CHAIRED.csv").open(encoding="utf-8-sig", newline="") as table:
        [row] = csv.DictReader(table)
    assert (row["from"], row["to"], row["support"]) == ("p1", "m1", "2")
