"""A reliability plot: the share of right facts against their confidence, a panel a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kg.evaluate.calibration import KINDS, Claim, bins, expected_error

_COLUMNS = 4
_COLOURS = ("#b9a27c", "#2b6c8f", "#8a3b5c")


def plot(stages: Mapping[str, Sequence[Claim]], path: Path) -> None:
    """Draw claims as they are at each stage (`before`, `cross-validated`); a dot's size is the number of facts."""
    rows = -(-len(KINDS) // _COLUMNS)
    figure = Figure(figsize=(3.1 * _COLUMNS, 3.2 * rows), layout="constrained")
    FigureCanvasAgg(figure)
    panels = figure.subplots(rows, _COLUMNS, sharex=True, sharey=True, squeeze=False)
    for kind, panel in zip(KINDS, panels.flat, strict=False):
        panel.plot([0, 1], [0, 1], color="#bbbbbb", linewidth=1)
        for (stage, claims), colour in zip(stages.items(), _COLOURS, strict=False):
            own = [claim for claim in claims if claim.kind == kind]
            found = bins(own)
            panel.plot(
                [one.confidence for one in found],
                [one.right for one in found],
                color=colour,
                linewidth=1,
                label=f"{stage} {expected_error(own):.3f}",
            )
            panel.scatter(
                [one.confidence for one in found],
                [one.right for one in found],
                s=[8 + 120 * one.size / max(1, len(own)) for one in found],
                color=colour,
                alpha=0.7,
            )
        panel.set_title(kind, fontsize=10)
        panel.legend(fontsize=7, loc="upper left", title="calibration error", title_fontsize=7)
    figure.supxlabel("confidence", fontsize=10)
    figure.supylabel("share right", fontsize=10)
    figure.savefig(path, dpi=110, metadata={"Software": None})
