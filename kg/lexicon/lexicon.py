"""One lexicon: a YAML file of words with what they mean and where they come from.

meaning: Family names of one character.
source: The common reading of …
entries: [丁, 万, …]          # or a table, word: value
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import LexiconError
from kg.lexicon.seeds import seeds_folder


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in code-point order; `table` gives each its value where the lexicon is a table."""

    name: str
    meaning: str
    source: str
    entries: tuple[str, ...]
    table: dict[str, str]
    sha256: str

    def __contains__(self, word: str) -> bool:
        return word in self.table if self.table else word in self.entries

    def alternation(self) -> str:
        """The words as a regular expression, longest first."""
        return alternation(self.entries)


def alternation(words: Iterable[str]) -> str:
    """Words as a regular expression, longest first, behind a look at the first character, which spares most places the trial of each."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    first = "".join(re.escape(character) for character in sorted({word[0] for word in longest_first}))
    return f"(?=[{first}])(?:{'|'.join(map(re.escape, longest_first))})"


class _Loader(yaml.SafeLoader):
    """YAML in which a key stands once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key) for key, _ in node.value]
        if len(set(keys)) != len(keys):
            for key in keys:
                if keys.count(key) == 1:
                    continue
                raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file.

    Raises:
        LexiconError: It is malformed, unsorted or holds a word twice; the message says which.
    """
    data = path.read_bytes()
    try:
        content: Any = yaml.load(data, _Loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{path}: {error}", "Mend the YAML.") from None
    if not isinstance(content, dict) or not {"meaning", "source", "entries"} == set(content):
        raise LexiconError(f"{path}: has not just meaning, source and entries.", "Give these three.")
    entries = content["entries"]
    words = list(entries)
    for word in words + (list(entries.values()) if isinstance(entries, dict) else []):
        if not isinstance(word, str) or word != unicodedata.normalize("NFC", word).strip() or not word:
            raise LexiconError(f"{path}: {word!r} is no plain NFC word.", "Quote it, and take blanks off its edges.")
    if len(set(words)) != len(words):
        twice = sorted({word for word in words if words.count(word) > 1})
        raise LexiconError(f"{path}: {'、'.join(twice)} stands twice.", "Leave one.")
    if words != sorted(words):
        first = next(b for a, b in itertools.pairwise(words) if b < a)
        raise LexiconError(f"{path}: {first!r} is out of order.", "Sort the entries by code point.")
    table = dict(entries) if isinstance(entries, dict) else {}
    return Lexicon(
        path.stem, content["meaning"], content["source"], tuple(words), table, hashlib.sha256(data).hexdigest()
    )


@functools.cache
def load(name: str) -> Lexicon:
    """The lexicon `seeds/lexicons/<name>.yaml`.

    Raises:
        LexiconError: It is missing, malformed, unsorted or holds a word twice; the message says which.
    """
    path = seeds_folder("lexicons") / f"{name}.yaml"
    if not path.is_file():
        raise LexiconError(f"There is no lexicon {name}.", f"Write {path}.")
    return read_lexicon(path)
