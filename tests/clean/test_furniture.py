import re

import pytest

from kg.clean.lines import lines
from kg.clean.page import Furniture, read_page
from kg.lexicon import load

LEAD = "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报。"


@pytest.mark.parametrize("name", ["boilerplate_lines", "boilerplate_inline", "boilerplate_tails"])
def test_each_pattern_is_one(name: str) -> None:
    for pattern in load(name).entries:
        assert re.compile(pattern).fullmatch("") is None


@pytest.mark.parametrize(
    "line",
    [
        "我要打印", "关闭", "【打印】【关闭】", "打印本页 | 关闭窗口", "字体：大 中 小", "阅读次数：", "浏览量：1,203次", "点击数 88次",
        "分享到：微信 微博 QQ空间", "分享让更多人看到", "返回搜狐，查看更多", "打开腾讯新闻，查看更多", "扫一扫在手机打开当前页",
        "微信扫一扫二维码分享", "上一篇：我县召开春季农业生产现场会", "下一篇：没有了", "您当前的位置：首页 > 要闻 > 正文", "首页 > 最新报道",
        "新闻中心 > 区县动态", "版权所有：某市人民政府办公室", "皖ICP备12345678号", "未经授权不得转载", "网站标识码：3417000001",
        "第01版：要闻", "■ 江城时讯 SHIXUN", "下转第三版", "标签：项目 招商", "责任编辑：", "发布人：",
    ],
)  # fmt: skip
def test_furniture_is_dropped(line: str) -> None:
    page = read_page(lines(f"{line}\n{LEAD}"), Furniture())
    assert [kept.text for i, kept in enumerate(page.lines) if i not in page.bylines] == [LEAD]


@pytest.mark.parametrize(
    "line",
    [
        "关闭小煤矿专项行动全面启动", "打印店里的大生意", "首页设计大赛落幕", "分享会现场气氛热烈。", "返回家乡创业的年轻人", "声明如下",
        "本网站讯 近日，池州召开会议。", "上一篇文章里，我们说到项目落地。", "地址选择关系项目成败", "导读馆里读书声", "相关报道引起市委重视。",
        "位置优越 交通便利", "■ 坚持项目为王，全力以赴抓招商", "电话调度会议召开",
    ],
)  # fmt: skip
def test_lines_that_only_begin_like_it_stay(line: str) -> None:
    assert [kept.text for kept in read_page(lines(line), Furniture()).lines] == [line]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"{LEAD}打开网易新闻 查看精彩图片", LEAD),
        (f"{LEAD}分享让更多人看到", LEAD),
        (f"{LEAD}【投稿、区域合作请邮件 某某号 24小时内回复。】", LEAD),
        (f"{LEAD}* 转载请注明来自池州发布", LEAD),
        (f"{LEAD}（下转第三版）", LEAD),
        ("柳某（资料图）在会上发言。", "柳某在会上发言。"),
        ("会议强调（以下简称《意见》），要落实。", "会议强调（以下简称《意见》），要落实。"),
    ],
)
def test_furniture_within_a_line_is_cut_out(line: str, kept: str) -> None:
    assert [found.text for found in read_page(lines(line), Furniture()).lines] == [kept]


def test_links_behind_the_article_are_dropped_and_text_behind_them_is_not() -> None:
    text = f"{LEAD}\n相关新闻\n·我县召开现场会\n·公告\n{LEAD.replace('3月16日', '会后')}{LEAD}\n"
    assert len(read_page(lines(text), Furniture()).lines) == 2


def test_what_the_page_says_of_itself() -> None:
    text = f"标题在这里\n2022年3月18日 来源：池州日报 作者：柳河\n原文链接：https://a.example/1.html\n{LEAD}"
    page = read_page(lines(text), Furniture())
    assert (page.metadata.published_on, page.metadata.publisher) == ("2022-03-18", "池州日报")
    assert page.metadata.url == "https://a.example/1.html"
    assert page.credits.names == ["柳河"]
    assert [line.text for line in page.lines] == ["标题在这里", LEAD]


def test_a_day_alone_behind_the_text_is_the_texts() -> None:
    page = read_page(lines(f"公告\n{LEAD}\n2022年3月18日"), Furniture())
    assert page.metadata.published_on is None
    assert page.lines[-1].text == "2022年3月18日"
