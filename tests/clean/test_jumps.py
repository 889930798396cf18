import pytest

from kg.clean import articles
from kg.clean.jumps import at_jumps, labelled_sheet, sheet_of
from kg.clean.lines import lines
from kg.model.document import Article, Document

TITLE = "以链长制夯实产业根基"
LEAD = "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报。"
BROKEN = "陆明谦强调，要把招商引资摆在更加突出的位置，主要负责同志要带头走"
REST = "出去、请进来，推动项目早落地、早投产。"
LAST = "市委常委、副市长谭晓岚参加会议。"
OTHER = "3月17日，全市重大项目集中签约仪式在贵池区举行，市委书记冯致远出席并致辞。"
THIRD = "3月18日，市政协主席孟繁星到东至县调研乡村振兴工作，走访企业三家。"


def clean(text: str) -> list[Article]:
    return articles(Document("page.txt", text, "0" * 64))


def body(article: Article) -> list[str]:
    return article.text[article.body_start :].split("\n")


def holds(article: Article, source: str) -> bool:
    return all(
        article.text[at : at + length] == source[start : start + length]
        for at, start, length, _ in article.offsets.pieces
    )


@pytest.mark.parametrize(
    ("written", "number"),
    [("二", "2"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("02", "2"), ("A01", "A1"), ("a 2", "A2"), ("头", "1")],
)
def test_a_pages_number_has_one_form(written: str, number: str) -> None:
    assert sheet_of(written) == number


@pytest.mark.parametrize(
    "mark",
    [
        "（下转第二版）", "(下转2版)", "【下转A2版】", "（下转第02版）", "（转第二版）", "（下转第2版·要闻）", "下转第二版", "→下转2版", "（下转第二版①）",
        "（下转第二版 ▶）", "［下转第 2 版］".replace("［", "[").replace("］", "]"), "（下接第二版）", "（下转第二、三版）", "（下转二版右下）",
    ],
)  # fmt: skip
def test_marks_of_leaving_are_taken_out(mark: str) -> None:
    [line] = lines(BROKEN + mark)
    [part] = [part for part in at_jumps(line) if part.text]
    assert part.text == BROKEN
    assert part.goes is not None
    assert part.goes.sheet in {"2", "A2"}


@pytest.mark.parametrize(
    "mark",
    [
        "（上接第一版）", "(上接1版)", "【上接A1版】", "（紧接第一版）", "（接第一版）", "（上接头版）", "上接第一版 ", "上接第一版《以链长制夯实产业根基》",
        "（上接第一版《以链长制夯实产业根基》一文）", "（上接01版①）", "◀上接1版 ", "（紧接A1版）",
    ],
)  # fmt: skip
def test_marks_of_coming_are_taken_out(mark: str) -> None:
    [line] = lines(mark + REST)
    [part] = at_jumps(line)
    assert part.text == REST
    assert part.comes is not None
    assert part.comes.sheet in {"1", "A1"}
    assert (part.comes.title.text if part.comes.title else None) == (TITLE if TITLE in mark else None)


@pytest.mark.parametrize(
    "text",
    ["窗口从线下转到线上，第二版系统已经上线。", "紧接着，第二版方案公布。", "网上接连出现两版说法。", "该书第二版已经售罄，出版社正在加印。"],
)  # fmt: skip
def test_sentences_are_no_marks(text: str) -> None:
    [line] = lines(text)
    assert at_jumps(line) == [line]


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("第二版", "2"), ("A02版", "A2"), ("第2版 要闻", "2"), ("2版：综合新闻", "2"), ("要闻 三版", "3"), ("第二版图书发行", None),
        ("该书再版", None),
    ],
)  # fmt: skip
def test_labels_of_pages(text: str, sheet: str | None) -> None:
    assert labelled_sheet(text) == sheet


