"""The division that held a meeting, by those who convened it, chaired it or were there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.events.joins import PLACE_OF_CHAIR, PLACE_OF_HOLDER, PLACE_OF_HOME, PLACE_OF_VISIT
from kg.annotate.events.names import MeetingName
from kg.annotate.events.statements import within
from kg.annotate.layer import Layer, Link, PostMention
from kg.annotate.places.setting import link
from kg.lexicon.division import NATION

_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:村|社区)")


def place_of_chair(layer: Layer, chairs: Sequence[Link]) -> Link | None:
    """The division whose post the chair holds, by the mention that makes him the chair, else by any.

    Of several the article's own comes first, then the finest: a county's secretary sits in the city's committee too.
    """
    own = layer.home.name if layer.home else None
    for chair in chairs:
        mine = sorted((p for p in layer.people if p.name == chair.name), key=lambda p: p.start != chair.start)
        for person in mine:
            held = [(post.of, post) for post in person.posts if post.of is not None and _of_division(post)]
            if held:
                of, post = max(held, key=lambda pair: (pair[0].name == own, len((pair[0].code or "").rstrip("0"))))
                return Link(of.name, post.start, post.end, PLACE_OF_CHAIR.id, of.code)
    return None


def place_of_hosts(layer: Layer, hosts: Sequence[Link]) -> Link | None:
    """The division of those who hold the meeting, unless they come down from one that the article's own lies in."""
    found = place_of_chair(layer, hosts)
    return None if found and layer.home and found.name in layer.home.parents else found


def _of_division(post: PostMention) -> bool:
    return bool(post.of is not None and post.of.code and post.status == "current" and post.of.name != NATION.name)


def place_of_conveners(layer: Layer, conveners: Sequence[Link]) -> Link | None:
    """The division whose body convened the meeting; of several the first that is one's."""
    for convener in conveners:
        for body in layer.organizations:
            if body.start == convener.start and body.of is not None and body.of.name != NATION.name:
                return Link(body.of.name, body.start, body.end, PLACE_OF_HOLDER.id, body.of.code)
    return None


def place_of_visit(layer: Layer, places: Sequence[Link], *, talks: bool = False) -> Link | None:
    """The division that the visit went to, if it is not one that the article's own lies in or that lies in it.

    `talks`: of talks that are no meeting with a name of its own; these are held by the town or village where they took place.
    """
    if layer.home is None:
        return None
    own = {layer.home.name, *layer.home.parents}
    if talks and places:
        run = [p for p in within(layer.places, places[0].start, places[0].end) if p.level in ("town", "village")]
        village = _VILLAGE.match(places[0].name, run[-1].end - places[0].start) if run else None
        if village:
            return Link(village.group(), run[-1].end, run[-1].end + len(village.group()), PLACE_OF_VISIT.id)
        if run:
            return link(run[-1], PLACE_OF_VISIT.id)
    for visited in places:
        for place in within(layer.places, visited.start, visited.end):
            foreign = place.name not in own and not own & set(place.parents[:1])
            if place.start == visited.start and place.code and place.level in ("prefecture", "county") and foreign:
                return link(place, PLACE_OF_VISIT.id)
    return None


def place_of_home(layer: Layer, name: MeetingName) -> Link | None:
    """The article's own division."""
    home = layer.home
    return Link(home.name, name.start, name.end, PLACE_OF_HOME.id, home.code) if home else None
