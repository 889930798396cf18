"""What lay in a folder, an archive or a mail beside the articles and was not meant to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is plainly no article (a picture, a spreadsheet): counted by its suffix, no failure."""

    path: str
    """As a document's path would be: the user's way of writing it, members of archives behind `!/`."""
    suffix: str
    """Lower case with its dot; empty where the name has none."""
