"""`kg demo`: the seeds as a graph, and what a newcomer wants to see of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import To
from kg.cli.output import out, rows
from kg.cli.progress import progress
from kg.lexicon import seeds_folder

if TYPE_CHECKING:
    from kg.store import Store

_COUNTS = """
MATCH (a:Article) WITH count(a) AS articles
MATCH (f:Fact) RETURN articles, count(f) AS facts
"""
_CHAIRED = """
MATCH (o:Person)-[c:CHAIRED]->(m:Meeting)
OPTIONAL MATCH (m)-[:HELD_IN]->(p:Place)
RETURN o.name AS chair, m.name AS meeting, m.date AS date, p.name AS place, c.support AS articles
ORDER BY date, chair, meeting
"""
_BY_CITY = """
MATCH (x:{label})-[r:{kind}]->(p:Place)
RETURN p.name AS place, x.name AS name, {shown} AS shown, r.support AS articles
ORDER BY place, name
"""
_FACT = """
MATCH (o:Person)-[c:CHAIRED]->(m:Meeting)
WITH o, m, c.id AS fact, c.support AS support ORDER BY support DESC, o.name, m.name LIMIT 1
MATCH (f:Fact {id: fact})<-[s:STATES]-(a:Article)
RETURN o.name AS chair, m.name AS meeting, a.publisher AS publisher, a.published_on AS published, s.quote AS sentence, s.rule AS rule, fact
ORDER BY published, publisher
"""


def demo(
    directory: Annotated[Path, typer.Option("--dir", help="The build's folder.")] = Path("out/demo"),
    to: To = None,
) -> None:
    """Build the graph of the documents that come with zhengtu, and show what is in it.

    Examples:

        kg demo
    """
    from kg.read import documents, sources
    from kg.run.build import build
    from kg.store import connect

    folder = seeds_folder("documents")
    with progress() as bar:
        task = bar.add_task("Reading the seeds", total=len(sources([str(folder)])) or None)
        build(documents([str(folder)]), directory, to=to, watch=lambda _: bar.advance(task))
    with connect(to or directory) as store:
        _show(store, directory if to is None else None, to or str(directory))


def _ask(store: Store, cypher: str) -> tuple[list[str], list[list[Any]]]:
    found = store.query(cypher)
    return list(found.columns), [list(row) for row in found.rows]


def _show(store: Store, folder: Path | None, where: str) -> None:
    [[articles, facts]] = _ask(store, _COUNTS)[1]
    out.print(f"\n[bold]{articles} articles, {facts} facts[/], each with the sentence that states it.\n")
    rows(*_ask(store, _CHAIRED), title="Who chaired what")
    initiatives = _BY_CITY.format(label="Initiative", kind="CARRIED_OUT_IN", shown="x.kind")
    projects = _BY_CITY.format(label="Project", kind="LOCATED_IN", shown="x.stage")
    rows(["place", "initiative", "kind", "articles"], _ask(store, initiatives)[1], title="Initiatives by place")
    rows(["place", "project", "stage", "articles"], _ask(store, projects)[1], title="Projects by place")
    found = _ask(store, _FACT)[1]
    if found:
        chair, meeting, *_, fact = found[0]
        out.print(f"\n[bold]One fact with its sentences:[/] {chair} chaired {meeting}")
        for _, _, publisher, published, sentence, rule, _ in found:
            out.print(
                f"  {publisher or 'unknown publisher'}, {published or 'undated'}: {sentence}  ({rule})", markup=False
            )
        out.print(f"  its id: {fact}", markup=False)
    place = f"--dir {folder}" if folder else f"--from {where}"
    out.print(f"\nThe graph lies in {where}." if folder else f"\nThe graph is at {where}.")
    out.print("Next:")
    for command in (
        f"kg show official 陆明谦 {place}",
        f"kg show city 池州市 {place}",
        f'kg query "MATCH (p:Project) RETURN p.name, p.stage" {place}',
        "kg explain seeds/documents/005_wanjiang_three_cities.txt",
        "kg build YOUR_FOLDER --dir out",
    ):
        out.print(f"  {command}", markup=False)