class TestJoined:
    def test_two_items_of_one_file(self) -> None:
        text = (
            f"{TITLE}\n本报记者 柳河\n本报讯 {LEAD}\n{BROKEN}（下转第二版）\n全市项目集中签约\n本报讯 {OTHER}\n"
            f"第2版 要闻\n{TITLE}\n（上接第一版）{REST}\n{LAST}\n政协调研乡村振兴\n本报记者 容嘉树\n本报讯 {THIRD}"
        )
        found = clean(text)
        assert [a.title for a in found] == [TITLE, "全市项目集中签约", "政协调研乡村振兴"]
        assert body(found[0]) == [LEAD, BROKEN + REST, LAST]
        assert body(found[1]) == [OTHER]
        assert body(found[2]) == [THIRD]
        assert all(holds(article, text) and article.warnings == () for article in found)
        quote = found[0].text.index(REST)
        span = found[0].offsets.span(quote, quote + len(REST))
        assert span is not None
        assert text[slice(*span)] == REST

    def test_marks_on_lines_of_their_own(self) -> None:
        text = f"{TITLE}\n本报讯 {LEAD}\n{BROKEN}\n（下转第二版）\n责任编辑：柳河\n第二版\n（上接第一版）\n{TITLE}\n{REST}\n{LAST}"
        [article] = clean(text)
        assert body(article) == [LEAD, BROKEN + REST, LAST]
        assert article.warnings == ()

    def test_a_mark_at_the_end_of_the_headline(self) -> None:
        [article] = clean(f"{TITLE}\n本报讯 {LEAD}（下转A2版）\nA2版\n链长制夯实根基（上接A1版）\n{LAST}")
        assert (article.title, body(article)) == (TITLE, [LEAD, LAST])

    def test_two_articles_that_jump_are_told_apart_by_title(self) -> None:
        text = (
            f"{TITLE}\n本报讯 {LEAD}\n{BROKEN}（下转第二版）\n全市项目集中签约\n本报讯 {OTHER}（下转第二版）\n"
            f"第二版\n全市重大项目签约\n（上接第一版）{THIRD}\n（上接第一版《{TITLE}》）{REST}"
        )
        first, second = clean(text)
        assert body(first) == [LEAD, BROKEN + REST]
        assert body(second) == [OTHER, THIRD]

    def test_tags_tell_two_articles_apart(self) -> None:
        text = (
            f"{TITLE}\n本报讯 {LEAD}（下转第二版①）\n全市项目集中签约\n本报讯 {OTHER}（下转第二版②）\n"
            f"第二版\n（上接第一版②）{THIRD}\n（上接第一版①）{LAST}"
        )
        assert [body(a) for a in clean(text)] == [[LEAD, LAST], [OTHER, THIRD]]

    def test_where_two_fit_as_well_neither_is_taken(self) -> None:
        text = f"{TITLE}\n本报讯 {LEAD}（下转第二版）\n全市项目集中签约\n本报讯 {OTHER}（下转第二版）\n第二版\n（上接第一版）{THIRD}"
        found = clean(text)
        assert [body(a) for a in found] == [[LEAD], [OTHER], [THIRD]]
        assert all(len(a.warnings) == 1 for a in found)

    def test_an_article_over_three_pages(self) -> None:
        text = (
            f"第1版\n{TITLE}\n本报讯 {LEAD}（下转第二版）\n第2版\n（上接第一版）{BROKEN}（下转第三版）\n"
            f"第3版\n（上接第二版）{REST}\n{LAST}"
        )
        [article] = clean(text)
        assert body(article) == [LEAD, BROKEN + REST, LAST]

    def test_pages_that_do_not_agree_are_not_joined(self) -> None:
        text = f"第1版\n{TITLE}\n本报讯 {LEAD}（下转第三版）\n第2版\n（上接第四版）{THIRD}"
        first, second = clean(text)
        assert (body(first), body(second)) == ([LEAD], [THIRD])
        assert first.warnings
        assert second.warnings


class TestAlone:
    def test_the_part_that_leaves(self) -> None:
        [article] = clean(f"{TITLE}\n本报讯 {LEAD}（下转第二版）")
        assert body(article) == [LEAD]
        [warning] = article.warnings
        assert "下转第二版" in warning
        assert "one file" in warning

    def test_the_part_that_comes_takes_its_title_from_the_mark(self) -> None:
        text = f"（上接第一版《{TITLE}》）{REST}\n{LAST}"
        [article] = clean(text)
        assert (article.title, body(article)) == (TITLE, [REST, LAST])
        assert "上接第一版" in article.warnings[0]
        assert holds(article, text)

    def test_a_mark_changes_no_id(self) -> None:
        assert clean(f"{LEAD}\n{LAST}（下转第二版）")[0].id == clean(f"{LEAD}\n{LAST}")[0].id

    def test_what_follows_the_mark_is_another_item(self) -> None:
        found = clean(f"{TITLE}\n本报讯 {LEAD}（下转第二版）\n全市项目集中签约\n{OTHER}")
        assert [(a.title, body(a)) for a in found] == [(TITLE, [LEAD]), ("全市项目集中签约", [OTHER])]
