"""One delta joins two officials into one, another parts them again."""

from __future__ import annotations

from kg.model.judgement import Judgement
from kg.model.mention import mention_id
from tests.graph.state import Build, built, official, record

FIRST = record(
    "a",
    published_on="2019-03-01",
    place="东至县",
    officials=[official("王龙江", "县长@东至县")],
    meetings=[
        {"name": "全县项目推进会", "kind": "推进会", "date": "2019-03-01", "place": "东至县", "chairs": ["王龙江"]}
    ],
)
SECOND = record(
    "b",
    published_on="2021-08-02",
    place="池州市",
    officials=[official("王龙江", "副市长@池州市")],
    meetings=[{"name": "全市防汛会议", "kind": "会议", "date": "2021-08-02", "place": "池州市", "chairs": ["王龙江"]}],
)
BRIDGE = record(
    "c",
    published_on="2021-06-30",
    place="池州市",
    officials=[official("王龙江", "副市长@池州市", "县长@东至县!former")],
)
SAME = Judgement(
    id="1",
    decision="same",
    mentions=[mention_id(FIRST.id, "official", "王龙江"), mention_id(SECOND.id, "official", "王龙江")],
)
NOT_SAME = Judgement(id="2", decision="not_same", mentions=SAME.mentions, supersedes="1")


def chairs(build: Build) -> set[str]:
    return {one.start[1] for one in build.relationships("CHAIRED")}


def test_an_article_that_names_both_posts_joins_them_and_its_withdrawal_parts_them() -> None:
    build = built([FIRST, SECOND])
    assert len(chairs(build)) == 2
    apart = build.store.digest()
    delta = build.put(BRIDGE)
    assert len(chairs(build)) == 1
    assert len(build.nodes("Official")) == 1
    assert [label for label, _ in delta.gone_nodes if label == "Person"] == ["Person"]
    assert build.store.digest() == built([BRIDGE, SECOND, FIRST]).store.digest()
    build.withdraw(BRIDGE)
    assert len(chairs(build)) == 2
    assert build.store.digest() == apart


def test_a_judgement_joins_them_and_a_later_one_parts_them() -> None:
    build = built([FIRST, SECOND])
    apart = build.store.digest()
    build.judgements = [SAME]
    assert build.update()
    assert len(chairs(build)) == 1
    assert build.store.digest() == built([SECOND, FIRST], [SAME]).store.digest()
    build.judgements = [SAME, NOT_SAME]
    build.update()
    assert build.store.digest() == apart
    assert not build.update()


def test_not_same_parts_what_a_block_would_join() -> None:
    other = record("d", published_on="2019-04-01", place="东至县", officials=[official("王龙江", "县长@东至县")])
    assert len(built([FIRST, other]).nodes("Official")) == 1
    apart = Judgement(
        id="1",
        decision="not_same",
        mentions=[mention_id(FIRST.id, "official", "王龙江"), mention_id(other.id, "official", "王龙江")],
    )
    assert len(built([FIRST, other], [apart]).nodes("Official")) == 2


def test_a_judgement_outlives_the_withdrawal_of_what_it_judges() -> None:
    build = built([FIRST, SECOND], [SAME])
    whole = build.store.digest()
    build.withdraw(FIRST)
    build.put(FIRST)
    assert build.store.digest() == whole


def test_only_what_an_article_touches_is_in_its_delta() -> None:
    elsewhere = [
        record(f"铜陵{n}", published_on="2020-01-01", place="铜陵市", officials=[official(name, "副市长@铜陵市")])
        for n, name in enumerate(["陈大河", "李小溪", "周春山"])
    ]
    build = built([FIRST, *elsewhere])
    delta = build.put(SECOND)
    known = {node.properties.get("name") for node in delta.nodes}
    assert "陈大河" not in known
    assert "铜陵市" not in known
    assert {"王龙江", "全市防汛会议", "副市长"} <= known
