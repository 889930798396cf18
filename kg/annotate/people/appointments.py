"""Posts that stand away from a name: 王某任…市长, accounts of a career."""

from __future__ import annotations

from kg.annotate.layer import Layer
from kg.annotate.people.finder import Finder


def give_posts(layer: Layer, finder: Finder) -> None:
    """Put posts behind a verb of office to the person that the clause is about."""
