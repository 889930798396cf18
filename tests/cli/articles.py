"""Folders of short invented articles for builds to read."""

from __future__ import annotations

from pathlib import Path

_GIVEN = "知远安然清源明谦怀瑾一鸣正平望舒子衿若谷"
_NAMED = [a + b for a, b in zip(_GIVEN[::2], _GIVEN[1::2], strict=True)]
_SURNAMES = "沈陆孟程骆柯穆邹"


def text(number: int, *, day: str = "3月5日") -> str:
    """An article, another one for each number."""
    name = _SURNAMES[number % len(_SURNAMES)] + _NAMED[number // len(_SURNAMES) % len(_NAMED)]
    return (
        f"{day}，池州市副市长{name}主持召开第{number + 1}次安全生产专题会议，研究部署隐患排查整治工作。"
        f"{name}强调，要压实责任，推进贵池区第{number + 1}污水处理厂项目建设，该项目总投资{number + 1}亿元。"
    )


def write(folder: Path, count: int) -> Path:
    """A folder with so many articles."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    return folder
