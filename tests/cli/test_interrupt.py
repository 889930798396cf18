"""Ctrl-C ends a build cleanly, and the next one goes on from there to the graph of a build that nobody disturbed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import connect
from tests.cli.articles import write

COUNT = 120
PATIENCE = 120


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "kg", *map(str, words)]


def digest(folder: Path) -> str:
    with connect(folder) as store:
        return store.digest()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder of articles, and the digest of its graph."""
    home = tmp_path_factory.mktemp("undisturbed")
    articles = write(home / "articles", COUNT)
    subprocess.run(command("build", articles, "--dir", home / "out"), check=True, capture_output=True)
    return articles, digest(home / "out")


def begun(journal: Path, process: subprocess.Popen[str]) -> int:
    """Documents in the journal, as soon as there are some."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if journal.exists() and (count := journal.read_bytes().count(b"\n")):
            return count
        time.sleep(0.02)
    pytest.fail("the build did not begin to read")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_read_is_kept_and_the_next_build_goes_on(
    undisturbed: tuple[Path, str], tmp_path: Path, workers: int
) -> None:
    articles, wanted = undisturbed
    words = command("build", articles, "--dir", tmp_path / "out", "--workers", workers, "--json")
    # A terminal sends Ctrl-C to every process of the group, and so does this.
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        begun(tmp_path / "out/journal.jsonl", process)
        os.killpg(process.pid, signal.SIGINT)
        stdout, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, stderr
    assert "Traceback" not in stderr
    assert f"go on with: kg build {articles}" in stderr
    stopped = json.loads(stdout)
    assert stopped["stopped"]
    assert 0 < stopped["read"] < COUNT
    assert len((tmp_path / "out/journal.jsonl").read_text(encoding="utf-8").splitlines()) == stopped["read"]
    assert "stopped · 已中断" in (tmp_path / "out/report.html").read_text(encoding="utf-8")

    words = command("build", articles, "--dir", tmp_path / "out", "--json")
    after = subprocess.run(words, capture_output=True, text=True, check=True)
    went_on = json.loads(after.stdout)
    assert (went_on["read"], went_on["unchanged"]) == (COUNT - stopped["read"], stopped["read"])
    assert digest(tmp_path / "out") == wanted


def test_a_second_signal_ends_it_at_once(undisturbed: tuple[Path, str], tmp_path: Path) -> None:
    articles, wanted = undisturbed
    words = command("build", articles, "--dir", tmp_path / "out")
    with subprocess.Popen(
        [*words, "--workers", "2"], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        begun(tmp_path / "out/journal.jsonl", process)
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        _, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, stderr
    assert "Traceback" not in stderr
    subprocess.run(words, check=True, capture_output=True)
    assert digest(tmp_path / "out") == wanted


def test_whoever_ends_services_gets_the_same(undisturbed: tuple[Path, str], tmp_path: Path) -> None:
    words = command("build", undisturbed[0], "--dir", tmp_path / "out")
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        begun(tmp_path / "out/journal.jsonl", process)
        process.terminate()
        _, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == 143, stderr
    assert "go on with" in stderr
