from __future__ import annotations

import pytest

from kg.resolve.titles import canonical, read_title


@pytest.mark.parametrize(
    ("written", "word", "expected"),
    [
        ("市人民政府市长", "市", "市长"),
        ("市政府副市长", "市", "副市长"),
        ("代市长", "市", "市长"),
        ("中共市委书记", "市", "市委书记"),
        ("人大常委会主任", "区", "区人大常委会主任"),
        ("市人民代表大会常务委员会副主任", "市", "市人大常委会副主任"),
        ("宣传部长", "市", "市委宣传部部长"),
        ("市委组织部副部长", "市", "市委组织部副部长"),
        ("党委书记", "镇", "镇党委书记"),
        ("市公安局长", "市", "市公安局局长"),
        ("市公安局局长", "市", "市公安局局长"),
        ("委员", "市", "委员"),
        ("局长", "市", "局长"),
        ("市政府秘书长", "市", "市政府秘书长"),
        ("自治区主席", "自治区", "自治区主席"),
        ("党工委书记", "街道", "街道党工委书记"),
    ],
)
def test_spellings_have_one_form(written: str, word: str, expected: str) -> None:
    assert canonical(written, word) == expected
    assert canonical(expected, word) == expected


@pytest.mark.parametrize(
    ("title", "level", "branch", "rank", "exclusive"),
    [
        ("市长", "prefecture", "政府", "厅局级正职", True),
        ("市长", "province", "政府", "省部级正职", True),
        ("县长", "county", "政府", "县处级正职", True),
        ("市委常委", "prefecture", "党委", "厅局级副职", False),
        ("市委常委", "county", "党委", "县处级副职", False),
        ("区人大常委会主任", "county", "人大", "县处级正职", True),
        ("区人大常委会副主任", "county", "人大", "县处级副职", False),
        ("市人大常委会城建环资工委主任", "prefecture", "人大", "县处级正职", True),
        ("市政协主席", "prefecture", "政协", "厅局级正职", True),
        ("市公安局局长", "prefecture", "政府", "县处级正职", True),
        ("省港航管理局党委书记", "province", "党委", "厅局级正职", True),
        ("市纪委书记", "prefecture", "党委", "厅局级副职", True),
        ("镇党委书记", "town", "党委", "乡科级正职", True),
        ("副镇长", "town", "政府", "乡科级副职", False),
        ("村党支部书记", "town", "党委", "村级正职", True),
        ("总书记", "nation", "党委", "国家级正职", True),
        ("副总理", "nation", "政府", "国家级副职", False),
        ("县人民法院院长", "county", "法检", "乡科级正职", True),
        ("市领导", "prefecture", "政府", None, False),
        ("二级调研员", "county", "政府", None, False),
        ("县医院院长", "county", "企事业", None, True),
        ("市长", None, "政府", None, True),
        ("局长", "county", "政府", "乡科级正职", False),
    ],
)
def test_branch_rank_and_exclusiveness_come_from_the_title(
    title: str, level: str | None, branch: str, rank: str | None, exclusive: bool
) -> None:
    read = read_title(title, level)
    assert (read.branch, read.rank, read.exclusive) == (branch, rank, exclusive)


def test_a_municipalitys_districts_rank_a_level_higher() -> None:
    assert read_title("区长", "county", municipality=True).rank == "厅局级正职"


@pytest.mark.parametrize(
    ("title", "weak"), [("全国人大代表", True), ("市政协委员", True), ("市委委员", False), ("市委书记", False)]
)
def test_seats_that_many_share_tell_nobody_apart(title: str, weak: bool) -> None:
    assert read_title(title, "prefecture").weak is weak
