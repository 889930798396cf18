"""Rules that find organisations, and the words that their names end in."""

from __future__ import annotations

import re

from kg.annotate.rule import Rule
from kg.lexicon import load

PARTY = Rule[str](
    "organizations.party", "a party committee or one of its departments: 乳山市委, 市委宣传部, 区纪委监委"
)
GOVERNMENT = Rule[str]("organizations.government", "a government or one of its departments: 市政府, 县水利局, 区发改委")
CONGRESS = Rule[str]("organizations.congress", "a people's congress or its committee: 市人大常委会")
CPPCC = Rule[str]("organizations.cppcc", "a committee of the CPPCC: 省政协")
COURT = Rule[str]("organizations.court", "a court or a procuratorate: 市中级人民法院")
MILITARY = Rule[str]("organizations.military", "armed forces, armed police, fire and rescue: 县人武部, 武警永州支队")
MASS = Rule[str]("organizations.mass", "a mass organisation: 市总工会, 团市委, 区残联")
INSTITUTION = Rule[str](
    "organizations.institution", "a public institution: a school, hospital, institute, station, museum"
)
COMPANY = Rule[str]("organizations.company", "a company or a bank by its last words: …有限公司, …集团")
ASSOCIATION = Rule[str]("organizations.association", "an association, chamber, society or foundation")
LISTED = Rule[str](
    "organizations.listed", "a department named after another, the level word left out: 市环保局、旅游委、体育局"
)

NATIONAL = Rule[str]("organizations.national", "a ministry, agency or other body of the nation, by its name")

OF_PLACE = Rule[str]("organizations.of-place", "the body is of the division whose name it begins with")
OF_LEVEL = Rule[str]("organizations.of-level", "the body is of the division that its level word means in this article")

RULES = {
    "party": PARTY,
    "government": GOVERNMENT,
    "congress": CONGRESS,
    "cppcc": CPPCC,
    "court": COURT,
    "military": MILITARY,
    "mass": MASS,
    "institution": INSTITUTION,
    "company": COMPANY,
    "association": ASSOCIATION,
    "national": NATIONAL,
}
"""The rule of each kind of organisation."""

_DEPARTMENT = (
    r"(?:组织部|宣传部|统战部|政法委|社会工作部|社工部|办公厅|办公室|党校|研究室|政研室|改革办|编办|网信办|巡察办|老干部局|机关工委|教育工委|台办|外办|农办|文明办|党史研究室|"
    r"理论学习中心组|常委会|(?<!委)办(?!公|理|法|事|学|好|成|实|会|案|结|赛|医|展|节|园|校))"
)
HEAD = re.compile(
    rf"(?P<national>{load('ministries').alternation()}|联合国[\u4e00-\u9fff]{{2,6}}组织|世界[\u4e00-\u9fff]{{2,4}}组织)(?![\u4e00-\u9fff]{{0,6}}[局司厅院处][\u4e00-\u9fff])"
    r"|(?P<company>(?:(?:集团)?(?:股份|控股)?有限(?:责任)?公司|集团公司|股份公司|分公司|总公司|公司|集团(?!军|化|性|式|作战)|(?:村镇|商业)?银行(?!业|卡|贷|家|间|系)|证券(?!业|化|市|投|交|法)|"
    r"证券交易所|[分支]行(?!业|长)|合作社|[^\W\d_]电厂|酒店|超市(?!行业)|商场|营业部)(?:[^\W\d_]{2,6}分公司|[^\W\d_]{2,8}[分支]行)?)"
    rf"|(?P<mass>团(?:省|市|区|县|州)委(?:{_DEPARTMENT})?|总工会|妇联|残联|科协|文联|侨联|工商联|社科联|红十字会|关工委|少工委|团委|青联|(?:妇女|残疾人|归国华侨|工商业|文学艺术界)联合会|科学技术协会)"
    rf"|(?P<party>(?:(?<=[省市州盟区县旗镇乡])委(?!员|托|派|会|屈|书)|自治区党委|党工委|党委|纪委监委|纪委|监委|纪工委|监察委员会)(?:{_DEPARTMENT})?(?!书记|副书记|常委|委员))"
    r"|(?P<congress>人大常委会|人民代表大会常务委员会|人大(?=[、，。和及]|机关|常委会))"
    r"|(?P<cppcc>政协(?=[、，。和及]|机关|办公室|党组)|政协委员会)"
    r"|(?P<court>人民法院|人民检察院|中级法院|检察院|中院|高院)"
    r"|(?P<military>军分区|警备区|(?<=省)军区|人武部|人民武装部|[支总大中]队(?!长|员|伍|列)|部队(?!领导|官兵)|集团军)"
    r"|(?P<government>(?:人民)?政府(?!官网|网|工作报告|采购|主导|引导|部门|职能|性|补贴|投资|专项|债|系统|党组|副|秘|购买|服务|领导|负责|工作)(?:办公室|办公厅|办(?!公|理|法|事|学|好|成|实|会|案|结|赛|医|展|节|园|校))?|"
    r"(?:管理|监督|执法|服务|事务|督查|保障|发展|改革)?(?:委员会|局(?!长|面|部|限|势|域|地|级|促|中|外|机)|分局|厅(?!长|级|局|堂|内|里)|管委会|办事处|办公室)|(?<=[改建管教健农资监贸信通创规划务侨外文明访]|台)委(?!员|托|派|会|书)|(?<=[侨外台法信文明访扶安食创督志外])办(?!公|理|法|事|学|好|成|实|会|案|结|赛|医|展|节|园|校))"
    r"|(?P<institution>大学(?!生|习|科(?!技|创))|学院|学校|中学(?!生)|小学(?!生)|幼儿园|医院|卫生院|卫生室|保健院|研究院|研究所|设计院|科学院|工程院|实验室|艺术馆|科技馆|博物馆|图书馆|纪念馆|展览馆|文化馆|美术馆|规划馆|"
    r"福利院|敬老院|养老院|报社|日报社|电视台|派出所|服务站|[^\W\d_]{2}中心(?!组|城|区|学|任|思|工|任|线|化)|党校|剧院|交易所|指挥部|领导小组)"
    r"|(?P<association>协会|商会|学会(?![了议学和用])|联合会|促进会|研究会|基金会|联谊会|(?<!产业)联盟|慈善总会)"
)
"""The last words of an organisation's name, by its kind."""

GENERIC = re.compile(
    r"(?:[各该本某贵我]|多家|一家|两家|几家|数家|这家|有关|相关|国有|国企|央企|民营|私营|龙头|大型|知名|上市|外资|跨国|入驻|全国|企业|重点|当地|地方|基层|所在|下属|所属|旗下|母|子|"
    r"社会|全[省市县区校]|优秀|先进|高等|高校|中小|中|小|乡镇|农村|城市|专业|物业|施工|承建|建设|监理|运营|项目)*$"
)
"""What stands before a head where it names no single body: 该公司, 各中小学校."""
WEAK = {
    "公司",
    "集团",
    "中心",
    "学校",
    "医院",
    "大学",
    "部队",
    "委员会",
    "办公室",
    "服务站",
    "实验室",
    "联盟",
    "酒店",
    "超市",
    "商场",
    "营业部",
    "基金会",
    "指挥部",
    "领导小组",
}
"""Heads that name a body only with three characters and more before them."""
LISTED_ITEM = re.compile(
    r"、(?P<name>[\u4e00-\u9fff]{2,9}?(?:局|委|厅|办|联|中心|部))(?=[、，。；等和与及]|以及|主要|有关|相关|负责)"
)
