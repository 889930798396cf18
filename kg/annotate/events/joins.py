"""Rules without a pattern: they join events with what other components or other rules found."""

from __future__ import annotations

import re

from kg.annotate.rule import Rule

Join = Rule[re.Match[str]]

FROM_VISIT = Join("events.from-visit", "Those on a visit sit at the talks held on it.")
IMPLIED = Join(
    "events.implied", "Those who attend or open an activity that no sentence says is held make it a meeting."
)
ROLL = Join("events.roll", "Those named line by line below 出席会议的有： were there.")
CONVENER = Join("events.convener", "The organisations in a row in front of 召开 or 主办 hold the meeting.")
DATE_BESIDE = Join("events.date-beside", "The date in the sentence that reports the event is its date.")
DATE_OF_REPORT = Join(
    "events.date-of-report", "A part of an event already dated, or talks on a visit, has that event's date."
)
PLACE_IN_NAME = Join("events.place-in-name", "The division at the head of a meeting's name holds it.")
PLACE_OF_HOLDER = Join("events.place-of-holder", "The division in front of 召开 holds the meeting.")
PLACE_HELD_IN = Join("events.place-held-in", "The division between 在 and 举行 is where it was held.")
PLACE_AT_VENUE = Join(
    "events.place-at-venue",
    "In an article of no division, that in which the hall or school lies where the meeting was held.",
)
PLACE_OF_CHAIR = Join(
    "events.place-of-chair", "A meeting of which no place is said is held by the division whose post its chair holds."
)
PLACE_OF_VISIT = Join("events.place-of-visit", "Talks on a visit to another division are held there.")
PLACE_OF_HOME = Join(
    "events.place-of-home", "A meeting of which nothing else is said was held by the article's own division."
)
PLACE_OF_BEFORE = Join("events.place-of-before", "A part of a meeting, or the next one on a visit, is where that was.")
TOPIC_IN_NAME = Join("events.topic-in-name", "A project or initiative within the meeting's name is its business.")
TOPIC_OF_BUSINESS = Join(
    "events.topic-of-business",
    "A project or initiative in the sentence that says what the meeting dealt with is its business.",
)
VISIT_PLACE = Join("events.visit-place", "The places behind 赴, 来到, 走进 on a visit were visited.")
VISIT_PROJECT = Join("events.visit-project", "A project named where the visit went was visited.")
