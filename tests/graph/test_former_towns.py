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
