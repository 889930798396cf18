"""What became of a county that a list of towns names by its code alone."""

from __future__ import annotations

from kg.lexicon.history import Record, Successions


class Counties:
    """Counties by code and year, zones that have towns but are no divisions among them."""

    def __init__(self, successions: Successions) -> None:
        self._successions = successions
        self._first = successions.lineages()

    def _record(self, code: str, year: int) -> Record | None:
        """The one that bore the code in that year or the one before, else last."""
        at = self._successions.at
        return at(code, year) or at(code, year - 1) or self._successions.last(code)

    def line(self, code: str, year: int) -> str:
        """What stays when the county's code and name change; the code itself where it is no county's."""
        record = self._record(code, year)
        if record is None:
            return code
        return f"{self._first[record].code}-{self._first[record].since}"

    def heirs(self, code: str, year: int, later: int) -> set[str]:
        """Codes of the counties that it had become by then; all of the prefecture for a zone."""
        record = self._record(code, year)
        if record is None:
            return {r.code for r in self._successions.records if r.code[:4] == code[:4] and r.level == 3}
        return {heir.code for heir in self._in_force(record, later)}

    def stands_for(self, code: str, year: int) -> tuple[str, ...]:
        """The code of the county in that year, or of its heirs; of the prefecture for a zone."""
        record = self._record(code, year)
        if record is None:
            return (code[:4] + "00",)
        return tuple(dict.fromkeys(heir.code for heir in self._in_force(record, year)))

    def _in_force(self, record: Record, year: int) -> list[Record]:
        if record.until is None or year < record.until:
            return [record]
        return [heir for new in self._successions.after(record) for heir in self._in_force(new, year)]
