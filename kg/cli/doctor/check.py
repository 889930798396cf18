"""One line of what the doctor says."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import KgError


class State(enum.StrEnum):
    """How a thing is."""

    OK = "ok"
    MISSING = "missing"
    """Not there, and nothing that was asked for needs it."""
    BROKEN = "broken"
    """Needed, and not there or not working."""


@dataclass(frozen=True, slots=True)
class Check:
    """A thing, how it is, and what to do about it."""

    group: str
    name: str
    state: State
    found: str
    """What is there: a version, a count, a path; what is wrong where it is not."""
    costs: str = ""
    """What cannot be done without it."""
    remedy: str = ""


Examination = Callable[[], Iterator[Check]]
"""Looks at a group of things."""


def guarded(group: str, name: str, look: Callable[[], str], *, costs: str, remedy: str) -> Check:
    """The check of something needed: `look` gives what is there, and raises where it does not work."""
    try:
        return Check(group, name, State.OK, look())
    except KgError as error:
        return Check(group, name, State.BROKEN, error.what, costs, error.remedy or remedy)
    except Exception as error:  # whatever breaks in an installation is a finding here
        return Check(group, name, State.BROKEN, f"{type(error).__name__}: {error}", costs, remedy)
