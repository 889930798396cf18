"""The words of a doc: `doc.spans["words"]`, sentence by sentence."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.words.words import sentences_at, words_at

GROUP = "words"
"""The name of the span group."""


def words_of(doc: Doc, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Offsets in `doc.text` of the words of the sentences that share a character with `start:end`, in order.

    They go into `doc.spans["words"]`, widened to whole tokens where tokens cut words; sentences that nobody
    asks for are not in it. The words of a sentence tile what is not blank in it.

    Args:
        doc: A doc of any tokenisation.
        start: First character of the stretch asked about.
        end: Its end; the text's, where left out.
    """
    text = doc.text
    end = len(text) if end is None else end
    known: list[int] = doc._.kg_words
    fresh = [span for span in sentences_at(text, start, end) if span[0] not in known]
    if fresh or GROUP not in doc.spans:
        known.extend(first for first, _ in fresh)
        spans = [
            *doc.spans.get(GROUP, []),
            *(
                span
                for first, last in fresh
                for a, b in words_at(text, first, last)
                if (span := doc.char_span(a, b, alignment_mode="expand")) is not None
            ),
        ]
        doc.spans[GROUP] = sorted(spans, key=lambda span: (span.start, span.end))
    return words_at(text, start, end)


def _done(doc: Doc) -> list[int]:
    """Where the sentences start whose words are in the group: a list, which spaCy can store."""
    done: list[int] = doc.user_data.setdefault("kg_words", [])
    return done


if not Doc.has_extension("kg_words"):
    Doc.set_extension("kg_words", getter=_done)
