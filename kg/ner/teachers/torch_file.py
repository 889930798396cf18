"""The tensors of a file that PyTorch saved, without PyTorch (which weighs some gigabytes)."""

from __future__ import annotations

import pickle
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np

from kg.errors import KgError
from kg.ner.teachers.recurrent import Floats


class _FloatStorage:
    """Stands for `torch.FloatStorage`."""


class _Tensors(pickle.Unpickler):
    """Builds float tensors and plain containers; refuses everything else that a pickle could name."""

    def __init__(self, archive: zipfile.ZipFile, folder: str) -> None:
        super().__init__(archive.open(f"{folder}/data.pkl"))
        self._archive = archive
        self._folder = folder

    def find_class(self, module: str, name: str) -> Any:
        match module, name:
            case "collections", "OrderedDict":
                return OrderedDict
            case "torch", "FloatStorage":
                return _FloatStorage
            case "torch._utils", "_rebuild_tensor_v2":
                return _tensor
        raise pickle.UnpicklingError(f"names {module}.{name}")

    def persistent_load(self, pid: Any) -> Floats:
        kind, storage, key, *_ = pid
        if (kind, storage) != ("storage", _FloatStorage):
            raise pickle.UnpicklingError(f"holds {storage}")
        return np.frombuffer(self._archive.read(f"{self._folder}/data/{key}"), "<f4")


def _tensor(storage: Floats, offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object) -> Floats:
    view = np.lib.stride_tricks.as_strided(storage[offset:], shape, [4 * stride for stride in strides], writeable=False)
    return np.ascontiguousarray(view)


def tensors(path: Path) -> dict[str, Floats]:
    """The tensors of `model_state_dict`, by name, without the `module.` that parallel training puts in front.

    Raises:
        KgError: The file is none of PyTorch's, or holds something other than float tensors.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            folder = archive.namelist()[0].partition("/")[0]
            state = _Tensors(archive, folder).load()["model_state_dict"]
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, pickle.UnpicklingError) as error:
        raise KgError(f"{path}: holds no float tensors of PyTorch ({error}).", "Install its package again.") from None
    return {name.removeprefix("module."): tensor for name, tensor in state.items()}
