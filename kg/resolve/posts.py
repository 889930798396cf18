"""Posts: one canonical title of one place, or of one organisation, is one post, whoever holds it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kg.model.mention import Mention
from kg.resolve.officials import title
from kg.resolve.organizations import Organizations
from kg.resolve.places import Places
from kg.resolve.titles import Title


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the graph."""

    id: str
    title: Title
    exclusive: bool


def post(mention: Mention, places: Places, organizations: Organizations) -> Post:
    """The post that a mention names.

    Where the text gives neither division nor organisation the post is told apart by the article's
    home, and nobody can say that only one person holds it.
    """
    of, body = mention.data["of"], mention.data["organization"]
    division, known = None, True
    if of:
        place = places.place(*of, home=mention.home)
        division, at = place.division, place.id
    elif body:
        found = organizations.body(body, mention.home)
        division, at = found.division, found.key
    else:
        known, at = False, f"?{mention.home.name}" if mention.home else f"?{mention.article}"
    read = title(places, mention.data["title"], division)
    made = hashlib.sha256(f"post\x1f{read.name}\x1f{at}".encode()).hexdigest()[:16]
    return Post(made, read, read.exclusive and known)
