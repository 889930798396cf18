"""PDF with a text layer: reading order, headlines, joined lines; scans, passwords and broken files by name."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kg.clean.articles import articles
from kg.model.document import Document
from kg.model.failure import Failure
from kg.read import documents, source_text
from tests.read.pdf_pages import FONT, Draw, column, line, pdf, upright

WATER = (
    "本报讯（记者高晓岚）3月16日，市长陆明谦主持召开全市重点水利项目调度会议，听取引江济溪工程建设情况汇报。",
    "会议指出，要倒排工期、挂图作战，确保主体工程年底前完工。副市长沈若川参加会议。",
)
SCHOOL = (
    "本报讯（通讯员叶知秋）3月15日，区委书记韩仲谋到城东实验学校调研教育工作，看望一线教师。",
    "韩仲谋强调，要优化学校布局，加快推进城东实验学校二期项目建设，让更多孩子在家门口上好学。",
)


def read(path: Path, data: bytes) -> tuple[list[Document], list[Failure]]:
    path.write_bytes(data)
    found = list(documents([path]))
    return [d for d in found if isinstance(d, Document)], [f for f in found if isinstance(f, Failure)]


def lines_of(path: Path, data: bytes) -> list[str]:
    [document], failures = read(path, data)
    assert not failures
    return document.text.split("\n")


def test_lines_join_without_a_blank_and_the_headline_stands_alone(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        line(canvas, 60, 780, "陆明谦主持召开重点水利项目", 22)
        line(canvas, 60, 750, "调度会议", 22)
        column(canvas, 60, 700, "\n".join(WATER), width=40)

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == ["# 陆明谦主持召开重点水利项目调度会议", *WATER]


def test_columns_are_read_down_and_a_headline_over_them_first(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        # In the order in which no one would read them.
        text = "\n".join(WATER)
        column(canvas, 320, 740, "　" + SCHOOL[1], width=20)
        end = column(canvas, 60, 740, text, width=20)
        assert end > 500
        line(canvas, 60, 780, "水利项目要倒排工期挂图作战确保完工", 26)

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == ["# 水利项目要倒排工期挂图作战确保完工", *WATER, SCHOOL[1]]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    text = WATER[0] + WATER[1] + SCHOOL[1]
    parts = [text[:58], text[58:98], text[98:]]

    def first(canvas: Canvas) -> None:
        column(canvas, 60, 740, parts[0], width=20)
        for i in range(0, len(parts[1]), 20):
            line(canvas, 320, 740 - 0.75 * i, parts[1][i : i + 20])

    def second(canvas: Canvas) -> None:
        for i in range(0, len(parts[2]), 20):
            line(canvas, 60, 740 - 0.75 * i, parts[2][i : i + 20])

    assert lines_of(tmp_path / "a.pdf", pdf(first, second)) == [text]


def test_articles_of_a_page_come_one_after_the_other(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        line(canvas, 60, 790, "石溪日报　2023年3月17日　星期五　第2版　要闻", 9)
        line(canvas, 60, 745, "水利项目要倒排工期挂图作战确保完工", 26)
        column(canvas, 60, 710, WATER[0], width=20)
        column(canvas, 320, 710, WATER[1], width=20)
        line(canvas, 60, 600, "韩仲谋调研城东教育工作", 20)
        column(canvas, 60, 570, SCHOOL[0], width=20)
        column(canvas, 320, 570, SCHOOL[1], width=20)

    [document], _ = read(tmp_path / "a.pdf", pdf(page))
    found = articles(document)
    assert [article.title for article in found] == ["水利项目要倒排工期挂图作战确保完工", "韩仲谋调研城东教育工作"]
    assert [article.published_on for article in found] == ["2023-03-17"] * 2
    assert "沈若川参加会议。" in found[0].text
    assert "韩仲谋强调" in found[1].text


def test_articles_side_by_side(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        line(canvas, 60, 745, "水利项目倒排工期", 22)
        line(canvas, 320, 745, "韩仲谋调研教育", 22)
        column(canvas, 60, 710, "\n".join(WATER), width=20)
        column(canvas, 320, 710, "\n".join(SCHOOL), width=20)

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == ["# 水利项目倒排工期", *WATER, "# 韩仲谋调研教育", *SCHOOL]


def test_a_headline_set_upright(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        upright(canvas, 60, 730, "水利项目倒排工期", 20)
        column(canvas, 100, 735, "\n".join(WATER), width=30)

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == ["# 水利项目倒排工期", *WATER]


def test_a_page_set_from_top_to_bottom_and_from_right_to_left(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        upright(canvas, 520, 780, "水利项目倒排工期", 20)
        x = 480
        for paragraph in WATER:
            rest, indent = paragraph, 2
            while rest:
                for i, character in enumerate(rest[: 24 - indent]):
                    line(canvas, x, 770 - 10 * (i + indent), character)
                rest, indent, x = rest[24 - indent :], 0, x - 16

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == ["# 水利项目倒排工期", *WATER]


def test_page_numbers_and_running_heads_are_left_out(tmp_path: Path) -> None:
    def page(number: int, text: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            line(canvas, 60, 800, "石溪市水利简报（内部）", 9)
            line(canvas, 500, 800, f"第{number}期", 9)
            column(canvas, 60, 700, text, width=40)
            line(canvas, 290, 30, f"- {number} -", 9)

        return draw

    pages = [page(1, WATER[0]), page(2, SCHOOL[0]), page(3, WATER[1])]
    assert lines_of(tmp_path / "a.pdf", pdf(*pages)) == [WATER[0], SCHOOL[0], WATER[1]]


def test_a_caption_in_smaller_type_is_a_line_of_its_own(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        end = column(canvas, 60, 700, WATER[0], width=40)
        line(canvas, 60, end, "图为引江济溪工程施工现场。 高晓岚 摄", 8)
        column(canvas, 60, end - 15, WATER[1], width=40)

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == [WATER[0], "图为引江济溪工程施工现场。 高晓岚 摄", WATER[1]]


def test_a_photograph_in_the_middle_of_a_paragraph(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        end = column(canvas, 60, 700, WATER[0][:38], width=20)
        line(canvas, 60, end - 100, "图为引江济溪工程施工现场。 高晓岚 摄", 8)
        for i in range(38, len(WATER[0]), 20):
            line(canvas, 60, end - 120 - i, WATER[0][i : i + 20])

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == [WATER[0], "图为引江济溪工程施工现场。 高晓岚 摄"]


def test_a_number_broken_at_the_end_of_a_line_and_a_mark_at_the_beginning_of_one(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for i, text in enumerate(
            ["市长陆明谦主持召开会议，全市项目总投资1", "20亿元，其中《三年计划（2023—2025年）", "》列入的项目80个。"]
        ):
            line(canvas, 60, 700 - 15 * i, text)

    text = "市长陆明谦主持召开会议，全市项目总投资120亿元，其中《三年计划（2023—2025年）》列入的项目80个。"
    assert lines_of(tmp_path / "a.pdf", pdf(page)) == [text]


def test_a_table_is_read_across(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        end = column(canvas, 60, 700, WATER[0], width=40)
        for i, (name, post) in enumerate([("陆明谦", "市长"), ("沈若川", "副市长"), ("韩仲谋", "区委书记")]):
            line(canvas, 80, end - 10 - 15 * i, name)
            line(canvas, 240, end - 10 - 15 * i, post)

    found = lines_of(tmp_path / "a.pdf", pdf(page))
    assert found == [WATER[0], "陆明谦 市长", "沈若川 副市长", "韩仲谋 区委书记"]


def test_words_in_latin_letters_keep_their_blanks(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        line(
            canvas,
            60,
            700,
            "市长陆明谦会见来访的Stone Creek Water公司代表一行，双方就加强合作进行了深入座谈交流，Green",
        )
        line(canvas, 60, 685, "Hill公司参加。")

    [found] = lines_of(tmp_path / "a.pdf", pdf(page))
    assert "Stone Creek Water公司" in found
    assert "Green Hill公司参加。" in found


def test_what_is_printed_twice_to_look_bold_is_read_once_and_a_watermark_not_at_all(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0, 0.4):
            line(canvas, 60 + shift, 760, "水利项目倒排工期", 22)
        column(canvas, 60, 700, WATER[0], width=40)
        canvas.translate(300, 400)
        canvas.rotate(45)
        line(canvas, 0, 0, "内部资料严禁外传", 30)

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == ["# 水利项目倒排工期", WATER[0]]


def test_a_page_set_sideways(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -595)
        column(canvas, 60, 500, "\n".join(WATER), width=40)

    assert lines_of(tmp_path / "a.pdf", pdf(page)) == list(WATER)


def _scan(canvas: Canvas) -> None:
    picture = io.BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    picture.seek(0)
    canvas.drawImage(ImageReader(picture), 50, 50, 400, 600)


def test_a_scan_is_named_with_what_to_do(tmp_path: Path) -> None:
    found, [failure] = read(tmp_path / "a.pdf", pdf(_scan))
    assert not found
    assert failure.reason == "has no text layer: it is a scan, or empty"
    assert "ocrmypdf" in failure.remedy


def test_a_scanned_page_among_others_is_named_and_they_are_read(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        column(canvas, 60, 700, WATER[0], width=40)

    [document], [failure] = read(tmp_path / "a.pdf", pdf(page, _scan, lambda canvas: None))
    assert document.text == WATER[0]
    assert failure.reason == "has no text layer on page 2 of 3: a scan"


def test_a_password_is_named(tmp_path: Path) -> None:
    found, [failure] = read(tmp_path / "a.pdf", pdf(lambda c: line(c, 60, 700, WATER[0]), encrypt="secret"))
    assert not found
    assert failure.reason == "is behind a password"


def test_one_that_only_may_not_be_changed_is_read(tmp_path: Path) -> None:
    locked = StandardEncryption("", ownerPassword="secret", canModify=0)
    assert lines_of(tmp_path / "a.pdf", pdf(lambda c: column(c, 60, 700, WATER[0]), encrypt=locked)) == [WATER[0]]


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\n" + b"\x00\xff" * 500, b"%PDF-1.4\ntrailer<</Root 1 0 R>>"])
def test_a_broken_one_is_named(data: bytes, tmp_path: Path) -> None:
    found, [failure] = read(tmp_path / "a.pdf", data)
    assert not found
    assert failure.reason == "is no PDF, or a broken one"
    assert failure.remedy


def test_a_cut_one_is_read_or_named(tmp_path: Path) -> None:
    whole = pdf(*[lambda c: column(c, 60, 700, WATER[0], width=40)] * 3)
    for share in range(1, 10):
        found, failures = read(tmp_path / "a.pdf", whole[: len(whole) * share // 10])
        assert found or failures


def test_properties_count_where_the_text_bears_them_out(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        line(canvas, 60, 760, "水利项目倒排工期", 22)
        column(canvas, 60, 700, WATER[0], width=40)

    [document], _ = read(tmp_path / "a.pdf", pdf(page, title="水利项目倒排工期"))
    assert document.metadata.title == "水利项目倒排工期"
    [document], _ = read(tmp_path / "a.pdf", pdf(page, title="Microsoft Word - 文档1.doc"))
    assert document.metadata.title is None
    assert document.metadata.published_on == "2000-01-01"
    assert "dated by the day" in document.warnings[0]


HAN = st.text(
    st.sampled_from("市县区委政府主持召开会议项目建设推进重点工作，。陆明谦Stone12"), min_size=20, max_size=160
)


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(HAN, min_size=1, max_size=4), width=st.integers(8, 24))
def test_every_character_is_found_in_the_pages_text(
    texts: list[str], width: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def page(canvas: Canvas) -> None:
        column(canvas, 60, 780, "\n".join(texts[:2]), width=width)
        column(canvas, 320, 780, "\n".join(texts[2:]), width=width)

    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    [document], _ = read(path, pdf(page))
    source = source_text(document.path)
    assert document.offsets is not None
    for i, character in enumerate(document.text):
        at = document.offsets.source(i)
        assert at is None or source[at] == character
    written = "".join("".join(texts).split())
    assert sorted("".join(document.text.split())) == sorted(written)


def test_the_font_needs_no_file() -> None:
    assert FONT.encode() in pdf(lambda c: line(c, 60, 700, "市"))
