import pytest

from kg.read.html import read_html

SENTENCE = "第{}段，会议研究部署近期重点工作，要求各级各部门抓好落实。"
TEXT = [SENTENCE.format(n) for n in "一二三四五六"]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT)
CARD = '<div class="article-content"><p>另一则新闻的摘要，共{}项。</p></div>'


def read(source: str) -> list[str]:
    return read_html(source, "page.html").text.split("\n")


@pytest.mark.parametrize(
    "container",
    [
        'class="TRS_Editor"',
        "id=UCAP-CONTENT",
        "id='zoom'",
        "ID=Zoom",
        'id="vsb_content_501"',
        'class="a v_news_content"',
    ],
)
def test_a_known_container_is_all_that_is_read(container: str) -> None:
    assert (
        read(f"<p>本站公告，系统将于今晚维护。</p><div {container}>{PARAGRAPHS}</div><p>以上内容，仅供参考。</p>")
        == TEXT
    )


def test_an_empty_container_is_passed_over() -> None:
    assert read(f"<div class=TRS_Editor><img></div><div class=x>{PARAGRAPHS}</div>") == TEXT


def test_the_outer_of_two_containers_counts_once() -> None:
    assert read(f"<div id=zoom><div class=TRS_Editor>{PARAGRAPHS}</div></div>") == TEXT


def test_cards_in_containers_of_the_same_name_are_left_out() -> None:
    cards = "".join(CARD.format(n) for n in "一二三四")
    assert read(f'<div class="article-content">{PARAGRAPHS}</div>{cards}') == TEXT


def test_a_container_in_furniture_counts_only_if_it_is_the_only_one() -> None:
    card = CARD.format("一")
    assert read(f'<div class="related">{card}</div><div class="article-content">{PARAGRAPHS}</div>') == TEXT
    assert read(f'<div class="related-news"><div id=zoom>{PARAGRAPHS}</div></div><p>简讯。</p>') == TEXT


@pytest.mark.parametrize(
    "name", ["share", "ShareBox", "article-comments", "bread_crumb", "footer", "news-list", "hidden"]
)
def test_furniture_within_a_container_is_left_out(name: str) -> None:
    assert read(f'<div id=zoom>{PARAGRAPHS}<div class="{name}">这里写着别的，与正文无关。</div></div>') == TEXT


@pytest.mark.parametrize("name", ["print-content", "printArea", "ShareholderNews", "hotel", "loading", "page-content"])
def test_what_is_only_called_like_it_stays(name: str) -> None:
    assert read(f'<div id=zoom>{PARAGRAPHS}<div class="{name}">会议还研究了其他事项。</div></div>') == [
        *TEXT,
        "会议还研究了其他事项。",
    ]


def test_furniture_that_holds_most_of_the_page_is_none() -> None:
    assert read(f'<div class="share">{PARAGRAPHS}</div>') == TEXT


@pytest.mark.parametrize(
    "beside",
    [
        "<ul><li><a href=1>全市招商引资工作推进会召开</a></li><li><a href=2>我市两个项目集中签约</a></li></ul>",
        "<div><a href=1>全市招商引资工作推进会召开，市长讲话</a> <a href=2>我市两个项目集中签约</a></div>",
        "<p>附件：<a href=1.doc>任务分工表.doc</a></p>",
        "<p><a href=1.pdf>任务分工表</a></p>",
        "<p><a href=2.html>下一篇：我市两个项目集中签约</a></p>",
    ],
)
def test_links_that_lead_elsewhere_are_left_out(beside: str) -> None:
    assert read(f"<div id=zoom>{PARAGRAPHS}{beside}</div>") == TEXT
    assert read(f"<div><div>{PARAGRAPHS}</div>{beside}</div>") == TEXT


def test_a_sentence_with_links_stays() -> None:
    linked = '<p><a href="/a">市发展改革委</a>、<a href="/b">市财政局</a>、<a href="/c">市水利局</a>作了汇报。</p>'
    assert read(f"<div id=zoom>{PARAGRAPHS}{linked}</div>")[-1] == "市发展改革委、市财政局、市水利局作了汇报。"
