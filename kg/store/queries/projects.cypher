// All projects by city · 各地项目一览
// :params {}
MATCH (j:Project)
OPTIONAL MATCH (j)-[:LOCATED_IN]->(p:Place)
OPTIONAL MATCH (p)-[:PART_OF*0..4]->(c:City)
WITH j, p, c ORDER BY c.name, p.name
RETURN c.name AS city, p.name AS place, j.name AS project, j.stage AS stage, j.investment_cny AS investment_cny, j.id AS id
ORDER BY city, project, place, id
