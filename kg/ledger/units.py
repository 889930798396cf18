"""Units of the graph: what is computed anew as a whole when something that it is made from changes.

A unit is a node with what hangs on it alone, all relationships of one type between two nodes, or
(for a post that one person holds at a time) all its holders. Its key is a string of
`kind|…|ids`.
"""

from __future__ import annotations

BUILD = "node|Build|build"

NODE_LABELS = {
    "official": "Person",
    "person": "Person",
    "meeting": "Meeting",
    "visit": "Visit",
    "project": "Project",
    "initiative": "Initiative",
    "organization": "Organization",
    "place": "Place",
    "post": "Post",
}
"""First label of the node that a mention of each kind stands for."""


def node_unit(label: str, node: str) -> str:
    """The unit of a node."""
    return f"node|{label}|{node}"


def link_unit(type: str, start: str, end: str) -> str:
    """The unit of the relationships of one type between two nodes."""
    return f"link|{type}|{start}|{end}"


def holders_unit(post: str) -> str:
    """The unit of all who held an exclusive post."""
    return f"holders|{post}"
