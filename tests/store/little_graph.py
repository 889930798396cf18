"""A little graph with every label and every relationship type, about invented people and firms."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kg.graph.delta import Delta, Node, Relationship, Value
from kg.graph.schema import SCHEMA_VERSION
from kg.model.dates import bounds


def dated(**values: str) -> dict[str, Value]:
    """Each date as the three properties that it is in the graph."""
    made: dict[str, Value] = {}
    for name, value in values.items():
        first, last = bounds(value)
        made |= {name: value, f"{name}_from": first, f"{name}_to": last}
    return made


def node(labels: str, made: str, **properties: Any) -> Node:
    return Node(tuple(labels.split(":")), made, properties)


def _read(quote: str, first: str, last: str | None = None, **more: Any) -> dict[str, Value]:
    return {
        "support": 1,
        "outlets": 1,
        "max_confidence": 0.9,
        "quote": quote,
        **dated(first_seen=first, last_seen=last or first),
        **more,
    }


NODES = (
    node("Person:Official", "p1", name="沈知远", aliases=("沈知远", "沈书记"), degree=9, **dated(first_seen="2022-03-01", last_seen="2022-09")),
    node("Person:Official", "p2", name="顾若兰", aliases=("顾若兰",), degree=5, **dated(first_seen="2021-05-10", last_seen="2022-06-30")),
    node("Person:Official", "p3", name="贺长林", aliases=(), degree=1),
    node("Person", "p4", name="程霁月", degree=2),
    node("Person:Official", "p5", name="沈知远", degree=1),
    node("Post", "t1", name="市委书记", branch="党委", rank="prefecture", exclusive=True),
    node("Post", "t2", name="市长", branch="政府", exclusive=True),
    node("Post", "t3", name="局长", branch="政府", exclusive=False),
    node("Organization", "o1", name="江澜新材料有限公司", kind="company"),
    node("Organization", "o2", name="池州市水利局"),
    node("Organization", "o3", name="枫石重工集团"),
    node("Meeting", "m1", name="全市重点项目推进会", kind="推进会", **dated(date="2022-03-10")),
    node("Meeting", "m2", kind="座谈会", **dated(date="2022-06")),
    node("Meeting", "m3", name="防汛工作会议", kind="工作会议", **dated(date="2021-12-30/2022-01-02")),
    node("Meeting", "m4", name="不知何日的会", kind="会议"),
    node("Visit", "v1", kind="调研", **dated(date="2022-09-01")),
    node("Project", "j1", name="江澜石墨烯产业园项目", investment_cny=3.2e8, stage="under_construction", **dated(stage_date="2022-03-10")),
    node("Project", "j2", name="枫石码头改造工程", stage="signed"),
    node("Initiative", "i1", name="碧水行动", kind="campaign"),
    node("Initiative", "i2", name="县域提升计划", kind="plan"),
    node("Place:Province", "340000", name="安徽省", full_name="安徽省", level="province", code="340000", codes=("340000",), names=("安徽省", "安徽"), valid_from=1952),
    node("Place:City", "341700", name="池州市", full_name="安徽省池州市", level="prefecture", code="341700", codes=("341700",), names=("池州市", "池州"), valid_from=2000),
    node("Place:City", "340700", name="铜陵市", full_name="安徽省铜陵市", level="prefecture", code="340700"),
    node("Place:County", "341702", name="贵池区", level="county", code="341702", valid_from=2000),
    node("Place:County", "342901", name="贵池市", level="county", code="342901", valid_from=1988, valid_to=2000),
    node("Place:City:Province", "310000", name="上海市", level="province", code="310000"),
    node("Place:Town", "341702001", name="秋江街道", level="town"),
    node("Place:Zone", "z1", name="池州经济技术开发区", level="zone"),
    node("Place:Site", "s1", name="江口码头", level="site"),
    node("Article", "a1", headline="我市召开重点项目推进会", publisher="池州日报", url="https://news.example.org/1", **dated(published_on="2022-03-11")),
    node("Article", "a2", headline="池州：项目建设提速", publisher="皖江在线", **dated(published_on="2022-03-12")),
    node("Article", "a3", **dated(published_on="2022")),
    node("Fact", "CHAIRED:p1:m1", kind="CHAIRED"),
    node("Fact", "j1:stage", kind="Project", property="stage"),
    node("Build", "build", schema_version=SCHEMA_VERSION, made_by="tests", gazetteer="2024"),
)  # fmt: skip

_FIRST = {one.id: one.label for one in NODES}


def link(kind: str, start: str, end: str, made: str | None = None, /, **properties: Any) -> Relationship:
    return Relationship(kind, made or f"{kind}:{start}:{end}", (_FIRST[start], start), (_FIRST[end], end), properties)


RELATIONSHIPS = (
    link("HOLDS", "p1", "t1", **_read("市委书记沈知远主持会议", "2022-03-10", "2022-09", status="current")),
    link("HOLDS", "p1", "t2", **_read("市长沈知远出席", "2021-01-08", "2021-05", status="former", ended_by="2021-05-10")),
    link("HOLDS", "p2", "t2", **_read("市长顾若兰讲话", "2021-05-10", "2022-06-30", status="current")),
    link("HOLDS", "p3", "t3", **_read("水利局局长贺长林介绍情况", "2022-01-02", status="current")),
    link("HOLDS", "p5", "t3", "HOLDS:p5:t3", status="nominated", support=1),
    link("OF", "t1", "341700"),
    link("OF", "t2", "341700"),
    link("OF", "t3", "o2"),
    link("WORKS_FOR", "p4", "o1", **_read("江澜公司总经理程霁月", "2022-09-01", role="总经理")),
    link("ATTENDED", "p1", "m1", **_read("沈知远、顾若兰、贺长林参加", "2022-03-11")),
    link("ATTENDED", "p2", "m1", **_read("沈知远、顾若兰、贺长林参加", "2022-03-11")),
    link("ATTENDED", "p3", "m1", **_read("沈知远、顾若兰、贺长林参加", "2022-03-11")),
    link("ATTENDED", "p1", "m2", **_read("沈知远与顾若兰座谈", "2022-06")),
    link("ATTENDED", "p2", "m2", **_read("沈知远与顾若兰座谈", "2022-06")),
    link("ATTENDED", "p2", "m3", **_read("顾若兰主持防汛会", "2022-01-02")),
    link("CHAIRED", "p1", "m1", **_read("沈知远主持会议并讲话", "2022-03-11") | {"support": 2, "outlets": 2}),
    link("CHAIRED", "p2", "m2", **_read("座谈会由顾若兰主持", "2022-06")),
    link("CHAIRED", "p2", "m3", **_read("顾若兰主持防汛会", "2022-01-02")),
    link("CHAIRED", "p1", "m4", support=1),
    link("SPOKE_AT", "p1", "m1", **_read("沈知远主持会议并讲话", "2022-03-11")),
    link("CONVENED", "o2", "m3", **_read("市水利局召开防汛会", "2022-01-02")),
    link("HELD_IN", "m1", "341700", **_read("市里召开", "2022-03-11")),
    link("HELD_IN", "m2", "341702", **_read("贵池区召开", "2022-06")),
    link("HELD_IN", "m2", "341700", **_read("池州市召开", "2022-06")),
    link("HELD_IN", "m3", "340700", **_read("铜陵市召开", "2022-01-02")),
    link("ABOUT", "m1", "j1", **_read("研究江澜石墨烯产业园项目", "2022-03-11")),
    link("ABOUT", "m3", "i1", **_read("部署碧水行动", "2022-01-02")),
    link("LED", "p1", "v1", **_read("沈知远调研", "2022-09-01")),
    link("JOINED", "p4", "v1", **_read("程霁月陪同", "2022-09-01")),
    link("TO", "v1", "s1", **_read("来到江口码头", "2022-09-01")),
    link("TO", "v1", "j1", **_read("察看项目现场", "2022-09-01")),
    link("TO", "v1", "o1", **_read("走进江澜公司", "2022-09-01")),
    link("LOCATED_IN", "j1", "z1", **_read("项目落户池州经开区", "2022-03-11")),
    link("LOCATED_IN", "j2", "341702001", **_read("秋江街道的码头改造", "2022-03-11")),
    link("BACKS", "o1", "j1", **_read("江澜公司投资", "2022-03-11")),
    link("BACKS", "o3", "j1", **_read("枫石集团承建", "2022-03-11")),
    link("CARRIED_OUT_IN", "i1", "341702", **_read("贵池区开展碧水行动", "2022-01-02")),
    link("CARRIED_OUT_IN", "i1", "340700", **_read("铜陵市开展碧水行动", "2022-01-02")),
    link("CARRIED_OUT_IN", "i2", "340000", **_read("全省推进", "2022-01-02")),
    link("PART_OF", "341700", "340000"),
    link("PART_OF", "340700", "340000"),
    link("PART_OF", "341702", "341700"),
    link("PART_OF", "341702001", "341702"),
    link("PART_OF", "z1", "341700"),
    link("SUCCEEDED_BY", "342901", "341702", year=2000),
    link("REPORTED_IN", "m1", "a1"),
    link("REPORTED_IN", "m1", "a2"),
    link("REPORTED_IN", "v1", "a3"),
    link("FROM", "a1", "341700"),
    link("STATES", "a1", "CHAIRED:p1:m1", value="", quote="沈知远主持会议并讲话", start=20, end=30, rule="events.chairs", confidence=0.95),
    link("STATES", "a2", "CHAIRED:p1:m1", quote="会议由沈知远主持", start=8, end=16, rule="events.chaired-by", confidence=0.9),
    link("STATES", "a3", "j1:stage", value="under_construction", quote="项目正在建设", start=0, end=6, rule="projects.stage", confidence=0.8),
)  # fmt: skip

WHOLE = Delta(nodes=NODES, relationships=RELATIONSHIPS)
DAY = dt.date
