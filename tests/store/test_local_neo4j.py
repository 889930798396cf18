"""`make neo4j` and `make neo4j-stop`, with a server of their own beside the tests' one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kg.store import connect
from kg.store.local_neo4j import docker, java
from kg.store.local_neo4j.folder import remembered
from kg.store.local_neo4j.ports import free_port
from tests.neo4j_server import ROOT, Neo4jServer


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"KG_NEO4J_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "kg.store.local_neo4j", *arguments],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.neo4j
def test_start_use_stop_start_again(neo4j_server: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if java.missing():
        pytest.skip(f"NOT RUN on Neo4j: {java.missing()}")
    lib = java.jars(Path(os.environ.get("KG_NEO4J_HOME", ROOT / ".neo4j")))
    (tmp_path / "lib").symlink_to(lib)
    monkeypatch.setenv("KG_NEO4J_HOME", str(tmp_path))
    for name in ("KG_NEO4J_USER", "KG_NEO4J_PASSWORD", "KG_NEO4J_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)
    ports = ("--by", "java", "--bolt", str(free_port()), "--http", str(free_port()))
    try:
        for round_ in range(2):
            started = run(tmp_path, "start", *ports)
            assert started.returncode == 0, started.stderr
            server = remembered(tmp_path)
            assert server is not None
            password = (tmp_path / "password").read_text(encoding="ascii").strip()
            assert server.address in started.stdout
            assert server.browser in started.stdout
            assert str(tmp_path / "password") in started.stdout
            assert password not in started.stdout + started.stderr
            assert run(tmp_path, "start", *ports).stdout == started.stdout == run(tmp_path, "status").stdout
            with connect(server.address) as store:  # its password is found without being told
                assert store.query("MATCH (n) RETURN count(n) AS n").rows == [(0,)], round_
            if Path(f"/proc/{server.pid}").exists():
                assert password not in Path(f"/proc/{server.pid}/cmdline").read_text(encoding="utf-8")
            stopped = run(tmp_path, "stop")
            assert stopped.stdout == "Neo4j has ended; its data stay.\n"
            assert server.pid is not None
            assert not java.runs(server.pid, tmp_path / "home")
    finally:
        run(tmp_path, "stop")


def test_stopping_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "stop").stdout == "No Neo4j runs that was started here.\n"
    assert run(tmp_path, "status").returncode == 1


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        failed = run(tmp_path, "start", "--bolt", str(port))
    assert failed.returncode == 1
    assert f"Port {port} of this machine is taken." in failed.stderr
    assert "--bolt PORT" in failed.stderr


def test_where_nothing_can_run_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    failed = run(tmp_path, "start", "--bolt", str(free_port()), "--http", str(free_port()))
    assert failed.returncode == 1
    assert "No Neo4j can run here: no Docker; no Java (17 or 21)." in failed.stderr
    assert "Install Docker, or Java 17 with Maven." in failed.stderr


def test_docker_is_taken_where_an_engine_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether an engine answers is asked of `docker` itself: here one that says what the test wants."""
    fake = tmp_path / "docker"
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.chdir(ROOT)
    for code, wanted in ((1, "no answer to `docker info`"), (0, None)):
        fake.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        fake.chmod(0o755)
        assert docker.missing() == wanted
    monkeypatch.chdir(tmp_path)
    assert docker.missing() == "no docker-compose.yml in this folder"


def test_the_password_file_alone(tmp_path: Path) -> None:
    assert run(tmp_path, "password").stdout.strip() == str(tmp_path / "password")
