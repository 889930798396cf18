from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LedgerError
from kg.model.judgement import Judgement
from kg.model.mention import mention_id
from kg.resolve import Decisions, judge, read_judgements
from tests.graph.state import record
from tests.resolve.nodes import nodes

RECORDS = [
    record(name, place="池州市", meetings=[{"name": "座谈会", "kind": "座谈会", "date": "2020-07-01"}])
    for name in "abc"
]
A, B, C = (mention_id(one.id, "meeting", "座谈会") for one in RECORDS)


def decided(*lines: tuple[str, list[str]] | tuple[str, list[str], str]) -> list[list[str]]:
    made = tuple(
        Judgement(id=str(n), decision=line[0], mentions=line[1], supersedes=line[2] if len(line) > 2 else None)  # type: ignore[arg-type]
        for n, line in enumerate(lines)
    )
    return nodes(RECORDS, "meeting", made)


def test_what_people_decide_is_obeyed() -> None:
    assert decided(("same", [A, B])) == [["a", "b"], ["c"]]
    assert decided(("same", [A, B, C])) == [["a", "b", "c"]]
    assert decided(("same", [A, B]), ("unsure", [A, B], "0")) == [["a"], ["b"], ["c"]]
    assert decided(("same", [A, B]), ("same", [A, C], "0")) == [["a", "c"], ["b"]]


def test_of_two_that_contradict_each_other_the_later_wins() -> None:
    assert decided(("same", [A, B]), ("not_same", [A, B])) == [["a"], ["b"], ["c"]]
    assert decided(("not_same", [A, B]), ("same", [A, B])) == [["a", "b"], ["c"]]
    assert decided(("not_same", [A, B]), ("same", [A, C]), ("same", [B, C])) == [["a", "b", "c"]]
    assert decided(("same", [A, C]), ("not_same", [A, B]), ("same", [B, C])) == [["a"], ["b", "c"]]


def test_judgements_are_appended_and_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    assert read_judgements(path) == ()
    first = judge(path, "same", [A, B], by="someone")
    second = judge(path, "not_same", [A, B], supersedes=first.id)
    assert read_judgements(path) == (first, second)
    assert Decisions([first, second]).holding == [second]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "1", "decision": "perhaps", "mentions": ["a", "b"]}', "decision"),
        ('{"id": "1", "decision": "same", "mentions": ["a"]}', "mentions"),
        ('{"id": "0", "decision": "same", "mentions": ["a", "b"]}', "stands twice"),
        ('{"id": "1", "decision": "same", "mentions": ["a", "b"], "supersedes": "9"}', "supersedes 9"),
        ("{", "the line"),
    ],
)
def test_a_line_that_is_no_judgement_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text('{"id": "0", "decision": "same", "mentions": ["a", "b"]}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(LedgerError, match=f":2: .*{message}"):
        read_judgements(path)
