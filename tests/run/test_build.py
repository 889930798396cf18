"""A build that ends in its middle, whatever ended it, is gone on with to the same graph."""

from __future__ import annotations

import multiprocessing
import shutil
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.ledger import Ledger
from kg.model.skipped import Skipped
from kg.read import documents
from kg.run import build as module
from kg.run.build import build
from kg.run.extract import Extracted
from kg.store import connect
from tests.cli.articles import text, write


def digest(folder: Path) -> str:
    with connect(folder) as store:
        return store.digest()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", 6)


@pytest.mark.parametrize("at", ["resolve", "write", "report"])
def test_ended_after_reading(articles: Path, tmp_path: Path, at: str) -> None:
    def end(stage: str) -> None:
        if stage == at:
            raise KeyboardInterrupt

    build(documents([str(articles)]), tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        build(documents([str(articles)]), tmp_path / "out", stage=end)
    after = build(documents([str(articles)]), tmp_path / "out")
    assert (after.read, after.unchanged, after.articles) == (0, 6, 6)
    assert digest(tmp_path / "out") == digest(tmp_path / "whole")


def test_ended_between_the_merge_and_the_ledger_what_is_gone_stays_gone(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(documents([str(articles)]), tmp_path / "out")
    (articles / "000.txt").write_text(text(30), encoding="utf-8")

    def fail(*unused: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "put", fail)
        with pytest.raises(KeyboardInterrupt):
            build(documents([str(articles)]), tmp_path / "out")
    build(documents([str(articles)]), tmp_path / "out")
    build(documents([str(articles)]), tmp_path / "whole")
    assert digest(tmp_path / "out") == digest(tmp_path / "whole")


def test_records_that_another_hand_changed_are_taken_anew(articles: Path, tmp_path: Path) -> None:
    build(documents([str(articles)]), tmp_path / "out")
    build(documents([str(articles / "001.txt")]), tmp_path / "small")
    shutil.copy(tmp_path / "small/records.jsonl", tmp_path / "out/records.jsonl")
    assert build([], tmp_path / "out").articles == 1
    assert digest(tmp_path / "out") == digest(tmp_path / "small")


def test_a_build_without_news_reads_no_record(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(documents([str(articles)]), tmp_path / "out")

    def fail(*unused: object) -> None:
        raise AssertionError("records were read")

    monkeypatch.setattr(module.Folder, "read", fail)
    assert build(documents([str(articles)]), tmp_path / "out").unchanged == 6


def test_a_worker_that_is_killed_is_named_and_what_was_read_is_kept(tmp_path: Path) -> None:
    articles = write(tmp_path / "articles", 120)

    def kill(found: object) -> None:
        if isinstance(found, Extracted):
            for child in multiprocessing.active_children():
                child.kill()

    with pytest.raises(KgError, match="fewer --workers"):
        build(documents([str(articles)]), tmp_path / "out", workers=2, watch=kill)
    after = build(documents([str(articles)]), tmp_path / "out")
    assert 0 < after.unchanged < 120
    assert after.read + after.unchanged == 120


def test_a_stop_while_nothing_has_changed_ends_it_too(articles: Path, tmp_path: Path) -> None:
    build(documents([str(articles)]), tmp_path / "out")
    seen: list[object] = []
    summary = build(documents([str(articles)]), tmp_path / "out", watch=seen.append, stop=lambda: len(seen) >= 2)
    assert summary.stopped
    assert summary.unchanged < 6


def test_files_passed_over_are_counted(articles: Path, tmp_path: Path) -> None:
    found = [Skipped("a.jpg", ".jpg"), *documents([str(articles)]), Skipped("LICENSE", ""), Skipped("b.jpg", ".jpg")]
    summary = build(found, tmp_path / "out")
    assert summary.passed_over == {".jpg": 2, "": 1}
    assert not summary.failures
    assert "without suffix" in (tmp_path / "out/report.html").read_text(encoding="utf-8")
