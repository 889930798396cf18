import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read.encoding import decode

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


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text.removeprefix("\ufeff"), "utf-8")


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4))
def test_gbk_comes_back_as_it_was(text: str) -> None:
    data = text.encode("gbk")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        assert decode(data, "a.txt") == (text, "gb18030")
