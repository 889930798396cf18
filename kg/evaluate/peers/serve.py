"""Runs one peer over files, inside the peer's own environment: `python -P serve.py PEER`, paths on stdin.

Prints one JSON object: `names` (a list a file), `seconds` of CPU without loading, `megabytes` of its files. It is run by its path,
so that the environment needs none of our own requirements.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType


def _peer(name: str) -> ModuleType:
    """The peer's file, under a name that does not hide the package that it imports."""
    spec = importlib.util.spec_from_file_location(f"peer_{name}", Path(__file__).with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Read the paths, find the names, print them."""
    texts = [Path(line).read_text(encoding="utf-8") for line in sys.stdin.read().splitlines()]
    with contextlib.redirect_stdout(sys.stderr):
        peer = _peer(sys.argv[1])
        find = peer.load()
        begin = time.process_time()
        names = [find(text) for text in texts]
        seconds = time.process_time() - begin
        size = sum(file.stat().st_size for file in peer.files())
    print(json.dumps({"names": names, "seconds": seconds, "megabytes": size / 1e6}, ensure_ascii=False))


if __name__ == "__main__":
    main()
