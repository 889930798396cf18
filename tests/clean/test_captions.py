import pytest

from kg.clean import articles
from kg.clean.captions import caption_at, says_more
from kg.clean.lines import lines
from kg.model.document import Article, Document

TITLE = "以链长制夯实产业根基"
LEAD = "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报。"
NEXT = "陆明谦强调，要把招商引资摆在更加突出的位置，主要负责同志要带头走出去、请进来。"
LAST = "市委常委、副市长谭晓岚参加会议。"
OTHER = "3月17日，全市重大项目集中签约仪式在贵池区举行，市委书记冯致远出席并致辞。"


def clean(text: str) -> list[Article]:
    return articles(Document("page.txt", text, "0" * 64))


def body(article: Article) -> list[str]:
    return article.text[article.body_start :].split("\n")


SAYS_MORE = [
    ("图为谭晓岚（左三）在东至县察看秧苗长势。", "图为谭晓岚（左三）在东至县察看秧苗长势。"),
    ("图为谭晓岚（左三）在东至县察看秧苗长势。本报记者 柳河 摄", "图为谭晓岚（左三）在东至县察看秧苗长势。"),
    ("▲东至县胜利镇，农户正在抢插早稻", "东至县胜利镇，农户正在抢插早稻"),
    ("↑3月15日，工人在东至县的车间里检修设备。新华社发（柳河摄）", "3月15日，工人在东至县的车间里检修设备。"),
    ("东至县胜利镇的农户正在抢插早稻。 通讯员 柳河 摄", "东至县胜利镇的农户正在抢插早稻。"),
    ("（图①：东至县胜利镇的秧田。图②：农机手在作业。）", "（图①：东至县胜利镇的秧田。图②：农机手在作业。）"),
    ("图①为东至县胜利镇的秧田。", "图①为东至县胜利镇的秧田。"),
    ("左图：东至县胜利镇的秧田。", "左图：东至县胜利镇的秧田。"),
    ("图片说明：东至县胜利镇的秧田。", "图片说明：东至县胜利镇的秧田。"),
]


@pytest.mark.parametrize(("line", "kept"), SAYS_MORE)
def test_a_caption_that_says_more_stands_behind_the_text(line: str, kept: str) -> None:
    [article] = clean(f"{TITLE}\n本报讯 {LEAD}\n{line}\n{NEXT}\n{LAST}")
    assert body(article) == [LEAD, NEXT, LAST, kept]


@pytest.mark.parametrize(
    "line",
    [
        "会议现场。", "▲活动现场", "签约仪式现场。柳河 摄", "图为会议现场。本报记者 柳河 摄", "资料图片",
        "图为市长陆明谦主持召开产业强基专题会议。", "▲陆明谦 图据池州发布", "图：陆明谦主持会议",
    ],
)  # fmt: skip
def test_a_caption_that_says_nothing_more_is_dropped(line: str) -> None:
    [article] = clean(f"{TITLE}\n本报讯 {LEAD}\n{line}\n{NEXT}\n{LAST}")
    assert body(article) == [LEAD, NEXT, LAST]


def test_a_caption_set_into_a_sentence_is_taken_out() -> None:
    [article] = clean(f"{TITLE}\n本报讯 {LEAD}\n{NEXT[:20]}\n图为东至县胜利镇的秧田。记者 柳河 摄\n{NEXT[20:]}\n{LAST}")
    assert body(article) == [LEAD, NEXT, LAST, "图为东至县胜利镇的秧田。"]
    assert article.byline == ("柳河",)


def test_a_caption_in_a_narrow_column() -> None:
    [article] = clean(
        f"{TITLE}\n本报讯 {LEAD}\n图为谭晓岚（左三）在东至县察看\n秧苗长势，与农户交谈。\n柳河 摄\n{NEXT}\n{LAST}"
    )
    assert body(article) == [LEAD, NEXT, LAST, "图为谭晓岚（左三）在东至县察看秧苗长势，与农户交谈。"]


def test_a_caption_without_a_full_stop_swallows_no_paragraph() -> None:
    [article] = clean(f"{TITLE}\n图为东至县胜利镇的秧田\n{LEAD}\n{NEXT}")
    assert body(article) == [LEAD, NEXT, "图为东至县胜利镇的秧田"]


def test_a_caption_with_its_photographer_on_the_next_line() -> None:
    [article] = clean(f"{TITLE}\n本报讯 {LEAD}\n阔步走在转型路上的池州。\n本报特约记者 柳河 摄\n{NEXT}\n{LAST}")
    assert body(article) == [LEAD, NEXT, LAST, "阔步走在转型路上的池州。"]
    assert article.byline == ("柳河",)


def test_a_caption_that_is_the_whole_item_stays() -> None:
    line = "图为3月16日，东至县胜利镇的农户在抢插早稻，副县长谭晓岚到场指导。"
    [article] = clean(f"不误农时\n{line}本报记者 柳河 摄")
    assert (article.title, body(article), article.byline) == ("不误农时", [line], ("柳河",))


def test_a_caption_over_a_headline_belongs_to_the_item_before() -> None:
    shown = "图为东至县胜利镇的秧田。"
    first, second = clean(f"{TITLE}\n本报讯 {LEAD}\n{NEXT}\n{shown}\n全市项目集中签约\n本报讯 {OTHER}")
    assert body(first) == [LEAD, NEXT, shown]
    assert body(second) == [OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "▲全面推行链长制\n▲全面推行河长制",
        "图谋发展，陆明谦说。",
        "图书馆建成开放。",
        "市民柳河拍摄的视频引发关注。",
        f"本报讯 {LEAD}柳河 摄",
        "制图：柳河",
    ],
)
def test_what_is_no_caption(text: str) -> None:
    found = lines(text)
    assert all(caption_at(found, i) is None for i in range(len(found)))


def test_the_end_of_a_sentence_with_a_photographer_is_no_caption() -> None:
    [article] = clean(f"{TITLE}\n本报讯 {LEAD}\n{NEXT[:20]}\n{NEXT[20:]}（本文图片 柳河 摄）")
    assert body(article) == [LEAD, NEXT]


def test_says_more() -> None:
    assert not says_more("图为会议现场。", "")
    assert not says_more("陆明谦主持会议。", "陆明谦主持会议并讲话。")
    assert says_more("谭晓岚在东至县调研。", LEAD)
