// How two people are linked · 两人之间的联系
// :params {one: '沈知远', other: '程霁月', most: 10}
//   one: name of a person
//   other: name of another
//   most: how many of the shortest ways
// Over meetings, visits made together, projects, initiatives, bodies and posts; places and the press link nobody.
MATCH (a:Person {name: $one})
MATCH (b:Person {name: $other})
WHERE a.id <> b.id
WITH a, b
MATCH way = allShortestPaths((a)-[:ATTENDED|LED|JOINED|ABOUT|BACKS|CONVENED|WORKS_FOR|HOLDS*..8]-(b))
WITH [n IN nodes(way) | coalesce(n.name, n.kind)] AS way, [r IN relationships(way) | type(r)] AS types,
     [r IN relationships(way) | r.quote] AS sentences, [r IN relationships(way) | r.id] AS facts
RETURN way, types, sentences, facts
ORDER BY size(facts), way, types, facts
LIMIT $most
