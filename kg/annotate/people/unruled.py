"""Names that only the NER saw, kept where something beside them speaks for a person."""

from __future__ import annotations

import re

from kg.annotate.layer import Mention
from kg.annotate.people.beside import PRESENT
from kg.annotate.people.doctrine import is_doctrine
from kg.annotate.people.followers import follower
from kg.annotate.people.patterns import SEEN_ACTING, SEEN_ADDRESSED, SEEN_LISTED, SEEN_OCCUPIED
from kg.annotate.people.readings import Reading
from kg.annotate.people.search import Search
from kg.annotate.rule import Rule
from kg.lexicon import load

_NO_NAME = re.compile(
    r"某|^习(?:总|主席)|(?:书记|主席|主任|局长|镇长|队长|律师|医生|阿姨|奶奶|老师)$|.[老总工某]$|^[小老阿][\u4e00-\u9fff]$"
)
"""A family name with a title is no name by itself, and 某 stands for one that is kept back."""
_WORDS = frozenset(load("role_heads").entries)
_WORD = re.compile(load("no_names").alternation())
_ACTING = re.compile(
    r"[还又也则并均接着先后一同深有感触地]{0,6}(?:表示|强调|指出|认为|介绍|建议|要求|告诉|坦言|透露|回忆|宣布|欢迎|感谢|希望|代表|致辞|表态|发言|"
    r"主持|等?(?:出席|参加|陪同)|获评|荣获|获得|当选|说(?![服明来唱])|称(?![为号]))|被?(?:任命|选举|推选|评为|授予|聘任)"
)
_ADDRESS = re.compile(
    "(?:老)?(?:先生|女士|同志|院士|将军|上将|中将|少将|教授|委员|代表|老人|奶奶|爷爷|烈士|博士|老师|同学)(?!们)"
)
_OCCUPATION = re.compile(
    r"(?:[\u4e00-\u9fff](?:员|师|(?<!记)者)|(?:歌|选|骑|旗|助|水|能|高|好)手|(?:作|画|法|术|塑|曲|唱|业|专|学|育|善|藏|影|乐|动)家|[中名]医|(?:商|军|诗|艺|传|工|丽|青年)人"
    r"|战士|劳模|居民|村民|市民|学生|校友|会员|农户|老兵|妻子|丈夫|女儿|儿子|父亲|母亲|家属)$"
)
_JOINED = re.compile(r"[\s\u3000]*[、和与及][\s\u3000]*")
_COMMA = re.compile(r"[\s\u3000]*、[\s\u3000]*")
_RUN_END = re.compile(r"等(?![级待候])|当选|分别|，|作(?:交流|表态|了)?发言|[及以]及?|$|[。；]")


_PUBLIC = frozenset({"party", "government", "congress", "cppcc", "court", "mass"})
"""Kinds of bodies whose people hold some office: 镇综合行政执法队王某表态发言."""


def _listed(search: Search, mention: Mention) -> bool:
    """Whether it is an item of a list with other names, all of which are there or were seen."""
    text, names = search.text, 1
    end = mention.end
    while joined := _JOINED.match(text, end):
        after = search.found.at(joined.end()) or search.seen.at(joined.end())
        if after is None:
            return False
        end, names = after.end, names + 1
    if names >= 2:
        return bool(PRESENT.match(text, end) or _RUN_END.match(text, end))
    # the last item: what is in front of the comma is a name
    before = search.found.before(mention.start)
    return before is not None and bool(_COMMA.fullmatch(text, before.end, mention.start) and _RUN_END.match(text, end))


def _why(search: Search, mention: Mention) -> tuple[Rule[str], float] | None:
    text = search.text
    if _ADDRESS.match(text, mention.end):
        return SEEN_ADDRESSED, 0.7
    if _ACTING.match(text, mention.end) and not follower(text, mention.start):
        return SEEN_ACTING, 0.65
    if _OCCUPATION.search(text, max(0, mention.start - 5), mention.start):
        return SEEN_OCCUPIED, 0.65
    if _listed(search, mention):
        return SEEN_LISTED, 0.65
    return None


def unruled(search: Search) -> None:
    """Keep what the tagger alone saw, where an act, a form of address, an occupation or a list speaks for it.

    From the end of the text, so that of two neighbours in a list the later is there when the earlier is asked for.
    """
    bodies = {body.end: body.kind for body in search.layer.organizations}
    for mention in reversed(search.seen.people):
        name = search.text[mention.start : mention.end]
        if (
            _NO_NAME.search(name)
            or name in _WORDS
            or _WORD.match(name)
            or search.found.crosses(mention.start, mention.end)
            or search.bylines.cover(mention.start)
            or is_doctrine(search.text, mention.end)
        ):
            continue
        if why := _why(search, mention):
            body = bodies.get(mention.start, "")
            search.add(Reading(mention.start, mention.end, 0.0, "tagged"), *why, official=body in _PUBLIC)
