"""The page of errors: where facts stand, why they are wrong, and that the page needs nothing but itself."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.errors_causes import explained
from kg.evaluate.errors_marks import Searchable, pieces, places
from kg.evaluate.errors_page import page
from kg.evaluate.judged import Judged, judged
from kg.model.record import ArticleRecord

from .answers import FOUND, GOLD, TEXT, document, record


def facts(gold: ArticleRecord = GOLD, found: ArticleRecord = FOUND) -> list[Judged]:
    return list(judged([document(gold)], [found]))


def one(metric: str, verdict: str, among: list[Judged] | None = None) -> Judged:
    return next(x for x in among or facts() if (x.metric, x.verdict) == (metric, verdict))


def test_a_missed_name_stands_where_the_text_has_it() -> None:
    [place] = places(one("official", "missed"), [Searchable(TEXT)])
    assert TEXT[place.start : place.end] == "李海"


def test_a_missed_name_is_found_through_quotation_marks() -> None:
    [place] = places(one("initiative", "missed"), [Searchable(TEXT)])
    assert TEXT[place.start : place.end] == "亮灯”行动"


def test_a_found_fact_stands_in_the_sentence_of_its_evidence() -> None:
    text = "王龙江出席。" + TEXT
    moved = Searchable(TEXT), Searchable(text)
    assert {TEXT[p.start : p.end] for p in places(one("official", "right"), moved)} == {"王龙江"}
    assert {p.article for p in places(one("official", "right"), moved)} == {0}


def test_a_name_that_the_text_lacks_has_no_place() -> None:
    assert places(one("official", "missed"), [Searchable("别的文章。")]) == []


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=6),
)
def test_the_pieces_are_the_text_and_every_mark_covers_its_own(text: str, spans: list[list[int]]) -> None:
    marked = [(min(a, len(text)), min(b, len(text)), i) for i, (a, b) in enumerate(spans)]
    found = list(pieces(text, marked))
    assert "".join(piece for piece, _ in found) == text
    for start, end, number in marked:
        assert "".join(piece for piece, numbers in found if number in numbers) == text[start:end]


@given(st.text(alphabet="“”王李 海（(\n", max_size=12), st.text(alphabet="王李海(", min_size=1, max_size=3))
def test_what_is_found_is_the_term_but_for_marks(text: str, term: str) -> None:
    for start, end in Searchable(text).find(term):
        assert re.sub("[“” \n]", "", text[start:end]).replace("（", "(") == term


def causes() -> dict[tuple[str, str], str]:
    given = facts()
    absent = {i for i, x in enumerate(given) if not places(x, [Searchable(TEXT)])}
    return {(x.error.metric, x.error.verdict): x.cause for x in explained(given, absent)}


def test_the_cause_is_told_by_the_other_facts() -> None:
    found = causes()
    assert found["official", "missed"] == "other kind"
    assert found["person", "extra"] == "other kind"
    assert found["chaired", "missed"] == "other kind"
    assert found["project", "missed"] == "alone"


def test_a_wrong_boundary_is_told_from_a_missed_name() -> None:
    gold, found = (record(initiatives=[{"name": name}]) for name in ("清洁河湖行动", "清河行"))
    given = facts(gold, found)
    [missed, extra] = explained(given, set())
    assert (missed.cause, extra.cause) == ("near", "near")
    assert missed.other is extra.error


def test_the_roles_of_a_missed_meeting_are_its_own() -> None:
    given = facts(GOLD, record(title=GOLD.title))
    found = {x.error.metric: x.cause for x in explained(given, set())}
    assert (found["meeting"], found["chaired"], found["meeting_date"]) == ("alone", "owner", "owner")


def test_a_name_cleaned_away_is_absent() -> None:
    given = facts()
    at = given.index(one("project", "missed", given))
    assert {x.error.metric: x.cause for x in explained(given, {at})}["project"] == "absent"


class Reader(HTMLParser):
    """Collects tags, and the text of the articles."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "p":
            self.texts.append("")
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "p" in self.open:
            self.texts[-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


def test_the_page_shows_the_text_unchanged_with_the_facts_marked() -> None:
    reader = read(page([document(GOLD)], [(FOUND, TEXT)], title="dev"))
    assert TEXT in reader.texts
    classes = {attributes["class"] for tag, attributes in reader.tags if tag == "mark"}
    assert {"missed", "extra", "right"} <= classes


def test_every_error_is_listed_once() -> None:
    wrong = [x for x in facts() if x.verdict != "right"]
    listed = [
        attributes for tag, attributes in read(page([document(GOLD)], [(FOUND, TEXT)], title="dev")).tags if tag == "li"
    ]
    assert len(listed) == len(wrong) == len({attributes["data-n"] for attributes in listed})


def test_every_mark_names_facts_that_there_are() -> None:
    html = page([document(GOLD)], [(FOUND, TEXT)], title="dev")
    known = json.loads(re.findall(r'id="facts">(.*?)</script>', html, re.S)[0])
    assert len(known) == len(facts())
    for tag, attributes in read(html).tags:
        if tag == "mark" and (numbers := attributes.get("data-f")):
            assert all(int(number) < len(known) for number in numbers.split())


def test_the_page_needs_no_other_file() -> None:
    elsewhere = record("/home/someone/texts/a.txt", **json.loads(FOUND.model_dump_json(exclude={"source"})))
    html = page([document(GOLD)], [(elsewhere, TEXT)], title="dev")
    assert not {"src", "href"} & {name for _, attributes in read(html).tags for name in attributes}
    assert "/home/someone" not in html


def test_text_is_no_markup() -> None:
    text = "<script>alert(1)</script>王龙江</p>"
    html = page([document(GOLD)], [(record(), text)], title="<b>")
    assert text in read(html).texts
    assert "<script>alert" not in html


def test_a_document_that_was_not_read_is_on_the_page() -> None:
    assert "No article was read." in page([document(GOLD)], [], title="dev")


def test_the_documents_with_most_errors_come_first() -> None:
    answers = [document(record("b.txt"), name="b"), document(GOLD)]
    html = page(answers, [(record("b.txt"), "无事。"), (FOUND, TEXT)], title="dev")
    sections = [attributes["id"] for tag, attributes in read(html).tags if tag == "section"]
    assert sections == ["a", "b"]
