from __future__ import annotations

import pytest

from kg.lexicon.short_forms import short_forms


@pytest.mark.parametrize(
    ("name", "levelled", "stem"),
    [
        ("清原满族自治县", "清原县", "清原"),
        ("东乡族自治县", "东乡县", "东乡"),
        ("鄂温克族自治旗", "鄂温克旗", "鄂温克"),
        ("内蒙古自治区", None, "内蒙古"),
        ("新疆维吾尔自治区", None, "新疆"),
        ("恩施土家族苗族自治州", "恩施州", "恩施"),
        ("积石山保安族东乡族撒拉族自治县", "积石山县", "积石山"),
        ("隆林各族自治县", "隆林县", "隆林"),
        ("香港特别行政区", None, "香港"),
        ("神农架林区", None, "神农架"),
        ("锡林郭勒盟", None, "锡林郭勒"),
        ("道县", None, None),
        ("土默特右旗", None, None),
        ("滨海新区", None, None),
        ("井陉矿区", None, None),
    ],
)
def test_short_forms(name: str, levelled: str | None, stem: str | None) -> None:
    assert short_forms(name) == (levelled, stem)
