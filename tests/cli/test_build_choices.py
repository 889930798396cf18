"""What `kg build` reads and what it only says: --dry-run, --limit, --since, formats that are passed over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import app
from kg.errors import KgError
from tests.cli.articles import text, write

RUN = CliRunner()


def kg(*words: object) -> Result:
    return RUN.invoke(app, [str(word) for word in words])


def said(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", 4)


def dated(path: Path, *days: str | None) -> None:
    """JSON Lines with an article of each day."""
    lines = [{"text": text(number), "published_on": day} for number, day in enumerate(days)]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def names(paths: list[str]) -> list[str]:
    return [Path(path).name for path in paths]


def test_a_dry_run_says_what_would_be_read_and_writes_nothing(articles: Path, tmp_path: Path) -> None:
    result = kg("build", articles, "--dir", tmp_path / "out", "--dry-run")
    assert result.exit_code == 0, result.output
    assert "4 new, to be read" in result.stdout
    assert "Nothing was written" in result.stdout
    assert not (tmp_path / "out").exists()


def test_a_dry_run_tells_new_changed_unchanged_withdrawn_and_gone_apart(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert kg("build", articles, "--dir", out).exit_code == 0
    assert kg("remove", articles / "003.txt", "--dir", out).exit_code == 0
    (articles / "000.txt").write_text(text(20), encoding="utf-8")
    (articles / "001.txt").unlink()
    (articles / "005.txt").write_text(text(5), encoding="utf-8")
    (articles / "006.txt").write_bytes(b"")
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    result = kg("build", articles, "--dir", out, "--dry-run", "--json")
    assert result.exit_code == 3
    plan = said(result)
    assert {state: names(plan[state]) for state in ("new", "changed", "unchanged", "withdrawn", "gone")} == {
        "new": ["005.txt"],
        "changed": ["000.txt"],
        "unchanged": ["002.txt"],
        "withdrawn": ["003.txt"],
        "gone": ["001.txt"],
    }
    assert names([failure["path"] for failure in plan["failures"]]) == ["006.txt"]
    assert plan["by_format"] == {".txt": {"changed": 1, "unchanged": 1, "withdrawn": 1, "new": 1, "failed": 1}}
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_a_dry_run_and_the_build_agree(articles: Path, tmp_path: Path) -> None:
    dated(articles / "wire.jsonl", "2024-03-05", "2023-01-01", None)
    words = ("build", articles, "--dir", tmp_path / "out", "--since", "2024-01-01", "--limit", 3, "--json")
    plan = said(kg(*words, "--dry-run"))
    summary = said(kg(*words))
    assert summary["new"] == len(plan["new"])
    assert summary["before"] == len(plan["before"])
    assert summary["undated"] == plan["undated"]


def test_a_limit_reads_so_many_and_the_next_build_the_next_ones(articles: Path, tmp_path: Path) -> None:
    words = ("build", articles, "--dir", tmp_path / "out", "--json", "--limit", 3)
    first, second, third = said(kg(*words)), said(kg(*words)), said(kg(*words))
    assert [one["read"] for one in (first, second, third)] == [3, 1, 0]
    assert second["unchanged"] == 3


def test_since_leaves_out_what_is_older_and_names_what_has_no_date(tmp_path: Path) -> None:
    dated(tmp_path / "wire.jsonl", "2023-12-31", "2024-01", "2024", None, "2024-02-01")
    result = kg("build", tmp_path / "wire.jsonl", "--dir", tmp_path / "out", "--since", "2024-01-15", "--json")
    assert result.exit_code == 0, result.output
    summary = said(result)
    assert (summary["read"], summary["before"]) == (3, 1)
    assert names(summary["undated"]) == ["wire.jsonl#4"]
    shown = kg("build", tmp_path / "wire.jsonl", "--dir", tmp_path / "out", "--since", "2024-01-15").stdout
    assert "without a date" in shown
    assert "wire.jsonl#4" in "".join(shown.split())


def test_since_keeps_what_was_read_before(tmp_path: Path) -> None:
    dated(tmp_path / "wire.jsonl", "2023-12-31", "2024-02-01")
    assert said(kg("build", tmp_path / "wire.jsonl", "--dir", tmp_path / "out", "--json"))["articles"] == 2
    dated(tmp_path / "wire.jsonl", "2023-12-30", "2024-02-01")
    later = said(kg("build", tmp_path / "wire.jsonl", "--dir", tmp_path / "out", "--since", "2024-01-01", "--json"))
    assert (later["articles"], later["before"], later["unchanged"]) == (2, 1, 1)


def test_since_finds_the_day_that_the_page_itself_says(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(f"标题\n2020年1月2日 来源：池州日报\n{text(1)}", encoding="utf-8")
    summary = said(kg("build", tmp_path / "old.txt", "--dir", tmp_path / "out", "--since", "2024-01-01", "--json"))
    assert (summary["before"], summary["undated"]) == (1, [])


def test_a_day_that_is_none_is_refused(articles: Path, tmp_path: Path) -> None:
    result = kg("build", articles, "--dir", tmp_path / "out", "--since", "2024-02-30")
    assert isinstance(result.exception, KgError)
    assert "--since 2024-02-30" in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_the_summary_counts_documents_facts_and_pairs(articles: Path, tmp_path: Path) -> None:
    # One name in two counties of a city, a year apart: perhaps a transfer, for a person to judge.
    for number, (county, year) in enumerate((("东至县", 2022), ("石台县", 2023))):
        lines = f"{county}县长柯正平主持召开县政府常务会议，部署农业生产工作。"
        (articles / f"pair{number}.jsonl").write_text(
            json.dumps({"text": lines, "published_on": f"{year}-03-05"}, ensure_ascii=False), encoding="utf-8"
        )
    result = kg("build", articles, "--dir", tmp_path / "out", "--json")
    assert result.exit_code == 0, result.output
    summary = said(result)
    assert (summary["new"], summary["again"], summary["unchanged"], summary["articles"]) == (6, 0, 0, 6)
    assert summary["facts"]["CHAIRED"] >= 6
    assert summary["nodes"]["Article"] == 6
    assert summary["candidates"] == 1
    assert not summary["stopped"]
    assert summary["seconds"] >= summary["reading_seconds"] > 0
    shown = kg("build", articles, "--dir", tmp_path / "out").stdout
    assert "1 pair of officials to judge" in " ".join(shown.split())
    assert "6 unchanged" in shown


def test_failures_are_counted_by_reason(articles: Path, tmp_path: Path) -> None:
    (articles / "e1.txt").write_bytes(b"")
    (articles / "e2.txt").write_bytes(b" \n")
    (articles / "lines.jsonl").write_text('{"text": 1}\n{broken\n[also broken\n', encoding="utf-8")
    (articles / "english.txt").write_text("Nothing here is Chinese at all.\n" * 3, encoding="utf-8")
    result = kg("build", articles, "--dir", tmp_path / "out", "--json")
    assert result.exit_code == 3
    reasons = said(result)["failures_by_reason"]
    assert reasons["is empty"] == 2
    assert reasons["is no JSON"] == 2
    assert reasons["has no Chinese text"] == 1
    assert len(said(result)["failures"]) == sum(reasons.values())


def test_pictures_in_a_folder_are_passed_over_and_cost_nothing(articles: Path, tmp_path: Path) -> None:
    for name in ("a.jpg", "b.JPG", "style.css"):
        (articles / name).write_bytes(b"\x89")
    result = kg("build", articles, "--dir", tmp_path / "out", "--json")
    assert result.exit_code == 0, result.output
    assert said(result)["passed_over"] == {".jpg": 2, ".css": 1}
    assert "passed over" in " ".join(kg("build", articles, "--dir", tmp_path / "out").stdout.split()).lower()
