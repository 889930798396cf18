// Whose firms' projects came before whom · 谁家的项目上了谁主持的会
// :params {}
// For each firm and chair: the projects it backs that were the business of meetings that the chair held.
MATCH (f:Organization)-[:BACKS]->(j:Project)<-[:ABOUT]-(m:Meeting)<-[:CHAIRED]-(o:Person)
WITH f, o, j, m ORDER BY j.name, m.date_from
WITH f, o, collect(DISTINCT j.name) AS projects, count(DISTINCT m) AS meetings, max(m.date_to) AS last
RETURN f.name AS firm, o.name AS chair, projects, meetings, last, f.id AS firm_id, o.id AS chair_id
ORDER BY meetings DESC, firm, chair, firm_id, chair_id
