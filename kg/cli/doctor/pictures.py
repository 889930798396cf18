"""A font with Chinese characters for pictures."""

from __future__ import annotations

from collections.abc import Iterator

from kg.cli.doctor.check import Check, State

_SAMPLE = "政图主持会议项目举措"


def fonts() -> Iterator[Check]:
    """The family that pictures are lettered in, looked at for its characters."""
    from kg.export.pictures.fonts import REMEDY, chinese_font

    family = chinese_font()
    if family is None:
        costs = "Pictures show boxes in place of Chinese; pages and tables are not concerned."
        yield Check("Pictures", "Chinese font", State.MISSING, "none found", costs, REMEDY)
        return
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    path = font_manager.findfont(family)
    characters = FT2Font(path).get_charmap()
    if lacking := "".join(one for one in _SAMPLE if ord(one) not in characters):
        said = f"{family} ({path}) lacks {lacking}"
        yield Check("Pictures", "Chinese font", State.MISSING, said, "Pictures show boxes in places.", REMEDY)
    else:
        yield Check("Pictures", "Chinese font", State.OK, f"{family} ({path})")
