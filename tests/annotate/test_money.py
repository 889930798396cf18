"""Sums of money: what is written is what is read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.projects.money import amount, sums

DIGITS = "零一二三四五六七八九"
UNITS = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4), ("", 1))


def spelled(number: int) -> str:
    """A whole number below a hundred million in Chinese numerals."""

    def section(part: int) -> str:
        text = ""
        for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, part = divmod(part, scale)
            if digit:
                text += DIGITS[digit] + word
            elif text and part and not text.endswith("零"):
                text += "零"
        return text

    high, low = divmod(number, 10**4)
    if not high:
        return section(low)
    between = "零" if 0 < low < 1000 else ""
    return section(high) + "万" + between + section(low)


@given(st.decimals(min_value="0.01", max_value="9999.99", places=2), st.sampled_from(UNITS))
def test_figures_with_a_unit(number: Decimal, unit: tuple[str, int]) -> None:
    text = f"项目总投资{number}{unit[0]}元，已开工。"
    [found] = sums(text)
    assert text[found.start : found.end] == f"{number}{unit[0]}元"
    assert Decimal(str(found.yuan)) == number * unit[1]


@given(st.integers(1, 99_999_999))
def test_chinese_numerals(number: int) -> None:
    assert amount(spelled(number)) == number


@given(st.integers(1, 9999), st.integers(1, 9))
def test_chinese_numerals_with_a_fraction(whole: int, tenth: int) -> None:
    text = f"投资{spelled(whole)}点{DIGITS[tenth]}亿元。"
    [found] = sums(text)
    assert Decimal(str(found.yuan)) == (Decimal(whole) + Decimal(tenth) / 10) * 10**8


@given(st.text(alphabet="0123456789.,，一二三十百千万亿点元人民币美数上多余投资总约", max_size=40))
def test_any_text_gives_sums_in_order(text: str) -> None:
    found = sums(text)
    assert all(part.yuan > 0 and 0 <= part.start < part.end <= len(text) for part in found)
    assert [part.start for part in found] == sorted(part.start for part in found)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("总投资86.8亿元", [8_680_000_000]),
        ("八十六点八亿元", [8_680_000_000]),
        ("3.5万亿元", [3_500_000_000_000]),
        ("5000万元", [50_000_000]),
        ("1,200万元", [12_000_000]),
        ("约23亿元人民币", [2_300_000_000]),
        ("总投资9.5亿，分两期", [950_000_000]),
        ("上百亿元", []),
        ("数千万元", []),
        ("百亿元级", []),
        ("50余亿元", [5_000_000_000]),
        ("8000余万元", [80_000_000]),
        ("3亿～5亿元", []),
        ("3000万美元", []),
        ("每亩5万元", []),
    ],
)
def test_what_is_a_sum_and_what_is_not(text: str, yuan: list[int]) -> None:
    assert [found.yuan for found in sums(text)] == yuan
