// The articles that state a fact · 某一事实的出处
// :params {fact: 'CHAIRED:p1:m1'}
//   fact: id of a relationship, as the other queries return it
MATCH (f:Fact {id: $fact})<-[s:STATES]-(a:Article)
RETURN a.published_on AS published_on, a.publisher AS publisher, a.headline AS headline, s.value AS value,
       s.quote AS sentence, s.rule AS rule, s.confidence AS confidence, a.url AS url, a.id AS article
ORDER BY a.published_on_from, article, s.start, s.id
