"""How far a build has come: a bar where somebody looks, lines where a log is kept."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.meter import Meter
from kg.model.failure import Failure
from kg.read import documents
from kg.run.extract import Extracted, extract
from tests.cli.articles import write


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = write(tmp_path / "articles", 5)
    content = folder / "000.txt"
    (folder / "wire.jsonl").write_text(
        "".join(f'{{"text": "{content.read_text(encoding="utf-8")}第{n}次"}}\n' for n in range(5)), encoding="utf-8"
    )
    return folder


def test_a_log_has_a_line_now_and_then_with_share_speed_and_time_left(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Meter([str(articles)], every=0) as meter:
        for found in extract(documents([str(articles)]), ner="none"):
            meter.watch(found)
        meter.stage("resolve")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert re.fullmatch(r"\d\d:\d\d:\d\d \d+%, 2 articles, [\d.]+ a second, about [\d.]+ (s|min \d\d s) left", lines[1])
    assert "finding who and what is the same" in lines[-1]


def test_a_short_build_writes_no_line(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Meter([str(articles)]) as meter:
        for found in extract(documents([str(articles)]), ner="none"):
            meter.watch(found)
        meter.stage("report")
    assert capsys.readouterr().err == ""


def test_it_goes_from_nothing_to_the_end_and_never_back(articles: Path) -> None:
    at = [0]
    meter = Meter([str(articles)])
    for found in extract(documents([str(articles)]), ner="none"):
        meter.watch(found)
        at.append(meter.position)
    assert at == sorted(at)
    assert meter.total == sum(path.stat().st_size for path in articles.iterdir())
    assert meter.total * 0.6 < at[-1] <= meter.total
    assert meter.articles == 10


def test_what_comes_from_no_file_is_counted(articles: Path) -> None:
    meter = Meter(["-"])
    meter.watch(Extracted("-#1", ()))
    meter.watch(Failure("-", "is no JSON", "", 2))
    assert (meter.position, meter.failed) == (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="NOT RUN: needs a pseudo-terminal")
def test_a_terminal_has_a_bar(tmp_path: Path) -> None:
    import pty

    articles = write(tmp_path / "many", 150)  # long enough for some frames of the bar
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "build", str(articles), "--dir", str(tmp_path / "out")],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"},
    ) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            seen += part
    os.close(ours)
    assert process.returncode == 0
    text = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", seen.decode())
    assert re.search(r"Reading .*\d+%.* articles, [\d.]+ a second", text)
    assert "Writing the graph" in text
