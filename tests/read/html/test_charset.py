import pytest

from kg.read.html import declared_charset, looks_like_html


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=gb2312'>", "gb18030"),
        (b"<meta content='text/html;charset = GBK' http-equiv=content-type>", "gb18030"),
        (b'<meta charset="Big5-HKSCS">', "big5"),
        (b"<meta charset=shift_jis>", "shift_jis"),
        (b'<?xml version="1.0" encoding="GB2312"?><html>', "gb18030"),
        (b'<?xml version="1.0" encoding="utf-8"?><meta charset=gbk>', "gb18030"),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<!-- <meta charset=gbk> --><meta charset=utf-8>", "utf-8"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=no-such-thing>", None),
        (b"<meta name=charset content=gbk>", None),
        (b"<title>charset=gbk</title>", None),
        (b"", None),
    ],
)
def test_what_a_page_declares(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE html>",
        "\n<html lang=zh>",
        '<?xml version="1.0"?>\n<!-- saved -->\n<HTML>',
        "<p>近日，<b>某市</b>召开会议。</p><p>会议指出</p>",
        "<div class=a>要闻</div>",
    ],
)
def test_a_page_is_known(head: str) -> None:
    assert looks_like_html(head)
    assert looks_like_html("\ufeff" + head)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        assert looks_like_html(head.encode(encoding))


@pytest.mark.parametrize(
    "head",
    [
        "近日，市长陆明谦主持召开会议。",
        "用 <br> 换行，用 <p> 分段，是网页编辑的常识。",
        '{"text": "<p>近日</p>"}',
        "<?xml version='1.0'?><rss><item/></rss>",
        "<<新区规划>>通过评审",
        "# 标题\n\n<br>",
        "",
    ],
)
def test_a_text_is_no_page(head: str) -> None:
    assert not looks_like_html(head)
    assert not looks_like_html(head.encode())
