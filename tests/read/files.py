"""Files written for a test, and what reading them gives."""

from pathlib import Path

from kg.model.document import Document
from kg.model.failure import Failure
from kg.read import documents

TEXT = "3月16日，市长陆明谦主持召开产业强基专题会议。"


def read(*paths: Path | str, metadata: Path | None = None) -> tuple[list[Document], list[Failure]]:
    found = list(documents(paths, metadata=metadata))
    return [d for d in found if isinstance(d, Document)], [f for f in found if isinstance(f, Failure)]


def write(path: Path, text: str = TEXT, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path
