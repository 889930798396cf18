"""Every notebook runs from top to bottom, and is committed without outputs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from .conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def executed(path: Path, folder: Path) -> nbformat.NotebookNode:
    """The notebook with its outputs: no error, no empty table, and a picture."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    assert not [out for out in outputs if out.output_type == "error"]
    assert tables(notebook)
    assert all("<tbody>" in table and "<td>" in table for table in tables(notebook)), "an empty table"
    assert any("image/png" in out.get("data", {}) for out in outputs)
    warned = [out.text for out in outputs if out.output_type == "stream" and out.name == "stderr"]
    assert not [text for text in warned if "Glyph" in text], "labels without glyphs"
    return notebook


def tables(notebook: nbformat.NotebookNode) -> list[str]:
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    return [out.data["text/html"] for out in outputs if "text/html" in out.get("data", {})]


@EACH
def test_it_runs(path: Path, tmp_path: Path) -> None:
    executed(path, tmp_path)


@pytest.mark.neo4j
@EACH
def test_it_runs_on_neo4j(path: Path, tmp_path: Path, neo4j_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_NOTEBOOK_TARGET", neo4j_address)
    on_neo4j = tables(executed(path, tmp_path))
    monkeypatch.delenv("KG_NOTEBOOK_TARGET")
    assert on_neo4j == tables(executed(path, tmp_path))


@EACH
def test_it_is_committed_without_outputs(path: Path) -> None:
    assert not [
        cell for cell in nbformat.read(path, as_version=4).cells if cell.get("outputs") or cell.get("execution_count")
    ]
