"""Neo4j: one that answers, and what can start one here."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Iterator

from kg.cli.doctor.check import Check, State
from kg.errors import KgError

GROUP = "Neo4j"
_WITHOUT = "make neo4j cannot start one this way; the embedded store serves up to some 50,000 articles."


def tools() -> Iterator[Check]:
    """Java with Maven, or Docker: each alone is enough for `make neo4j`."""
    from kg.store.local_neo4j import docker, java

    lacks = {"Java": java.missing(), "Docker": docker.missing()}
    lacks["Maven"] = None if shutil.which("mvn") else "no Maven (mvn)"
    for name, remedy in (
        ("Java", "Install Java 17 or 21, for example apt install openjdk-17-jre-headless."),
        ("Maven", "Install Maven, for example apt install maven; it fetches Neo4j once."),
        ("Docker", "Install Docker with its compose plugin; not needed beside Java and Maven."),
    ):
        if (lack := lacks[name]) is None:
            yield Check(GROUP, name, State.OK, shutil.which({"Java": "java", "Maven": "mvn"}.get(name, "docker")) or "")
        else:
            yield Check(GROUP, name, State.MISSING, lack, _WITHOUT, remedy)


def server(address: str | None) -> Iterator[Check]:
    """The Neo4j that builds go to.

    Args:
        address: The one that an option, the environment or `kg.toml` names, which then is needed; None for the one
            that `make neo4j` started, if there is one.
    """
    from kg.store.local_neo4j.folder import folder, remembered

    local = remembered(folder())
    if address is None and local is None:
        yield Check(
            GROUP,
            "server",
            State.MISSING,
            "none is named",
            "Graphs go into the folder's own file: no Neo4j Browser, and some 50,000 articles at most.",
            "Start one (make neo4j) or name one (--to, KG_TO).",
        )
        return
    asked = address or (local.address if local else "")
    try:
        yield from _answering(asked)
    except KgError as error:
        state = State.BROKEN if address else State.MISSING
        yield Check(GROUP, "server", state, error.what, f"kg build --to {asked} fails.", error.remedy)


def _answering(address: str) -> Iterator[Check]:
    from kg.graph.ddl import named_constraints
    from kg.graph.schema import SCHEMA_VERSION
    from kg.store import connect

    with connect(address) as store:
        [(version, edition)] = store.query(
            "CALL dbms.components() YIELD name, versions, edition WITH * WHERE name = 'Neo4j Kernel' "
            "RETURN versions[0] AS version, edition"
        ).rows
        milliseconds = []
        for _ in range(5):
            before = time.perf_counter()
            store.query("RETURN 1 AS one")
            milliseconds.append(1000 * (time.perf_counter() - before))
        said = f"{address}: {version} {edition}, {statistics.median(milliseconds):.1f} ms a query"
        yield Check(GROUP, "server", State.OK, said)
        build = store.build()
        if build is None:
            yield Check(GROUP, "graph", State.OK, "empty; kg build makes constraints and indexes")
            return
        yield Check(GROUP, "graph", State.OK, f"schema version {build.get('schema_version', SCHEMA_VERSION)}")
        there = {
            name
            for kind in ("CONSTRAINTS", "INDEXES")
            for (name,) in store.query(f"SHOW {kind} YIELD name RETURN name").rows
        }
        lacking = sorted(named_constraints().keys() - there)
        if lacking:
            yield Check(
                GROUP,
                "constraints",
                State.MISSING,
                f"{len(lacking)} of {len(named_constraints())} are not there: {', '.join(lacking[:5])}",
                "Queries and builds are slow, and doubles possible.",
                "The next kg build that changes something makes them; or: kg schema, and run constraints.cypher.",
            )
        else:
            yield Check(GROUP, "constraints", State.OK, f"all {len(named_constraints())} constraints and indexes")
