"""A Neo4j on this machine, on loopback only, without an installation: by Docker, or assembled from Maven Central.

    python -m kg.store.local_neo4j start | stop | status | password

Everything lies in one folder, `.neo4j` in the current one or where `KG_NEO4J_HOME` says: `password`
(readable by its owner alone), `lib/` (the jars), `home/` (configuration, data, logs) and
`server.json` (which server runs). Neo4j Community is GPL-3: it is fetched when asked for, never shipped.
"""
