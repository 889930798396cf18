"""A real Neo4j for the tests: one for the session, emptied before each test that asks for it.

`KG_TEST_NEO4J=neo4j://HOST:PORT` (with `KG_NEO4J_PASSWORD` or `KG_NEO4J_PASSWORD_FILE`) names one that
runs; it has to be empty. Otherwise one is started from Maven Central's jars, kept in `.neo4j/`.
With `KG_REQUIRE_NEO4J=1` a missing one fails the tests instead of skipping them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from kg.errors import StoreUnavailable
from kg.store.credentials import credentials
from kg.store.local_neo4j import java
from kg.store.local_neo4j.folder import password_file
from kg.store.local_neo4j.ports import free_port

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Neo4jServer:
    address: str
    password: str

    def empty(self) -> None:
        """Take away every node and relationship; constraints and indexes stay."""
        with GraphDatabase.driver(self.address, auth=("neo4j", self.password)) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")

    def count(self) -> int:
        with GraphDatabase.driver(self.address, auth=("neo4j", self.password)) as driver:
            return int(driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"])


def _not_run(why: str) -> None:
    why = f"NOT RUN on Neo4j: {why}"
    if os.environ.get("KG_REQUIRE_NEO4J"):
        pytest.fail(why)
    pytest.skip(why)


def _ended_with_us(pid: int) -> subprocess.Popen[bytes]:
    """A process that ends the server when the tests are killed: the pipe that it reads closes then."""
    script = f"import os, signal, sys; sys.stdin.read(); os.kill({pid}, signal.SIGTERM)"
    return subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, start_new_session=True)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j that this session may empty."""
    if address := os.environ.get("KG_TEST_NEO4J"):
        _, password = credentials(address) or ("", "")
        given = Neo4jServer(address, password)
        if given.count():
            pytest.fail(f"{address} is not empty, and the tests would empty it: give KG_TEST_NEO4J another one")
        yield given
        given.empty()
        return
    if lacks := java.missing():
        _not_run(lacks)
    try:
        lib = java.jars(Path(os.environ.get("KG_NEO4J_HOME", ROOT / ".neo4j")))
    except StoreUnavailable as error:
        _not_run(str(error))
    home, bolt = tmp_path_factory.mktemp("neo4j"), free_port()
    secret = password_file(home)
    process = java.start(lib, home, secret, bolt=bolt, http=free_port(), jvm=java.SMALL)
    watch = _ended_with_us(process.pid)
    try:
        yield Neo4jServer(f"bolt://127.0.0.1:{bolt}", secret.read_text(encoding="ascii").strip())
    finally:
        watch.terminate()
        watch.wait()
        java.end(process)


@pytest.fixture
def neo4j_address(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty Neo4j, whose password the environment has."""
    neo4j_server.empty()
    monkeypatch.setenv("KG_NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.delenv("KG_NEO4J_USER", raising=False)
    monkeypatch.delenv("KG_NEO4J_DATABASE", raising=False)
    return neo4j_server.address
