"""Other people: one folded name in one organisation; and who of them has a public role."""

from __future__ import annotations

from kg.lexicon import load
from kg.model.mention import Mention
from kg.resolve.clusters import Clusters
from kg.resolve.organizations import Organizations


class People:
    """Blocks and clusters of people who hold no public post."""

    def __init__(self, organizations: Organizations) -> None:
        self._organizations = organizations

    def blocks(self, mention: Mention) -> list[str]:
        """Name and organisation; someone without one is alone."""
        body = mention.data.get("organization")
        return [f"person|{mention.folded}|{self._organizations.body(body, mention.home).key if body else mention.id}"]

    def cluster(self, mentions: list[Mention], clusters: Clusters) -> None:
        """Join those of one block."""
        by_block: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_block.setdefault(self.blocks(mention)[0], []).append(mention)
        for _, members in sorted(by_block.items()):
            clusters.join_all(members)


def is_public(mention: Mention) -> bool:
    """Whether a person acts in public: an official, one with an organisation or a public role, and no private role."""
    if mention.kind == "official":
        return True
    role = mention.data.get("role") or ""
    if role.endswith(load("private_roles").entries):
        return False
    return bool(mention.data.get("organization")) or role.endswith(load("public_roles").entries)
