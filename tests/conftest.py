"""What several tests stand on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.neo4j_server import neo4j_address, neo4j_server  # noqa: F401

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated real articles, which lies outside the project."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"NOT RUN: needs the annotated articles in {SHARED} (set KG_SHARED)")
    return SHARED
