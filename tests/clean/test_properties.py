import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.clean import articles
from kg.model.document import Article, Document
from kg.model.passage import Passage, join
from tests.clean.pages import Made, pages

LETTERS = re.compile(r"[\W_]+")


def clean(text: str) -> list[Article]:
    return articles(Document("page.txt", text, "0" * 64))


@given(pages())
def test_every_character_is_the_sources_own(page: Made) -> None:
    for article in clean(page.text):
        end = 0
        for at, source, length, _ in article.offsets.pieces:
            assert at >= end
            assert article.text[at : at + length] == page.text[source : source + length]
            assert set(article.text[end:at]) <= {"\n", " "}
            end = at + length
        assert set(article.text[end:]) <= {"\n"}


@given(pages())
def test_no_sentence_is_lost(page: Made) -> None:
    kept = LETTERS.sub("", "".join(article.text for article in clean(page.text)))
    for sentence in page.sentences:
        assert LETTERS.sub("", sentence) in kept


@given(pages())
def test_one_article_with_its_headline_and_no_furniture(page: Made) -> None:
    [article] = clean(page.text)
    assert article.title == page.headline
    body = article.text[article.body_start :]
    assert not any(word in body for word in ("打印", "网易", "版权", "扫一扫", "阅读次数", "原标题", "上一篇"))
    if page.headline is not None:
        assert article.text[: article.body_start] == page.headline + "\n"
        assert page.headline not in body


@given(pages())
def test_a_repeated_block_stands_once(page: Made) -> None:
    [article] = clean(page.text)
    for sentence in set(page.sentences):
        assert article.text.count(sentence) <= 1


@given(pages())
def test_broken_sentences_are_whole_again(page: Made) -> None:
    [article] = clean(page.text)
    for line in article.text[article.body_start :].split("\n"):
        assert line.endswith("。")


@given(pages())
def test_the_same_page_gives_the_same_articles(page: Made) -> None:
    assert clean(page.text) == clean(page.text)


@given(pages(), st.sampled_from(["\u3000\u3000", "\ufeff", "\n\n我要打印\n", "\u200b"]))
def test_furniture_in_front_changes_no_id(page: Made, more: str) -> None:
    assert [a.id for a in clean(page.text)] == [a.id for a in clean(more + page.text)]


@settings(max_examples=300)
@given(st.text(alphabet="市长主持。，：“”（）记者编辑来源讯日月8 \n#*、1据原标题—\u3000\xa0\u200b>", max_size=120))
def test_whatever_stands_on_a_page_offsets_hold(text: str) -> None:
    whole = text + "\n市长陆明谦主持召开产业强基专题会议，部署下步工作。"
    for article in clean(whole):
        for at, source, length, _ in article.offsets.pieces:
            assert article.text[at : at + length] == whole[source : source + length]


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)), max_size=5)


@given(st.text(max_size=30), spans)
def test_passages_know_their_source(text: str, cuts: list[tuple[int, int]]) -> None:
    ranges, end = [], 0
    for start, length in sorted(cuts):
        if start >= end and start + length <= len(text):
            ranges.append((start, start + length))
            end = start + length
    passage = Passage.of(text, 0, len(text)).without(ranges)
    assert passage.text == "".join(c for i, c in enumerate(text) if not any(a <= i < b for a, b in ranges))
    twice = join([passage.part(0, 3), passage.part(3)], between="|")
    for at, source, length, _ in [*passage.offsets.pieces, *twice.offsets.pieces]:
        assert text[source : source + length] in (passage.text[at : at + length], twice.text[at : at + length])
