import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read.encoding import decode, decoded

TEXT = "市长陆明谦主持召开全市重点项目调度会议。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("gbk"), "gb18030"),
        ("石台县䶮河镇".encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
    ],
)
def test_each_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    text, name = decode(data, "a.txt")
    assert name == encoding
    assert text in (TEXT, "石台县䶮河镇")


def test_a_file_cut_in_mid_character_stays_utf8() -> None:
    text, encoding = decode((TEXT * 10).encode()[:-1], "a.txt")
    assert encoding == "damaged utf-8"
    assert text.startswith(TEXT)
    assert text.endswith("\ufffd")


def test_a_replacement_character_of_the_text_is_no_damage() -> None:
    assert decode("会议\ufffd开始".encode(), "a.txt") == ("会议\ufffd开始", "utf-8")


def test_english_with_one_chinese_word_in_gbk_is_not_taken_for_utf8() -> None:
    data = b"The meeting was held in the capital of the province. " * 20 + "池州".encode("gbk")
    assert decode(data, "a.txt")[1] == "gb18030"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(1, 32)) * 20, b"PK\x03\x04\x14\x00"]
)
def test_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: is no text"):
        decode(data, "a.txt")


def test_bytes_in_no_known_encoding_are_refused() -> None:
    with pytest.raises(ReadError, match="neither UTF-8 nor GB18030"):
        decode(b"\xff\xfd\x80" * 40, "a.txt")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text.removeprefix("\ufeff"), "utf-8")


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4))
def test_gbk_comes_back_as_it_was(text: str) -> None:
    data = text.encode("gbk")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        assert decode(data, "a.txt") == (text, "gb18030")


NEWS = (
    "3月16日，市长陆明谦主持召开全市重点水利项目调度会议，听取引江济溪工程建设情况汇报。\n"
    "会议指出，要倒排工期、挂图作战，确保主体工程年底前完工。副市长沈若川，水利局局长高晓岚参加会议。\n"
)
OLD = (
    "3月16日，市長陸明謙主持召開全市重點水利項目調度會議，聽取引江濟溪工程建設情況彙報。\n"
    "會議指出，要倒排工期、掛圖作戰，確保主體工程年底前完工。副市長沈若川，水利局局長高曉嵐參加會議。\n"
)


@settings(deadline=None)
@given(st.data())
def test_twenty_characters_of_news_in_each_encoding_with_nothing_declared(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([NEWS, OLD])) * 3
    start = data.draw(st.integers(0, len(text) - 20))
    text = text[start : data.draw(st.integers(start + 20, len(text)))]
    names = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
    if "长" not in text and "会" not in text and "项" not in text:
        names += ["big5"] if text in OLD * 3 else []
    codec = data.draw(st.sampled_from(names))
    found, encoding = decode(text.encode(codec), "a.txt")
    assert found == text
    assert encoding == codec.removesuffix("-sig").removesuffix("-le").removesuffix("-be")


@settings(deadline=None)
@given(st.lists(st.sampled_from(OLD.replace("\n", "")), min_size=20, max_size=80).map("".join))
def test_big5_in_any_order(text: str) -> None:
    assume(len(set(text)) >= 8)
    assert decode(text.encode("big5"), "a.txt") == (text, "big5")


LEVEL1 = [bytes([a, b]).decode("gb2312") for a in range(0xB0, 0xD7) for b in range(0xA1, 0xFF)]


@settings(deadline=None)
@given(st.lists(st.sampled_from(LEVEL1), min_size=20, max_size=60).map("".join))
def test_common_characters_of_gb2312_are_never_taken_for_big5(text: str) -> None:
    data = text.encode("gb2312")
    assert decode(data, "a.txt") == (text, "gb18030")


def test_traditional_characters_in_gbk_are_not_taken_for_big5() -> None:
    assert decode(OLD.encode("gbk"), "a.txt") == (OLD, "gb18030")


def test_what_is_declared_settles_what_is_too_short_to_tell() -> None:
    data = "市長主持會議".encode("big5")
    assert decode(data, "a.txt", declared="big5") == ("市長主持會議", "big5")
    assert decode("市长主持会议".encode("gbk"), "a.txt", declared="big5") == ("市长主持会议", "gb18030")


def test_gb2312_in_seven_bits_is_read_where_it_is_declared() -> None:
    assert decode(TEXT.encode("hz"), "a.eml", declared="hz") == (TEXT, "hz")
    assert decode(b"a~{b", "a.txt") == ("a~{b", "utf-8")


def test_a_foreign_encoding_is_believed_where_it_is_declared() -> None:
    text = "Bürgermeister eröffnet Straße über die Brücke, äußerst fröhlich"
    assert decode(text.encode("latin-1"), "a.txt", declared="latin-1") == (text, "latin-1")


@pytest.mark.parametrize("second", ["gb18030", "big5", "utf-16"])
def test_an_encoding_that_changes_midway_is_named_by_line_and_all_is_read(second: str) -> None:
    tail = OLD if second == "big5" else NEWS
    found = decoded((NEWS * 2).encode() + tail.encode(second), "a.txt")
    assert found.text.replace("\ufeff", "") == NEWS * 2 + tail
    assert found.encoding == f"utf-8 and {second}"
    assert found.failure is not None
    assert (found.failure.line, found.failure.reason) == (5, f"changes its encoding here, from utf-8 to {second}")


def test_it_may_change_the_other_way_and_more_than_once() -> None:
    data = NEWS.encode("gbk") + b"\r\nplain\r\n" + NEWS.encode() + NEWS.encode("gbk")
    found = decoded(data, "a.txt")
    assert found.text == NEWS + "\r\nplain\r\n" + NEWS + NEWS
    assert found.failure is not None
    assert found.failure.line == 5
    assert found.encoding == "gb18030 and utf-8"


def test_lines_in_no_known_encoding_are_named_and_the_others_read() -> None:
    found = decoded((NEWS * 2).encode() + b"\xff\xfd\x80" * 40 + b"\n" + NEWS.encode(), "a.txt")
    assert found.text.startswith(NEWS * 2)
    assert found.text.endswith("\n" + NEWS)
    assert found.failure is not None
    assert found.failure.line == 5
    assert found.encoding == "damaged utf-8"


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=2, max_size=12))
def test_each_line_is_read_in_its_own(in_utf8: list[bool]) -> None:
    lines = [NEWS.split("\n")[i % 2] for i, _ in enumerate(in_utf8)]
    data = b"\n".join(t.encode("utf-8" if u else "gbk") for t, u in zip(lines, in_utf8, strict=True))
    assert decode(data, "a.txt")[0] == "\n".join(lines)
