"""What is compared, metric by metric, as the annotation guidelines' scorer does."""

from __future__ import annotations

from kg.evaluate.tally import Tally

METRICS = (
    "article",
    "official",
    "post",
    "post_of",
    "person",
    "meeting",
    "meeting_date",
    "meeting_place",
    "chaired",
    "spoke",
    "attended",
    "visit",
    "visit_role",
    "project",
    "project_place",
    "project_money",
    "project_stage",
    "project_org",
    "initiative",
    "initiative_place",
    "date",
)
Tallies = dict[str, Tally]
