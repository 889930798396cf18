// With whom someone sits most · 某人最常与谁同会
// :params {name: '沈知远', most: 20}
//   name: of a person
//   most: how many rows
MATCH (o:Person {name: $name})-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(other:Person)
WHERE other.id <> o.id
WITH o, other, count(DISTINCT m) AS meetings, min(m.date_from) AS first, max(m.date_to) AS last
RETURN o.name AS person, other.name AS other, meetings, first, last, other.id AS other_id
ORDER BY meetings DESC, other, other_id, o.id
LIMIT $most
