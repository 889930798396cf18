"""Rules that find people."""

from __future__ import annotations

from kg.annotate.rule import Rule

AFTER_POST = Rule[str]("people.after-post", "a name right behind a post, or behind 是, 为 after one: 市长王龙江")
AFTER_ROLE = Rule[str]("people.after-role", "a name right behind what someone is: 董事长李某, 村民张某")
IN_LIST = Rule[str]("people.in-list", "a name in a list that another name began: 市领导张三、李四")
BARE_LIST = Rule[str]("people.bare-list", "names alone in a list of those who 出席, 参加, 陪同")
PRESENTED = Rule[str]("people.presented", "names alone behind what opens a list: 在主席台就座的有王某、李某")
ROSTER = Rule[str]("people.roster", "names under a heading that ends in 名单")
NAMED_LIST = Rule[str]("people.named-list", "three and more names in a list that 等 ends: 李某、郭某、丁某等名将")
AND_OTHERS = Rule[str]("people.and-others", "a name in front of 等 with a number of people: 夏某等10名学生")
BEFORE_POST = Rule[str]("people.before-post", "a name right in front of a post: 王龙江市长说")
BEFORE_ROLE = Rule[str]("people.before-role", "a name in front of a form of address: 程知远教授, 李梅同学")
SURNAME = Rule[str](
    "people.surname-and-post", "a family name and a post, of someone whom the article names in full: 王市长"
)
GIVEN = Rule[str](
    "people.given-name", "a given name in front of a post or 同志, of someone whom the article names in full: 俊峰书记"
)
COMRADE = Rule[str]("people.comrade", "a name in front of 同志: 王龙江同志任市长")
APPOINTED = Rule[str]("people.appointed", "a name behind 任命, 免去, 选举, 提名")
OFFICE_HOLDER = Rule[str]("people.office-holder", "a name in front of 任, 曾任, 当选 with a post behind")
LIFE = Rule[str]("people.life", "a name at the head of an account of a life: 王龙江，男，汉族")
COUNTED = Rule[str]("people.counted", "names in front of a post that counts them: 王某、李某等5名副市长")
SPEAKER = Rule[str](
    "people.speaker", "a name at the head of a clause in front of a verb of saying, that comes back in the article"
)
AGAIN = Rule[str]("people.again", "a name that the article has given in full elsewhere")
SEEN_ACTING = Rule[str]("people.seen-acting", "a name that the NER saw, in front of 表示, 主持, 被任命 and the like")
SEEN_ADDRESSED = Rule[str](
    "people.seen-addressed", "a name that the NER saw, in front of a form of address: 先生, 老人"
)
SEEN_OCCUPIED = Rule[str]("people.seen-occupied", "a name that the NER saw, behind an occupation: 雕塑家, 讲解员")
SEEN_LISTED = Rule[str]("people.seen-listed", "a name that the NER saw, in a list of names of those present or elected")
LEADER = Rule[str]("people.state-leader", "a leader of the nation named as a person, not in a doctrine")

TAKES_OFFICE = Rule[str]("people.takes-office", "任, 担任, 当选 behind a name: the posts that follow are that person's")
CAREER = Rule[str]("people.career", "posts in an account of a career are its subject's: 历任…、…")

MADE = Rule[str]("people.made", "a notice names those whom it puts into a post: 王某、李某为市人大常委会副主任")
REMOVED = Rule[str]("people.removed", "a notice names whom it takes a post from: 免去王某的市财政局局长职务")
BRACKETED = Rule[str]("people.post-in-brackets", "a name with its post in brackets behind it: 王某（市教育局局长）")
ROW = Rule[str]("people.row", "a line of a roster: a name, a blank, its post")
DATED = Rule[str]("people.dated", "a stage of a career with its years: 2001.11—2006.08 市水务局局长")
