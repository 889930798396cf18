"""Words by spacy-pkuseg: a layer over the characters, for the sentences (the predicates: clauses) that ask for it.

    from kg.words import starts_word, words_of

    words_of(doc, 12, 15)        # [(8, 12), (12, 15), …]: the words of the sentence in which 12:15 stands
    starts_word(doc.text, 12)    # whether a word begins at character 12

The model is loaded when first asked for a word. How it came to be, and how good it is: `model/README.md`.
"""

from kg.words.layer import words_of
from kg.words.words import ends_word, starts_word, whole_words, word_around, words_at

__all__ = ["ends_word", "starts_word", "whole_words", "word_around", "words_at", "words_of"]
