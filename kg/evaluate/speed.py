"""How fast articles become records, stage by stage, in CPU time of one process and one thread.

    python -m kg.evaluate.speed FILE… [--limit N] [--repeat N]

The articles are read before the clock starts. A KB is 1000 bytes of the UTF-8 text given, before cleaning.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from statistics import median
from typing import TypeVar

from spacy.language import Language

from kg.annotate.layer import Layer
from kg.annotate.pipeline import pipeline
from kg.clean import articles
from kg.model.document import Document
from kg.ner.choice import DEFAULT
from kg.read import documents
from kg.records import assemble
from kg.records.version import made_by

WARM_UP = 20
"""Documents read before the clock starts, so that caches and the processor are as in the middle of a run."""
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Speed:
    """One pass over the documents."""

    size: int
    """Bytes of the documents' text in UTF-8."""
    seconds: dict[str, float]
    """CPU seconds of each stage, in the order of the stages."""

    @property
    def total(self) -> float:
        """CPU seconds of all stages."""
        return sum(self.seconds.values())

    @property
    def rate(self) -> float:
        """KB a CPU second."""
        return self.size / 1000 / self.total

    def shares(self) -> dict[str, float]:
        """Each stage's part of the time; together one."""
        return {stage: seconds / self.total for stage, seconds in self.seconds.items()}


def stages(nlp: Language) -> list[str]:
    """What is timed: `clean`, `make_doc`, the components of the pipeline, `records`, `write`, and `between` them."""
    return ["clean", "make_doc", *nlp.pipe_names, "records", "write", "between"]


def measure(nlp: Language, given: Iterable[Document]) -> Speed:
    """Turn documents into lines of records and add up where the time goes.

    `between` is what is left of the whole: freeing the docs, and the clock itself.
    """
    given = list(given)
    size = sum(len(document.text.encode()) for document in given)
    seconds = dict.fromkeys(stages(nlp), 0.0)
    record_of = partial(assemble, made_by=made_by())
    begin = time.process_time()

    def timed(stage: str, work: Callable[..., Result], *on: object) -> Result:
        start = time.process_time()
        result = work(*on)
        seconds[stage] += time.process_time() - start
        return result

    for document in given:
        for article in timed("clean", articles, document):
            doc = timed("make_doc", nlp.make_doc, article.text)
            doc._.kg = Layer(article)
            for name, component in nlp.pipeline:
                doc = timed(name, component, doc)
            record = timed("records", record_of, doc)
            timed("write", record.dump)
    seconds["between"] = time.process_time() - begin - sum(seconds.values())
    return Speed(size, seconds)


def table(passes: Sequence[Speed]) -> str:
    """A markdown table of the fastest pass, and the rate of the fastest and of the median one."""
    best = max(passes, key=lambda one: one.rate)
    rows = ["| component | seconds | share | KB a CPU-second |", "|---|---:|---:|---:|"]
    for stage, share in best.shares().items():
        taken = best.seconds[stage]
        rows.append(f"| {stage} | {taken:.3f} | {share:.1%} | {best.size / 1000 / taken if taken else 0:,.0f} |")
    rows.append(f"| total | {best.total:.3f} | 100.0% | {best.rate:,.1f} |")
    middle = median(one.rate for one in passes)
    return "\n".join(
        [
            *rows,
            "",
            f"{best.size / 1000:,.0f} KB; best of {len(passes)}: {best.rate:,.1f} KB a CPU-second, median {middle:,.1f}.",
        ]
    )


def _readable(paths: Sequence[Path]) -> Iterator[Document]:
    return (document for document in documents(paths) if isinstance(document, Document))


def main() -> None:
    """Prints the table, and the start-up apart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+", metavar="FILE", help="articles: files and folders")
    parser.add_argument("--limit", type=int, help="documents to take; all unless told")
    parser.add_argument("--repeat", type=int, default=3, help="passes over them; 3 unless told")
    parser.add_argument("--ner", default=DEFAULT, help="as for `kg extract`; `none` for the rules alone")
    options = parser.parse_args()
    reading = _readable(options.paths)
    first = next(reading)
    nlp = pipeline(ner=options.ner)
    measure(nlp, [first])
    start_up = time.process_time()  # of the process: imports, lexicons, the first article
    given = list(islice(chain([first], reading), options.limit))
    measure(nlp, given[:WARM_UP])
    print(table([measure(nlp, given) for _ in range(options.repeat)]))
    print(f"Start-up, imports and the first article: {start_up:.2f} CPU seconds.")


if __name__ == "__main__":
    main()
