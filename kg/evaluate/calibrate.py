"""Fits the map from a rule's prior to confidence (`seeds/lexicons/confidence.yaml`) on annotated articles.

    python -m kg.evaluate.calibrate --gold GOLD [--texts TEXTS] [--gold …] [--tuned KIND,…] > confidence.yaml

Of the kinds whose rules were tuned on the very articles the fit goes part of the way from the priors: it says more than
they hold on others. The same bytes for the same articles, in any order of the folders.
"""

from __future__ import annotations

from kg.annotate.pipeline import pipeline
from kg.evaluate.calibration import Claim, claims, fit
from kg.evaluate.folders import Folders, folders, parser_of
from kg.evaluate.judged import judged
from kg.evaluate.readings import answered
from kg.records.calibration import Calibration


def prior_claims(given: Folders) -> list[Claim]:
    """The facts found in annotated articles, with the rules' priors as confidence."""
    nlp = pipeline()
    found: list[Claim] = []
    for answers, texts in given:
        read = answered(answers, texts, nlp=nlp, calibrated=False)
        found += claims(judged(read.gold, read.records))
    return found


def as_yaml(fitted: Calibration) -> str:
    """The lexicon's file."""
    table = {
        kind: " ".join(f"{prior:g}:{confidence:.3f}" for prior, confidence in stairs)
        for kind, stairs in fitted.stairs.items()
    }
    table |= {f"{kind} {rule}": f"{shift:+.2f}" for (kind, rule), shift in fitted.shifts.items()}
    entries = "".join(f'  "{key}": "{value}"\n' for key, value in sorted(table.items()))
    return (
        "# Written by `python -m kg.evaluate.calibrate`.\n"
        "meaning: >-\n"
        "  How often finds are right: for a kind of fact PRIOR:SHARE, from this prior of a rule on; for a rule of the\n"
        "  kind what it adds to the share's log-odds.\n"
        "source: >-\n"
        "  Isotonic regression by kind, and each rule's own share drawn towards it, on the annotated development articles.\n"
        f"entries:\n{entries}"
    )


def main() -> None:
    """Prints the lexicon fitted on all folders given."""
    parser = parser_of(__doc__)
    parser.add_argument("--tuned", default="", help="kinds whose rules were tuned on these articles, joined by commas")
    options = parser.parse_args()
    tuned = {*filter(None, options.tuned.split(","))}
    print(as_yaml(fit(prior_claims(folders(parser, options)), tuned=tuned)), end="")


if __name__ == "__main__":
    main()
