import pytest

from kg.clean.dateline import find_dateline, find_signature


@pytest.mark.parametrize(
    ("line", "lead", "names", "source", "day"),
    [
        ("池州新闻网讯（池州日报记者 蓝小溪）2月9日，", "2月9日，", ["蓝小溪"], "池州新闻网", None),
        ("中新网池州2月10日电 (蓝小溪 柳河)记者", "记者", ["蓝小溪", "柳河"], "中新网", "2月10日"),
        ("深圳新闻网2023年2月10日讯（记者 柳河）", "", ["柳河"], "深圳新闻网", "2023年2月10日"),
        (
            "红网时刻池州2月10日综合（池州日报记者 柳河/文 容嘉/图）昨日",
            "昨日",
            ["柳河", "容嘉"],
            "红网时刻",
            "2月10日",
        ),
        ("本报讯 近日，", "近日，", [], None, None),
        ("本报讯 （记者 柳河） 近日，", "近日，", ["柳河"], None, None),
        ("本报讯 记者柳河报道 近日，", "近日，", ["柳河"], None, None),
        ("皖江观察2月10日讯（记者 柳河）近日", "近日", ["柳河"], "皖江观察", "2月10日"),
        ("【池州日报记者 柳河 报道】近日", "近日", ["柳河"], "池州日报", None),
        ("光明日报北京2月10日电（记者柳河 通讯员容嘉树）近", "近", ["柳河", "容嘉树"], "光明日报", "2月10日"),
    ],
)
def test_datelines(line: str, lead: str, names: list[str], source: str | None, day: str | None) -> None:
    found = find_dateline(line)
    assert found is not None
    assert (found.start, line[found.end :]) == (0, lead)
    assert (found.credits.names, found.credits.source, found.day) == (names, source, day)


@pytest.mark.parametrize(
    "line",
    [
        "据新华社2月10日消息，池州市召开干部大会。",
        "据江岸媒体大江网2月10日消息，近日，",
        "记者从池州市经信局获悉，",
        "人民日报2月10日报道了我市的做法。",
        "市委办发布电子政务建设方案，",
        "2月10日，市委常委会召开会议。",
    ],
)
def test_sentences_are_no_datelines(line: str) -> None:
    assert find_dateline(line, within=60) is None


def test_an_outlet_is_told_from_a_headline_glued_to_it() -> None:
    for headline in ("孟繁星走访慰问消防救援支队", "全力推进项目建设投资超10亿元"):
        for outlet in ("池州新闻网讯（", "河南日报客户端2月10日讯（"):
            line = f"{headline}{outlet}记者 柳河）近日"
            found = find_dateline(line)
            assert found is not None
            assert line[: found.start] == headline


def test_an_agencys_title() -> None:
    line = "中新社池州2月10日电 题：铜都转身 老矿区里长出新产业作者 柳河 容嘉树从一座废矿"
    found = find_dateline(line)
    assert found is not None
    assert found.title == "铜都转身 老矿区里长出新产业"
    assert line[found.end :] == "从一座废矿"
    assert found.credits.names == ["柳河", "容嘉树"]


@pytest.mark.parametrize(
    ("line", "lead", "names"),
    [
        ("极目新闻记者 柳河通讯员 容嘉树8月5日，", "8月5日，", ["柳河", "容嘉树"]),
        ("记者 柳河“我们厂", "“我们厂", ["柳河"]),
        ("来源：池州日报8月5日，", "8月5日，", []),
        ("文/羊城晚报全媒体记者 柳河 通讯员 吁树8月5日", "8月5日", ["柳河", "吁树"]),
    ],
)
def test_signatures(line: str, lead: str, names: list[str]) -> None:
    found = find_signature(line)
    assert found is not None
    assert line[found.end :] == lead
    assert found.credits.names == names


def test_reporters_in_a_sentence_sign_nothing() -> None:
    assert find_signature("江岸新闻记者注意到，就在2月，该项目已经开工。") is None
