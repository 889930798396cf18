"""Made-up answers and records for the tests of this folder."""

from __future__ import annotations

from typing import Any

from kg.evaluate.gold import GoldDocument
from kg.model.record import ArticleRecord

TEXT = (
    "池州市召开项目推进会\n"
    "3月5日，市长王龙江主持召开全市项目推进会。副市长李海参加会议。会议要求实施“亮灯”行动，建设东湖泵站。"
)


def said(quote: str, rule: str, field: str | None = None, text: str = TEXT) -> dict[str, Any]:
    """Evidence: where the quote stands in the text."""
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote, "rule": rule, "field": field}


def record(source: str = "a.txt", **fields: Any) -> ArticleRecord:
    return ArticleRecord.model_validate({"source": source, **fields})


def document(*articles: ArticleRecord, name: str = "a") -> GoldDocument:
    return GoldDocument(name, f"{name}.txt", list(articles))


GOLD = record(
    title="池州市召开项目推进会",
    officials=[
        {"name": "王龙江", "posts": [{"title": "市长", "of": "池州市"}]},
        {"name": "李海", "posts": [{"title": "副市长", "of": "池州市"}]},
    ],
    meetings=[
        {"name": "全市项目推进会", "date": "2024-03-05", "place": "池州市", "chairs": ["王龙江"], "attendees": ["李海"]}
    ],
    projects=[{"name": "东湖泵站", "stage": "under_construction", "places": ["池州市"]}],
    initiatives=[{"name": "亮灯行动", "places": ["池州市"]}],
    dates=[{"text": "3月5日", "value": "2024-03-05"}],
)
"""What a reader finds in `TEXT`."""

CHAIR = "3月5日，市长王龙江主持召开全市项目推进会。"
FOUND = record(
    title="池州市召开项目推进会",
    officials=[
        {
            "name": "王龙江",
            "posts": [
                {
                    "title": "市长",
                    "of": {"name": "池州市", "evidence": [said(CHAIR, "posts.neighbour")]},
                    "evidence": [said(CHAIR, "posts.plain-head")],
                    "confidence": 0.9,
                }
            ],
            "evidence": [said(CHAIR, "people.after-post")],
            "confidence": 0.95,
        }
    ],
    people=[{"name": "李海", "evidence": [said("副市长李海参加会议。", "people.seen-acting")], "confidence": 0.65}],
    meetings=[
        {
            "name": "全市项目推进会",
            "date": "2024-03-05",
            "speakers": [{"name": "王龙江", "evidence": [said(CHAIR, "events.says")]}],
            "evidence": [said(CHAIR, "events.held"), said(CHAIR, "events.date", "date")],
            "confidence": 0.9,
        }
    ],
    dates=[{"text": "3月5日", "value": "2024-03-05", "evidence": [said(CHAIR, "dates.day")], "confidence": 0.95}],
)
"""What made-up rules make of it: the deputy is taken for a private person, the chair for a speaker."""
