"""docker-compose.yml and the Dockerfile say what they should; no engine is needed to see it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PASSWORD = "/run/secrets/neo4j_password"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def neo4j(compose: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = compose["services"]["neo4j"]
    return found


@pytest.fixture(scope="module")
def kg(compose: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = compose["services"]["kg"]
    return found


def test_neo4j_is_the_long_term_release_of_the_community_edition(neo4j: dict[str, Any]) -> None:
    assert re.fullmatch(r"neo4j:5\.26(\.\d+)?-community", neo4j["image"])


def test_ports_are_on_loopback_alone(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:${KG_NEO4J_BOLT:-7687}:7687", "127.0.0.1:${KG_NEO4J_HTTP:-7474}:7474"]
    assert not any(service.get("network_mode") for service in compose["services"].values())


def test_data_lie_in_volumes_that_are_declared(compose: dict[str, Any]) -> None:
    mounts = [mount for service in compose["services"].values() for mount in service["volumes"]]
    assert {mount.split(":")[1] for mount in mounts} == {"/data", "/logs", "/build"}
    assert {mount.split(":")[0] for mount in mounts} == set(compose["volumes"])


def test_the_password_comes_from_a_secret_file_and_stands_nowhere(
    compose: dict[str, Any], neo4j: dict[str, Any], kg: dict[str, Any]
) -> None:
    assert compose["secrets"]["neo4j_password"] == {"file": "${KG_NEO4J_PASSWORD_FILE:-./.neo4j/password}"}
    assert ".neo4j/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    for service in (neo4j, kg):
        assert service["secrets"] == ["neo4j_password"]
        assert not {"NEO4J_AUTH", "KG_NEO4J_PASSWORD", "NEO4J_PASSWORD"} & set(service["environment"])
    assert kg["environment"]["KG_NEO4J_PASSWORD_FILE"] == PASSWORD
    # `$$` is compose's own way to write a dollar that the shell in the container sees.
    (script,) = neo4j["command"]
    assert script == f'export NEO4J_AUTH="neo4j/$$(cat {PASSWORD})"; exec /startup/docker-entrypoint.sh neo4j'
    assert neo4j["entrypoint"][-2:] == ["/bin/bash", "-c"]


def test_neo4j_has_a_health_check_and_kg_waits_for_it(neo4j: dict[str, Any], kg: dict[str, Any]) -> None:
    check = neo4j["healthcheck"]
    assert check["test"][0] == "CMD"
    assert check["test"][-1] == "http://localhost:7474"
    assert {"interval", "timeout", "retries", "start_period"} <= set(check)
    assert kg["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


def test_kg_builds_the_seeds_into_it(kg: dict[str, Any]) -> None:
    from typer.testing import CliRunner

    from kg.cli.app import app

    command = kg["command"]
    assert kg["build"] == "."
    assert command[0] == "build"
    assert (ROOT / command[1]).is_dir()
    assert (ROOT / command[command.index("--metadata") + 1]).is_file()
    assert command[command.index("--to") + 1] == "neo4j://neo4j:7687"
    help_text = CliRunner().invoke(app, ["build", "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).output
    assert all(option in help_text for option in command if option.startswith("--"))


def test_the_image_has_what_it_copies_and_nothing_secret() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    copied = [name for line in lines if line.startswith("COPY") for name in shlex.split(line)[1:-1]]
    assert copied
    assert all((ROOT / name).exists() for name in copied)
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert allowed[0] == "*"
    assert {f"!{name}" for name in copied} <= set(allowed)
    assert "--require-hashes" in " ".join(lines)
    assert [line for line in lines if line.startswith("USER")] == ["USER kg"]
    assert [line for line in lines if line.startswith("ENTRYPOINT")] == ['ENTRYPOINT ["kg"]']
