import pytest

from kg.clean import articles
from kg.clean.masthead import read_masthead
from kg.model.document import Document

LEAD = "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报。"
OTHER = "3月17日，全市重大项目集中签约仪式在贵池区举行，市委书记冯致远出席并致辞。"


@pytest.mark.parametrize(
    ("text", "date", "sheet"),
    [
        ("2022年3月17日 星期四", "2022年3月17日", None),
        ("2022年3月17日　星期四　农历壬寅年二月十五　今日4版　总第9021期", "2022年3月17日", None),
        ("第2版 要闻 2022年3月17日 星期四 责编：柳河 版式：容嘉树", "2022年3月17日", "2"),
        ("A02版｜综合新闻｜2022-03-17｜责任编辑 柳河 电话：0566-2023333", "2022-03-17", "A2"),
        ("国内统一连续出版物号：CN 34-0021　邮发代号：25-31", None, None),
        ("国内统一刊号 CN34-0021", None, None),
        ("中共池州市委机关报 池州日报社出版", None, None),
        ("责任编辑：柳河 美编：容嘉树 电话：0566-2023333 E-mail：czrb@paper.example", None, None),
        ("新闻热线：0566-2023333 0566-2023444", None, None),
        ("池州日报 2022年3月17日 第3版", "2022年3月17日", "3"),
    ],
)
def test_a_line_of_a_newspapers_furniture(text: str, date: str | None, sheet: str | None) -> None:
    found = read_masthead(text)
    assert found is not None
    assert (found.date, found.sheet) == (date, sheet)


@pytest.mark.parametrize(
    "text",
    [
        "2022年3月17日", "综合新闻", "星期四上午，陆明谦到企业调研。", "2022年3月17日 星期四 全市项目集中签约", "本期培训共4个班，第3期培训班开班。", LEAD,
        "举报电话：0566-2023333，欢迎群众监督。", "市委机关报创刊七十周年座谈会召开",
    ],
)  # fmt: skip
def test_a_line_that_says_more_is_none(text: str) -> None:
    assert read_masthead(text) is None


def test_a_front_page() -> None:
    text = (
        "池州日报\nCHIZHOU DAILY\n2022年3月17日 星期四 农历壬寅年二月十五 今日4版 总第9021期\n"
        "中共池州市委机关报 国内统一连续出版物号 CN 34-0021 邮发代号 25-31\n今日看点\n春耕生产全面展开\n►2版\n"
        f"【产业强市】\n以链长制夯实产业根基\n本报记者 柳河\n本报讯 {LEAD}\n全市项目集中签约\n本报讯 {OTHER}\n"
        "责任编辑：柳河 美编：容嘉树 电话：0566-2023333"
    )
    first, second = articles(Document("page.txt", text, "0" * 64))
    assert first.text == f"以链长制夯实产业根基\n{LEAD}"
    assert second.text == f"全市项目集中签约\n{OTHER}"
    for article in (first, second):
        assert (article.publisher, article.published_on) == ("池州日报", "2022-03-17")


def test_briefs_under_a_columns_name() -> None:
    text = (
        f"以链长制夯实产业根基\n本报讯 {LEAD}\n【简讯】\n东至县召开春耕现场会\n3月15日，东至县委书记许承志主持召开春耕生产现场会，部署下步工作。（柳青）\n"
        "石台县推进茶旅融合\n3月15日，石台县县长龚庆余到仙寓镇调研茶旅融合，察看茶园三处。（记者 何苗）\n"
        "青阳县开展安全检查\n3月16日，青阳县副县长姚思齐带队检查景区安全，要求压实责任。（通讯员 方圆）"
    )
    found = articles(Document("page.txt", text, "0" * 64))
    assert [a.title for a in found] == [
        "以链长制夯实产业根基", "东至县召开春耕现场会", "石台县推进茶旅融合", "青阳县开展安全检查",
    ]  # fmt: skip
    assert [a.byline for a in found] == [(), ("柳青",), ("何苗",), ("方圆",)]


def test_each_items_own_dateline_is_kept() -> None:
    text = f"以链长制夯实产业根基\n池州日报3月16日讯（记者 柳河）{LEAD}\n铜陵项目集中签约\n铜陵日报3月17日讯（记者 方圆）{OTHER}"
    assert [(a.publisher, a.dateline) for a in articles(Document("page.txt", text, "0" * 64))] == [
        ("池州日报", "池州日报3月16日讯（记者 柳河）"),
        ("铜陵日报", "铜陵日报3月17日讯（记者 方圆）"),
    ]
