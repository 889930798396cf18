"""How often each rule fires on articles, and how often it is right on annotated ones.

    python -m kg.evaluate.audit_rules --corpus FILE… --gold GOLD [--texts TEXTS] [--gold …]

A rule has fired where a mention, link or value of an article's layer carries its id; one whose id nothing
ever carries, because it only guards others, where its pattern matches the text. A fact that was found speaks
for or against every rule in its evidence, as the gold has it or has it not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from kg.annotate.layer import Layer, Link, Mention
from kg.annotate.pipeline import pipeline
from kg.annotate.rule import REGISTRY, Rule
from kg.evaluate.folders import folders, parser_of
from kg.evaluate.judged import Judged, judged
from kg.evaluate.readings import Reading, answered, readings


@dataclass(frozen=True, slots=True)
class Audited:
    """One rule's counts."""

    rule: str
    corpus: int
    """How often it fired on the corpus."""
    articles: int
    """In how many of its articles."""
    gold: int
    """How often on the annotated articles."""
    right: int
    """Facts of the annotated articles with its id in their evidence that the gold has."""
    extra: int
    """And that it has not."""

    @property
    def flag(self) -> str:
        """What makes the rule doubtful: `never` fired, or fired on `annotated only`."""
        if self.corpus:
            return ""
        return "annotated only" if self.gold else "never"


def fired(layer: Layer) -> Iterator[str]:
    """The id of the rule behind each mention, link and value of a layer, as often as there are."""
    for field in fields(layer):
        if field.name != "article":
            yield from _rules(getattr(layer, field.name))


def _rules(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _rules(part)
    elif is_dataclass(value):
        if isinstance(value, Mention | Link):
            yield value.rule
        for field in fields(value):
            if field.name == "fields":
                yield from (rule for _, _, rule in getattr(value, field.name).values())
            else:
                yield from _rules(getattr(value, field.name))


def matched(rules: Iterable[Rule], text: str) -> Iterator[str]:
    """The id of the rule behind each match of a pattern in a text."""
    for rule in rules:
        if rule.pattern and rule.produce:
            yield from (rule.id for _ in rule.find(text))


def audit(
    rules: Mapping[str, Rule], corpus: Iterable[Reading], annotated: Iterable[Reading], facts: Iterable[Judged]
) -> list[Audited]:
    """The counts of the rules, in the order of their ids; `facts` are those of the annotated articles."""
    unlabelled, labelled = list(corpus), list(annotated)
    own = {rule for reading in (*unlabelled, *labelled) for rule in fired(reading.layer)}
    guards = [rule for rule in rules.values() if rule.id not in own]

    def counts(reading: Reading) -> Counter[str]:
        return Counter([*fired(reading.layer), *matched(guards, reading.text)])

    on_corpus: Counter[str] = Counter()
    in_articles: Counter[str] = Counter()
    for reading in unlabelled:
        found = counts(reading)
        on_corpus += found
        in_articles.update(found.keys())
    on_gold = sum((counts(reading) for reading in labelled), Counter[str]())
    verdicts = Counter((rule, one.verdict) for one in facts for rule in one.rules)
    return [
        Audited(
            rule, on_corpus[rule], in_articles[rule], on_gold[rule], verdicts[rule, "right"], verdicts[rule, "extra"]
        )
        for rule in sorted(rules)
    ]


def table(found: Iterable[Audited]) -> str:
    """A markdown table."""
    rows = [
        "| rule | corpus | articles | annotated | right | extra | precision | flag |",
        "|---|---:|---:|---:|---:|---:|---:|---|",
    ]
    for one in found:
        judged_facts = one.right + one.extra
        precision = f"{one.right / judged_facts:.3f}" if judged_facts else "–"
        rows.append(
            f"| {one.rule} | {one.corpus} | {one.articles} | {one.gold} | {one.right} | {one.extra} | {precision} | {one.flag} |"
        )
    return "\n".join(rows)


def main() -> None:
    """Prints the table of all rules, and the flagged ones with their meaning."""
    parser = parser_of(__doc__)
    parser.add_argument(
        "--corpus", type=Path, nargs="+", required=True, metavar="FILE", help="articles without answers"
    )
    given = parser.parse_args()
    nlp = pipeline()
    annotated: list[Reading] = []
    facts: list[Judged] = []
    for answers, texts in folders(parser, given):
        read = answered(answers, texts, nlp=nlp)
        annotated += read.readings
        facts += judged(read.gold, read.records)
    found = audit(REGISTRY, readings(nlp, given.corpus), annotated, facts)
    print(table(found))
    flagged = [one for one in found if one.flag]
    print(f"\n{len(found)} rules, {len(flagged)} flagged.\n")
    for one in flagged:
        print(f"- {one.rule} ({one.flag}): {REGISTRY[one.rule].meaning}")


if __name__ == "__main__":
    main()
