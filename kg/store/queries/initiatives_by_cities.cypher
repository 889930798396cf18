// Initiatives by number of cities · 各项政策举措涉及多少城市
// :params {}
// A county or district counts for its city; a province that carries one out is no city.
MATCH (i:Initiative)
OPTIONAL MATCH (i)-[:CARRIED_OUT_IN]->(:Place)-[:PART_OF*0..4]->(c:City)
WITH DISTINCT i, c ORDER BY c.name
WITH i, collect(c.name) AS cities
RETURN i.name AS initiative, i.kind AS kind, size(cities) AS number, cities, i.id AS id
ORDER BY number DESC, initiative, id
