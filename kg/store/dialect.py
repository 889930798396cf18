"""Where the embedded store's Cypher differs from Neo4j's: refused with what to write instead, never answered wrongly.

`silent` differences give another answer and are looked for before a query runs. `rejected` ones the
engine refuses by itself; here is only what to tell the user.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import QueryRefused
from kg.store.cypher import Token, tokens
from kg.store.patterns import filters_shortest_path, map_reads, relationship_variables


@dataclass(frozen=True, slots=True)
class Difference:
    """A construct of Cypher that the embedded store reads differently."""

    what: str
    remedy: str
    occurs: Callable[[Sequence[Token]], bool]


def _sequence(*words: str) -> Callable[[Sequence[Token]], bool]:
    def occurs(query: Sequence[Token]) -> bool:
        width = len(words)
        return any(
            all(t.says(w) for t, w in zip(query[i : i + width], words, strict=True))
            for i in range(len(query) - width + 1)
        )

    return occurs


def _property(*names: str) -> Callable[[Sequence[Token]], bool]:
    def occurs(query: Sequence[Token]) -> bool:
        four = zip(query, query[1:], query[2:], [*query[3:], None], strict=False)
        return any(
            owner.kind == "word" and dot.says(".") and name.text in names and not (after and after.says("("))
            for owner, dot, name, after in four
        )

    return occurs


def _reads_of_relationships(query: Sequence[Token]) -> bool:
    relationships = relationship_variables(query)
    return any(read.same_clause or read.variable.text in relationships for read in map_reads(query))


def _projects_relationship(query: Sequence[Token]) -> bool:
    relationships = relationship_variables(query)
    triples = zip(query, query[1:], query[2:], strict=False)
    return any(a.kind == "word" and a.text in relationships and b.says("{") and c.says(".") for a, b, c in triples)


def _several_statements(query: Sequence[Token]) -> bool:
    return any(token.says(";") for token in query[:-1])


SILENT = (
    Difference(
        "a property map that reads a variable of the same clause or of a relationship, as in (f {id: r.id}),",
        "Hand it on first: WITH r.id AS x MATCH (f {id: x}), or compare: MATCH (f) WHERE f.id = r.id.",
        _reads_of_relationships,
    ),
    Difference(
        "a WHERE about the shortest path that its MATCH looks for",
        "Name the types that it may take, or sort out the shortest ones afterwards: MATCH p = … WITH p WHERE ….",
        filters_shortest_path,
    ),
    Difference("a map projection of a relationship, r {.id},", "Write the map: {id: r.id}.", _projects_relationship),
    Difference(
        "a property called type or label",
        "No property has that name: write type(r) or labels(n).",
        _property("type", "label"),
    ),
    Difference("duration.between", "Write duration.inDays(a, b).days.", _sequence("DURATION", ".", "BETWEEN")),
    Difference("FORMAT CSV", "Leave it out; kg query --format csv prints CSV.", _sequence("FORMAT", "CSV")),
    Difference("several statements at once", "Ask one after the other.", _several_statements),
)


def _chained(query: Sequence[Token]) -> bool:
    comparisons = ("<", ">", "<=", ">=", "=", "<>")
    seen = False
    for before, token in zip([None, *query], query, strict=False):
        if token.says(*comparisons) and not (before and before.says("-", "<")):
            if seen:
                return True
            seen = True
        elif token.says("AND", "OR", "XOR", ",", ")", "(", "]", "[", "{", "}") or (
            token.kind == "word" and token.text.isupper()
        ):
            seen = False
    return False


def _inline_where(query: Sequence[Token]) -> bool:
    depth = 0
    for token in query:
        depth += token.says("(") - token.says(")")
        if depth and token.says("WHERE"):
            return True
    return False


def _negated_label(query: Sequence[Token]) -> bool:
    return any(a.says(":", "&", "|") and b.says("!") for a, b in itertools.pairwise(query))


def _quantified(query: Sequence[Token]) -> bool:
    triples = zip(query, query[1:], query[2:], strict=False)
    return any(
        a.says(")", ">", "-") and b.says("{", "+") and (b.says("+") or c.kind == "number") for a, b, c in triples
    )


def _any_of(*names: str) -> Callable[[Sequence[Token]], bool]:
    return lambda query: any(token.says(*names) for token in query)


REJECTED = (
    Difference("SHORTEST k", "Write shortestPath((a)-[*..6]-(b)) or allShortestPaths(…).", _any_of("SHORTEST")),
    Difference(
        "COLLECT { … }",
        "Write a pattern comprehension, [(a)-[:T]->(b) | b.name], or OPTIONAL MATCH and collect().",
        _sequence("COLLECT", "{"),
    ),
    Difference("a label with !", "Write WHERE NOT n:Label.", _negated_label),
    Difference("a quantified path pattern", "Write a variable length: -[:T*1..3]->.", _quantified),
    Difference("USING INDEX or SCAN", "Leave the hint out.", _any_of("USING")),
    Difference(
        "percentileCont or percentileDisc",
        "Collect the values and compute it in pandas.",
        _any_of("PERCENTILECONT", "PERCENTILEDISC"),
    ),
    Difference("isEmpty", "Write size(x) = 0.", _any_of("ISEMPTY")),
    Difference("nullIf", "Write CASE WHEN a = b THEN null ELSE a END.", _any_of("NULLIF")),
    Difference("APOC or GDS", "Take the rows to pandas or networkx.", _any_of("APOC", "GDS")),
    Difference("a full-text index", "Write WHERE n.name CONTAINS '…'.", _any_of("FULLTEXT")),
    Difference(
        "SHOW, USE and other commands of a server",
        "Ask a Neo4j.",
        lambda query: bool(query) and query[0].says("SHOW", "USE", "ALTER"),
    ),
    Difference("a WHERE inside a pattern", "Put the WHERE behind the MATCH.", _inline_where),
    Difference("a chained comparison, a <= b <= c,", "Write a <= b AND b <= c.", _chained),
)


def _found(differences: Sequence[Difference], query: Sequence[Token]) -> Iterator[Difference]:
    return (one for one in differences if one.occurs(query))


def refuse_silent_differences(query: str) -> None:
    """Refuse a query that the embedded store would answer otherwise than Neo4j.

    Raises:
        QueryRefused: Says what to write instead.
    """
    for one in _found(SILENT, tokens(query)):
        raise QueryRefused(f"The embedded store does not take {one.what.rstrip(',')}.", one.remedy)


def remedy(query: str, said: str) -> QueryRefused:
    """What to tell of a query that the engine refused, saying `said`."""
    for one in _found(REJECTED, tokens(query)):
        return QueryRefused(f"The embedded store does not take {one.what.rstrip(',')}.", one.remedy)
    return QueryRefused(
        f"The query cannot run: {said}",
        "See that it is right; a construct that the embedded store does not know runs on a Neo4j (make neo4j).",
    )
