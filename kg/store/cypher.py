"""Cypher as tokens: enough to see which constructs a query uses, whatever stands in strings and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "string", "number", "parameter", "sign"]


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is a name without its backticks, a string with its quotes, a parameter with its `$`."""

    kind: Kind
    text: str
    start: int
    quoted: bool = False
    """A name in backticks: no keyword."""

    def says(self, *words: str) -> bool:
        """Whether it is one of these keywords (upper case) or signs."""
        return not self.quoted and self.kind in ("word", "sign") and self.text.upper() in words


_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?(?:\*/|\Z))
      | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<ticks>`(?:``|[^`])*`)
      | (?P<parameter>\$(?:`[^`]*`|\w+))
      | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<word>[^\W\d]\w*)
      | (?P<sign><>|<=|>=|=~|\.\.|\+=|.)""",
    re.VERBOSE | re.DOTALL,
)
_BLOCK_COMMENT = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\n]*|(?P<comment>/\*.*?(?:\*/|\Z))""", re.DOTALL
)


def tokens(query: str) -> list[Token]:
    """The tokens of a query, without comments and space."""
    found: list[Token] = []
    for match in _TOKEN.finditer(query):
        text, at = match.group(), match.start()
        match match.lastgroup:
            case "ticks":
                found.append(Token("word", text[1:-1].replace("``", "`"), at, quoted=True))
            case "string" | "parameter" | "number" | "word" | "sign" as kind:
                found.append(Token(kind, text, at))
    return found


def without_block_comments(query: str) -> str:
    """The query with spaces where `/* … */` was, so that positions in messages stay right."""
    return _BLOCK_COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()) if m.group("comment") else m.group(), query)
