// Officials of a project · 与某项目有关的官员
// :params {project: '江澜石墨烯产业园项目'}
//   project: its name
// Who chaired, spoke at or attended a meeting about it, and who visited it.
MATCH (o:Person)-[r:CHAIRED|SPOKE_AT|ATTENDED|LED|JOINED]->(e)-[:ABOUT|TO]->(j:Project {name: $project})
RETURN o.name AS official, type(r) AS how, coalesce(e.name, e.kind) AS event, e.date AS date, r.quote AS sentence, r.id AS fact
ORDER BY e.date_from, event, how, official, fact
