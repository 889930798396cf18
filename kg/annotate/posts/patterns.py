"""Rules that find posts."""

from __future__ import annotations

from kg.annotate.rule import Rule

BODY = Rule[str]("posts.body-and-head", "a body and a head: 市委书记, 县水利局局长, 区人大常委会副主任")
PLAIN = Rule[str]("posts.plain-head", "a head with its modifiers alone: 常务副市长, 一级调研员")
GROUP = Rule[str]("posts.group", "市领导, 县领导, 老同志 before a list of names")
ROLE = Rule[str]("posts.role", "what someone is outside public life: 董事长, 教授, 村民; kept apart from the posts")

PLACE_IN_FRONT = Rule[str](
    "posts.place-in-front", "the post is of the place whose proper name stands in front: 荣成市委书记"
)
LEVEL_WORD = Rule[str](
    "posts.level-word", "the post is of the division that its level word means in this article: 市委书记, 副县长"
)
UNLISTED_PLACE = Rule[str](
    "posts.unlisted-place", "the post is of the place that only its level word shows to be one: 白泥镇党委书记"
)
NATIONAL = Rule[str]("posts.national", "a post of the nation: 国家…局, 教育部, 全国人大, 总书记")
NEIGHBOUR = Rule[str](
    "posts.neighbour", "a post without a place takes that of the post beside it: 区委常委、组织部部长"
)
BODY_BEFORE = Rule[str](
    "posts.body-before", "the post of a department that is named before is of its division: 民政厅…厅党组书记"
)
OWN_DIVISION = Rule[str]("posts.own-division", "a post without any place is of the article's own division")
