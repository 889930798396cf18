"""Where the name of a body begins: the words and marks that no such name runs across, read leftwards from its head."""

from __future__ import annotations

import re

_FUNCTION = (
    r"的|了|着|是|把|被|让|给|使得|其(?!他)|他(?!山)|她|它|我|你|该|此(?!山)|这|那|也|都|就|而|且|或|并(?!购)|仍|已|曾(?!都|母)|等(?!教|学|专)|以(?!色列)|于(?!都|洪|田)|由|"
    r"向(?!阳|海|化)|及|为(?!民|华)|据(?!点)|使(?!馆|领)|每|某|从(?!化|江)|到|"
    r"经(?!济|开|信|贸|营|委|管|侦|社|略|典|作|纬|办|发|科|建|文|络|方|纪|棚|十|[一二三四五六七八九]路)|"
    r"在(?!线|建)|与(?!资源)|对(?!外|口|台|俄|日|接|韩)|将(?!乐|军|台|来)|至(?!诚|圣)|前往|赴|称|说|请|带|率|随|陪|看|听|做|作(?!家|协|物)|后(?!勤|备)"
)
_VERBS = (
    r"邀请|会见|陪同|出席|参加|参观|主持|任命|担任|接任|出任|现任|时任|原任|兼任|历任|曾任|先后|拟任|提名|当选|卸任|免去|辞去|接受|"
    r"来自|随同|率领|带领|听取|记者|通讯员|举行|召开|举办|来到|走进|走访|慰问|调研|视察|督导|督查|介绍|宣布|宣读|决定|以及|还有|分别|包括|表示|强调|"
    r"指出|要求|希望|参与|开展|推动|推进|落实|签署|签订|签约|公布|发布会|获悉|了解|联合(?!会|国|社|体|大学|企业|利华|收割|总会)|共同|一同|一起|携手|致辞|讲话|发言|汇报|授予|荣获|"
    r"深入|按照|根据|围绕|通过|作为|成为|协调|负责|牵头|主动|积极|支持|关心|感谢|欢迎|依托|引进|引入|借助|利用|帮助|促进|加强|加快|完善|建立|组建|成立|设立|"
    r"当前|目前|日前|近日|随后|同时|其中|此次|本次|今年|去年|明年|上午|下午|晚上|今天|昨天|报道|消息|显示|来源|标题|同志|一行|莅临|前来|受邀|应邀|特邀|"
    r"(?<![主责委担现时曾历出接兼拟首就上信])任(?!务|丘|职|免|县|命|城)|选举|推选|接替|调任|转任|升任|履新|改任|续任|"
    r"委托|会同|对接|配合|报请|报经|抄送|致电|通报|询问|联系|隶属|面对|立足|聚焦|坚持|落户|投资|入驻|位于|地处|坐落|毕业|就读|就职|供职|进入|加入|离开|走出|返回|前身|就是|正是|不是|只是|便是|均为|实施|加盟|邀|赞助|承办|主办|协办|指导"
)
_CONJUNCTION = (
    r"(?<!发展)(?<!工业)(?<!资源)(?<!住房)(?<!文化)(?<!教育)(?<!规划)(?<!经济)(?<!卫生)(?<!农业)(?<!城市)(?<!水利)(?<!商务)(?<!科学)(?<!学术)(?<!党史)"
    r"(?<!监察)(?<!监督)(?<!交通)(?<!园林)(?<!市场)(?<!组织)(?<!宪法)(?<!民族)(?<!退役)(?<!环境)(?<!财政)(?<!宣传)(?<!预算)(?<!人口)(?<!能源)(?<!语言)(?<!医学)(?<!体育)(?<!技术)"
    r"和(?!平|田|县|布|顺|龙|静|硕|林格|政|谐|气|浩|睦|达|邦|兴|美)"
)
STOP = re.compile(
    rf"[^\u4e00-\u9fffA-Za-z0-9·（）()“”‘’「」]|{_VERBS}|{_CONJUNCTION}|{_FUNCTION}|[年月日时](?!报|历|光)|[0-9]+(?=[\u4e00-\u9fff])(?<![A-Za-z])"
)
"""A mark or a word across which no body's name runs."""


def run_start(text: str, end: int, *, floor: int = 0, longest: int = 32) -> int:
    """Where the run of characters before `end` that can belong to one name begins.

    Brackets and quotation marks stay inside the run only in pairs.
    """
    low = max(floor, end - longest)
    start = low
    for match in STOP.finditer(text, low, end):
        start = match.end()
    # what runs into the window's edge is no name
    run = text[start:end]
    for opening, closing in ("（）", "()", "“”", "‘’", "「」"):
        if run.count(opening) != run.count(closing):
            start = max(start + run.rfind(opening) + 1, start + run.rfind(closing) + 1)
            run = text[start:end]
    return start
