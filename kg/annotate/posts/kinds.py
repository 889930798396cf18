"""Which titles are public posts, and which say what someone is outside public life."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.lexicon import load

if TYPE_CHECKING:
    from kg.annotate.posts.titles import Title

_COMPANY = re.compile(
    r"公司|集团(?!军)|企业|股份|银行|商会|(?<!供销)合作社|酒店|事务所|俱乐部|商业联合会|业委会|业主委员会|[书美摄音舞曲剧]协|(?:化工|化纤|药业|矿业|钢铁|实业|重工|热电)(?!大学|学院|学校|园|局|厅|处|司|科|办|职业|研究|中专|技)|养殖|养鸡|养猪|奶牛|会馆|同乡会|社团|宗亲|控股|证券|分行|支行|投资(?!促进|服务|合作)|科技$|车间|厂|超市|商店|"
    r"(?<!科学技术)(?<!计划生育)(?<!作家)(?<!新闻工作者)(?<!友好)(?<!消费者)协会|学会|促进会|研究会|联盟|基金(?!会)|公益|义工|志愿服务队|实验室|国民党|海基会|[男女]子(?!学院|大学|中学|高中|监狱)|球队|"
    rf"^(?:国际(?!合作司)|联合国|上海合作组织|上合组织|世界|亚洲|欧洲|{load('foreign_countries').alternation()})"
)
_ABROAD = re.compile(
    rf"(?:{load('foreign_countries').alternation()}|该国)(?:前|原|时任|新任|现任|开国|建国|候任)?(?:[\u4e00-\u9fff]{{1,4}}[市省])?$"
)
_COMPANY_HEADS = re.compile(r"董事长|总经理|董事局|总裁|董事|监事|首席|创始人|厂长|经理")
_DEPUTY = re.compile(r"(?:人大|党)代表|政协(?:常务|常委|委员)")

_CENTRAL_BANK = re.compile("人民银行|央行|^人行")
"""A bank whose heads hold public posts."""


_HOSPITAL_WARD = re.compile(
    "(?:医院|保健院|附院|卫生院).*[科部处室院](?<!医院)(?<!保健院)(?<!支部)$"
    "|(?:内|外|妇产|儿|眼|皮肤|疼痛|血液|肿瘤|护理|急诊|检验|放射|超声|麻醉|康复|口腔|骨|神经|心脏|泌尿|介入|重症医学|影像)[\u4e00-\u9fff]{0,2}科$"
)
"""A department of a hospital, whose heads are no officials."""
_OFFICE = re.compile("(?:政府|人大|政协|党政|[委办局厅处]|办公室)$")


_MASS = re.compile("工商联|工商业联合会|国际贸易促进")
"""Mass organisations whose names hold 商会 or 促进会."""


def is_office(organ: str) -> bool:
    """Whether a body's name is one of those whose plain staff hold posts."""
    return bool(_OFFICE.search(organ))


def is_public_after_all(organ: str, head: str) -> bool:
    """Whether a title that else says what someone is outside public life is a public post: 中国人民银行行长, 镇政府秘书, 县水利局负责人."""
    return bool(
        (head == "议员" and organ.endswith("立法会"))
        or (head == "行长" and _CENTRAL_BANK.search(organ))
        or (head in ("秘书", "负责人") and is_office(organ))
    )


def is_private(text: str, organ: str, head: str, core: int) -> bool:
    """Whether a title whose head can be a public post's is a company's, an association's or another country's.

    Args:
        text: The article's text.
        organ: The body as the title has it.
        head: The head.
        core: Where the title begins, less the proper name of a place.
    """
    if _CENTRAL_BANK.search(organ) or _MASS.search(organ):
        return False
    if _HOSPITAL_WARD.search(organ):
        return True
    if organ and _COMPANY.search(organ) and not _DEPUTY.search(organ + head):
        return True
    return bool(_ABROAD.search(text, max(0, core - 8), core))


_SPEAKS = re.compile("说|指出|认为|建议|表示|提出|则|在审议|在发言|在讨论")
_ASSEMBLY = re.compile("人大常委会|政协")
_SESSION = 800
"""Characters in front of a bare 委员 in which the assembly that sits is named."""


def _of_an_assembly(text: str, title: Title) -> bool:
    """Whether a bare 委员 behind a name is how a session's report calls a member who speaks: 魏某委员指出."""
    return bool(_SPEAKS.match(text, title.end) and _ASSEMBLY.search(text, max(0, title.start - _SESSION), title.start))


def settle_kinds(text: str, chain: list[Title]) -> None:
    """Turn titles of one person into roles where those beside them show what they are."""
    for previous, title in itertools.pairwise([None, *chain]):
        if (
            title is not None
            and title.head == "委员"
            and not title.organ
            and (previous is None or previous.kind != "post")
            and not _of_an_assembly(text, title)
        ):
            # a member of what nobody says: 专家委员
            title.kind = "role"
    if any(_COMPANY_HEADS.search(title.head) for title in chain):
        for title in chain:
            if title.kind == "post" and not title.body.level and not _DEPUTY.search(title.organ + title.head):
                title.kind = "role"
