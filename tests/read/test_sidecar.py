import json
from pathlib import Path

import pytest

from kg.errors import MetadataError
from tests.read.files import TEXT, read, write


def test_a_folders_own_file_is_taken_up_and_is_no_article(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "sub/b.txt")
    write(tmp_path / "metadata.csv", "\ufefffile,published_on,publisher\na.txt,2022年3月,池州日报\nsub/b.txt,2022,\n")
    found, failures = read(tmp_path)
    assert [(d.metadata.published_on, d.metadata.publisher) for d in found] == [
        ("2022-03", "池州日报"),
        ("2022", None),
    ]
    assert not failures


def test_the_file_given_goes_over_the_folders_own_and_over_json(tmp_path: Path) -> None:
    write(
        tmp_path / "in/a.jsonl",
        json.dumps({"text": TEXT, "publisher": "甲", "url": "https://a.example", "place": "丙"}),
    )
    write(tmp_path / "in/metadata.csv", "file,publisher,place\na.jsonl,乙,池州市\n")
    given = write(tmp_path / "given.csv", "file,place\na.jsonl#1,铜陵市\n")
    [document], failures = read(tmp_path / "in", metadata=given)
    assert (document.metadata.publisher, document.metadata.place) == ("乙", "铜陵市")
    assert document.metadata.url == "https://a.example"
    assert not failures


def test_impossible_dates_and_missing_files_are_named_and_the_rest_is_used(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    rows = "file,published_on,publisher\na.txt,2023-02-30,池州日报\ngone.txt,2023,\na.txt,2024,\n,2023,\n"
    path = write(tmp_path / "metadata.csv", rows)
    [document], failures = read(tmp_path)
    assert document.metadata.published_on is None
    assert document.metadata.publisher == "池州日报"
    assert {f.line: f.reason for f in failures} == {
        2: "says of a.txt: '2023-02-30' is no day of the calendar",
        3: "describes gone.txt, which is not there",
        4: "describes a.txt again, which line 2 does already",
        5: "names no file",
    }
    assert {f.path for f in failures} == {path.as_posix()}
    assert all(f.remedy for f in failures)


def test_a_row_for_a_file_that_is_there_but_not_read_is_no_failure(tmp_path: Path) -> None:
    write(tmp_path / "b.txt")
    given = write(tmp_path / "given.csv", "file,published_on\na.txt,2023\nb.txt,2023\n")
    [document], failures = read(write(tmp_path / "a.txt"), metadata=given)
    assert document.metadata.published_on == "2023"
    assert not failures


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,publised_on\na.txt,2023\n")
    [document], [failure] = read(tmp_path)
    assert document.metadata.published_on is None
    assert "publised_on" in failure.reason
    assert "published_on" in failure.remedy


def test_a_given_file_without_the_column_file_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    for broken in (write(tmp_path / "given.csv", "name,place\na.txt,池州市\n"), tmp_path / "gone.csv"):
        with pytest.raises(MetadataError, match=broken.name):
            read(tmp_path, metadata=broken)


def test_a_folders_own_file_that_is_broken_is_named_and_left_out(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "name,place\na.txt,池州市\n")
    found, [failure] = read(tmp_path)
    assert len(found) == 1
    assert "has no column file" in failure.reason


def test_it_may_be_in_gb18030(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,publisher\na.txt,池州日报\n", "gb18030")
    assert read(tmp_path)[0][0].metadata.publisher == "池州日报"
