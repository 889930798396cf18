import pytest

from kg.clean.quotes import without_pull_quotes
from kg.model.passage import Passage

LEAD = "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报。"
NEXT = "陆明谦强调，要把招商引资摆在更加突出的位置，主要负责同志要带头走出去、请进来。"
LAST = "市委常委、副市长谭晓岚参加会议。"


def kept(*texts: str) -> list[str]:
    return [passage.text for passage in without_pull_quotes([Passage.of(text, 0, len(text)) for text in texts])]


@pytest.mark.parametrize(
    "quote",
    [
        ["“要把招商引资摆在更加突出的位置”"],
        ["“要把招商引资摆在更加突出的位置，主要负责同志要带头走出去、请进来。”——陆明谦"],
        ["“要把招商引资摆在", "更加突出的位置”"],
        ["要把招商引资摆在更加突出的位置，主要负责同志要带头走出去、请进来。"],
        ["要把招商引资摆在更加突出的位置 主要负责同志要带头走出去"],
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_sentence_shown_once_more_is_dropped(quote: list[str], before: bool) -> None:
    texts = [LEAD, *quote, NEXT, LAST] if before else [LEAD, NEXT, *quote, LAST]
    assert kept(*texts) == [LEAD, NEXT, LAST]


def test_one_set_into_a_broken_sentence_is_dropped() -> None:
    assert kept(LEAD, NEXT[:30], "“要把招商引资摆在更加突出的位置”", NEXT[30:]) == [LEAD, NEXT[:30], NEXT[30:]]


@pytest.mark.parametrize(
    "texts",
    [
        [LEAD, "“企业的事就是我们的事。”", NEXT],
        [LEAD, "招商引资", NEXT],
        [LEAD, "陆明谦说：", "“要把招商引资摆在更加突出的位置”", NEXT],
        [LEAD, NEXT, LEAD],
        [LEAD, NEXT[6:24], NEXT],
        [LEAD, "把产业链一条一条理清楚的", "市委常委、副市长谭晓岚参加会议。", NEXT + LAST],
        [NEXT, NEXT[6:]],
    ],
)
def test_what_stays(texts: list[str]) -> None:
    assert kept(*texts) == texts
