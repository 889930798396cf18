"""`doc.spans["words"]`, for the sentences that somebody asks about."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from kg.words import words_of
from kg.words.component import kg_words  # registers it

TEXT = "市长主持召开会议。会议听取了汇报。\n副市长出席。"


def _shown(doc: Doc) -> list[str]:
    return [span.text for span in doc.spans["words"]]


def test_only_the_sentence_asked_about() -> None:
    doc = spacy.blank("zh")(TEXT)
    assert "words" not in doc.spans
    at = TEXT.index("听取")
    assert [TEXT[a:b] for a, b in words_of(doc, at, at + 2)] == ["会议", "听取", "了", "汇报", "。"]
    assert _shown(doc) == ["会议", "听取", "了", "汇报", "。"]
    words_of(doc, 0, 1)
    words_of(doc, 0, 1)
    assert _shown(doc) == ["市长", "主持", "召开", "会议", "。", "会议", "听取", "了", "汇报", "。"]


def test_the_component_gives_every_sentence_its_words() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("kg_words")
    doc = nlp(TEXT)
    assert _shown(doc) == [TEXT[a:b] for a, b in words_of(doc)]
    assert "".join(_shown(doc)) == TEXT.replace("\n", "")


def test_it_works_on_any_tokens() -> None:
    doc = Doc(spacy.blank("zh").vocab, words=["市", "长主", "持会议"], spaces=[False, False, False])
    assert [doc.text[a:b] for a, b in words_of(kg_words(doc))] == ["市长", "主持", "会议"]
    assert _shown(doc) == ["市长主", "长主持会议", "持会议"]


def test_an_empty_doc() -> None:
    doc = spacy.blank("zh")("")
    assert words_of(doc) == []
    assert _shown(doc) == []


def test_a_doc_keeps_its_words_when_it_is_stored() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("kg_words")
    doc = Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    before = _shown(doc)
    words_of(doc)
    assert _shown(doc) == before
