"""The fit of the initiative weights: signs, independence of order, the file it writes."""

from __future__ import annotations

import yaml

from kg.evaluate.initiative_weights import Example, as_yaml, fit


def _examples() -> list[Example]:
    good = [Example(f"{i}.txt", frozenset({"a", "common"}), True) for i in range(8)]
    bad = [Example(f"{i}.txt", frozenset({"b", "common"}), False) for i in range(8)]
    return [*good, *bad, Example("0.txt", frozenset({"rare"}), True)]


def test_what_speaks_for_is_positive_and_what_speaks_against_negative() -> None:
    weights = fit(_examples())
    assert weights["a"] > 0.5 > -0.5 > weights["b"]
    assert "rare" not in weights


def test_the_order_of_the_examples_does_not_matter() -> None:
    assert as_yaml(fit(_examples())) == as_yaml(fit(_examples()[::-1]))


def test_the_file_is_a_sorted_lexicon() -> None:
    content = yaml.safe_load(as_yaml(fit(_examples())))
    assert set(content) == {"meaning", "source", "entries"}
    assert list(content["entries"]) == sorted(content["entries"])
    assert all(float(weight) is not None for weight in content["entries"].values())
