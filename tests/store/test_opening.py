"""Opening what cannot be opened: the message names it and says what to do."""

from __future__ import annotations

import multiprocessing
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from kg.errors import StoreError, StoreLocked, StoreUnavailable
from kg.graph.delta import Delta, Relationship
from kg.graph.digest import digest
from kg.store import connect, is_address
from kg.store.credentials import credentials
from kg.store.local_neo4j.folder import Server, password_file, remember
from kg.store.local_neo4j.ports import free_port
from tests.store.little_graph import NODES, RELATIONSHIPS, WHOLE


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("KG_NEO4J_USER", "KG_NEO4J_PASSWORD", "KG_NEO4J_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KG_NEO4J_HOME", str(tmp_path / "neo4j"))


def test_a_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"out/graph.kgl: there is no graph.*kg build"):
        connect(tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", [b"", b"no graph", os.urandom(3000)])
@pytest.mark.parametrize("writing", [False, True])
def test_a_file_that_is_no_graph(tmp_path: Path, content: bytes, writing: bool) -> None:
    (tmp_path / "graph.kgl").write_bytes(content)
    with pytest.raises(StoreUnavailable, match=r"graph.kgl is no graph of ours.*Delete the file and build again"):
        connect(tmp_path, writing=writing)
    assert (tmp_path / "graph.kgl").read_bytes() == content


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        connect(tmp_path / "out", writing=True)


def _hold(folder: Path, ready: Any, done: Any) -> None:
    with connect(folder, writing=True):
        ready.set()
        done.wait(60)


def test_another_process_that_writes_is_named_and_reading_goes_on(tmp_path: Path) -> None:
    with connect(tmp_path, writing=True) as store:
        store.apply(WHOLE)
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    writer = context.Process(target=_hold, args=(tmp_path, ready, done))
    writer.start()
    try:
        assert ready.wait(60)
        with pytest.raises(
            StoreLocked, match=rf"graph.kgl is being written by process {writer.pid}, since .*Wait until it is done"
        ):
            connect(tmp_path, writing=True)
        with connect(tmp_path) as reader:
            assert reader.digest() == digest(NODES, RELATIONSHIPS)
    finally:
        done.set()
        writer.join(60)
    with connect(tmp_path, writing=True) as store:
        assert store.build() is not None


def test_this_process_cannot_write_twice_either(tmp_path: Path) -> None:
    with connect(tmp_path, writing=True), pytest.raises(StoreLocked, match="written by this process"):
        connect(tmp_path, writing=True)


def test_a_reader_sees_what_was_written_when_it_came_and_takes_nothing_away(tmp_path: Path) -> None:
    with connect(tmp_path, writing=True) as writer:
        writer.apply(Delta(nodes=NODES))
        reader = connect(tmp_path)
        writer.apply(WHOLE)
        assert reader.digest() == digest(NODES, [])
        reader.close()
    with connect(tmp_path) as reader:
        assert reader.digest() == digest(NODES, RELATIONSHIPS)


def test_opening_to_write_and_writing_nothing_leaves_no_graph(tmp_path: Path) -> None:
    connect(tmp_path, writing=True).close()
    assert not (tmp_path / "graph.kgl").exists()


@pytest.mark.parametrize("address", ["bolt://127.0.0.1:{}", "neo4j://127.0.0.1:{}", "neo4j://no-such-host.invalid"])
def test_a_neo4j_that_is_down(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "whatever it is")
    address = address.format(free_port())
    with pytest.raises(StoreUnavailable, match=rf"{address}: no Neo4j answers .*make neo4j, or docker compose up"):
        connect(address)


@pytest.mark.neo4j
@pytest.mark.parametrize(("name", "value"), [("KG_NEO4J_PASSWORD", "wrong"), ("KG_NEO4J_USER", "somebody")])
def test_a_neo4j_that_refuses_us(neo4j_address: str, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(
        StoreUnavailable, match=rf"{neo4j_address} refuses user or password.*KG_NEO4J_PASSWORD_FILE"
    ) as caught:
        connect(neo4j_address)
    assert "wrong" not in str(caught.value)


@pytest.mark.neo4j
def test_a_neo4j_is_opened_by_a_password_file(
    neo4j_address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(os.environ["KG_NEO4J_PASSWORD"] + "\n", encoding="utf-8")
    monkeypatch.delenv("KG_NEO4J_PASSWORD")
    monkeypatch.setenv("KG_NEO4J_PASSWORD_FILE", str(tmp_path / "secret"))
    with connect(neo4j_address) as store:
        assert store.query("RETURN 1 AS one").to_dicts() == [{"one": 1}]


def test_no_password_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreUnavailable, match=r"localhost: no password is known.*KG_NEO4J_PASSWORD_FILE.*make neo4j"):
        connect("neo4j://localhost")
    monkeypatch.setenv("KG_NEO4J_PASSWORD_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(StoreUnavailable, match="nowhere: No such file"):
        connect("neo4j://localhost")


def test_an_address_holds_no_password() -> None:
    with pytest.raises(StoreError, match="holds user or password") as caught:
        connect("neo4j://neo4j:secret@localhost")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("address", ["http://localhost:7474", "postgres://localhost"])
def test_an_address_of_something_else(address: str) -> None:
    with pytest.raises(StoreUnavailable, match=r"no address of a Neo4j.*neo4j://HOST:PORT"):
        connect(address)


@pytest.mark.parametrize(("target", "is_one"), [
    ("neo4j://a", True), ("bolt+s://a:1", True), ("neo4j+ssc://a", True), ("out", False), ("/neo4j/x", False), ("neo4j:x", False),
])  # fmt: skip
def test_what_is_an_address(target: str, is_one: bool) -> None:
    assert is_address(target) is is_one


def test_where_the_password_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment before the file, the file before the server that was started here; nothing is no authentication."""
    home = tmp_path / "neo4j"
    ours = password_file(home).read_text(encoding="ascii").strip()
    remember(home, Server("neo4j://127.0.0.1:7687", "http://127.0.0.1:7474/browser/", "java", 1))
    assert credentials("neo4j://localhost:7687") == credentials("bolt://127.0.0.1") == ("neo4j", ours)
    with pytest.raises(StoreUnavailable):
        credentials("neo4j://localhost:7999")
    with pytest.raises(StoreUnavailable):
        credentials("neo4j://db.example.org:7687")
    (tmp_path / "secret").write_text("from the file\n", encoding="utf-8")
    monkeypatch.setenv("KG_NEO4J_PASSWORD_FILE", str(tmp_path / "secret"))
    assert credentials("neo4j://localhost:7687") == ("neo4j", "from the file")
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "from the environment")
    monkeypatch.setenv("KG_NEO4J_USER", "reader")
    assert credentials("neo4j://localhost:7687") == ("reader", "from the environment")
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "")
    assert credentials("neo4j://localhost:7687") is None


def test_the_password_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = password_file(tmp_path / "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.read_text(encoding="ascii").strip()) >= 16
    assert password_file(tmp_path / "new").read_text(encoding="ascii") == path.read_text(encoding="ascii")


def test_a_crash_while_writing_leaves_what_was_there(tmp_path: Path) -> None:
    with connect(tmp_path, writing=True) as store:
        store.apply(WHOLE)
    writer = multiprocessing.get_context("spawn").Process(target=_die_in_the_middle, args=(tmp_path,))
    writer.start()
    writer.join(60)
    assert writer.exitcode == 7
    with connect(tmp_path, writing=True) as store:
        assert store.digest() == digest(NODES, RELATIONSHIPS)


def _die_in_the_middle(folder: Path) -> None:
    from kg.store import statements

    def die(*_: object) -> str:
        os._exit(7)

    statements.create_relationships = die  # called when nodes and deletions are done
    with connect(folder, writing=True) as store:
        new = Relationship("CHAIRED", "new", ("Person", "p1"), ("Meeting", "m2"), {})
        store.apply(Delta(nodes=NODES[:3], gone_nodes=(("Meeting", "m1"),), relationships=(new,)))
