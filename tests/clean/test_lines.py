import pytest

from kg.clean.lines import lines
from kg.clean.paragraphs import is_heading, rejoin
from kg.clean.repeats import without_repeated_sentences, without_repeats
from kg.model.passage import Passage


def passages(*texts: str) -> list[Passage]:
    return [Passage.of(text, 0, len(text)) for text in texts]


def texts(found: list[Passage]) -> list[str]:
    return [passage.text for passage in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("一\r\n二\r三\u2028四", ["一", "二", "三", "四"]),
        ("\u3000\u3000开头  \n\n\t\n结尾\xa0", ["开头", "结尾"]),
        ("甲\u3000\xa0 乙", ["甲\u3000乙"]),
        ("柳\u202c河\u200b\ufeff", ["柳河"]),
        ("会议召开。\u3000\u3000会议指出", ["会议召开。", "会议指出"]),
        ("**本报讯** 昨日", ["本报讯 昨日"]),
        ("> 引文\n---\n***\n", ["引文"]),
        ("- 一项\n[链接](https://a.example/b)后", ["一项", "链接后"]),
        ("![图](https://a.example/b.jpg)说明", ["说明"]),
        ("#话题#不是标题", ["#话题#不是标题"]),
    ],
)
def test_lines(source: str, expected: list[str]) -> None:
    assert [line.text for line in lines(source)] == expected


def test_markdowns_headings_keep_their_level() -> None:
    assert [(line.text, line.heading) for line in lines("# 一版\n## 标题 ##\n正文")] == [
        ("一版", 1),
        ("标题", 2),
        ("正文", 0),
    ]


class TestParagraphs:
    def test_a_sentence_broken_over_lines_is_joined(self) -> None:
        broken = passages(
            "陆明谦指出,从现在到2025年是",
            "我市制造业爬坡过坎的关键时期。要优化",
            "营商环境。",
            "会上,有关部门作了汇报。",
        )
        assert texts(rejoin(broken)) == [
            "陆明谦指出,从现在到2025年是我市制造业爬坡过坎的关键时期。要优化营商环境。",
            "会上,有关部门作了汇报。",
        ]

    def test_headings_stay_alone(self) -> None:
        whole = passages("“链长包保”破难题", "在制度推动下，园区建设提速。", "聚合力 开新局", "今年，改革将全面铺开。")
        assert texts(rejoin(whole)) == texts(whole)

    def test_a_heading_set_into_a_quotation_is_taken_out(self) -> None:
        broken = passages(
            "近年来，铜陵市从制度入手，先后推出“一链",
            "用制度创新激发活力",
            "一策”“周协商”等制度，解决了难题。",
        )
        assert texts(rejoin(broken)) == [
            "用制度创新激发活力",
            "近年来，铜陵市从制度入手，先后推出“一链一策”“周协商”等制度，解决了难题。",
        ]

    def test_a_narrow_column_has_no_headings_in_its_full_lines(self) -> None:
        text = "3月16日市长陆明谦主持召开产业强基专题会议听取全市重点产业链培育情况的汇报并且安排部署了下一阶段的各项重点工作同时对做好当前安全生产工作提出要求。"
        column = passages(*(text[i : i + 8] for i in range(0, len(text), 8)))
        assert texts(rejoin(column)) == [text]

    def test_enumerations_begin_a_line(self) -> None:
        assert (
            len(rejoin(passages("会议要求做好以下工作，具体分工由各部门落实，", "一、抓项目。", "二、抓作风。"))) == 3
        )

    @pytest.mark.parametrize("line", ["“链长包保”破难题", "荣成市:以发展论英雄", "决战四季度 决胜全年！"])
    def test_what_stands_like_a_heading(self, line: str) -> None:
        assert is_heading(line)

    @pytest.mark.parametrize(
        "line", ["陆明谦指出,从现在到2025年是", "听取了汇报，", "会议召开。会议指出", "先后推出“一链", "我市的"]
    )
    def test_what_does_not(self, line: str) -> None:
        assert not is_heading(line)


class TestRepeats:
    A = "全市重大项目集中签约仪式在贵池区举行，市委书记冯致远出席并致辞。"
    B = "仪式上，年产5万吨锂电铜箔项目成功签约，项目落户东至县。"

    def test_a_block_said_twice_stands_once(self) -> None:
        assert texts(without_repeats(passages(self.A, self.B, "会后参观。", self.A, self.B))) == [
            self.A,
            self.B,
            "会后参观。",
        ]

    def test_a_copy_that_begins_mid_way_is_found(self) -> None:
        assert texts(without_repeats(passages(self.A, self.B, self.A[7:], self.B))) == [self.A, self.B]

    def test_a_copy_broken_at_other_places_is_found(self) -> None:
        assert texts(without_repeats(passages(self.A, self.B, self.A[:16], self.A[16:], self.B))) == [self.A, self.B]

    def test_a_short_subheading_goes_with_its_block_only(self) -> None:
        sub = "聚合力"
        assert texts(without_repeats(passages(sub, self.A, sub, self.A))) == [sub, self.A]
        assert texts(without_repeats(passages(sub, self.A, sub, self.B))) == [sub, self.A, sub, self.B]

    def test_lines_that_begin_alike_and_go_on_otherwise_stay(self) -> None:
        other = "全市重大项目集中签约仪式在贵池区举行，"
        lines = passages(self.A, other, "市长陆明谦主持仪式。")
        assert texts(without_repeats(lines)) == texts(lines)

    def test_the_end_of_another_sentence_stays(self) -> None:
        lines = passages(self.A, "会前，", "市委书记冯致远出席并致辞。", self.B)
        assert texts(without_repeats(lines)) == texts(lines)

    def test_a_sentence_said_twice_in_one_line_stands_once(self) -> None:
        assert texts(without_repeated_sentences(passages(self.A + self.B + self.A))) == [self.A + self.B]
        assert texts(without_repeated_sentences(passages("会议强调。" * 2))) == ["会议强调。" * 2]
