"""The audit: what counts as fired, what as right, which rules are flagged."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.annotate.layer import DateMention, Layer, Link, MeetingEvent, PersonMention, PostMention
from kg.annotate.pipeline import register
from kg.annotate.rule import REGISTRY
from kg.evaluate import audit_rules
from kg.evaluate.audit_rules import Audited, audit, fired, table
from kg.evaluate.judged import judged
from kg.evaluate.readings import Reading
from kg.model.document import Article

from .answers import FOUND, GOLD, TEXT, document, record

register()


def layer(text: str = TEXT) -> Layer:
    return Layer(Article(id="a", text=text, source="a.txt", sha256=""))


def test_every_mention_link_and_value_has_fired() -> None:
    given = layer()
    held = PostMention(0, 2, "posts.head", title="市长", of=Link("池州市", 0, 3, "posts.of"))
    given.people = [PersonMention(2, 5, "people.after", name="王龙江", posts=[held])]
    given.posts = [held]
    given.meetings = [
        MeetingEvent(
            0,
            3,
            "events.held",
            "推进会",
            None,
            chairs=[Link("王龙江", 2, 5, "events.chairs")],
            fields={"date": (0, 2, "events.date")},
        )
    ]
    assert sorted(fired(given)) == [
        "events.chairs",
        "events.date",
        "events.held",
        "people.after",
        "posts.head",
        "posts.head",
        "posts.of",
        "posts.of",
    ]


def found(*rules: str, corpus: str = "", gold: str = "", text: str = TEXT) -> dict[str, Audited]:
    """The audit of some rules, of which one fired on the corpus and one on the annotated article."""

    def reading(rule: str) -> Reading:
        given = layer(text)
        given.dates = [DateMention(0, 1, rule, text="3月5日", value="2024-03-05")] if rule else []
        return Reading(record(), given)

    facts = list(judged([document(GOLD)], [FOUND]))
    counted = audit({rule: REGISTRY[rule] for rule in rules}, [reading(corpus)], [reading(gold)], facts)
    return {one.rule: one for one in counted}


def test_a_rule_that_fires_on_the_corpus_is_not_flagged() -> None:
    assert found("dates.day", corpus="dates.day", gold="dates.day")["dates.day"].flag == ""


def test_a_rule_that_fires_on_annotated_articles_alone_is_flagged() -> None:
    assert found("dates.day", gold="dates.day")["dates.day"].flag == "annotated only"


def test_a_rule_that_never_fires_is_flagged() -> None:
    assert found("dates.lunar")["dates.lunar"].flag == "never"


def test_a_rule_that_only_guards_counts_by_its_pattern() -> None:
    guard = found("dates.dateline", text="新华社池州3月5日电 市长王龙江主持会议。")["dates.dateline"]
    assert (guard.corpus, guard.articles, guard.gold) == (1, 1, 1)


def test_a_fact_speaks_for_or_against_the_rules_of_its_evidence() -> None:
    counted = found("people.after-post", "people.seen-acting", "dates.lunar")
    assert [(one.right, one.extra) for one in counted.values()] == [(0, 0), (1, 0), (0, 1)]
    assert table(counted.values()).splitlines()[2:] == [
        "| dates.lunar | 0 | 0 | 0 | 0 | 0 | – | never |",
        "| people.after-post | 0 | 0 | 0 | 1 | 0 | 1.000 | never |",
        "| people.seen-acting | 0 | 0 | 0 | 0 | 1 | 0.000 | never |",
    ]


@pytest.mark.shared
def test_the_command_lists_every_rule(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("3月5日，池州市市长王龙江主持召开市政府常务会议。\n", encoding="utf-8")
    options = ["--corpus", str(tmp_path), "--gold", str(shared / "gold/seeds"), "--texts", str(shared / "seeds")]
    monkeypatch.setattr("sys.argv", ["audit_rules", *options])
    audit_rules.main()
    shown = capsys.readouterr().out
    assert set(audit_rules.REGISTRY) <= set(re.findall(r"^\| ([a-z]+\.[a-z0-9-]+) \|", shown, re.M))
    assert re.search(r"^\| dates\.day \| 1 \| 1 \|", shown, re.M)
