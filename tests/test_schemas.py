"""What `schemas/` publishes is what the models and the graph are."""

from __future__ import annotations

import json

import pytest

from kg.cli.schema import published
from kg.graph.schema import LABELS, RELATIONSHIPS

from .conftest import ROOT


@pytest.mark.parametrize("name", sorted(published()))
def test_the_committed_file_is_what_is_published(name: str) -> None:
    assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == published()[name], "write it again: kg schema"


def test_the_record_schema_refuses_unknown_fields() -> None:
    assert json.loads(published()["record.schema.json"])["additionalProperties"] is False


def test_one_property_name_has_one_type() -> None:
    types: dict[str, set[str]] = {}
    for owner in [*LABELS.values(), *RELATIONSHIPS.values()]:
        for name, kind in owner.properties.items():
            types.setdefault(name, set()).add(kind)
    assert {name: kinds for name, kinds in types.items() if len(kinds) > 1} == {}


def test_no_property_has_a_name_that_the_embedded_store_makes_up() -> None:
    for owner in [*LABELS.values(), *RELATIONSHIPS.values()]:
        assert not {"title", "type"} & set(owner.properties)


def test_every_end_is_a_label() -> None:
    assert {end for kind in RELATIONSHIPS.values() for pair in kind.ends for end in pair} <= set(LABELS)
