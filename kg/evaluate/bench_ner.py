"""Names of persons by rules, by the tagger, by both, and by the peers that install here, as one table.

    python -m kg.evaluate.bench_ner --gold FOLDER [--texts FOLDER] … [--peers lac,thulac] [--environments build/peers]

Every system but the whole pipeline (rules, both) reads the documents as they are. P, R and F1 are over the set of
names in each document; "less bylines" leaves out, for all alike, names that stand only in a byline or in
the name of a doctrine. Only totals are printed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from kg.annotate.pipeline import annotate, pipeline
from kg.clean import articles
from kg.errors import RecordError
from kg.evaluate.gold import GoldDocument, gold
from kg.evaluate.names import kept, of_records, tally
from kg.evaluate.peers import PEERS
from kg.evaluate.peers.run import Measured, NotRun, run
from kg.model.document import Document
from kg.model.failure import Failure
from kg.ner.choice import DEFAULT, NONE, add_ner
from kg.ner.tagger import PACKAGED
from kg.read import documents
from kg.records import assemble


@dataclass(frozen=True, slots=True)
class Given:
    """A folder of gold answers with the documents they are of, in the same order."""

    name: str
    gold: list[GoldDocument]
    documents: list[Document]


def given(answers: Path, texts: Path) -> Given:
    """Gold answers with their documents; metadata from `metadata.csv` beside the answers.

    Raises:
        RecordError: A text is not there or cannot be read.
    """
    wanted = gold(answers)
    beside = answers / "metadata.csv"
    paths = [str(texts / document.source) for document in wanted]
    found = list(documents(paths, metadata=beside if beside.is_file() else None))
    read = [document for document in found if isinstance(document, Document)]
    if len(read) != len(wanted):
        failed = next((one for one in found if isinstance(one, Failure)), None)
        raise RecordError(
            f"{texts}: {failed or 'does not hold each document once.'}", "Name their folder with --texts."
        )
    return Given(answers.name, wanted, read)


def _timed(find: Callable[[Document], list[str]], read: Sequence[Document], size: float | None) -> Measured:
    find(read[0])
    begin = time.process_time()
    names = [find(document) for document in read]
    return Measured(names, time.process_time() - begin, size)


def whole(ner: str, read: Sequence[Document]) -> Measured:
    """The pipeline's officials and other people."""
    nlp = pipeline(ner=ner)

    def find(document: Document) -> list[str]:
        return of_records(assemble(doc, made_by="") for _, doc in annotate(nlp, articles(document)))

    return _timed(find, read, None if ner == NONE else _size())


def alone(read: Sequence[Document], *, cleaned: bool = False) -> Measured:
    """The packaged tagger's `doc.ents` labelled PERSON, of the documents or of their cleaned articles."""
    nlp = spacy.blank("zh")
    add_ner(nlp, DEFAULT)

    def find(document: Document) -> list[str]:
        texts = [article.text for article in articles(document)] if cleaned else [document.text]
        return [e.text for text in texts for e in nlp(text).ents if e.label_ == "PERSON"]

    return _timed(find, read, _size())


def _size() -> float:
    return sum(file.stat().st_size for file in PACKAGED.iterdir() if file.suffix != ".md") / 1e6


def systems(read: Sequence[Document], peers: Sequence[str], environments: Path) -> Iterator[tuple[str, Measured | str]]:
    """Each system's title, with what it found or why it was not run."""
    yield "rules alone", whole(NONE, read)
    yield "NER alone", alone(read)
    yield "NER alone, on cleaned articles", alone(read, cleaned=True)
    yield "**both**", whole(DEFAULT, read)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{i:05}.txt") for i in range(len(read))]
        for path, document in zip(paths, read, strict=True):
            path.write_text(document.text, encoding="utf-8", newline="\n")
        for peer in PEERS:
            if peer.name in peers:
                try:
                    yield peer.title, run(peer, paths, environments)
                except NotRun as reason:
                    yield peer.title, str(reason)


def _cells(one: Given, names: list[list[str]]) -> list[str]:
    raw = tally(one.gold, names)
    less = tally(one.gold, [kept(d.text, found) for d, found in zip(one.documents, names, strict=True)])
    return [f"{value:.3f}" for t in (raw, less) for value in (t.precision, t.recall, t.f1)]


def table(folders: Sequence[Given], found: Iterator[tuple[str, Measured | str]]) -> Iterator[str]:
    """Lines of the markdown table, then one for each system that was not run."""
    heads = ["names by"]
    for one in folders:
        count = sum(len({*of_records(document.articles)}) for document in one.gold)
        heads += [f"{one.name} ({len(one.gold)} documents, {count} names) P", "R", "F1", "less bylines P", "R", "F1"]
    heads += ["characters a CPU-second", "MB"]
    yield "| " + " | ".join(heads) + " |"
    yield "|---" * len(heads) + "|"
    size = sum(len(document.text) for one in folders for document in one.documents)
    missing = []
    for title, measured in found:
        if isinstance(measured, str):
            missing.append(f"{title} {measured}")
            continue
        cells, at = [title], 0
        for one in folders:
            cells += _cells(one, measured.names[at : at + len(one.documents)])
            at += len(one.documents)
        megabytes = "" if measured.megabytes is None else f"{measured.megabytes:.1f}"
        yield "| " + " | ".join([*cells, f"{size / measured.seconds:,.0f}", megabytes]) + " |"
    yield from (f"\nNot run: {why}" for why in missing)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, action="append", required=True, help="folder of answers")
    parser.add_argument(
        "--texts", type=Path, action="append", help="folder of their texts, in the same order; else beside them"
    )
    parser.add_argument("--peers", default=",".join(peer.name for peer in PEERS), help="which, joined by commas")
    parser.add_argument("--environments", type=Path, default=Path("build/peers"), help="where the peers are installed")
    options = parser.parse_args()
    folders = [
        given(answers, texts) for answers, texts in zip(options.gold, options.texts or options.gold, strict=True)
    ]
    read = [document for one in folders for document in one.documents]
    for line in table(folders, systems(read, options.peers.split(","), options.environments)):
        print(line)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
