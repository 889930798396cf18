"""Records: strict, and the gold's form validates into them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from kg.model.document import OffsetMap, Piece, article_id
from kg.model.record import ArticleRecord, Evidence


def test_a_plain_string_for_a_reference_is_a_name() -> None:
    record = ArticleRecord.model_validate({"place": "池州市", "meetings": [{"name": "推进会", "chairs": ["王龙江"]}]})
    assert record.place is not None
    assert record.place.name == "池州市"
    assert record.meetings[0].chairs[0].name == "王龙江"


@pytest.mark.parametrize(
    "content",
    [
        {"titel": "错"},
        {"published_on": "2023-02-30"},
        {"published_on": "2023-01-01/2023-01-02"},
        {"projects": [{"name": "水厂", "stage": "done"}]},
        {"projects": [{"name": "水厂", "investment_cny": "100"}]},
        {"officials": [{"name": ""}]},
        {"dates": [{"text": "昨天", "value": "昨天"}]},
    ],
)
def test_what_is_no_record_is_refused(content: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ArticleRecord.model_validate(content)


def test_evidence_must_span_its_quote() -> None:
    with pytest.raises(ValidationError, match="quote"):
        Evidence(start=0, end=3, quote="四个字呀", rule="dates.year")


def test_a_dumped_record_reads_back_as_itself() -> None:
    record = ArticleRecord.model_validate(
        {"id": "a", "projects": [{"name": "水厂", "investment_cny": 3.5e8, "places": ["池州市"]}]}
    )
    assert ArticleRecord.model_validate_json(record.dump()) == record


def test_a_better_cleaner_renames_nothing() -> None:
    assert article_id("市长 主持，会议。\n２０２４年") == article_id("市长主持会议2024年")
    assert article_id("市长主持会议") != article_id("县长主持会议")


def test_offsets_of_copied_and_inserted_characters() -> None:
    offsets = OffsetMap((Piece(0, 10, 3, 3), Piece(4, 20, 2, 2)))
    assert [offsets.source(i) for i in range(7)] == [10, 11, 12, None, 20, 21, None]
    assert offsets.span(1, 5) == (11, 21)
    assert offsets.span(3, 4) is None
