"""The graph's schema: labels, relationship types, their properties and ends.

The only list of them. Rows, stores, exports, digests and the files in `schemas/` follow it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SCHEMA_VERSION = "1"

PropertyType = Literal["string", "strings", "integer", "float", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Label:
    """A first label: what nodes are merged and looked up by. Its key is always `id`."""

    name: str
    chinese: str
    meaning: str
    properties: dict[str, PropertyType]
    added: tuple[str, ...] = ()
    """Labels that some of its nodes bear besides."""


ADDED = {
    "Official": "官员",
    "Province": "省级行政区",
    "City": "地级行政区",
    "County": "县级行政区",
    "Town": "乡级行政区",
    "Zone": "开发区",
    "Site": "场所",
}
"""Chinese names of the labels that some nodes bear besides their first."""


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A type of relationships; those that carry an `id` alone follow from their ends."""

    name: str
    chinese: str
    meaning: str
    ends: tuple[tuple[str, str], ...]
    """Pairs of first labels, from and to."""
    properties: dict[str, PropertyType]


def _dated(name: str) -> dict[str, PropertyType]:
    return {name: "string", f"{name}_from": "date", f"{name}_to": "date"}


LABELS: dict[str, Label] = {
    label.name: label
    for label in (
        Label(
            "Person",
            "人物",
            "A named person; an official where a post is known.",
            {
                "id": "string",
                "name": "string",
                "aliases": "strings",
                **_dated("first_seen"),
                **_dated("last_seen"),
                "degree": "integer",
            },
            ("Official",),
        ),
        Label(
            "Post",
            "职务",
            "A post of a division or an organisation, whoever holds it.",
            {"id": "string", "name": "string", "branch": "string", "rank": "string", "exclusive": "boolean"},
        ),
        Label(
            "Organization",
            "机构",
            "A body, company or association.",
            {"id": "string", "name": "string", "kind": "string"},
        ),
        Label(
            "Meeting",
            "会议",
            "A gathering reported as held.",
            {"id": "string", "name": "string", "kind": "string", **_dated("date")},
        ),
        Label(
            "Visit",
            "考察",
            "An inspection, fieldwork or reception.",
            {"id": "string", "name": "string", "kind": "string", **_dated("date")},
        ),
        Label(
            "Project",
            "项目",
            "Something built, bought or installed under a name.",
            {"id": "string", "name": "string", "investment_cny": "float", "stage": "string", **_dated("stage_date")},
        ),
        Label(
            "Initiative",
            "举措",
            "A named policy, plan, campaign, mechanism or document.",
            {"id": "string", "name": "string", "kind": "string"},
        ),
        Label(
            "Place",
            "地方",
            "A division, development zone, village or site.",
            {
                "id": "string",
                "name": "string",
                "full_name": "string",
                "level": "string",
                "code": "string",
                "codes": "strings",
                "names": "strings",
                "valid_from": "integer",
                "valid_to": "integer",
            },
            ("Province", "City", "County", "Town", "Zone", "Site"),
        ),
        Label(
            "Article",
            "报道",
            "A news item.",
            {"id": "string", "headline": "string", **_dated("published_on"), "publisher": "string", "url": "string"},
        ),
        Label(
            "Fact",
            "事实",
            "One relationship or node property that some article states.",
            {"id": "string", "kind": "string", "property": "string"},
        ),
        Label(
            "Build",
            "构建",
            "What wrote this graph.",
            {"id": "string", "schema_version": "string", "made_by": "string", "gazetteer": "string"},
        ),
    )
}

_READ: dict[str, PropertyType] = {
    "id": "string",
    "support": "integer",
    "outlets": "integer",
    "max_confidence": "float",
    "quote": "string",
    **_dated("first_seen"),
    **_dated("last_seen"),
}
_KEYED: dict[str, PropertyType] = {"id": "string"}

RELATIONSHIPS: dict[str, RelationshipType] = {
    kind.name: kind
    for kind in (
        RelationshipType(
            "HOLDS",
            "担任",
            "Holds the post; one for each spell.",
            (("Person", "Post"),),
            {**_READ, "status": "string", "ended_by": "string"},
        ),
        RelationshipType("OF", "属于", "Whose post it is.", (("Post", "Place"), ("Post", "Organization")), _KEYED),
        RelationshipType(
            "WORKS_FOR",
            "任职于",
            "Works for it, in the role.",
            (("Person", "Organization"),),
            {**_READ, "role": "string"},
        ),
        RelationshipType("ATTENDED", "出席", "Was there, in whatever role.", (("Person", "Meeting"),), _READ),
        RelationshipType("CHAIRED", "主持", "Chaired it.", (("Person", "Meeting"),), _READ),
        RelationshipType("SPOKE_AT", "讲话", "Spoke there.", (("Person", "Meeting"),), _READ),
        RelationshipType("CONVENED", "召开", "Held it.", (("Organization", "Meeting"),), _READ),
        RelationshipType("HELD_IN", "召开地", "The division that held it.", (("Meeting", "Place"),), _READ),
        RelationshipType(
            "ABOUT", "议题", "Its main business.", (("Meeting", "Project"), ("Meeting", "Initiative")), _READ
        ),
        RelationshipType("LED", "带队", "Led it.", (("Person", "Visit"),), _READ),
        RelationshipType("JOINED", "随行", "Went along.", (("Person", "Visit"),), _READ),
        RelationshipType(
            "TO", "前往", "Where it went.", (("Visit", "Place"), ("Visit", "Project"), ("Visit", "Organization")), _READ
        ),
        RelationshipType("LOCATED_IN", "坐落于", "Where it is built.", (("Project", "Place"),), _READ),
        RelationshipType(
            "BACKS", "参与建设", "Invests in it, builds it, owns it or signs it.", (("Organization", "Project"),), _READ
        ),
        RelationshipType("CARRIED_OUT_IN", "实施于", "Where it is carried out.", (("Initiative", "Place"),), _READ),
        RelationshipType("PART_OF", "隶属", "Lies in.", (("Place", "Place"),), _KEYED),
        RelationshipType(
            "SUCCEEDED_BY", "变更为", "Became, in the year.", (("Place", "Place"),), {**_KEYED, "year": "integer"}
        ),
        RelationshipType(
            "REPORTED_IN", "见于", "Is reported in.", (("Meeting", "Article"), ("Visit", "Article")), _KEYED
        ),
        RelationshipType("FROM", "发自", "Reports from.", (("Article", "Place"),), _KEYED),
        RelationshipType(
            "STATES",
            "载明",
            "States it, in these words.",
            (("Article", "Fact"),),
            {
                "id": "string",
                "value": "string",
                "quote": "string",
                "start": "integer",
                "end": "integer",
                "rule": "string",
                "confidence": "float",
            },
        ),
    )
}
