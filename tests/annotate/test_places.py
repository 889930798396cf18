"""What a bare level word and a name mean in an article, and how often its own place is found."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.layer import Layer
from kg.annotate.places.component import kg_places
from kg.annotate.places.setting import division, home, link, within
from kg.clean import articles
from kg.model.document import Article, Document, Metadata

NLP = spacy.blank("zh")


def annotated(text: str, **metadata: str) -> Layer:
    return of_article(Article(id="a", text=text, source="a.txt", sha256="0" * 64, **metadata))  # type: ignore[arg-type]


def of_article(article: Article) -> Layer:
    doc = NLP.make_doc(article.text)
    doc._.kg = Layer(article)
    kg_places(doc)
    layer = doc._.kg
    assert isinstance(layer, Layer)
    return layer


CITY = "抚顺市召开会议，市委书记钱立安讲话，省水利厅派人参加，顺城区委副书记、区长丁一舟，清原县县长何立本汇报，各区区长发言。"
COUNTY = "东至县召开会议，县委书记钱立安主持，市委书记何立本和省水利厅的人到场。"
COUNTY_CITY = "荣成市举行大会，市委书记钱立安和威海市委书记何立本出席，市委作出部署。"
DISTRICT = "青浦区召开会议，区委书记钱立安主持，贯彻市委部署，区长丁一舟讲话。"


@pytest.mark.parametrize(
    ("text", "word", "before", "name", "code"),
    [
        (CITY, "市", "市委书记钱", "抚顺市", "210400"),
        (CITY, "省", "省水利厅", "辽宁省", "210000"),
        (CITY, "区", "区长丁", "顺城区", "210411"),
        (CITY, "县", "县长何", "清原满族自治县", "210423"),
        (CITY, "国", "各区", "中国", "100000"),
        (COUNTY, "县", "县委", "东至县", "341721"),
        (COUNTY, "市", "市委", "池州市", "341700"),
        (COUNTY, "省", "省水利厅", "安徽省", "340000"),
        (COUNTY_CITY, "市", "市委书记钱", "荣成市", "371082"),
        (COUNTY_CITY, "市", "市委作", "荣成市", "371082"),
        (DISTRICT, "区", "区长丁", "青浦区", "310118"),
        (DISTRICT, "市", "市委部署", "上海市", "310000"),
    ],
)
def test_what_a_level_word_means(text: str, word: str, before: str, name: str, code: str) -> None:
    found = division(annotated(text), word, text.index(before))
    assert found is not None
    assert (found.name, found.code) == (name, code)


def test_a_level_word_that_nothing_settles() -> None:
    assert division(annotated("市委书记钱立安主持会议。"), "市", 0) is None
    assert division(annotated(CITY), "镇", 20) is None
    assert division(annotated(DISTRICT), "省", 20) is None


def test_a_town_is_meant_by_its_word() -> None:
    layer = annotated("韩家店镇举行活动，镇长丁一舟讲话。", place="海州区", publisher="阜新日报")
    found = division(layer, "镇", 9)
    assert found is not None
    assert found.name == "韩家店镇"


def test_links_span_the_mention_and_carry_the_rule() -> None:
    layer = annotated(CITY)
    found = link(layer.places[0], "posts.place-in-front")
    assert (CITY[found.start : found.end], found.rule) == ("抚顺市", "posts.place-in-front")


def test_names_in_an_article() -> None:
    layer = annotated("阜新市召开会议，部署春耕。")
    own = home(layer)
    assert own is not None
    assert own.name == "阜新市"
    assert [(found := within(layer, name)) and found.code for name in ("海州区", "海州", "阜新", "辽宁", "长征镇")] == [
        "210902", "210902", "210900", "210000", None,
    ]  # fmt: skip
    assert within(annotated("会议召开。"), "海州区") is None


def test_a_place_of_the_metadata_that_is_no_division() -> None:
    own = home(annotated("芜湖市召开会议。", place="江北新区"))
    assert own is not None
    assert (own.name, own.level, own.code, own.parents) == ("江北新区", "zone", None, ("芜湖市", "安徽省"))


def named_home(text: str) -> str | None:
    own = home(annotated(text))
    return own.name if own else None


def test_where_a_leader_goes_is_not_the_own_place() -> None:
    visit = "副省长钱立安到湘西土家族苗族自治州凤凰县、永顺县调研，走访凤凰县的村寨，到凤凰县的工厂了解情况。"
    assert named_home(visit) == "湖南省"
    assert named_home("副县长钱立安到凤凰县的村寨调研，走访凤凰县的工厂。") == "凤凰县"


def test_a_place_that_alone_is_spoken_of_is_the_own_place_wherever_it_stands_first() -> None:
    often = "在河北唐山，就业是大事。唐山建立网格，唐山依托市场，唐山推出政策，唐山聚焦企业，服务迁安。市工商联开展行动，全市推进。"
    assert named_home(often) == "唐山市"
    assert named_home("在河北唐山，企业家见面。市工商联和外市的同行谈合作。") is None


def test_a_shared_place_of_the_metadata_is_settled_by_the_article() -> None:
    settled = home(annotated("连云港市召开会议。", place="海州区"))
    unsettled = home(annotated("会议召开。", place="海州区"))
    assert settled is not None
    assert settled.code == "320706"
    assert unsettled is not None
    assert (unsettled.code, unsettled.open) == (None, "one of 辽宁省阜新市海州区、江苏省连云港市海州区")


def test_a_place_without_a_code_lies_in_what_stands_in_front_or_in_the_own_place() -> None:
    found = {
        m.name: m.within for m in annotated("东至县委书记到青石村走访。", publisher="池州日报").places if not m.code
    }
    shared = [(m.open, m.within) for m in annotated("铁东区的工厂复工。").places]
    twins = [(m.open, m.within) for m in annotated("吉林省召开会议，永定区没有参加。").places if not m.code]
    assert found == {"青石村": "341721"}
    assert shared == [("one of 辽宁省鞍山市铁东区、吉林省四平市铁东区", None)]
    assert twins == [("one of 福建省龙岩市永定区、湖南省张家界市永定区", None)]


@pytest.mark.parametrize(
    ("published", "code"),
    [("2011-12-30", "340225"), ("2012-03-01", "340225"), ("2010-03-01", "341422"), (None, "340281")],
)
def test_a_division_that_was_renumbered_is_that_of_its_time(published: str | None, code: str) -> None:
    name = "无为县" if published else "无为市"
    found = annotated(f"{name}召开会议。", **({"published_on": published} if published else {}))
    assert [m.code for m in found.places] == [code]


@given(
    st.text(
        alphabet="上海市青浦区委我全县镇街道村在到和、。（）召开书记长抚顺清原州王朝阳合作新建域开发 \n1", max_size=80
    )
)
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    layer = annotated(text)
    spans = [(m.start, -m.end) for m in layer.places]
    assert spans == sorted(spans)
    assert all(0 <= m.start < m.end <= len(text) for m in layer.places)
    assert all(m.code is None for m in layer.places if m.open)
    assert all(m.within is None for m in layer.places if m.code)
    assert all(m.code or m.open or m.level in ("zone", "village") for m in layer.places)
    assert len({(m.start, m.end) for m in layer.places}) == len(layer.places)


def _gold(shared: Path, part: str) -> list[tuple[Article, str | None]]:
    """The articles with their places, of those documents that are split as the annotators did."""
    gold, texts = shared / "gold" / part, shared / ("seeds" if part == "seeds" else "gold/dev")
    with (gold / "metadata.csv").open(encoding="utf-8-sig") as file:
        known = {row["file"]: row for row in csv.DictReader(file)}
    found = []
    for path in sorted(gold.glob("*.json")):
        answer = json.loads(path.read_text("utf-8"))
        row = known.get(answer["source"], {})
        metadata = Metadata(published_on=row.get("published_on") or None, publisher=row.get("publisher") or None)
        text = (texts / answer["source"]).read_text("utf-8")
        made = list(articles(Document(path=answer["source"], text=text, sha256="0" * 64, metadata=metadata)))
        if len(made) == len(answer["articles"]):
            found += [(article, said["place"]) for article, said in zip(made, answer["articles"], strict=True)]
    return found


@pytest.mark.shared
@pytest.mark.parametrize(("part", "least"), [("seeds", 1.0), ("dev", 0.94)])
def test_how_often_the_own_place_is_found(shared: Path, part: str, least: float) -> None:
    pairs = _gold(shared, part)
    right = sum((own.name if (own := home(of_article(article))) else None) == place for article, place in pairs)
    assert right / len(pairs) >= least
