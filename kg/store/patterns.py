"""What stands where in a query's patterns: relationship variables, and names that a property map reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.store.cypher import Token

_CLAUSES = ("MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "CALL", "OPTIONAL", "UNION", "ORDER", "CREATE", "MERGE")
_BEFORE_A_PATTERN = ("MATCH", "OR", "AND", "NOT", "XOR", "WHERE", "EXISTS", "COUNT", "SHORTESTPATH", "ALLSHORTESTPATHS")


@dataclass(frozen=True, slots=True)
class MapRead:
    """`{name: variable.property}` in the pattern of a node or relationship."""

    name: Token
    variable: Token
    same_clause: bool
    """The variable is bound by the very clause that the map stands in."""


def relationship_variables(query: Sequence[Token]) -> set[str]:
    """Names bound to one relationship, `r` in `-[r:HOLDS]-`, or to a list of them."""
    pairs = zip(query, query[1:], query[2:], strict=False)
    return {name.text for dash, bracket, name in pairs if dash.says("-") and bracket.says("[") and name.kind == "word"}


def map_reads(query: Sequence[Token]) -> Iterator[MapRead]:
    """The property maps of patterns that read another variable's property as it is."""
    openers: list[tuple[str, bool]] = []
    bound: set[str] = set()
    here: set[str] = set()
    for i, token in enumerate(query):
        before = query[i - 1] if i else None
        if token.says(*_CLAUSES):
            bound |= here
            here = set()
        elif token.says("(", "[", "{"):
            openers.append((token.text, _opens_pattern(query, i, openers)))
            if openers[-1][1] and token.text != "{" and i + 1 < len(query) and query[i + 1].kind == "word":
                here.add(query[i + 1].text)
        elif token.says(")", "]", "}") and openers:
            openers.pop()
        elif token.says(":") and openers and openers[-1] == ("{", True) and before is not None:
            value = query[i + 1 : i + 5]
            if len(value) > 3 and value[0].kind == "word" and value[1].says(".") and value[3].says(",", "}"):
                yield MapRead(before, value[0], value[0].text in here - bound)


def _opens_pattern(query: Sequence[Token], i: int, openers: Sequence[tuple[str, bool]]) -> bool:
    token, before = query[i], query[i - 1] if i else None
    if before is None:
        return token.text == "("
    if token.text == "[":
        return before.says("-")
    if token.text == "{":
        return (
            bool(openers)
            and openers[-1][1]
            and openers[-1][0] != "{"
            and (before.kind == "word" or before.says("(", "["))
        )
    is_call = before.kind == "word" and not before.says(*_BEFORE_A_PATTERN)
    return not is_call and before.says("-", ">", ",", "(", "[", "=", "{", "|", *_BEFORE_A_PATTERN)


def filters_shortest_path(query: Sequence[Token]) -> bool:
    """Whether the WHERE of a MATCH speaks of the shortest path that the MATCH looks for, or of its relationships."""
    for i, token in enumerate(query):
        if not token.says("SHORTESTPATH", "ALLSHORTESTPATHS"):
            continue
        clause = _rest_of_clause(query, i)
        names = relationship_variables(clause)
        if i > 1 and query[i - 1].says("="):
            names.add(query[i - 2].text)
        after = next((at for at, one in enumerate(clause) if one.says("WHERE")), len(clause))
        if any(one.kind == "word" and one.text in names for one in clause[after:]):
            return True
    return False


def _rest_of_clause(query: Sequence[Token], start: int) -> Sequence[Token]:
    ends = [at for at in range(start, len(query)) if query[at].says(*_CLAUSES) and not query[at].says("WHERE")]
    return query[start : ends[0]] if ends else query[start:]
