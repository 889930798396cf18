"""The kinds of mentions, each with its blocks and its way to cluster them."""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

from kg.model.mention import Mention
from kg.resolve.clusters import Clusters
from kg.resolve.events import Events
from kg.resolve.officials import Officials
from kg.resolve.organizations import Organizations
from kg.resolve.people import People
from kg.resolve.places import Places
from kg.resolve.undertakings import Initiatives, Projects


class Kind(Protocol):
    """How mentions of one kind are resolved."""

    def blocks(self, mention: Mention) -> list[str]:
        """Keys of the blocks in which the mention is compared with others."""

    def cluster(self, mentions: list[Mention], clusters: Clusters) -> None:
        """Join those mentions that are one."""


class Bodies:
    """Blocks and clusters of organisations: a block is a cluster."""

    def __init__(self, organizations: Organizations) -> None:
        self._organizations = organizations

    def blocks(self, mention: Mention) -> list[str]:
        """The body's folded name within its place."""
        return [self._organizations.body(mention.name, mention.home).key]

    def cluster(self, mentions: list[Mention], clusters: Clusters) -> None:
        """Join those of one block."""
        by_block: dict[str, list[Mention]] = defaultdict(list)
        for one in mentions:
            by_block[self.blocks(one)[0]].append(one)
        for _, members in sorted(by_block.items()):
            clusters.join_all(members)


def kinds(places: Places, organizations: Organizations, officials: Officials) -> dict[str, Kind]:
    """How mentions of each kind are resolved; places and posts, whose nodes are known at once, are not among them."""
    events = Events(places)
    return {
        "official": officials,
        "person": People(organizations),
        "meeting": events,
        "visit": events,
        "project": Projects(places),
        "initiative": Initiatives(places),
        "organization": Bodies(organizations),
    }
