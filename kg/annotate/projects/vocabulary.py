"""The project lexicons as the patterns that the rules are made of."""

from __future__ import annotations

import functools
import re

from kg.lexicon import load


def _alternation(words: list[str]) -> str:
    """The words, longest first, behind a look at the first character, which spares most places the trial of each."""
    first = "".join(re.escape(character) for character in sorted({word[0] for word in words}))
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?=[{first}])(?:{'|'.join(re.escape(word) for word in longest_first)})"


def _words(lexicon: str, *kinds: str) -> list[str]:
    return [word for word, kind in load(lexicon).table.items() if kind in kinds]


PHASE = r"(?:第?[一二三四五六七八九十]+期|首期|[IVX]+期|第?[一二三四五六七八九十]+标段)"
NAMED = (
    r"(?:工程项目(?!管理(?:有限|公司|咨询|集团))|"
    r"工程(?![与和及][\u4e00-\u9fff]{2,6}(?:科|处|部|系|学院|专业|中心)|实践|机器人|署|规划许可|施工许可|许可证|有限|实验|试验|学部|中心|股份|院|师|学|大学|局|处|款|量|质量|进度|技术|系|部|公司|管理|集团|兵|机械|建设领域|造价|监理|车|塑料|硕士|博士|专业|学科|类|勘察|设计|咨询|建设(?:中心|指挥部|公司|集团|有限|管理|处|部)|指挥部|审判|合同|纠纷|案件|领域|单位|建设单位|建设项目审批|项目管理(?:有限|公司|咨询|集团))|"
    r"项目(?![化制书组办区]|审批|学校|路演|推介会|中心|部(?!分)|库|经理|清单|申报|管理|谋划|建设年|为王|攻坚|招引|招商|经济|教练|比赛|赛|式|名称|类))"
)
_RAIL = "|".join(
    f"(?<={kind}[\u4e00-\u9fff]{{{size}}}线)" for kind in ("轨道交通", "轨交", "地铁") for size in (1, 2, 3)
)
STRUCTURE = f"(?:{_alternation(_words('project_heads', 'structure'))}|线(?:{_RAIL})(?![路网上下缆程索]))"
INSTITUTION = f"(?:{_alternation(_words('project_heads', 'institution'))})"
WORKS = f"(?:{_alternation(list(load('project_works').entries))})"
NOTE = r"(?:[（(][^（）()，。\n]{1,12}[）)])"
STRONG_BOUND = re.compile(f"(?:{_alternation(_words('project_bounds', 'strong'))})")
SOFT_BOUND = re.compile(f"(?:{_alternation(_words('project_bounds', 'soft'))})")
ENDS_OF_OTHERS = re.compile(f"(?:{_alternation(list(load('project_ends_of_others').entries))})[”’]?(?:项目|工程)$")
CLASS_WORDS = load("project_class_words").table
STAGES = load("project_stage_cues").table
STAGE_CUE = re.compile(f"(?:{_alternation(list(STAGES))})")
ORDER = ("planned", "signed", "started", "under_construction", "completed", "operating")
_MEASURE = re.compile(
    r"\d[\d.,]*(?:万|亿|余)?(?:个|项|件|大|家|亿元|万元|元|级|多|余|年|号|批|名|处|类)?|[一二两三四五六七八九十百千]+(?:个|项|件|大|批|类)"
)
_LONGEST = max(map(len, CLASS_WORDS))


@functools.lru_cache(maxsize=4096)
def cover(words: str) -> frozenset[str] | None:
    """The kinds (`status`, `kind`, `works`) of the class words that cover a stretch from end to end, else None."""
    reached: list[frozenset[str] | None] = [frozenset()] + [None] * len(words)
    for start in range(len(words)):
        kinds = reached[start]
        if kinds is None:
            continue
        if match := _MEASURE.match(words, start):
            reached[match.end()] = (reached[match.end()] or frozenset()) | kinds | {"status"}
        for length in range(1, min(_LONGEST, len(words) - start) + 1):
            kind = CLASS_WORDS.get(words[start : start + length])
            if kind is not None and reached[start + length] is None:
                reached[start + length] = kinds | {kind}
    return reached[-1]
