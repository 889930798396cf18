"""Who leads, or led, the nation: quoted everywhere, so that words alone put him at no meeting."""

from __future__ import annotations

import re

from kg.annotate.layer import Layer, PostMention
from kg.lexicon import load
from kg.lexicon.division import NATION

_LEADS_NATION = re.compile(r"(?:中共中央|党中央)?总书记|(?:中国)?国家主席|主席|(?:国务院)?总理|中央军委主席")


def leaders(layer: Layer) -> frozenset[str]:
    """The names of the people of an article who lead, or led, the nation."""
    named = {
        p.name for p in layer.people if any(_LEADS_NATION.fullmatch(post.title) and _national(post) for post in p.posts)
    }
    return frozenset(named) | frozenset(load("state_leaders").entries)


def _national(post: PostMention) -> bool:
    return post.of is not None and post.of.name == NATION.name
