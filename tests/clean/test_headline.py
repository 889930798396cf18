import pytest

from kg.clean.headline import doubled, glued, label_end
from kg.clean.lines import Line
from kg.clean.title import title_of
from kg.model.passage import Passage

LEAD = "区委副书记、区长孟繁星到东至县调研。"


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("孟繁星到东至县调研重点项目", f"孟繁星到东至县调研重点项目 {LEAD}"),
        ("孟繁星到东至县调研重点项目", f"2月9日上午，{LEAD}"),
        ("孟繁星到东至县调研重点项目", f"当地时间2月9日，{LEAD}"),
        ("孟繁星到东至县调研重点项目", f"池州新闻网讯（记者 柳河）{LEAD}"),
        ("孟繁星到东至县调研重点项目", f"为深入推进重点项目建设，{LEAD}"),
        ("孟繁星到东至县调研重点项目", f"近日，{LEAD}"),
        ("孟繁星到东至县调研重点项目", f"在新春佳节来临之际，{LEAD}"),
        ("孟繁星到东至县调研重点项目", f"据池州发布消息，{LEAD}"),
        ("“链长包保”出实招 孟繁星带队调研！", f"孟繁星2月9日带队调研，{LEAD}"),
    ],
)
def test_a_labelled_headline_ends_where_the_lead_begins(headline: str, lead: str) -> None:
    text = "原标题：" + headline + lead
    found = glued(text, label_end(text), labelled=True)
    assert found is not None
    assert text[found.start : found.end] == headline


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("柳某某已任池州市副市长", "据池州发布微信公众号消息，2月9日，"),
        ("市政府召开常务会议研究重点项目建设", "2月9日上午，市长陆明谦主持召开"),
        ("市政府召开常务会议研究重点项目建设", "池州新闻网2月9日讯（记者 柳河）市长"),
    ],
)
def test_without_a_label_only_a_seam_that_no_sentence_has(headline: str, lead: str) -> None:
    found = glued(headline + lead)
    assert found is not None
    assert (headline + lead)[: found.end] == headline


@pytest.mark.parametrize(
    "text",
    [
        f"2月9日上午，{LEAD}",
        "按照市委部署，2月9日，市长陆明谦到贵池区调研。",
        "市委副书记、市长陆明谦2月9日到贵池区调研，察看项目进展。",
        "池州市与皖江岭新能源科技有限公司2月9日在贵池区签署协议。",
        "会议现场2月9日，市政协召开专题协商座谈会。",
        "市长陆明谦在贵池区调研。 池州新闻网2月9日讯（记者 柳河）",
        "当地时间2023年2月9日，代表团抵达汉诺威。",
        "为期三天的展会将于2023年2月9日，在池州开幕。",
        "池州新闻网2月9日讯（记者 柳河）2月8日，市长",
    ],
)
def test_an_item_without_a_headline_gets_none(text: str) -> None:
    assert glued(text) is None


def test_a_headline_said_three_times() -> None:
    text = "全市产业强基推进会召开 全市产业强基推进会召开全市产业强基推进会召开 近日"
    found = doubled(text)
    assert found is not None
    assert text[: found.end] == "全市产业强基推进会召开"
    assert text[found.lead :] == "近日"
    assert doubled("全市产业强基推进会召开，全市产业强基推进会指出") is None
    assert doubled("市长陆明谦在园区调研。市长陆明谦在园区调研。2月9日，") is None


def heads(*texts: str, heading: int = 0) -> list[Line]:
    return [Line(Passage.of(text, 0, len(text)), heading) for text in texts]


@pytest.mark.parametrize(
    ("lines", "title", "others"),
    [
        (["向产业强基要质量", "向产业强基要质量"], "向产业强基要质量", []),
        (["海州区", "获评文明城市"], "海州区 获评文明城市", []),
        (["打开制度之“锁”", "——铜陵以制度创新带动转型"], "打开制度之“锁”", ["——铜陵以制度创新带动转型"]),
        (["新时代 新征程 新篇章池州奋力建设现代化"], "池州奋力建设现代化", []),
        (["新时代 新征程"], "新时代 新征程", []),
        (["原标题：向产业强基要质量"], "向产业强基要质量", []),
        (["■ 向产业强基要质量"], "向产业强基要质量", []),
    ],
)
def test_the_title_among_the_lines_over_an_article(lines: list[str], title: str, others: list[str]) -> None:
    found, rest = title_of(heads(*lines))
    assert found is not None
    assert found.text == title
    assert [passage.text for passage in rest] == others


def test_a_subtitle_alone_is_no_title() -> None:
    found, [rest] = title_of(heads("——访市直机关工委负责人"))
    assert found is None
    assert rest.text == "——访市直机关工委负责人"
