import pytest

from kg.read.html.lines import lines
from kg.read.html.tree import parse
from kg.read.html.weights import weigh


def read(source: str) -> list[str]:
    page = parse(source)
    weigh(page)
    return [line.text for line in lines(page)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>会议<b>指</b><font>出</font>，</p>", ["会议指出，"]),
        ("一<br>二<BR/>三<br><br>四", ["一", "二", "三", "四"]),
        ("<p>一<p>二</p>三", ["一", "二", "三"]),
        ("<div>一<div>二</div>三</div>", ["一", "二", "三"]),
        ("<p>　　会议&nbsp;指出　</p>", ["会议 指出"]),
        ("<p>会议\n  指出 A\n B</p>", ["会议指出 A B"]),
        ("<p>陆　明、王&#12288;华</p>", ["陆　明、王　华"]),
        ("<pre>一\n二\r\n\n　三</pre>", ["一", "二", "三"]),
        ("<div style='white-space: pre-wrap'>一\n二</div>", ["一", "二"]),
        ("<span style='display:block'>一</span><span>二</span>", ["一", "二"]),
        ("<ul><li>一<li>二</ul>三", ["一", "二", "三"]),
        ("<dl><dt>时间<dd>今天</dl>", ["时间", "今天"]),
        ("<h2>标题</h2>正文<hr>编辑", ["标题", "正文", "编辑"]),
        ("<figure><img><figcaption>图为现场</figcaption></figure>正文", ["图为现场", "正文"]),
        ("10<sup>2</sup>平方米", ["102平方米"]),
    ],
)
def test_blocks_and_breaks_end_lines(source: str, expected: list[str]) -> None:
    assert read(source) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var a = '<p>不</p>';</script>",
        "<style>p{}</style>",
        "<noscript>不</noscript>",
        "<!-- 不 -->",
        "<!--[if IE]><p>不</p><![endif]-->",
        "<p hidden>不</p>",
        "<p style='DISPLAY: none'>不</p>",
        "<select><option>不</select>",
        "<textarea>不</textarea>",
        "<template><p>不</p></template>",
        "<?php 不 ?>",
        "<img alt='不'>",
        "<title>不</title>",
    ],
)
def test_what_nobody_sees_is_left_out(unseen: str) -> None:
    assert read(f"<p>一{unseen}</p>二") == ["一", "二"]


def test_a_row_of_names_is_one_line() -> None:
    source = "<table><tr><th>姓名<th>职务<tr><td><p>陆　明</p><td><p>市长</p><td><tr><td>谭晓岚<td>副市长<br>党组成员</table>"
    assert read(source) == ["姓名 职务", "陆　明 市长", "谭晓岚 副市长 党组成员"]


def test_the_columns_of_a_page_are_no_row() -> None:
    article = "".join(f"<p>第{n}段，会议研究部署近期重点工作，要求各级各部门抓好落实。</p>" for n in "一二三四五")
    found = read(f"<table><tr><td>栏目</td><td>{article}</td></tr></table>")
    assert found[0] == "栏目"
    assert len(found) == 6


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("指标 x<y 时，另行通知。", ["指标 x<y 时，另行通知。"]),
        ("<p <b>会议</b>", ["会议"]),
        ("<a href='x>会议</a>指出", ["会议指出"]),
        ("<a title=it's>会议</a>", ["会议"]),
        ("<p>会议<", ["会议<"]),
        ("A&B、&amp;nbsp;C&D;", ["A&B、 C&D;"]),
        ("<P>会议</SPAN></DIV>指出", ["会议指出"]),
        ("</p>会议</br>指出", ["会议", "指出"]),
        ("<o:p>会议</o:p><st1:date w:st='on'>指出</st1:date>", ["会议指出"]),
        ("<![CDATA[会议]]>", ["会议]]>"]),
        ("<title>会议</title", []),
    ],
)
def test_broken_markup_loses_no_text(source: str, expected: list[str]) -> None:
    assert read(source) == expected


@pytest.mark.parametrize("deep", ["<div>", "<span>", "<table><tr><td>", "<ul><li>", "<b><p>"])
def test_any_depth_is_read(deep: str) -> None:
    assert read(deep * 3000 + "会议") == ["会议"]


@pytest.mark.parametrize("much", ["<a x='", "<", "&", "<!--", "<![CDATA[", "</p>", "<textarea>", "<title>"])
def test_much_of_anything_is_read(much: str) -> None:
    read(much * 20000 + "会议")
