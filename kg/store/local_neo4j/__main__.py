"""Start, stop and ask after the local Neo4j."""

from __future__ import annotations

import argparse
import sys
from urllib.parse import urlsplit

from kg.errors import KgError, StoreUnavailable
from kg.store.local_neo4j import docker, java
from kg.store.local_neo4j.folder import USER, Server, folder, forget, password_file, remember, remembered
from kg.store.local_neo4j.ports import taken


def _ports(server: Server) -> tuple[int, int]:
    return urlsplit(server.address).port or 7687, urlsplit(server.browser).port or 7474


def _answers(server: Server) -> bool:
    if server.by == "java":
        return server.pid is not None and java.runs(server.pid, folder() / "home")
    return taken(_ports(server)[0])


def _start(by: str | None, bolt: int, http: int) -> Server:
    home = folder()
    if (running := remembered(home)) and _answers(running):
        return running
    for port in (bolt, http):
        if taken(port):
            raise StoreUnavailable(
                f"Port {port} of this machine is taken.",
                "End what listens there, or choose others: --bolt PORT --http PORT.",
            )
    lacks = {"docker": docker.missing(), "java": java.missing()}
    ways = [way for way in ([by] if by else ["docker", "java"]) if lacks[way] is None]
    if not ways:
        raise StoreUnavailable(
            f"No Neo4j can run here: {'; '.join(filter(None, lacks.values()))}.",
            "Install Docker, or Java 17 with Maven.",
        )
    address, browser = f"neo4j://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}/browser/"
    secret = password_file(home)
    if ways[0] == "docker":
        docker.start(secret, bolt=bolt, http=http)
        server = Server(address, browser, "docker")
    else:
        if not (home / "lib/.complete").exists():
            print("Fetching Neo4j from Maven Central (139 MB, once) …", file=sys.stderr)
        process = java.start(java.jars(home), home / "home", secret, bolt=bolt, http=http)
        server = Server(address, browser, "java", process.pid)
    remember(home, server)
    return server


def _stop() -> str:
    home = folder()
    server = remembered(home)
    if server is None:
        return "No Neo4j runs that was started here."
    if server.by == "docker":
        bolt, http = _ports(server)
        docker.stop(password_file(home), bolt=bolt, http=http)
        ended = True
    else:
        ended = server.pid is not None and java.end_pid(server.pid, home / "home")
    forget(home)
    return "Neo4j has ended; its data stay." if ended else "Neo4j had ended already."


def _describe(server: Server) -> str:
    secret = password_file(folder())
    return "\n".join(
        (
            f"Neo4j (by {server.by}) answers at {server.address}",
            f"  user      {USER}",
            f"  password  in {secret}",
            f"  Browser   {server.browser}",
            f"  try       kg build seeds/documents --to {server.address}",
        )
    )


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m kg.store.local_neo4j", description=__doc__)
    parser.add_argument(
        "command", choices=("start", "stop", "status", "password"), help="password: make the file and print its path"
    )
    parser.add_argument("--by", choices=("docker", "java"), help="docker where an engine answers, else java")
    parser.add_argument("--bolt", type=int, default=7687, help="port (7687)")
    parser.add_argument("--http", type=int, default=7474, help="port (7474)")
    given = parser.parse_args(arguments)
    try:
        match given.command:
            case "start":
                print(_describe(_start(given.by, given.bolt, given.http)))
            case "stop":
                print(_stop())
            case "password":
                print(password_file(folder()))
            case _:
                server = remembered(folder())
                if server is None or not _answers(server):
                    print("No Neo4j runs that was started here.")
                    return 1
                print(_describe(server))
    except KgError as error:
        print(f"error: {error.what}\n{error.remedy}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
