"""Peers in environments of their own, made when they are first asked for."""

from __future__ import annotations

import json
import os
import subprocess
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.peers import Peer

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class NotRun(Exception):
    """A peer cannot be had or run here; says why."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a system found."""

    names: list[list[str]]
    """By text."""
    seconds: float
    """Of CPU, without loading."""
    megabytes: float | None


def _python(peer: Peer, folder: Path) -> Path:
    """The interpreter of the peer's environment.

    Raises:
        NotRun: It cannot be made.
    """
    home = folder / peer.name
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = home / "installed.json"
    wanted = json.dumps(peer.steps)
    if stamp.is_file() and stamp.read_text() == wanted:
        return python
    venv.create(home, clear=True, with_pip=True)
    for step in peer.steps:
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", *step], capture_output=True, text=True)
        if done.returncode:
            raise NotRun(f"cannot be installed: {_last(done.stderr)}")
    stamp.write_text(wanted)
    return python


def run(peer: Peer, texts: Sequence[Path], folder: Path) -> Measured:
    """The peer's names in UTF-8 texts.

    Args:
        peer: One of `PEERS`.
        texts: Files.
        folder: Where the environments are.

    Raises:
        NotRun: It cannot be installed or fails.
    """
    python = _python(peer, folder)
    done = subprocess.run(
        [python, "-P", Path(__file__).with_name("serve.py"), peer.name],
        input="\n".join(str(path.resolve()) for path in texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **_ONE_THREAD, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUTF8": "1"},
    )
    if done.returncode:
        raise NotRun(f"fails: {_last(done.stderr)}")
    return Measured(**json.loads(done.stdout))


def _last(text: str) -> str:
    """The line that says what went wrong: the last that speaks of an error, else the last."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next(
        (line for line in reversed(lines) if "error" in line.lower()), lines[-1] if lines else "it says nothing"
    )
