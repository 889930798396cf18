"""Where the seeds lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from kg.errors import LexiconError


def seeds_folder(part: str) -> Path:
    """The folder `seeds/<part>`: `documents`, `lexicons` or `gazetteer`.

    Raises:
        LexiconError: Neither the package nor the checkout has it.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "seeds" / part, package.parent / "seeds" / part):
        if folder.is_dir():
            return folder
    raise LexiconError(f"seeds/{part} is missing from the installation.", "Install zhengtu again.")
