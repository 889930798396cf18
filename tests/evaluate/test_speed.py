"""The bench: every stage is listed, and the shares are parts of one whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.annotate.pipeline import COMPONENTS, pipeline
from kg.evaluate.speed import Speed, main, measure, stages, table
from kg.model.document import Document
from kg.read import documents

TEXT = "9月5日，安庆市召开重点项目推进会，市长王龙江主持会议并讲话。会议强调，要深入实施“亮灯”行动。\n"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline(ner="none")


@pytest.fixture
def given(tmp_path: Path) -> list[Document]:
    for i in range(3):
        (tmp_path / f"{i}.txt").write_text(TEXT * (i + 1), encoding="utf-8")
    return [document for document in documents([tmp_path]) if isinstance(document, Document)]


def test_every_component_is_a_stage_in_the_order_of_the_pipeline(nlp: Language, given: list[Document]) -> None:
    speed = measure(nlp, given)
    assert list(speed.seconds) == stages(nlp)
    assert [stage for stage in speed.seconds if stage in COMPONENTS] == list(COMPONENTS)
    assert list(speed.seconds)[:2] == ["clean", "make_doc"]
    assert list(speed.seconds)[-3:] == ["records", "write", "between"]


def test_the_shares_are_parts_of_one_whole(nlp: Language, given: list[Document]) -> None:
    shares = measure(nlp, given).shares()
    assert sum(shares.values()) == pytest.approx(1)
    assert all(share >= 0 for share in shares.values())


def test_the_size_is_that_of_the_text_given(nlp: Language, given: list[Document]) -> None:
    assert measure(nlp, given).size == 6 * len(TEXT.encode())


def test_the_table_shows_the_fastest_pass_and_the_median() -> None:
    passes = [Speed(90_000, {"clean": 0.25, "kg_dates": seconds}) for seconds in (1.75, 0.25, 0.75)]
    lines = table(passes).splitlines()
    assert lines[2] == "| clean | 0.250 | 50.0% | 360 |"
    assert lines[4] == "| total | 0.500 | 100.0% | 180.0 |"
    assert lines[-1] == "90 KB; best of 3: 180.0 KB a CPU-second, median 90.0."


def test_the_command_takes_the_first_articles_and_prints_the_start_up_apart(
    given: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["speed", str(tmp_path), "--limit", "2", "--repeat", "1", "--ner", "none"])
    main()
    shown = capsys.readouterr().out
    assert all(f"| {name} |" in shown for name in COMPONENTS)
    assert "best of 1" in shown
    assert "Start-up" in shown.splitlines()[-1]
