// Who chaired what in a city and a year · 某地某年谁主持了什么会议
// :params {city: '池州市', year: 2022}
//   city: full name of a division; what its counties and towns held counts too
//   year: a meeting counts when its date can lie in it
MATCH (o:Person)-[c:CHAIRED]->(m:Meeting)-[:HELD_IN]->(:Place)-[:PART_OF*0..4]->(:Place {name: $city})
WHERE m.date_from <= date({year: $year, month: 12, day: 31}) AND m.date_to >= date({year: $year, month: 1, day: 1})
WITH DISTINCT o, c, m
RETURN o.name AS chair, coalesce(m.name, m.kind) AS meeting, m.date AS date, c.quote AS sentence, c.id AS fact
ORDER BY m.date_from, meeting, chair, fact
