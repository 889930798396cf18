"""The component that finds people and puts posts to them."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.layer import layer_of, show
from kg.annotate.people import again, alone, beside
from kg.annotate.people.abroad import send_abroad
from kg.annotate.people.appointments import give_posts
from kg.annotate.people.careers import careers
from kg.annotate.people.holding import office_holders
from kg.annotate.people.notices import notices
from kg.annotate.people.parted import noted
from kg.annotate.people.rows import bracketed, rows
from kg.annotate.people.search import Search
from kg.annotate.people.seen import Seen
from kg.annotate.people.settle import settle
from kg.annotate.people.unruled import unruled
from kg.annotate.tagged import OTHERS, PERSON, tagged

_DOUBLED = re.compile(r"(.{2,4})\1")
"""A headline's last name glued to the same at the head of the text."""


def find(search: Search) -> None:
    """All passes, the surest first: each reads what those before it found."""
    alone.leaders(search)
    notices(search)
    rows(search)
    bracketed(search)
    noted(search)
    for chain in list(search.chains):
        beside.behind(search, chain)
    alone.appointed(search)
    for chain in search.chains:
        beside.in_front(search, chain)
    alone.comrades(search)
    office_holders(search)
    for chain in search.chains:
        beside.counted(search, chain)
    alone.bare_lists(search)
    alone.presented(search)
    alone.rosters(search)
    alone.listed(search)
    careers(search)
    again.in_full(search)
    alone.speakers(search)
    unruled(search)
    again.in_full(search)
    again.by_surname(search)
    again.by_given_name(search)


@Language.component("kg_people")
def kg_people(doc: Doc) -> Doc:
    """Sets `doc._.kg.people`: every mention of a named person, with the posts that stand with it."""
    layer = layer_of(doc)
    layer.names = [m for m in tagged(doc, PERSON) if not _DOUBLED.fullmatch(layer.article.text, m.start, m.end)]
    search = Search(layer, Seen(layer.names, list(tagged(doc, OTHERS)), active=bool(doc.ents)))
    find(search)
    give_posts(layer, search)
    send_abroad(layer, search.found.mentions)
    layer.people = settle(search.found.mentions)
    show(doc, "people", layer.people)
    return doc
