// Who chaired what, with the sentence · 谁主持了什么会议
// :params {}
// Every meeting with its chair, the division that held it, and how many articles say so.
MATCH (o:Person)-[c:CHAIRED]->(m:Meeting)
OPTIONAL MATCH (m)-[:HELD_IN]->(p:Place)
WITH o, c, m, p ORDER BY p.name
WITH o, c, m, collect(p.name) AS places
RETURN o.name AS chair, coalesce(m.name, m.kind) AS meeting, m.date AS date, places,
       c.support AS articles, c.quote AS sentence, c.id AS fact
ORDER BY m.date_from, meeting, chair, fact
