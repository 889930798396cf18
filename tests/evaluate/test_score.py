"""Our scorer against small cases, and against the judge on real answers."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kg.evaluate import gold, score
from kg.evaluate.gold import GoldDocument
from kg.evaluate.likeness import folded, likeness, title_key
from kg.model.record import ArticleRecord


def record(**fields: object) -> ArticleRecord:
    return ArticleRecord.model_validate({"source": "a.txt", **fields})


def official(name: str, *posts: tuple[str, str | None]) -> dict[str, object]:
    return {"name": name, "posts": [{"title": title, "of": of} for title, of in posts]}


def test_right_answers_score_one_everywhere() -> None:
    answer = record(
        officials=[official("王龙江", ("市长", "池州市"))],
        meetings=[{"name": "推进会", "chairs": ["王龙江"], "date": "2024-03-05", "place": "池州市"}],
        projects=[{"name": "东湖泵站", "places": ["池州市"], "stage": "started", "investment_cny": 1e8}],
        dates=[{"text": "3月5日", "value": "2024-03-05"}],
    )
    tallies = score([GoldDocument("a", "a.txt", [answer])], [answer])
    assert {metric: tally.f1 for metric, tally in tallies.items() if tally.gold} == dict.fromkeys(
        (
            "article",
            "official",
            "post",
            "post_of",
            "meeting",
            "meeting_date",
            "meeting_place",
            "chaired",
            "project",
            "project_place",
            "project_money",
            "project_stage",
            "date",
        ),
        1.0,
    )


def test_a_missed_and_a_wrong_chair_both_count() -> None:
    wanted = record(meetings=[{"name": "全市项目推进会", "chairs": ["王龙江"], "attendees": ["李海"]}])
    had = record(meetings=[{"name": "全市项目推进会", "chairs": ["李海"], "attendees": ["王龙江"]}])
    chaired = score([GoldDocument("a", "a.txt", [wanted])], [had])["chaired"]
    assert (chaired.right, len(chaired.missed), len(chaired.extra)) == (0, 1, 1)


def test_a_level_word_before_an_organ_does_not_tell_posts_apart() -> None:
    assert title_key("市政府副市长") == title_key("政府副市长")
    assert title_key("市委书记") != title_key("委书记")


def test_marks_inside_names_fold() -> None:
    assert folded("阿依·古丽") == folded("阿依?古丽") == folded("阿依•古丽")


def test_a_name_within_another_is_alike() -> None:
    assert likeness("三年行动", "全面振兴三年行动") >= 0.75
    assert likeness("三年", "三月") < 0.75


def _damaged(answer: ArticleRecord, chance: random.Random) -> ArticleRecord:
    """An answer with some of its facts gone or changed."""
    content = answer.model_dump()
    for kind in ("officials", "people", "meetings", "visits", "projects", "initiatives", "dates"):
        content[kind] = [fact for fact in content[kind] if chance.random() > 0.2]
    for meeting in content["meetings"]:
        meeting["chairs"], meeting["speakers"] = meeting["speakers"], meeting["chairs"]
    for project in content["projects"]:
        if chance.random() > 0.5:
            project["name"] = project["name"][1:] or project["name"]
            project["stage"] = "planned"
    return ArticleRecord.model_validate(content)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_the_numbers_are_the_judges(shared: Path, tmp_path: Path, name: str) -> None:
    chance = random.Random(7)
    answers = gold(shared / "gold" / name)
    found = [
        _damaged(article, chance).model_copy(update={"source": answer.source})
        for answer in answers
        for article in answer.articles
    ]
    predicted = tmp_path / "records.jsonl"
    predicted.write_text("".join(r.dump() + "\n" for r in found), encoding="utf-8")
    judge = subprocess.run(
        [sys.executable, shared / "gold/score.py", shared / "gold" / name, predicted, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    ours = {
        metric: {"p": round(t.precision, 4), "r": round(t.recall, 4), "f": round(t.f1, 4), "n": t.gold}
        for metric, t in score(answers, found).items()
    }
    assert ours == json.loads(judge.stdout)
