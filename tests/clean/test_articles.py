import pytest

from kg.clean import articles
from kg.errors import ReadError
from kg.model.document import Article, Document, Metadata

LEAD = "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报。"
NEXT = "陆明谦强调，要把招商引资摆在更加突出的位置，主要负责同志要带头走出去、请进来。"
OTHER = "3月17日，全市重大项目集中签约仪式在贵池区举行，市委书记冯致远出席并致辞。"

PAGE = f"""# 向产业强基要质量 向项目建设要后劲

首席记者 邓一凡

**本报讯** {LEAD}

{NEXT}

## 全市重大项目集中签约仪式举行

——一季度“开门红”系列报道

记者 蓝小溪

**本报讯** {OTHER}

记者 柳河 摄

项目名单

仪式上，年产5万吨锂电铜箔项目成功签约。

容嘉树 本报记者 蓝小溪
"""


def clean(text: str, metadata: Metadata | None = None, encoding: str = "utf-8") -> list[Article]:
    return articles(Document("page.txt", text, "0" * 64, encoding, metadata or Metadata()))


def body(article: Article) -> str:
    return article.text[article.body_start :]


def test_a_newspaper_page_is_split_into_its_items() -> None:
    first, second = clean(PAGE)
    assert (first.title, second.title) == ("向产业强基要质量 向项目建设要后劲", "全市重大项目集中签约仪式举行")
    assert (first.item, second.item) == (0, 1)
    assert body(first) == f"{LEAD}\n{NEXT}"
    assert body(second).split("\n") == [
        "——一季度“开门红”系列报道",
        OTHER,
        "项目名单",
        "仪式上，年产5万吨锂电铜箔项目成功签约。",
    ]
    assert first.byline == ("邓一凡",)
    assert set(second.byline) == {"蓝小溪", "柳河", "容嘉树"}


def test_a_subheading_without_a_byline_splits_nothing() -> None:
    [article] = clean(
        f"打开制度之“锁”\n\n本报记者 柳河\n\n{LEAD}\n\n“链长包保”破难题\n\n{NEXT}\n\n聚合力 开新局\n\n{OTHER}"
    )
    assert article.title == "打开制度之“锁”"
    assert body(article).split("\n") == [LEAD, "“链长包保”破难题", NEXT, "聚合力 开新局", OTHER]


def test_a_page_scanned_twice_gives_each_item_once() -> None:
    assert [a.title for a in clean(PAGE + "\n" + PAGE)] == [a.title for a in clean(PAGE)]


def test_a_portals_page() -> None:
    text = (
        f"首页 > 要闻\n产业强基推进会召开\n发布时间：2022-03-18 09:12  来源：池州日报  编辑：柳河  浏览次数：120\n"
        f"字体：大 中 小\n\u3000\u3000{LEAD}\n\u3000\u3000{NEXT}\n打开网易新闻 查看精彩图片\n责任编辑：容嘉树\n"
        f"扫一扫在手机打开当前页\n相关链接\n· 我县召开农业生产现场会\n· 公告\n版权所有：某县人民政府"
    )
    [article] = clean(text)
    assert article.title == "产业强基推进会召开"
    assert body(article) == f"{LEAD}\n{NEXT}"
    assert (article.published_on, article.publisher) == ("2022-03-18", "池州日报")
    assert set(article.byline) == {"柳河", "容嘉树"}


def test_a_page_in_one_line() -> None:
    text = f"原标题：产业强基推进会召开池州新闻网2022年3月17日讯（池州日报记者 柳河）{LEAD}（完）来源：池州发布编辑：容嘉返回搜狐，查看更多责任编辑："
    [article] = clean(text)
    assert article.title == "产业强基推进会召开"
    assert body(article) == LEAD
    assert (article.published_on, article.publisher) == ("2022-03-17", "池州新闻网")
    assert article.dateline == "池州新闻网2022年3月17日讯（池州日报记者 柳河）"
    assert set(article.byline) == {"柳河", "容嘉"}


def test_a_source_glued_to_a_sentence_takes_nothing_with_it() -> None:
    [article] = clean(f"{LEAD}图片来源：池州发布据悉，{NEXT}")
    assert NEXT in article.text


def test_captions_before_the_dateline_are_lines_of_their_own() -> None:
    [article] = clean(f"会议现场。池州新闻网3月17日讯（记者 柳河）{LEAD}")
    assert article.title is None
    assert body(article) == f"会议现场。\n{LEAD}"


def test_a_title_in_brackets_behind_the_text() -> None:
    [article] = clean(f"{LEAD}（原标题：产业强基推进会召开）")
    assert (article.title, body(article)) == ("产业强基推进会召开", LEAD)


def test_an_item_without_headline_has_none() -> None:
    [article] = clean(f"{LEAD}\n\n打开网易新闻 查看精彩图片\n\n{NEXT}")
    assert (article.title, article.body_start, article.text) == (None, 0, f"{LEAD}\n{NEXT}")


