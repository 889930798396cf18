"""What people decided of identities: an append-only file that every build obeys."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from kg.errors import LedgerError
from kg.model.judgement import Judgement


class Decisions:
    """The judgements that hold: what a later one supersedes is left out."""

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        superseded = {one.supersedes for one in judgements if one.supersedes}
        self.holding = [one for one in judgements if one.id not in superseded and one.decision != "unsure"]
        self._by_mention: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.holding):
            for mention in one.mentions:
                self._by_mention[mention].append(number)

    def of(self, mentions: Iterable[str]) -> list[Judgement]:
        """Those that say something of two or more of the mentions, the latest first."""
        count: dict[int, int] = defaultdict(int)
        for mention in mentions:
            for number in self._by_mention.get(mention, ()):
                count[number] += 1
        return [self.holding[number] for number in sorted(count, reverse=True) if count[number] > 1]

    def same(self, mention: str) -> set[str]:
        """Mentions that some judgement joins with this one."""
        return {
            other
            for number in self._by_mention.get(mention, ())
            if self.holding[number].decision == "same"
            for other in self.holding[number].mentions
        }

    def apart(self, mentions: Iterable[str], others: Iterable[str]) -> bool:
        """Whether some judgement parts one of the mentions from one of the others."""
        known = set(others)
        return any(
            self.holding[number].decision == "not_same" and not known.isdisjoint(self.holding[number].mentions)
            for one in mentions
            for number in self._by_mention.get(one, ())
        )

    def lines(self) -> dict[str, str]:
        """Each judgement that holds, by id and place in the order, as the ledger remembers it."""
        return {
            one.id: f"{number:09d}{one.model_dump_json(exclude={'by', 'on', 'note'})}"
            for number, one in enumerate(self.holding)
        }

    @staticmethod
    def mentions_in(line: str) -> list[str]:
        """The mentions of a line of `lines`."""
        return Judgement.model_validate_json(line[9:]).mentions


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, in order; none where there is no file.

    Raises:
        LedgerError: A line is no judgement, bears an id that an earlier one has, or supersedes what no earlier one is.
    """
    found: dict[str, Judgement] = {}
    if not path.exists():
        return ()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = Judgement.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the line"
            raise LedgerError(f"{path}:{number}: {where}: {first['msg']}.", "Mend the line or take it out.") from None
        if one.id in found:
            raise LedgerError(
                f"{path}:{number}: the id {one.id} stands twice.", "Give each judgement an id of its own."
            )
        if one.supersedes and one.supersedes not in found:
            raise LedgerError(
                f"{path}:{number}: supersedes {one.supersedes}, which no earlier line is.", "Name an earlier line's id."
            )
        found[one.id] = one
    return tuple(found.values())


def judge(
    path: Path,
    decision: Literal["same", "not_same", "unsure"],
    mentions: Iterable[str],
    *,
    supersedes: str | None = None,
    by: str | None = None,
    note: str | None = None,
) -> Judgement:
    """Append a judgement to the file and return it."""
    made = Judgement(
        id=uuid.uuid4().hex[:16],
        decision=decision,
        mentions=list(mentions),
        supersedes=supersedes,
        by=by,
        on=datetime.now(UTC).isoformat(timespec="seconds"),
        note=note,
    )
    with path.open("a", encoding="utf-8", newline="\n") as out:
        out.write(made.model_dump_json(exclude_none=True) + "\n")
    return made
