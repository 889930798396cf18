from __future__ import annotations

from tests.graph.state import built, record


def test_a_town_that_became_part_of_another_is_there_with_what_carried_it_on() -> None:
    made = built(
        [
            record(
                "a",
                published_on="2019-03-05",
                place={"name": "小金县", "code": "513227"},
                meetings=[
                    {"name": "脱贫攻坚座谈会", "date": "2019-03-04", "place": {"name": "新格乡", "code": "513227206"}}
                ],
            )
        ]
    )
    names = {("Place", node.id): node.properties["name"] for node in made.nodes("Place")}
    followed = [
        (names[line.start], names[line.end], line.properties["year"]) for line in made.relationships("SUCCEEDED_BY")
    ]
    assert followed == [("新格乡", "宅垄镇", 2019)]


def test_a_zone_lies_where_the_article_says_and_not_where_it_reports_from() -> None:
    made = built(
        [
            record(
                "a",
                published_on="2024-03-05",
                place={"name": "池州市", "code": "341700"},
                meetings=[
                    {
                        "name": "项目推进会",
                        "date": "2024-03-04",
                        "place": {"name": "铜陵高新区", "open": "zone", "within": "340700"},
                    }
                ],
            )
        ]
    )
    names = {("Place", node.id): node.properties["name"] for node in made.nodes("Place")}
    above = {names[line.start]: names[line.end] for line in made.relationships("PART_OF")}
    assert above["铜陵高新区"] == "铜陵市"
