"""Pages whose columns were read across: what the right order is, is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st

ARTICLES = (
    "3月16日，市长陆明谦主持召开产业强基专题会议，听取全市重点产业链培育情况汇报，研究部署下一阶段工作。市委常委、副市长谭晓岚，市政府秘书长姚思齐参加会议。"
    "陆明谦指出，产业是城市发展的根基，必须一条链一条链地梳理，一个企业一个企业地服务。要把招商引资摆在更加突出的位置，主要负责同志要带头走出去、请进来，推动一批补链强链的好项目落地生根。"
    "要强化要素保障，统筹做好土地、资金、用工等服务，让企业安心经营、放心投资。会上，市发展改革委、市经信局、市商务局负责人分别作了发言。",
    "本报讯 近日，东至县委书记许承志到胜利镇调研春耕备耕工作。在龙泉村的育秧工厂，许承志详细了解早稻育秧的进度和技术要点，叮嘱农技人员把服务送到田间地头。"
    "他强调，粮食安全是头等大事，各乡镇要抢抓农时，层层压实责任，确保播种面积只增不减。在种粮大户冯家旺的田里，许承志询问农资价格和农机调度情况，鼓励他扩大规模，带动周边群众增收。"
    "许承志还察看了沿江圩堤的加固工程，要求施工单位在保证质量安全的前提下加快进度，赶在汛期到来之前完工。",
    "昨日，全市重大项目集中签约仪式在贵池区举行，市委书记冯致远出席并致辞。本次签约的二十三个项目总投资一百八十六亿元，涵盖新材料、装备制造、文化旅游等领域。"
    "冯致远代表市委、市政府对各位企业家的到来表示欢迎。他说，池州生态优良、区位优越，正处在转型升级的关键时期，将以最大的诚意、最优的服务支持企业发展。"
    "市政协主席孟繁星主持仪式。仪式结束后，与会嘉宾参观了江南集中区的展示中心，并到两家企业实地考察，对当地的营商环境给予充分肯定。",
)
HEADLINES = ("池州市召开产业强基专题会议 推动一条链一条链地梳理", "许承志到胜利镇调研春耕", "重大项目签约")


@dataclass(frozen=True)
class Across:
    """A page of columns."""

    lines: tuple[str, ...]
    """In reading order."""
    text: str
    """As it was read."""


@st.composite
def across(draw: st.DrawFn, *, side_by_side: bool = False) -> Across:
    """One article over two or three columns, or an article in each; under a headline or not; an indent or not.

    Args:
        draw: hypothesis's.
        side_by_side: Whether the rows are lines with a gutter of blanks, and not lines of their own.
    """
    count = draw(st.integers(2, 3))
    width = draw(st.sampled_from([10, 12, 13, 15, 16, 18]))
    indent = draw(st.booleans())
    texts = draw(st.permutations(ARTICLES))
    if draw(st.booleans()):
        whole = set_in_column("".join(texts[: draw(st.integers(1, 3))]), width, indent)
        height = -(-len(whole) // count)
        columns = [whole[at : at + height] for at in range(0, len(whole), height)]
    else:
        columns = [set_in_column(text, width, indent) for text in texts[:count]]
    head = draw(st.sampled_from([None, *HEADLINES]))
    above = [head] if head is not None else []
    rows = [[column[row] if row < len(column) else "" for column in columns] for row in range(max(map(len, columns)))]
    if side_by_side:
        place = draw(st.sampled_from([len, half_widths]))
        edge = (width + 2) * (1 if place is len else 2)
        read = ["".join(cell + " " * (edge + 2 - place(cell)) for cell in row).rstrip() for row in rows]
    else:
        read = [cell for row in rows for cell in row if cell]
    right = [*above, *(line.strip() for column in columns for line in column)]
    return Across(tuple(right), "\n".join([*above, *read]))


def half_widths(text: str) -> int:
    """How many places a text takes where Chinese characters take two."""
    return sum(1 if character < "\u1100" else 2 for character in text)


def set_in_column(text: str, width: int, indent: bool) -> list[str]:
    """A text as a column's lines: two sentences a paragraph, marks hang over its edge."""
    sentences = re.findall(r"[^。]+。", text)
    found = []
    for at in range(0, len(sentences), 2):
        rest = ("\u3000\u3000" if indent else "") + "".join(sentences[at : at + 2])
        while rest:
            cut = width
            while cut < len(rest) and rest[cut] in "，。、”":
                cut += 1
            found.append(rest[:cut])
            rest = rest[cut:]
    return found
