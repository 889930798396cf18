"""Front matter: the block between two lines `---` at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kg.model.document import Metadata
from kg.model.failure import Failure
from kg.read.published import published_on

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<block>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_PAIR = re.compile(r"(?P<key>[^\s:：#\-][^:：\n]{0,30}?)\s*[:：]\s*(?P<value>\S.*?)\s*$", re.M)
_FIELDS = {
    "title": ("title", "标题", "headline"),
    "published_on": (
        "published_on",
        "published",
        "date",
        "pubdate",
        "publish_date",
        "发布时间",
        "发布日期",
        "日期",
        "时间",
    ),
    "publisher": ("publisher", "source", "media", "来源", "发布机构", "媒体"),
    "url": ("url", "link", "source_url", "canonical", "canonical_url", "链接", "网址"),
    "place": ("place", "地区", "地点"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, and where the text begins behind it."""

    metadata: Metadata
    end: int
    failure: Failure | None = None


def front_matter(text: str, path: str) -> FrontMatter | None:
    """The front matter of a text; None where it begins with none, or with one that says nothing of an article.

    YAML is read as such, and line by line where it is not quite YAML (`title: 市政府: 会议`).
    """
    match = _BLOCK.match(text)
    if match is None:
        return None
    said = {str(key).strip().lower(): value for key, value in _pairs(match["block"]).items()}
    values = {field: _first(said, names) for field, names in _FIELDS.items()}
    if not any(values.values()):
        return None
    failure = None
    if (written := values["published_on"]) is not None:
        try:
            values["published_on"] = published_on(written)
        except ValueError as error:
            failure = Failure(
                path, f"is dated wrongly: {error}", "Write a day, a month or a year.", _line(text, written)
            )
            values["published_on"] = None
    if values["publisher"] is not None and values["publisher"].startswith(("http://", "https://")):
        values["url"], values["publisher"] = values["url"] or values["publisher"], None
    return FrontMatter(Metadata(**values), match.end(), failure)


def _pairs(block: str) -> dict[Any, Any]:
    import yaml

    try:
        content = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError):
        content = None
    if isinstance(content, dict):
        return content
    return {match["key"]: match["value"].strip("\"'") for match in _PAIR.finditer(block)}


def _first(said: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = said.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if value is not None and not isinstance(value, dict | list | bool) and (written := str(value).strip()):
            return written
    return None


def _line(text: str, written: str) -> int | None:
    at = text.find(written)
    return text.count("\n", 0, at) + 1 if at >= 0 else None
