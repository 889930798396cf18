import pytest

from kg.model.passage import Passage
from kg.read.html.info import read_info
from kg.read.html.metadata import bare_title, day_in_address, head_of
from kg.read.html.tree import parse


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("市政府召开常务会议_某某市人民政府", "市政府召开常务会议"),
        ("市政府召开常务会议-要闻动态-某某市人民政府门户网站", "市政府召开常务会议"),
        ("市政府召开常务会议 - 某某新闻网", "市政府召开常务会议"),
        ("某某市人民政府 | 市政府召开常务会议研究民生实事", "市政府召开常务会议研究民生实事"),
        ("沈白高铁抚顺-长白段开工建设", "沈白高铁抚顺-长白段开工建设"),
        ("市政府召开常务会议", "市政府召开常务会议"),
        ("某某市人民政府门户网站", None),
        ("新闻中心", None),
        ("无标题", None),
        ("", None),
    ],
)
def test_a_windows_title_less_its_site(window: str, title: str | None) -> None:
    assert bare_title(window) == title


def test_what_a_head_says() -> None:
    said = head_of(
        parse(
            "<META NAME=ArticleTitle CONTENT='市长调研重点项目'><meta name=PubDate content='2023/2/8 9:01'>"
            "<meta name=ContentSource content='本站'><meta name=SiteName content=某某市人民政府>"
            "<meta property='og:url' content='http://www.example.cn/1.html'><title>窗口</title>"
        )
    )
    assert (said.title, said.published_on) == ("市长调研重点项目", "2023-02-08")
    assert (said.source, said.site, said.url) == ("某某市人民政府", "某某市人民政府", "http://www.example.cn/1.html")


def test_a_head_that_says_nothing() -> None:
    said = head_of(parse("<meta name=PubDate content=昨天><meta name=ContentSource content=''><p>正文</p>"))
    assert (said.title, said.published_on, said.source, said.site, said.url) == (None, None, None, None, None)


@pytest.mark.parametrize(
    ("line", "day", "source", "credits", "only"),
    [
        ("发布时间：2023-02-28 17:42 来源：某某日报 浏览次数：12次", "2023-02-28", "某某日报", [], True),
        ("2022年05月19日 16:20  点击：[]", "2022-05-19", None, [], True),
        ("来源：某某日报 作者：柳河 编辑：邓一凡", None, "某某日报", ["作者：柳河", "编辑：邓一凡"], True),
        ("时间：2016-8-3　来源：某某镇政府　字号：[大 中 小]", "2016-08-03", "某某镇政府", [], True),
        ("[责任编辑：柳河]", None, None, ["责任编辑：柳河"], True),
        ("（来源：荆楚网（湖北日报网） 编辑：柳河）", None, "荆楚网（湖北日报网）", ["编辑：柳河"], True),
        ("来源：", None, None, [], True),
        ("来源：未知 作者：admin", None, None, ["作者：admin"], True),
        ("2023年2月28日，市政府召开常务会议。", "2023-02-28", None, [], False),
        ("市政府召开常务会议", None, None, [], False),
    ],
)
def test_what_a_line_of_info_says(
    line: str, day: str | None, source: str | None, credits: list[str], only: bool
) -> None:
    info, nothing_else = read_info(Passage.of(line, 0, len(line)))
    assert (info.published_on, info.source) == (day, source)
    assert [passage.text for passage in info.credits] == credits
    assert nothing_else == only


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://www.example.cn/xw/202302/t20230228_5512.html", "2023-02-28"),
        ("http://www.example.cn/news/2020/0924/8812.html", "2020-09-24"),
        ("http://www.example.cn/2021-11/03/content_1.htm", "2021-11-03"),
        ("http://www.example.cn/news/20231399/1.html", None),
        ("http://www.example.cn/1.html", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, day: str | None) -> None:
    assert day_in_address(url) == day
