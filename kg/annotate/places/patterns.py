"""Rules that find places, and the contexts that they look for."""

from __future__ import annotations

import re

from kg.annotate.rule import Rule

FULL = Rule[str]("places.full-name", "the full name of a division")
LEVELLED = Rule[str]("places.short-level", "a short form that keeps its level word: 清原县 for 清原满族自治县")
STEM = Rule[str]("places.stem", "a bare stem where the words around it want a place, or the article is about it: 抚顺")
BELOW = Rule[str](
    "places.behind-parent", "a name behind the division that it lies in, which tells shared names apart: 阜新海州区"
)
SHARED = Rule[str]("places.shared-name", "a name that several divisions bear and the article does not settle")
TOWN = Rule[str]("places.town", "a town's name, in a county or prefecture that the article is about")
UNLISTED = Rule[str](
    "places.unlisted-district", "a district outside the list of divisions, behind its city and with organs of its own"
)

THERE = Rule[str](
    "places.there",
    "当地, 该县: the place last named, of that level, or else the article's own",
    re.compile(r"当地(?!时间)|该(?P<word>省|市|州|盟|区|县|旗|镇|乡|街道)(?![长委域间场政级面])"),
    lambda match: match["word"] or match.group(),
)
DEICTIC = Rule[str](
    "places.deictic",
    "我市, 全区, 本县: the article's own division of that level",
    re.compile(
        r"(?:(?:我|全|本)(?P<word>省|市|州|盟|区|县|旗|镇|乡|街道)|(?:我|全|本)(?P<region>自治区))"
        r"(?![长委域间场政级面])"
    ),
    lambda match: match["word"] or match["region"],
)

ZONE_HEAD = (
    "高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|国家高新区|高新区|经开区|开发区|自由贸易试验区|自贸试验区|自贸区|"
    "综合保税区|综保区|保税区|临空经济区|空港经济区|临港经济区|循环经济区|旅游度假区|度假区|风景名胜区|管理区|投资区|合作区|新片区|"
    "工业园区|工业园|工业区|产业园区|产业园|科技园区|科技园|化工园区|新区"
)
ZONE = Rule[str](
    "places.zone",
    "a development zone, new area or park with a name of its own",
    re.compile(rf"(?:{ZONE_HEAD})(?![域分划级别])"),
    lambda match: match.group(),
)
VILLAGE = Rule[str](
    "places.village",
    "a village or community that someone goes to, or that stands behind its town or county",
    re.compile(
        r"(?<![\u4e00-\u9fff])(?P<bare>[\u4e00-\u9fff]{2,4}村)(?=位于|地处|坐落)"
        r"|(?<=[镇乡道区县市在到赴进入访往、])(?P<name>[\u4e00-\u9fff]{2,4}?(?:村|社区))"
        r"(?![民级干里委党支两组屯庄镇落居庙务书主医卫集史口小])"
    ),
    lambda match: match["bare"] or match["name"],
)

HOME_METADATA = Rule[str]("places.home-metadata", "the article's division, from the metadata given beside it")
HOME_SOLE = Rule[str](
    "places.home-sole",
    "the article's own division is the only one of the level whose word stands bare: 全省 in news from 长沙",
)
HOME_OUTLET = Rule[str](
    "places.home-outlet", "the article's division, which only its publisher or dateline names: 池州日报"
)
HOME_FINER = Rule[str]("places.home-finer", "the town, zone or village that an article has for its subject")
HOME = Rule[str]("places.home", "the article's division, from its title, its lead and the organs that it names")

ORGAN = r"(?:委(?![托派员任])|人民政府|政府|政协|人大|纪委|监委|领导|长(?![期远效处春沙江]))"
"""Behind a division's name or its level word: its organs and heads."""
EVENT_BEHIND = re.compile(
    r"[^，。；、\s]{0,2}(?:召开|举行|举办|开展|启动|开工|印发|出台|发布|通报|组织|部署|成立|开启|迎来|获评|入选|推进|推动)"
)
"""Behind a division's name: something that it did."""
OUTLET_BEHIND = re.compile(r"(?:日报|晚报|新闻网|新闻|发布|融媒|广播|电视台|时报|早报|晨报|特区报|在线|云)")
_SURE_BEHIND = (
    rf"(?:市|县|区|州|省|盟|旗)?{ORGAN}|日报|晚报|新闻网|发布|融媒|广播电视|电视台|召开|举行|举办|海关|军分区|警备区|支队|"
    r"等地|等市|等县|等区|[两二三四五六七八九十][市地县区州旗盟](?![级长])|市民|市区|城区|全市|全域|全境|境内|辖区|经济社会"
)
WORD_BEHIND = re.compile(rf"(?:{_SURE_BEHIND})")
"""What behind a bare stem that is also a word shows that it is a place."""
STEM_BEHIND = re.compile(
    rf"(?:{_SURE_BEHIND}|启动|出台|印发|籍|当地|各界|群众|人民|百姓|干部|大地|现代化|产业|企业|品牌|故事|制造|模式|经验|实践|[：“]|{ZONE_HEAD})"
)
"""What behind a bare stem shows that it is a place."""
STEM_IN_FRONT = re.compile(
    r"(?:在|赴|抵|抵达|来自|位于|地处|落户|驻|走进|前往|返回|离开|途经|飞往|开往|“|关心支持|爱在|来到|设在|落在|投资|回到|做客|"
    r"服务|助力|支持|推动|促进|打造|建设|为|全面建设|谱写|新|爱|到|对|代表|带动|推进|中共)$"
)
"""What in front of a bare stem wants a place."""
NAME_BEHIND = re.compile(rf"区?{ORGAN}|副区长|召开|举行|举办|境内|[一-鿿]{{2,4}}(?:[镇乡村]|街道)")
"""What behind a full name that may be a word shows that it is a name."""
SHORT_IN_FRONT = re.compile(r"(?:来到|前往|抵达|走进|位于|地处|在|赴|到|、|[，。；：\n]|^)$")
SHORT_BEHIND = re.compile(r"[，、。；的至与和及]|召开|举行|举办|[一-鿿]{2,5}[镇乡]|$")
"""Around a county's name of two characters, what shows that it is one."""
COMPOUND = re.compile(
    r"(?:东|西|南|北|中|大|老)?(?:路|街(?!头)|大道|巷|弄(?!堂))|[一二三四五六七八九十新老]?村|镇|乡|街道|社区|小区|花园|广场|大厦|酒店|宾馆|饭店|公园|"
    r"大桥|桥|火?车?站|机场|港(?![澳口])|湖(?![北南州])|山(?![区西东地])|河(?![北南])|江(?!苏)|岛|寺|庙|中学|小学|[一-鿿]{0,4}(?:大学(?!生)|学院|职院)|一中|"
    r"医院|银行|证券|集团|公司|股份|药业|话|菜|战役|会议精神|高铁|铁路|高速|国(?![家内际道有企庆土资])"
)
"""What behind a bare stem makes it part of a longer name of another kind."""
TOGETHER = re.compile(r"[、和与及]")
"""Between two divisions of a list."""
NOT_DISTRICT = re.compile(r"[域间隔块]|分(?!局|校|会|公司|行|院|部)|位(?!于)")
"""Behind 区: 新建区域 holds no 新建区."""
