import pytest

from kg.clean.guide import without_guides
from kg.clean.lines import lines

TITLE = "以链长制夯实产业根基"
LEAD = "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报。"


def kept(text: str) -> list[str]:
    return [line.text for line in without_guides(lines(text))]


@pytest.mark.parametrize(
    "guide",
    [
        "导读\n春耕生产全面展开……2版\n项目建设提速 3版",
        "今日看点\n春耕生产全面展开\n►2版\n项目建设提速\n►3版",
        "【版面导航】\n第2版：春耕生产全面展开，各地抢抓农时\n第3版：项目建设提速，一批企业开工投产",
        "今日导读\n◆春耕生产全面展开（详见2版）\n◆项目建设提速（详见A3版）",
        "春耕生产全面展开 >>2版",
        "春耕生产全面展开 详见二版",
    ],
)
def test_a_guide_is_dropped_and_the_headline_behind_it_stays(guide: str) -> None:
    assert kept(f"{guide}\n{TITLE}\n{LEAD}") == [TITLE, LEAD]


@pytest.mark.parametrize(
    "text",
    [
        f"导读\n{TITLE}\n{LEAD}",
        "陆明谦强调，要推动项目早落地（下转第二版）",
        "（上接第一版）要推动项目早落地",
        "市地方志办公室的《池州通史》已经出到第三版。",
    ],
)
def test_what_names_no_other_page_stays(text: str) -> None:
    assert kept(text) == [line for line in text.split("\n") if line != "导读"]
