"""Names of all kinds in sentences of the genre, with the packaged NER in front of the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.annotate.pipeline import annotate, pipeline
from kg.model.document import Article

NLP = pipeline()
CASES = [
    pytest.param(case, id=f"{kind}:{case['text'][:12]}")
    for kind, cases in yaml.safe_load(Path(__file__).with_name("names_in_news.yml").read_text(encoding="utf-8")).items()
    for case in cases
]


@pytest.mark.parametrize("case", CASES)
def test_names_in_news(case: dict[str, Any]) -> None:
    article = Article(id="case", text=case["text"], source="case.txt", sha256="0" * 64, place="抚顺市")
    [(_, doc)] = annotate(NLP, [article])
    people = doc._.kg.people
    assert list(dict.fromkeys(mention.name for mention in people)) == case["names"]
    if "mentions" in case:
        assert len(people) == case["mentions"]
