"""The map from prior to confidence: that it ascends, that order does not matter, that what it promises holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.calibrate import as_yaml
from kg.evaluate.calibration import Claim, applied, bins, claims, cross_validated, expected_error, fit
from kg.evaluate.calibration_plot import plot
from kg.evaluate.judged import judged
from kg.lexicon.lexicon import read_lexicon
from kg.records.calibration import read

from .answers import FOUND, GOLD, document


def claim(
    confidence: float, right: bool, *, document: str = "a", kind: str = "visit", rule: str = "events.goes"
) -> Claim:
    return Claim(document, kind, rule, confidence, right)


def modest() -> list[Claim]:
    """Facts said with 0.7 that are right nine times in ten, over 40 documents."""
    return [claim(0.7, i % 10 != 0, document=f"d{i // 10}") for i in range(400)]


CLAIMS = st.lists(
    st.builds(
        Claim,
        document=st.sampled_from("abcdefgh"),
        kind=st.sampled_from(["visit", "date"]),
        rule=st.sampled_from(["x.one", "x.two", "x.three"]),
        confidence=st.integers(0, 20).map(lambda n: n / 20),
        right=st.booleans(),
    ),
    max_size=150,
)


def test_the_error_is_the_mean_distance_over_bins() -> None:
    given = [claim(0.95, True), claim(0.95, False), claim(0.35, False), claim(0.35, False)]
    assert expected_error(given) == pytest.approx((2 * 0.45 + 2 * 0.35) / 4)
    assert [(one.size, one.right) for one in bins(given)] == [(2, 0.0), (2, 0.5)]
    assert expected_error([]) == 0


def test_full_confidence_falls_into_the_last_bin() -> None:
    assert [one.confidence for one in bins([claim(1.0, True), claim(0.9, True)])] == [0.95]


def test_a_kind_that_was_tuned_is_believed_less_than_its_articles_say() -> None:
    known, tuned = fit(modest()), fit(modest(), tuned={"visit"})
    assert 0.7 < tuned.confidence("visit", "", 0.7) < known.confidence("visit", "", 0.7)
    assert fit(modest(), tuned={"date"}) == known


def test_a_modest_rule_is_believed_more() -> None:
    given = modest()
    assert expected_error(given) == pytest.approx(0.2)
    assert expected_error(cross_validated(given)) < 0.02


def test_a_rule_that_errs_more_than_its_kind_is_believed_less() -> None:
    given = [*modest(), *(claim(0.7, i % 2 == 0, rule="events.doubtful") for i in range(60))]
    by = fit(given)
    assert by.confidence("visit", "events.doubtful", 0.7) < 0.65 < 0.85 < by.confidence("visit", "events.goes", 0.7)


def test_a_rule_hardly_seen_is_believed_as_its_kind() -> None:
    by = fit([*modest(), claim(0.7, False, rule="events.rare")])
    assert abs(by.confidence("visit", "events.rare", 0.7) - by.confidence("visit", "events.unseen", 0.7)) < 0.1


def test_no_document_speaks_for_itself() -> None:
    given = [claim(0.5, i % 2 == 0, document=f"d{i % 2}") for i in range(80)]  # d0 all right, d1 all wrong
    found = {one.document: one.confidence for one in cross_validated(given, folds=2)}
    assert found["d0"] < 0.1 < 0.9 < found["d1"]


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(given: list[Claim], chance: random.Random) -> None:
    shuffled = list(given)
    chance.shuffle(shuffled)
    assert as_yaml(fit(shuffled)) == as_yaml(fit(given))


@given(CLAIMS, st.sampled_from(["x.one", "x.two", "x.four"]))
def test_confidence_never_falls_where_the_prior_rises(given: list[Claim], rule: str) -> None:
    by = fit(given)
    found = [by.confidence("visit", rule, n / 20) for n in range(21)]
    assert found == sorted(found)
    assert all(0 < one < 1 for one in found[1:-1])


@given(CLAIMS)
def test_what_is_written_is_what_was_fitted(tmp_path_factory: pytest.TempPathFactory, given: list[Claim]) -> None:
    by = fit(given)
    path = tmp_path_factory.mktemp("lexicon") / "confidence.yaml"
    path.write_text(as_yaml(by) if given else "meaning: m\nsource: s\nentries: {}\n", encoding="utf-8")
    again = read(read_lexicon(path).table)
    for one, other in zip(applied(given, by), applied(given, again), strict=True):
        assert other.confidence == pytest.approx(one.confidence, abs=0.011)


def test_the_claims_are_the_found_facts_of_kinds_with_a_confidence_of_their_own() -> None:
    found = {(one.kind, one.rule, one.confidence, one.right) for one in claims(judged([document(GOLD)], [FOUND]))}
    assert found == {
        ("official", "people.after-post", 0.95, True),
        ("post", "posts.plain-head", 0.9, True),
        ("person", "people.seen-acting", 0.65, False),
        ("meeting", "events.held", 0.9, True),
        ("date", "dates.day", 0.95, True),
    }


def test_the_plot_is_a_picture(tmp_path: Path) -> None:
    given = modest()
    plot({"before": given, "cross-validated": cross_validated(given)}, tmp_path / "plot.png")
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
