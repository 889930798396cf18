"""Whole pages in the layouts of county papers, accounts and bulletins."""

from kg.clean import articles
from kg.model.document import Article, Document, article_id

COUNTY = """2版 综合新闻 2022年3月18日 星期五 责任编辑：柳河 版式：容嘉树 电话：0566-7022333
东至县召开春季农业生产现场会
本报讯（记者 柳青）3月17日，东至县春季农
业生产现场会在胜利镇召开。县委书记许承志出
席会议并讲话，县长冯家旺主持会议。
许承志强调，要把粮食生产摆在首要位置，
图为现场会上，农机手演示无人机植保。
本报记者 何苗 摄
层层压实责任，确保播种面积只增不减。
（上接第1版）要求，要持续巩固脱贫攻坚成果，
坚决守住不发生规模性返贫的底线。
县政协主席孟繁星参加会议。
◆简讯◆
大渡口镇开展河道巡查
3月16日，大渡口镇镇长龚庆余带队巡查长江岸线。（王芳）
洋湖镇举办技能培训班
3月17日，洋湖镇举办茶叶加工技能培训班，八十名茶农参加。（李强）
国内统一刊号：CN34-0088 东至县融媒体中心主办
"""
ACCOUNT = """陆明谦调研重点项目建设
柳河 池州发布 2022-03-17 18:20
3月17日，市长陆明谦率队到江南集中区调研重点项目建设。
▲陆明谦（前排左二）在中兴新材料项目现场
他强调，要倒排工期、挂图作战，确保项目
早竣工、早投产。
▲调研现场
在随后召开的座谈会上，陆明谦听取了企业负责人的意见建议。
“企业的需求就是我们努力的方向。”
市政府秘书长姚思齐参加调研。
来源：池州日报
编辑：柳河
"""
BULLETIN = """池州市人民政府公报 2022年第3期（总第45期）
陆明谦主持召开市政府第8次常务会议
2022年3月15日，市长陆明谦主持召开市政府第8次常务会议，审议优化营商环境若干措施。
（市政府办公室）
谭晓岚检查安全生产工作
2022年3月16日，副市长谭晓岚到贵池区检查安全生产工作。
（市应急局）
- 12 -
"""


def clean(text: str) -> list[Article]:
    return articles(Document("page.txt", text, "0" * 64))


def body(article: Article) -> list[str]:
    return article.text[article.body_start :].split("\n")


def test_a_county_paper() -> None:
    meeting, comes, patrol, course = clean(COUNTY)
    assert meeting.title == "东至县召开春季农业生产现场会"
    assert body(meeting) == [
        "3月17日，东至县春季农业生产现场会在胜利镇召开。县委书记许承志出席会议并讲话，县长冯家旺主持会议。",
        "许承志强调，要把粮食生产摆在首要位置，层层压实责任，确保播种面积只增不减。",
        "图为现场会上，农机手演示无人机植保。",
    ]
    assert comes.title is None
    assert body(comes) == [
        "要求，要持续巩固脱贫攻坚成果，坚决守住不发生规模性返贫的底线。",
        "县政协主席孟繁星参加会议。",
    ]
    assert "上接第1版" in comes.warnings[0]
    assert (patrol.title, course.title) == ("大渡口镇开展河道巡查", "洋湖镇举办技能培训班")
    assert {a.published_on for a in (meeting, comes, patrol, course)} == {"2022-03-18"}
    assert not any("统一刊号" in a.text or "电话" in a.text for a in (meeting, comes, patrol, course))


def test_an_account() -> None:
    [article] = clean(ACCOUNT)
    assert article.title == "陆明谦调研重点项目建设"
    assert body(article) == [
        "3月17日，市长陆明谦率队到江南集中区调研重点项目建设。",
        "他强调，要倒排工期、挂图作战，确保项目早竣工、早投产。",
        "在随后召开的座谈会上，陆明谦听取了企业负责人的意见建议。",
        "“企业的需求就是我们努力的方向。”",
        "市政府秘书长姚思齐参加调研。",
        "陆明谦（前排左二）在中兴新材料项目现场",
    ]


def test_a_bulletin() -> None:
    assert [a.title for a in clean(BULLETIN)] == ["陆明谦主持召开市政府第8次常务会议", "谭晓岚检查安全生产工作"]


def test_a_caption_moved_behind_the_text_renames_nothing() -> None:
    lead, last = "3月16日，市长陆明谦主持召开产业强基专题会议。", "市委常委、副市长谭晓岚参加会议。"
    [article] = clean(f"{lead}\n图为东至县胜利镇的秧田。\n{last}")
    assert body(article) == [lead, last, "图为东至县胜利镇的秧田。"]
    assert article.id == article_id(f"{lead}图为东至县胜利镇的秧田{last}")