def test_a_digest_is_split_by_its_numbers() -> None:
    text = f"1、产业强基推进会召开 {LEAD}{NEXT}2、全市项目集中签约{OTHER}{OTHER[:-1]}并宣布项目启动。3、东至县项目投产据东至发布消息，{NEXT}{OTHER}"
    assert [a.title for a in clean(text)] == ["产业强基推进会召开", "全市项目集中签约", "东至县项目投产"]


def test_a_numbered_list_in_a_speech_is_no_digest() -> None:
    assert len(clean(f"{LEAD}1、{NEXT}2、{OTHER}3、{NEXT[3:]}")) == 1


def test_changes_of_post_run_together_are_parted_at_their_headlines() -> None:
    first = f"柳某某已任池州市副市长据池州发布微信公众号消息，{LEAD}上述消息显示，柳某某已任池州市副市长。{NEXT}"
    second = f"容某某拟任铜陵市委书记据铜陵发布客户端消息，{OTHER}公开资料显示，容某某此前任铜陵市委副书记。{NEXT[4:]}"
    assert [a.title for a in clean(first + second)] == ["柳某某已任池州市副市长", "容某某拟任铜陵市委书记"]


class TestMetadata:
    def test_what_is_given_goes_over_what_the_page_says(self) -> None:
        text = f"产业强基推进会召开\n发布时间：2022-03-18\n来源：池州日报\n{LEAD}"
        given = Metadata(published_on="2022-03", publisher="池州发布", url="https://a.example", place="池州市")
        [article] = clean(text, given)
        assert (article.published_on, article.publisher, article.url, article.place) == (
            "2022-03", "池州发布", "https://a.example", "池州市",
        )  # fmt: skip

    def test_a_title_given_stands_in_front_and_is_not_said_twice(self) -> None:
        [article] = clean(LEAD, Metadata(title="产业强基推进会召开"))
        assert article.text == f"产业强基推进会召开\n{LEAD}"
        assert article.offsets.source(0) is None
        assert article.offsets.source(article.body_start) == 0
        [article] = clean(f"产业强基推进会召开{LEAD}", Metadata(title="产业强基推进会召开"))
        assert article.text == f"产业强基推进会召开\n{LEAD}"
        assert article.offsets.source(0) == 0

    def test_a_title_given_for_a_page_of_several_items_is_none_of_theirs(self) -> None:
        assert [a.title for a in clean(PAGE, Metadata(title="池州日报第一版"))] == [a.title for a in clean(PAGE)]

    def test_the_paper_and_its_day_behind_the_text(self) -> None:
        [article] = clean(f"{LEAD}《池州日报》（2022年03月18日 01版）")
        assert (article.text, article.publisher, article.published_on) == (LEAD, "池州日报", "2022-03-18")

    def test_an_impossible_day_on_the_page_is_left_out(self) -> None:
        [article] = clean(f"产业强基推进会召开\n发布时间：2022-02-30\n{LEAD}")
        assert article.published_on is None
        assert "2022-02-30" not in article.text


def test_the_id_is_that_of_the_body_alone() -> None:
    [plain], [titled] = (
        clean(LEAD),
        clean(f"原标题：产业强基推进会召开\n**本报讯**（记者 柳河）{LEAD}\n返回搜狐，查看更多"),
    )
    assert plain.id == titled.id


def test_damaged_bytes_are_warned_of() -> None:
    [article] = clean(LEAD + "\ufffd", encoding="damaged utf-8")
    assert article.warnings == ("bytes that are no utf-8 were replaced",)
    assert clean(LEAD)[0].warnings == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The mayor chaired a meeting on industry. It was attended by many.", "has no Chinese text"),
        ("市長は会議を主催し、産業の発展について話し合いました。出席者は意見を述べました。", "has no article"),
        (
            "首页 > 要闻\n我要打印\n【关闭窗口】\n版权所有：某县人民政府办公室 技术支持：某某科技有限公司",
            "has no article",
        ),
    ],
)
def test_a_document_without_an_article_is_named(text: str, reason: str) -> None:
    with pytest.raises(ReadError, match=rf"page\.txt: {reason}") as error:
        clean(text)
    assert error.value.remedy


def test_a_text_of_one_huge_line_is_cleaned() -> None:
    text = "".join(LEAD.replace("专题", f"第{i}次") for i in range(60_000))
    [article] = clean(text)
    assert article.text == text
    assert len(article.offsets.pieces) == 1


def test_marked_headlines_of_the_first_rank_begin_items_and_numbered_sections_do_not() -> None:
    first = "# 区政府召开常务会议\n区长孟繁星主持召开区政府常务会议，研究春季防火工作。"
    second = "# 植树添绿护家园\n志愿者在秋江街道种下三百棵树，居民纷纷参加。"
    assert [article.title for article in articles(Document("a.md", f"{first}\n{second}", "0"))] == [
        "区政府召开常务会议",
        "植树添绿护家园",
    ]
    plan = "# 东至县绿化工作方案\n为做好绿化工作，制定本方案。\n# 一、总体要求\n坚持生态优先，全面推进绿化。"
    assert len(articles(Document("b.md", plan, "0"))) == 1
