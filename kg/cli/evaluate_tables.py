"""What `kg eval` prints."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kg.cli.output import out
from kg.evaluate.calibration import KINDS, Claim, expected_error
from kg.evaluate.links import Links
from kg.evaluate.scores import as_text
from kg.evaluate.tally import Tally


def print_scores(
    *, answers_count: int, tallies: dict[str, Tally], only: str | None, detail: bool, as_json: bool
) -> None:
    """Precision, recall and F1 a metric, and what is wrong."""
    shown = {metric: tally for metric, tally in tallies.items() if not only or metric in only.split(",")}
    if as_json:
        table = {
            metric: {"p": round(t.precision, 4), "r": round(t.recall, 4), "f": round(t.f1, 4), "n": t.gold}
            for metric, t in shown.items()
        }
        print(json.dumps(table))
        return
    print(f"{answers_count} documents\n{as_text(shown)}")
    for metric, t in shown.items() if detail else ():
        out.print(f"\n{metric}", style="bold")
        for label, items in (("missed", t.missed), ("wrong", t.extra)):
            for where, item in items:
                out.print(f"  {label:7} {where}  {item}", markup=False)


def print_links(found: Links, *, detail: bool, as_json: bool) -> None:
    """Right, wrong, open and missing places a reading, and which."""
    counts = {
        name: {"right": t.right, **{verdict: len(items) for verdict, items in t.others.items()}, "of": t.total}
        for name, t in found.readings.items()
    }
    if as_json:
        print(json.dumps({**counts, "no_division": found.no_division, "untold": found.untold}))
        return
    print(f"{'reading':12}{'share':>7}{'of':>7}{'right':>7}{'wrong':>7}{'open':>7}{'missing':>9}")
    for name, tally in found.readings.items():
        c = counts[name]
        print(f"{name:12}{tally.share:7.3f}{c['of']:7d}{c['right']:7d}{c['wrong']:7d}{c['open']:7d}{c['missing']:9d}")
    print(f"left out: {found.no_division} without a division, {found.untold} shared and not told by the gold")
    for name, tally in found.readings.items() if detail else ():
        out.print(f"\n{name}", style="bold")
        for verdict, items in tally.others.items():
            for where, kind, item in items:
                out.print(f"  {verdict:7} {where}  {kind} {item}", markup=False)


def print_calibration(stages: Mapping[str, Sequence[Claim]], *, as_json: bool) -> None:
    """Expected calibration error a kind, at each stage."""
    errors: dict[str, dict[str, float]] = {}
    sizes: dict[str, int] = {}
    for kind in KINDS:
        own = {stage: [claim for claim in claims if claim.kind == kind] for stage, claims in stages.items()}
        sizes[kind] = max(map(len, own.values()))
        errors[kind] = {stage: expected_error(claims) for stage, claims in own.items()}
    if as_json:
        print(
            json.dumps(
                {kind: {"n": sizes[kind], **{s: round(e, 4) for s, e in errors[kind].items()}} for kind in KINDS}
            )
        )
        return
    print(f"{'kind':12}{'found':>7}" + "".join(f"{stage:>17}" for stage in stages))
    for kind in KINDS:
        print(f"{kind:12}{sizes[kind]:7d}" + "".join(f"{error:17.3f}" for error in errors[kind].values()))
