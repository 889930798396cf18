"""A Neo4j in Docker, as `docker-compose.yml` describes it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from kg.errors import StoreUnavailable

COMPOSE = Path("docker-compose.yml")


def missing() -> str | None:
    """What Docker lacks here, in words; None where an engine answers and the compose file is in this folder."""
    if shutil.which("docker") is None:
        return "no Docker"
    for what in (["docker", "info"], ["docker", "compose", "version"]):
        if subprocess.run(what, capture_output=True, check=False).returncode:
            return f"no answer to `{' '.join(what)}`"
    return None if COMPOSE.is_file() else f"no {COMPOSE} in this folder"


def _compose(password_file: Path, bolt: int, http: int, *arguments: str) -> None:
    environment = os.environ | {
        "KG_NEO4J_PASSWORD_FILE": str(password_file),
        "KG_NEO4J_BOLT": str(bolt),
        "KG_NEO4J_HTTP": str(http),
    }
    done = subprocess.run(
        ["docker", "compose", "-f", str(COMPOSE), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StoreUnavailable(
            f"docker compose {' '.join(arguments)} failed: {done.stderr.strip()[-500:]}",
            "See docker compose logs neo4j.",
        )


def start(password_file: Path, *, bolt: int, http: int) -> None:
    """Start the service `neo4j` and wait until its health check passes.

    Raises:
        StoreUnavailable: Docker could not.
    """
    _compose(password_file, bolt, http, "up", "--detach", "--wait", "neo4j")


def stop(password_file: Path, *, bolt: int, http: int) -> None:
    """Stop the service; its volumes stay."""
    _compose(password_file, bolt, http, "stop", "neo4j")
