"""The graph is a function of records, judgements and gazetteer: of no order, batch, repeat or history."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph.digest import digest
from kg.graph.disagreements import disagreements, rival_holders
from kg.model.document import article_id
from kg.model.judgement import Judgement
from kg.model.mention import mention_id
from kg.model.record import ArticleRecord
from kg.resolve import candidates
from tests.graph.state import Build, built, official, record

PLACES = ["池州市", "贵池区", "东至县", "铜陵市", "安徽省", "中国"]
PEOPLE = ["王龙江", "王龙光", "阿依古丽·买买提", "阿依古丽买买提"]
POSTS = [
    "市长@池州市",
    "市委书记@池州市",
    "副市长@池州市",
    "县长@东至县",
    "镇长@东至县",
    "市长@铜陵市",
    "市领导@池州市",
    "局长@",
    "市长@池州市!former",
    "区长@贵池区!nominated",
    "全国人大代表@中国",
]
DATES = [None, "2017", "2019-05", "2019-05-06", "2019-05-06/2019-05-08", "2023-11-20"]
NAMES = ["江南产业园一期", "江南产业园", "二期项目", "“双提升”行动", "双提升行动", "三年行动计划"]
MEETINGS = ["专题会议", "重点项目推进会", "全市重点项目推进会", "座谈会"]
STAGES = [None, "signed", "under_construction", "operating"]
BODIES = ["池州市委", "市政府", "江南铜业有限公司"]
ONES = st.sampled_from


def some(pool: list[str], most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(ONES(pool), max_size=most, unique=True)


@st.composite
def articles(draw: st.DrawFn, name: str) -> ArticleRecord:
    people = draw(some(PEOPLE, 3))
    others = draw(some(["陈小满", "李大河"]))
    everyone: list[Any] = [*people, *others]
    fields: dict[str, Any] = {
        "published_on": draw(ONES(["2017-10", "2019", "2019-05-07", "2022-01-01", "2023-11-21", None])),
        "place": draw(ONES([None, *PLACES[:4]])),
        "publisher": draw(ONES([None, "池州日报", "东至发布"])),
        "officials": [official(one, *draw(some(POSTS)), confidence=draw(ONES([0.5, 0.9]))) for one in people],
        "people": [
            {"name": one, "role": draw(ONES([None, "董事长", "村民"])), "organization": draw(ONES([None, *BODIES]))}
            for one in others
        ],
        "projects": [
            {
                "name": one,
                "places": draw(some(PLACES)),
                "stage": draw(ONES(STAGES)),
                "date": draw(ONES(DATES)),
                "investment_cny": draw(ONES([None, 100000000, 250000000.5])),
                "organizations": draw(some(BODIES)),
            }
            for one in draw(some(NAMES[:3]))
        ],
        "initiatives": [
            {"name": one, "kind": draw(ONES([None, "plan", "campaign"])), "places": draw(some(PLACES))}
            for one in draw(some(NAMES[3:]))
        ],
        "meetings": [
            {
                "name": one,
                "kind": one[-3:],
                "date": draw(ONES(DATES)),
                "place": draw(ONES([None, *PLACES])),
                "conveners": draw(some(BODIES)),
                "chairs": draw(some(everyone, 1)) if everyone else [],
                "attendees": draw(some(everyone, 3)) if everyone else [],
                "topics": draw(some(NAMES)),
            }
            for one in draw(some(MEETINGS))
        ],
        "visits": [
            {
                "kind": draw(ONES([None, "调研", "会见"])),
                "date": draw(ONES(DATES)),
                "leaders": draw(some(everyone)) if everyone else [],
                "places": draw(some([*PLACES, "清溪村", *BODIES])),
                "projects": draw(some(NAMES[:3])),
            }
            for _ in range(draw(st.integers(0, 2)))
        ],
    }
    return record(name, **fields)


MENTIONS = [mention_id(record(name).id, "official", person) for name in "abcd" for person in PEOPLE[:2]]


@st.composite
def decisions(draw: st.DrawFn) -> list[Judgement]:
    made: list[Judgement] = []
    for number in range(draw(st.integers(0, 3))):
        earlier = [one.id for one in made]
        made.append(
            Judgement(
                id=str(number),
                decision=draw(ONES(["same", "not_same", "unsure"])),
                mentions=draw(st.lists(ONES(MENTIONS), min_size=2, max_size=3, unique=True)),
                supersedes=draw(ONES([None, *earlier])) if earlier else None,
            )
        )
    return made


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[str, Any]]:
    """Puts, repeats, changes and withdrawals of four articles, with updates, killed updates and judgements between."""
    steps: list[tuple[str, Any]] = []
    for _ in range(draw(st.integers(1, 7))):
        match draw(ONES(["put", "put", "put", "withdraw", "update", "killed", "judge"])):
            case "put":
                steps.append(
                    (
                        "put",
                        [
                            draw(articles(name))
                            for name in draw(st.lists(ONES("abcd"), min_size=1, max_size=3, unique=True))
                        ],
                    )
                )
            case "withdraw":
                steps.append(("withdraw", draw(ONES("abcd"))))
            case "killed":
                steps.append(("killed", draw(st.integers(0, 60))))
            case "judge":
                steps.append(("judge", draw(decisions())))
            case _:
                steps.append(("update", None))
    return steps


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    derandomize=True,
)
@given(histories(), st.booleans(), st.booleans())
def test_any_history_gives_the_graph_of_a_fresh_build(
    history: list[tuple[str, Any]], evidence: bool, private: bool
) -> None:
    build = Build(evidence=evidence, private_people=private)
    present: dict[str, ArticleRecord] = {}
    for step, what in history:
        match step:
            case "put":
                build.ledger.put(what)
                present.update((one.id, one) for one in what)
            case "withdraw":
                build.ledger.withdraw([record(what).id])
                present.pop(record(what).id, None)
            case "judge":
                build.judgements = what
            case "killed":
                build.store.apply(build.projection.delta(), most=what)
            case _:
                build.update()
    build.update()
    fresh = built(reversed(present.values()), build.judgements, evidence=evidence, private_people=private)
    assert build.store.nodes == fresh.store.nodes
    assert build.store.relationships == fresh.store.relationships
    assert build.store.digest() == fresh.store.digest() == digest(*build.projection.rows())
    assert candidates(build.ledger) == candidates(fresh.ledger)
    assert disagreements(build.ledger) == disagreements(fresh.ledger)
    assert rival_holders(build.ledger) == rival_holders(fresh.ledger)
    assert build.store.has_no_loose_end()
    assert not build.update()


def test_a_change_of_options_is_a_delta_too() -> None:
    said = record(
        "a", place="池州市", people=[{"name": "陈小满", "role": "村民"}], officials=[official("王龙江", "市长@池州市")]
    )
    build = built([said])
    assert build.nodes("Fact")
    build.options = {"evidence": False, "private_people": True}
    build.update()
    assert not build.nodes("Fact")
    assert build.store.digest() == built([said], evidence=False, private_people=True).store.digest()
    assert [node.properties["name"] for node in build.nodes("Person")] == ["王龙江", "陈小满"]


@pytest.mark.shared
def test_real_articles_in_any_order(shared: Path) -> None:
    records = []
    for part in ("dev", "seeds"):
        for path in sorted((shared / "gold" / part).glob("*.json")):
            content = json.loads(path.read_text(encoding="utf-8"))
            for number, article in enumerate(content["articles"]):
                made = ArticleRecord.model_validate(article)
                made.id, made.source = article_id(f"{content['source']}{number}"), content["source"]
                records.append(made)
    assert len(records) > 100
    whole = built(records)
    shuffled = records[:]
    random.Random(3).shuffle(shuffled)
    build = Build()
    for at in range(0, len(shuffled), 40):
        build.ledger.withdraw([one.id for one in shuffled[max(at - 5, 0) : at]])
        build.put(*shuffled[at : at + 40])
        build.put(*shuffled[max(at - 5, 0) : at])
    assert build.store.digest() == whole.store.digest()
    assert build.store.has_no_loose_end()
    parted = records[::2]
    build.withdraw(*records[1::2])
    assert build.store.digest() == built(parted).store.digest()
