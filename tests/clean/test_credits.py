import pytest

from kg.clean.credits import read_credits


@pytest.mark.parametrize(
    ("text", "names", "source"),
    [
        ("首席记者 邓一凡", ["邓一凡"], None),
        ("记者邓一凡", ["邓一凡"], None),
        ("蓝小溪 本报记者 邓一凡", ["蓝小溪", "邓一凡"], None),
        ("江岸新闻 柳河编辑：尹长风责编：容嘉审核：阮小禾", ["柳河", "尹长风", "容嘉", "阮小禾"], "江岸新闻"),
        ("来源：池州日报 编辑：柳 河", ["柳河"], "池州日报"),
        ("来源：皖江号、《池州日报》", [], "皖江号、《池州日报"),
        ("文图 | 容嘉树 编辑 | 柳河", ["容嘉树", "柳河"], None),
        ("通讯员 古丽·买买提 文/图", ["古丽·买买提"], None),
        ("容嘉树/摄", ["容嘉树"], None),
        ("责任编辑：", [], None),
        ("流程编辑：tf031", [], None),
        ("记者 欧阳明远", ["欧阳明远"], None),
    ],
)
def test_credits(text: str, names: list[str], source: str | None) -> None:
    said = read_credits(text)
    assert said is not None
    assert said.names == names
    assert said.source == (source.strip("《》") if source else None)


@pytest.mark.parametrize(
    "text",
    [
        "市委书记 冯致远",
        "记者从市发展和改革委员会获悉",
        "编辑部召开年度工作会议",
        "全力推进项目建设",
        "来源：池州日报据了解，该项目总投资12亿元",
        "陆明谦 冯致远",
        "记者节座谈会在池州举行。",
        "",
    ],
)
def test_what_is_no_line_of_credits(text: str) -> None:
    assert read_credits(text) is None


def test_names_alone_are_credits_only_where_they_may_be() -> None:
    assert read_credits("陆明谦 冯致远") is None
    said = read_credits("陆明谦 冯致远 许承志王某", bare=2)
    assert said is not None
    assert said.names == ["陆明谦", "冯致远", "许承志", "王某"]
    assert read_credits("陆明谦", bare=2) is None
