import pytest

from kg.clean import articles
from kg.clean.blocks import DOUBT
from kg.model.document import Article, Document

TITLE = "以链长制夯实产业根基"
LEAD = "本报讯（记者 柳河）3月16日，市长陆明谦主持召开产业强基专题会议，听取重点产业链培育情况汇报。"
BARE = LEAD.split("）")[1]
LAST = "市委常委、副市长谭晓岚参加会议，市发展改革委、市商务局负责人作了发言。"


def clean(text: str) -> list[Article]:
    return articles(Document("page.txt", text, "0" * 64))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("陆明谦指出，要一条链一条链地梳理，推动“双招双", "引”取得更大突破，让企业安心经营、放心投资。"),
        ("陆明谦指出，要一条链一条链地梳理，让更多好的项", "目落地生根，让企业安心经营、放心投资、专心发展。"),
    ],
)
def test_blocks_in_the_wrong_order_are_put_right(one: str, two: str) -> None:
    text = f"{TITLE}\n{two}\n{LAST}\n{LEAD}\n{one}"
    [article] = clean(text)
    assert article.text == f"{TITLE}\n{BARE}\n{one}{two}\n{LAST}"
    assert article.warnings == ()
    for at, source, length, _ in article.offsets.pieces:
        assert article.text[at : at + length] == text[source : source + length]


def test_what_does_not_tell_is_left_with_a_warning() -> None:
    [article] = clean(
        f"{TITLE}\n谭晓岚还到两家企业察看，对营商环境给予充分肯定。\n{LEAD}\n陆明谦指出，要一条链一条链地梳理，一个企业一个企业地服务的，"
    )
    assert article.warnings == (DOUBT,)


def test_a_preface_before_the_dateline_stays() -> None:
    [article] = clean(f"{TITLE}\n编者按：今年以来，全市上下齐心协力抓产业、抓项目。\n{LEAD}\n{LAST}")
    assert article.text.split("\n")[1].startswith("编者按")
    assert article.warnings == ()
