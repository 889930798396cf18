"""The fit of the initiative weights: signs, independence of order, the file it writes; wording; documents left out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from kg.annotate.initiatives import wording
from kg.annotate.initiatives.candidates import candidates
from kg.annotate.initiatives.named import Named
from kg.annotate.initiatives.reading import Reading
from kg.annotate.initiatives.select import grouped
from kg.annotate.layer import Layer
from kg.evaluate.gold import GoldDocument
from kg.evaluate.initiative_examples import Example, Proposed, examples
from kg.evaluate.initiative_folds import folded, table
from kg.evaluate.initiative_weights import BY_HAND, as_yaml, fit, trained
from kg.evaluate.initiative_wording import SEEN, Unlabelled, learn, write
from kg.model.document import Article
from kg.model.record import ArticleRecord, Initiative


def _examples() -> list[Example]:
    good = [Example(f"{i}.txt", frozenset({"a", "common"}), True) for i in range(30)]
    bad = [Example(f"{i}.txt", frozenset({"b", "common"}), False) for i in range(30)]
    return [*good, *bad, Example("0.txt", frozenset({"rare"}), True)]


def _news() -> Unlabelled:
    """Names that show `a` have the first sequence, names that show `b` the second, all the third."""
    return Unlabelled(
        features=[frozenset({"a"}), frozenset({"b"})] * SEEN,
        sequences=["n好", "n坏", "n的"],
        of=np.array([0, 2, 1, 2] * SEEN),
        lengths=np.array([2, 2] * SEEN),
    )


def _proposed(i: int) -> Proposed:
    text = f"全市实施甲{i}护企专项行动。厂里研究乙{i}企业生产流程规划。"
    article = Article(id=str(i), text=text, source=f"{i}.txt", sha256="0" * 64)
    layer = Layer(article)
    reading = Reading(layer)
    answer = ArticleRecord(initiatives=[Initiative(name=f"甲{i}护企专项行动")])
    return Proposed(
        GoldDocument(str(i), f"{i}.txt", [answer]), [(article, grouped(candidates(reading), reading.words, layer))]
    )


def test_what_speaks_for_is_positive_and_what_speaks_against_negative() -> None:
    weights = fit(_examples())
    assert weights["a"] > 0.5 > -0.5 > weights["b"]
    assert "rare" not in weights


def test_the_order_of_the_examples_does_not_matter() -> None:
    assert as_yaml(fit(_examples())) == as_yaml(fit(_examples()[::-1]))


def test_the_file_is_a_sorted_lexicon() -> None:
    content = yaml.safe_load(as_yaml({**fit(_examples()), **BY_HAND}))
    assert set(content) == {"meaning", "source", "entries"}
    assert list(content["entries"]) == sorted(content["entries"])
    assert all(float(weight) is not None for weight in content["entries"].values())
    assert set(BY_HAND) <= set(content["entries"])


def test_wording_weighs_as_the_names_that_show_it_were_judged() -> None:
    weights = learn(_news(), fit(_examples()))
    assert weights["n好"] > 0 > weights["n坏"]
    assert abs(weights.get("n的", 0)) <= 0.1


def test_the_file_of_the_wording_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "wording.xz"
    write({"n好": 1.3, "<，": -0.2}, path)
    monkeypatch.setattr(wording, "MODEL", path)
    assert wording.learned.__wrapped__() == {"n好": 1.3, "<，": -0.2}


def test_documents_are_judged_by_weights_fitted_without_them() -> None:
    documents = [_proposed(i) for i in range(9)]
    seen: list[set[str]] = []

    def train(given: list[Example]) -> tuple[dict[str, float], dict[str, float]]:
        seen.append({example.document for example in given})
        return trained(given, _news())

    tallies = folded(documents, 3, train)  # type: ignore[arg-type]
    assert [len(documents) - len(part) for part in seen] == [3, 3, 3]
    assert {source for part in seen for source in {d.answer.source for d in documents} - part} == {
        d.answer.source for d in documents
    }
    assert max(tally.f1 for tally in tallies.values()) > 0.5
    assert table(tallies).count("best") == 1


def test_a_name_is_right_where_the_annotators_have_one_like_it() -> None:
    judged = {named.plain: example.right for d in [_proposed(1)] for named, example in _pairs(d)}
    assert judged["甲1护企专项行动"]
    assert not all(judged.values())


def _pairs(document: Proposed) -> list[tuple[Named, Example]]:
    names = [named for _, groups in document.articles for named in groups]
    return list(zip(names, examples(document), strict=True))
