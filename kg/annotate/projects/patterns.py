"""Rules that tell the name of a project from that of a class, a place to visit or a slogan."""

from __future__ import annotations

import re

from kg.annotate.rule import Rule

NAMED = Rule[None](
    "projects.named",
    "X项目, X工程, where X names one thing and what stands beside it speaks of works, money or a contract.",
)
BUILT = Rule[None](
    "projects.built",
    "A structure (水库, 产业园, 大桥) with a modifier of its own, of which building, opening or contracting is told.",
)
TO_BUILD = Rule[None](
    "projects.to-build",
    "A structure with a modifier of its own as the object of building (共建X研究院, 规划建设X大厦).",
)
LISTED = Rule[None](
    "projects.listed",
    "A member of a list that ends in 等项目, 等重大平台, or whose last member is a project by another rule.",
)
PHASE = Rule[None](
    "projects.phase",
    "A phase that stands alone (一期工程, 二期项目): a part of the project that the text speaks of.",
)

_GLUE = r"[”’]?(?:地块|现场|主体|全线|首期|整体|共同|的)?(?:正式|全面|同步|顺利|已经|已|于[^，。]{2,12}?|在[^，。]{1,10}?|将|即将|今日|今天|日前|刚刚|一次性)*"
_WORK_VERBS = (
    r"开工|动工|奠基|破土|竣工|完工|建成|落成|投产|投用|投运|启用|投入使用|投入运营|投入运行|试运行|试生产|试运营|运营|通车|封顶|合龙|开园|开馆|"
    r"揭牌|揭幕|落户|落地|签约|施工|选址|交付|达产|并网|复工|续建|在建|完成立项|完成[^，。]{0,6}主体|转入试生产|设备(?:已|正在)?进场|钢结构|土方|主体建设|"
    r"横穿|全长|线路全长|地块|用地|总投资|计划投资|计划总投资|项目总投资|投资[约近超]?\d|占地|规划面积|规划总面积|总建筑面积|建筑面积|位于|坐落|取得建设|向社会公布|进展|进度|招商|包括建设|包含\d"
)
_CEREMONY = r"在[^，。]{2,18}?(?:举行|举办)?(?:揭牌|开工|奠基|签约|竣工|启用|落成|动工)"
CLASS = re.compile(
    r"(?:重点|重大|招商引资|引资|招商|有关|相关|在建|签约|优质|个别|实事|大|小|好|骨干|龙头|示范|代表|标志性|各|类|所有|全部|部分|首批|第[一二三四]批)"
    r"(?:产业|建设|工业|投资|合作|民生|文旅|科技|基础设施|工程|开工|交通|外资|能源|旅游|技改|水利|农业|城建)*(?:项目|工程)$"
)
RIGHT = re.compile(
    rf"{_GLUE}(?:{_WORK_VERBS}|建设|修建|改造|规划|推进|工地|启动|实施|项目|工程|涵盖|建|运行|现场|地开展|地块|战略合作|相关情况|情况)"
)
RIGHT_STRONG = re.compile(
    rf"{_GLUE}(?:{_WORK_VERBS.replace('|招商', '').replace('|占地', '').replace('|位于|坐落', '').replace('|运营', '|运营(?!商|成本|收入|管理|中心)')}|"
    r"建设(?!了|银行|局|委|厅|者|好|成为|为|的[^，。]{0,12}(?:区|中心|城市|高地))|修建|共建|改造(?!升级的)|项目(?!化)|工程|规划情况|建设规划)|{_CEREMONY}|……[^，。]{0,6}项目|是[^，。；]{2,30}(?:项目|工程)"
)
LEFT = re.compile(
    r"(?:建设|共建|共同建设|新建|扩建|改建|兴建|筹建|开工建设|投资建设|合作建设|规划建设|推进|推动|加快|实施|启动|签署|签约|签订|落户|引进|投资|调研|"
    r"察看|查看|视察|考察|来到|前往|走进|了解|参观|支持|包括|赴|上报|打造|建成|投建|承建)(?:了|着|以|“|「|的|关于)*(?:[^，。；：、]{0,6}的)?$"
)
TO_BUILD_LEFT = re.compile(
    r"(?:(?<![深强化])共建(?!共享)|共同建设|新建|兴建|筹建|开工建设|投资建设|合作建设|规划建设|加快建设|高标准建设|高水平建设|高质量建设|抓紧建设|重点支持|重点抓好|"
    r"共建共享|谋划建设|推进建设|加快推进|加快推动|动工建设|投建|承建|合作共建|建设(?=“))[“「]?$"
)
LIST_END = re.compile(
    r"(?:(?:[、和及与]|以及)[^、，。；：等]{2,12}){0,3}[”’]?等(?!公益|志愿|服务|帮扶|培训|活动|检查|文艺|体育|医疗)[^，。；：、！？\n]{0,14}?(?:项目|工程(?!师)|开发|平台也|平台[纷集落]|重点功能区|设施建设)"
)
NOT_WORKS = re.compile(
    r"^(?:国际|全国|全球|区域|世界|全省|国家)[^，。]{0,8}(?:金融|航运|贸易|科创|创新|消费|经济|交通|物流|人才|制造|文化|资源配置|开放|数字|科学|医疗|教育|旅游)"
    r"(?:中心城市|中心|枢纽|高地|基地)$|综合性国家科学中心$|(?:中心城|示范城|文明城|城市|新城|都市|省城|县城|古城|香港|澳门|开放枢纽|综合枢纽|重要枢纽|城市群|长城|进城|京城)$"
    r"|(?:科创|副|城市|(?<!创)新|文化|经济|区域|发展|政治)中心$|(?:党校|电大|本科|党建|宣传|教育|实践|国防教育|革命传统|廉政|科普|青年|党员|团|学习|政治|研学|志愿服务|就业|见习|培训)(?:\S{0,4})基地$"
)
