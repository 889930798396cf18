"""Fonts that have Chinese characters."""

from __future__ import annotations

import functools
from collections.abc import Iterable

WANTED = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Noto Sans CJK JP",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Heiti SC",
    "SimHei",
    "Noto Serif CJK SC",
)
"""Families by preference: sans serif, with the simplified shapes first."""

REMEDY = "Install one (Debian, Ubuntu: apt install fonts-noto-cjk); without it labels show as boxes."


@functools.cache
def chinese_font() -> str | None:
    """The family that pictures are lettered in; None where no font with Chinese characters is installed.

    matplotlib keeps a list of fonts on disk; those that were installed since are looked for besides.
    """
    from matplotlib import font_manager

    manager = font_manager.fontManager
    if (found := _among(font.name for font in manager.ttflist)) is None:
        listed = {font.fname for font in manager.ttflist}
        for path in sorted(set(font_manager.findSystemFonts()) - listed):
            try:
                manager.addfont(path)
            except (OSError, RuntimeError):
                continue
        found = _among(font.name for font in manager.ttflist)
    return found


def _among(names: Iterable[str]) -> str | None:
    installed = set(names)
    return next((family for family in WANTED if family in installed), None)
