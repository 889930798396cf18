import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.clean import articles
from kg.clean.columns import LEFT, UNSURE, in_order
from kg.clean.count_pairs import pairs
from kg.clean.gutters import reading_spans
from kg.clean.lines import lines, spans
from kg.model.document import Article, Document
from tests.clean.interleaved import ARTICLES, HEADLINES, Across, across, set_in_column


def clean(text: str) -> list[Article]:
    return articles(Document("page.txt", text, "0" * 64))


def rows(*columns: list[str]) -> str:
    return "\n".join(column[i] for i in range(max(map(len, columns))) for column in columns if i < len(column))


@settings(max_examples=80, deadline=None)
@given(across())
def test_what_is_put_right_equals_the_original_and_the_rest_is_warned_of(page: Across) -> None:
    found = in_order(lines(page.text), page.text)
    if not any(line.doubt for line in found):
        assert [line.text for line in found] == list(page.lines)
    assert sorted(line.text for line in found) == sorted(page.lines)


@settings(max_examples=50, deadline=None)
@given(across())
def test_columns_in_order_stay_as_they_are(page: Across) -> None:
    text = "\n".join(page.lines)
    assert in_order(lines(text), text) == lines(text)


@settings(max_examples=50, deadline=None)
@given(across(side_by_side=True))
def test_columns_with_a_gutter_are_read_down(page: Across) -> None:
    assume(len(page.text.split("\n")) > 10)
    found = lines(page.text, reading_spans(page.text))
    assert [line.text for line in found] == list(page.lines)
    assert all(page.text[p.source : p.source + p.length] in line.text for line in found for p in line.passage.pieces)


@given(
    st.lists(
        st.sampled_from(
            ["张三  李四", "甲\u3000乙", "会议召开。", "", "  缩进", "名称    金额    单位", "一\u3000\u3000二\u3000三"]
        ),
        max_size=14,
    )
)
def test_what_is_no_column_is_read_as_ever(found: list[str]) -> None:
    text = "\n".join(found)
    assert list(reading_spans(text)) == list(spans(text))


def test_two_columns_of_one_article() -> None:
    column = set_in_column(ARTICLES[0], 16, True)
    half = -(-len(column) // 2)
    text = f"{HEADLINES[0]}\n本报记者 柳河\n" + rows(column[:half], column[half:])
    [article] = clean(text)
    assert article.title == HEADLINES[0]
    assert article.text[article.body_start :].replace("\n", "") == ARTICLES[0]
    for at, source, length, _ in article.offsets.pieces:
        assert article.text[at : at + length] == text[source : source + length]


def test_three_columns_of_one_article() -> None:
    column = set_in_column("".join(ARTICLES), 14, False)
    third = -(-len(column) // 3)
    [article] = clean(rows(column[:third], column[third : 2 * third], column[2 * third :]))
    assert article.text.replace("\n", "").replace("本报讯 ", "") == "".join(ARTICLES).replace("本报讯 ", "")


def test_what_the_sentences_do_not_tell_is_left_with_a_warning() -> None:
    column = set_in_column("".join(ARTICLES), 14, False)
    # Every fifth line: no columns that a page has.
    shuffled = [line for start in range(5) for line in column[start::5]]
    found = in_order(lines("\n".join(shuffled)), "\n".join(shuffled))
    assert [line.text for line in found] == shuffled
    assert {line.doubt for line in found} >= {LEFT}
    assert any(LEFT in article.warnings for article in clean("\n".join(shuffled)))


def test_an_order_of_which_a_few_lines_are_not_sure_is_warned_of() -> None:
    columns = [set_in_column(text, 12, False) for text in ARTICLES[:2]]
    columns[0][0:0] = ["产业强基"]
    columns[1][0:0] = ["春耕备耕"]
    text = rows(*columns)
    found = in_order(lines(text), text)
    assert {line.doubt for line in found} <= {None, UNSURE}


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(["陆明谦", "谭晓岚", "姚思齐", "许承志", "冯致远", "孟繁星"] * 4),
        "\n".join(f"{n}、202{n % 5}（第{n}届）全国招投标领域年度聚焦，优秀供应商评价" for n in range(20)),
        "\n".join(f"池州市第{n}批重点产业链培育项目名单公示" for n in range(30)),
        "\n".join(["近日", "市长陆明谦", "到企业调研", "实地察看生产线", "详细了解订单情况", "叮嘱安全生产"] * 4),
        "\n".join(["要让群众满意，要让企业安心，", "我们一起向前走，", "不负春光不负人，"] * 8),
    ],
)
def test_lists_and_verses_stay_without_a_warning(text: str) -> None:
    found = in_order(lines(text), text)
    assert found == lines(text)


def test_pairs_are_counted_by_grade() -> None:
    table = pairs(["项目落地，项目签约"] * 30 + ["目前，项链"] * 10, least=20)
    assert table["项"] == "|目"
    assert "前" not in table.get("目", "")
