"""A place of a record has its code, or says why it has none and in what it lies."""

from __future__ import annotations

from kg.annotate.layer import Layer, Link, OrganizationMention, PlaceMention
from kg.model.document import Article
from kg.model.record import Reference
from kg.records.places import home_reference, place_reference

TEXT = "东至县青石村的代表来到芜湖市第一机床厂和鼓楼区，韩岭镇派人同行。"


def layer() -> Layer:
    made = Layer(Article(id="a", text=TEXT, source="a.txt", sha256="0" * 64))
    made.places = [
        PlaceMention(0, 3, "places.full-name", "东至县", "county", "341721", ("池州市", "安徽省")),
        PlaceMention(3, 6, "places.village", "青石村", "village", None, ("东至县",), within="341721"),
        PlaceMention(11, 14, "places.full-name", "芜湖市", "prefecture", "340200", ("安徽省",)),
        PlaceMention(20, 23, "places.shared-name", "鼓楼区", "county", open="one of 甲、乙", within="320000"),
    ]
    made.home = PlaceMention(0, 0, "places.home-metadata", "江北新区", "zone", within="340200")
    made.organizations = [OrganizationMention(11, 19, "organizations.company", "芜湖市第一机床厂", "company")]
    return made


def said(name: str, start: int, end: int, code: str | None = None) -> tuple[str | None, str | None, str | None]:
    found = place_reference(layer(), Link(name, start, end, "rule", code))
    assert found.name == name
    assert found.evidence[0].quote == TEXT
    return found.code, found.open, found.within


def test_a_code_needs_no_reason() -> None:
    assert said("东至县", 0, 3, "341721") == ("341721", None, None)
    assert said("中国", 0, 0) == ("100000", None, None)


def test_the_mention_that_ends_with_the_link_gives_what_it_lacks() -> None:
    assert said("东至县青石村", 0, 6) == (None, "village", "341721")
    assert said("东至县", 0, 3) == ("341721", None, None)
    assert said("鼓楼区", 20, 23) == (None, "one of 甲、乙", "320000")


def test_a_mention_of_its_name_gives_what_it_lacks() -> None:
    assert said("青石村", 0, 0) == (None, "village", "341721")


def test_without_a_mention_it_lies_in_what_stands_in_it_or_in_the_own_place() -> None:
    assert said("芜湖市第一机床厂", 11, 19) == (None, "organization", "340200")
    assert said("韩岭镇", 24, 27) == (None, "unlisted", "340200")
    assert said("云岭社区", 0, 0) == (None, "village", "340200")
    assert said("云岭开发区", 0, 0) == (None, "zone", "340200")
    assert said("云岭", 0, 0) == (None, "site", "340200")


def test_the_own_place() -> None:
    assert home_reference(layer()) == Reference(name="江北新区", open="zone", within="340200")
    assert said("江北新区", 0, 0) == (None, "zone", "340200")
    assert home_reference(Layer(Article(id="a", text="", source="a.txt", sha256="0" * 64))) is None
