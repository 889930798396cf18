// A city's projects by stage and money, with the firms · 某地项目：阶段、投资与企业
// :params {city: '池州市'}
//   city: full name of a division; projects in its counties and towns count too
MATCH (j:Project)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(:Place {name: $city})
WITH DISTINCT j
OPTIONAL MATCH (f:Organization)-[:BACKS]->(j)
WITH j, f ORDER BY f.name
WITH j, collect(f.name) AS firms
WITH j, firms, CASE j.stage WHEN 'planned' THEN 1 WHEN 'signed' THEN 2 WHEN 'started' THEN 3
                            WHEN 'under_construction' THEN 4 WHEN 'completed' THEN 5 WHEN 'operating' THEN 6 ELSE 7 END AS step
RETURN j.name AS project, j.stage AS stage, j.stage_date AS stage_date, j.investment_cny AS investment_cny, firms, j.id AS id
ORDER BY step, coalesce(j.investment_cny, 0.0) DESC, project, id
