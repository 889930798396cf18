"""Pages of newspapers: every article in one piece, under its headline, whatever stands beside it."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from kg.clean.articles import articles
from kg.model.document import Document
from kg.read import documents
from tests.read.pdf_pages import line, pdf, upright

LEAD = (
    "本报讯（记者高晓岚）3月16日，市长陆明谦主持召开全市重点水利项目调度会议，听取引江济溪工程建设情况汇报，研究部署下一阶段工作。\n"
    "会议指出，引江济溪工程是全市重点水利项目，各级各部门要倒排工期、挂图作战，确保主体工程年底前完工。\n"
    "会议强调，要强化要素保障，加快推进征地拆迁工作。\n副市长沈若川参加会议。"
)
SCHOOL = (
    "本报讯（通讯员叶知秋）3月15日，区委书记韩仲谋到城东实验学校调研教育工作，看望一线教师，并主持召开座谈会。\n"
    "韩仲谋强调，要优化学校布局，加快推进城东实验学校二期项目建设，让更多孩子在家门口上好学。"
)
FIELDS = (
    "本报讯（记者方以宁）3月14日，县长罗青禾率队赴石桥镇开展春耕备耕专项督查。\n罗青禾要求，要抢抓农时，落实惠农政策。"
)
TREES = "3月13日，石溪市开展植树活动，市委副书记宋明远参加，并与干部群众一道种下树苗三百余株。"


def columns(text: str, width: int) -> list[tuple[int, str]]:
    """The lines of a text set in so many characters, each with its indent."""
    found = []
    for paragraph in text.split("\n"):
        rest, indent = paragraph, 2
        while rest:
            found.append((indent, rest[: width - indent]))
            rest, indent = rest[width - indent :], 0
    return found


def story(
    canvas: Canvas, x: float, y: float, text: str, *, count: int, width: int, size: float = 9, gutter: float = 14
) -> float:
    """A text in columns of one height; where they end."""
    lines = columns(text, width)
    each = -(-len(lines) // count)
    for i, (indent, said) in enumerate(lines):
        left = x + (i // each) * (width * size + gutter) + indent * size
        line(canvas, left, y - (i % each) * 1.4 * size, said, size)
    return y - each * 1.4 * size


def read(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    [document] = documents([path])
    assert isinstance(document, Document)
    return document


def front_page(canvas: Canvas) -> None:
    line(canvas, 40, 1120, "石溪日报", 40)
    line(canvas, 500, 1125, "2023年3月17日 星期五 第01版 要闻", 9)
    line(canvas, 500, 1110, "责任编辑：叶知秋", 9)
    line(canvas, 560, 1050, "韩仲谋调研教育", 20)
    story(canvas, 560, 1020, SCHOOL, count=1, width=20)
    line(canvas, 60, 1050, "引江济溪工程要倒排工期挂图作战", 30)
    story(canvas, 40, 1010, LEAD, count=3, width=16)
    canvas.rect(40, 700, 420, 170)
    line(canvas, 40, 685, "图为引江济溪工程施工现场。本报记者 高晓岚 摄", 8)
    upright(canvas, 400, 640, "植树添绿", 20)
    story(canvas, 440, 640, TREES, count=2, width=14)
    line(canvas, 40, 640, "罗青禾督查春耕备耕", 20)
    story(canvas, 40, 610, FIELDS, count=2, width=16)


def test_a_front_page_with_articles_beside_and_below_one_another(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", pdf(front_page, size=(780, 1170)))
    lines = document.text.split("\n")
    stories = {
        "# 引江济溪工程要倒排工期挂图作战": LEAD,
        "# 韩仲谋调研教育": SCHOOL,
        "# 罗青禾督查春耕备耕": FIELDS,
        "# 植树添绿": TREES,
    }
    assert [found for found in lines if found.startswith("# ")] == ["# 石溪日报", *stories]
    for headline, text in stories.items():
        at = lines.index(headline) + 1
        assert lines[at : at + text.count("\n") + 1] == text.split("\n")
    assert "图为引江济溪工程施工现场。本报记者 高晓岚 摄" in lines
    found = articles(document)
    assert [article.title for article in found][:3] == [headline[2:] for headline in list(stories)[:3]]
    assert {article.published_on for article in found} == {"2023-03-17"}


SENTENCES = [
    "市长陆明谦主持召开重点水利项目调度会议", "区委书记韩仲谋到城东实验学校二期项目调研", "副市长沈若川听取引江济溪工程建设情况汇报",
    "会议要求倒排工期挂图作战确保年底前完工", "县长罗青禾率队赴石桥镇开展春耕备耕督查",
]  # fmt: skip
paragraph = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("，".join).map("{}。".format)
article = st.tuples(
    st.sampled_from(["水利项目倒排工期", "韩仲谋调研教育工作", "罗青禾督查春耕备耕工作情况"]),
    st.lists(paragraph, min_size=1, max_size=4),
    st.integers(1, 4),
)


@settings(max_examples=60, deadline=None)
@given(
    stories=st.lists(article, min_size=1, max_size=3),
    size=st.sampled_from([8, 9, 10.5]),
    gutter=st.integers(10, 24),
    seed=st.integers(0, 9),
)
def test_articles_one_below_the_other_in_any_number_of_columns_and_any_order_in_the_file(
    stories: list[tuple[str, list[str], int]],
    size: float,
    gutter: int,
    seed: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    drawn: list[tuple[float, float, str, float]] = []

    class Notes:
        """Takes down what would be drawn, for it to be drawn in another order."""

        font = 0.0

        def setFont(self, name: str, size: float) -> None:
            self.font = size

        def drawString(self, x: float, y: float, text: str) -> None:
            drawn.append((x, y, text, self.font))

    y, notes, expected = 1120.0, Notes(), []
    for headline, body, count in stories:
        line(notes, 40, y, headline, 22)  # type: ignore[arg-type]
        # A page of one column is set wider, as pages are.
        while len(columns("\n".join(body), width := {1: 40, 2: 24, 3: 17, 4: 14}[count])) < 4 * count and count > 1:
            count -= 1
        y = story(notes, 40, y - 34, "\n".join(body), count=count, width=width, size=size, gutter=gutter) - 36  # type: ignore[arg-type]
        expected += [f"# {headline}", *body]
    random.Random(seed).shuffle(drawn)

    def page(canvas: Canvas) -> None:
        for x, height, text, font in drawn:
            line(canvas, x, height, text, font)

    document = read(tmp_path_factory.mktemp("pdf") / "a.pdf", pdf(page, size=(780, 1170)))
    assert document.text.split("\n") == expected
