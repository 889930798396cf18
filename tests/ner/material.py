"""A small labelled corpus about invented people, for tests that train."""

from __future__ import annotations

import json
from pathlib import Path

_FRAMES = (
    "市长{a}主持会议并讲话。",
    "昨天，市委书记{a}来到{p}调研。",
    "{p}县委副书记{a}、副县长{b}参加会议。",
    "{a}强调，要抓好项目建设。",
    "会议由{o}局长{a}主持。",
    "{o}与{p}签订协议，{b}出席。",
    "项目建设进度加快。",
)
_PEOPLE = ("王启明", "李若涵", "陈志远", "赵安", "周文博", "吴思齐", "郑海", "孙立新", "钱小雨", "冯国栋")
_PLACES = ("贵池", "石台县", "青阳县", "枞阳县")
_BODIES = ("水利局", "市发改委", "商务局")


def items() -> list[dict[str, object]]:
    """Labelled texts in the form of `kg train silver`."""
    made: list[dict[str, object]] = []
    for number in range(60):
        text, entities = "", []
        for step, frame in enumerate(_FRAMES):
            fills = {
                "a": ("PER", _PEOPLE[(number + step) % 10]),
                "b": ("PER", _PEOPLE[(number * 3 + step + 5) % 10]),
                "p": ("LOC", _PLACES[(number + step) % 4]),
                "o": ("ORG", _BODIES[(number + step) % 3]),
            }
            for part in frame.replace("{", "\0{").replace("}", "}\0").split("\0"):
                if part.startswith("{"):
                    label, name = fills[part[1]]
                    entities.append([len(text), len(text) + len(name), label])
                    part = name
                text += part
        made.append({"id": f"made-{number}", "text": text, "entities": entities, "doubt": []})
    return made


def write(path: Path) -> Path:
    """The corpus as a file."""
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items()), encoding="utf-8")
    return path
