"""Pull quotes: a sentence of the text that the page shows once more, large, on lines of its own."""

from __future__ import annotations

import re

from kg.clean.paragraphs import is_heading
from kg.model.passage import Passage

_LETTERS = re.compile(r"[\W_]+")
_QUOTED = re.compile(r"[“\"❝「『].{4,}[”\"❞」』]\s*(?:[—－-]+[^。，]{0,20})?")
_SENTENCE = re.compile(r".*[。！？!?]”?")
_LED = re.compile(r"(?:[：:，,、]|说|道|称)$")
_ENDED = re.compile(r"[。！？!?”）)]$")
_LINES = 4
_LEAST, _PLAIN, _MOST = 10, 24, 90
"""Letters of a pull quote: in quotation marks or whole sentences; of one that is neither; at most."""


def without_pull_quotes(lines: list[Passage]) -> list[Passage]:
    """The lines less those that only show what the text says elsewhere, inside a longer line or over several.

    A line that says the whole of another is a repetition and stays here.
    """
    if len(lines) < 3:
        return lines
    letters = [_LETTERS.sub("", line.text) for line in lines]
    kept: list[Passage] = []
    i = 0
    while i < len(lines):
        end = next((end for end in range(i + _LINES, i, -1) if _pulled(lines, letters, i, end)), None)
        if end is None:
            kept.append(lines[i])
        i = end or i + 1
    return kept


def _pulled(lines: list[Passage], letters: list[str], start: int, end: int) -> bool:
    if end > len(lines) or (start and _LED.search(lines[start - 1].text)):
        return False
    text = "".join(line.text for line in lines[start:end])
    said = "".join(letters[start:end])
    if not _LEAST <= len(said) <= _MOST:
        return False
    quoted = _QUOTED.fullmatch(text) is not None
    if quoted:
        said = _LETTERS.sub("", re.split(r"[—－]", text)[0])
    elif (
        end - start > 1
        or not (_SENTENCE.fullmatch(text) or (len(said) >= _PLAIN and is_heading(text)))
        or (start > 0 and not _ENDED.search(lines[start - 1].text))
    ):
        return False
    if len(said) < _LEAST or any(said == other for k, other in enumerate(letters) if not start <= k < end):
        return False
    return said in "".join(letters[:start]) or said in "".join(letters[end:])
