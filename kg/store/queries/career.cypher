// A career: the posts of someone, in order · 某人的任职经历
// :params {name: '沈知远'}
//   name: of an official; namesakes come one after the other, told apart by person
MATCH (o:Person {name: $name})-[h:HOLDS]->(p:Post)
OPTIONAL MATCH (p)-[:OF]->(w)
WITH o, h, p, w ORDER BY w.name
WITH o, h, p, collect(w.name) AS of
RETURN o.name AS official, p.name AS post, of, h.status AS status, h.first_seen AS first_seen, h.last_seen AS last_seen,
       h.ended_by AS ended_by, h.quote AS sentence, h.id AS fact, o.id AS person
ORDER BY person, h.first_seen_from, h.last_seen_from, post, fact
