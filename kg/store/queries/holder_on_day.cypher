// Who held a post on a day · 某日某职务由谁担任
// :params {post: '市长', of: '池州市', day: '2022-06-01'}
//   post: its title without the division
//   of: full name of the division or body
//   day: YYYY-MM-DD
// Where covers is true, articles of the day, or before and after it, name the holder; otherwise one before it may be the last.
MATCH (o:Person)-[h:HOLDS]->(p:Post {name: $post})-[:OF]->(w {name: $of})
WHERE h.first_seen_from <= date($day) AND (h.ended_by IS NULL OR h.ended_by >= left(toString(date($day)), size(h.ended_by)))
RETURN o.name AS official, h.first_seen AS first_seen, h.last_seen AS last_seen,
       h.first_seen_to <= date($day) AND h.last_seen_from >= date($day) AS covers, h.status AS status, h.quote AS sentence, h.id AS fact
ORDER BY covers DESC, h.last_seen_to DESC, official, fact
