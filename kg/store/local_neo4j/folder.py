"""The folder of the local server: its password, and what is known of the server that runs."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

USER = "neo4j"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that was started: where it answers, and what ends it."""

    address: str
    browser: str
    by: Literal["docker", "java"]
    pid: int | None = None
    """Of the Java process; None under Docker."""


def folder() -> Path:
    """The folder of this machine's server."""
    return Path(os.environ.get("KG_NEO4J_HOME", ".neo4j")).absolute()


def password_file(home: Path) -> Path:
    """The file with the password, made (0600) where it is missing."""
    path = home / "password"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(12) + "\n")
    return path


def remember(home: Path, server: Server) -> None:
    """Write down which server runs."""
    (home / "server.json").write_text(json.dumps(asdict(server), indent=1) + "\n", encoding="utf-8")


def remembered(home: Path) -> Server | None:
    """The server that was started last and not stopped; it may have died since."""
    try:
        return Server(**json.loads((home / "server.json").read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def forget(home: Path) -> None:
    """No server runs any more."""
    with contextlib.suppress(FileNotFoundError):
        (home / "server.json").unlink()


def password_of(address: str) -> str | None:
    """The password of the server of `folder()`, where `address` is that server's."""
    home = folder()
    server = remembered(home)
    if server is None:
        return None
    ours, theirs = urlsplit(server.address), urlsplit(address)
    here = {"localhost", "127.0.0.1", "::1"}
    if theirs.hostname not in here or (theirs.port or 7687) != (ours.port or 7687):
        return None
    try:
        return (home / "password").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
