"""Derives the small model from a full one of pkuseg, without training.

A feature stays for what it may change (the range of its weights over the tags) and for how often it
is seen; pkuseg numbers features by falling frequency in its training data, so the square root of the
number stands for the frequency. The set of word bigrams serves training alone and is left out.
"""

from __future__ import annotations

import hashlib
import pickle
import tarfile
import tempfile
from pathlib import Path

import numpy as np

from kg.errors import ModelError
from kg.words.model_file import START, Parameters, packed

FEATURES = 300_000
"""How many of the 2.6 million features stay."""

SOURCE = "pkuseg-0.0.25.tar.gz"
"""The source distribution on PyPI that carries the full model; `pip download --no-deps --no-binary :all: pkuseg==0.0.25`."""

SHA256 = {
    "features.pkl": "265dcf5534a11d6429776f7e7450a9eef8e075b1a4bedb82ef996994d9c721ac",
    "weights.npz": "95d1632a1fed45993b5006d8ba85939cb110fae71313987673582d24669811dd",
}
"""The files of the full model, in `pkuseg/models/default` of the distribution."""


def full_model(source: Path) -> Parameters:
    """The full model in pkuseg's source distribution, or in a folder with its two files.

    The features come in pkuseg's own order, by falling frequency.

    Raises:
        ModelError: It is another model than the pinned one, or none.
    """
    if source.is_dir():
        return _checked(source)
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(source) as archive:
                for member in archive:
                    name = Path(member.name).name
                    if name in SHA256 and (content := archive.extractfile(member)):
                        (Path(folder) / name).write_bytes(content.read())
        except (OSError, tarfile.TarError) as error:
            raise ModelError(
                f"{source}: {error}", f"Give {SOURCE}, or the folder pkuseg/models/default in it."
            ) from None
        return _checked(Path(folder), shown=source)


def _checked(folder: Path, shown: Path | None = None) -> Parameters:
    for name, expected in SHA256.items():
        path = folder / name
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
        if found != expected:
            what = "is missing" if found is None else f"has the SHA-256 {found[:12]}…, not {expected[:12]}…"
            raise ModelError(f"{shown or folder}: {name} {what}.", f"Give {SOURCE} as PyPI has it.")
    # A pickle runs what it says: it is opened only behind its hash.
    data = pickle.loads((folder / "features.pkl").read_bytes())
    return packed(data["feature_to_idx"], data["tag_to_idx"], np.load(folder / "weights.npz")["w"])


def pruned(full: Parameters, keep: int = FEATURES) -> Parameters:
    """The `keep` features that count most (and `START`), in the order of the file."""
    score = np.ptp(full.weights, axis=1) / np.sqrt(np.arange(1, len(full.features) + 1))
    chosen = np.argsort(-score, kind="stable")[:keep]
    order = sorted(
        {full.features.index(START), *chosen.tolist()}, key=lambda i: (full.features[i] != START, full.features[i])
    )
    return Parameters(full.tags, tuple(full.features[i] for i in order), full.weights[order], full.transitions)
