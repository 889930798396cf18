"""A real Neo4j from Maven Central's jars, run with the installed Java."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from kg.errors import StoreUnavailable

SMALL = ("-Xmx300m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""For tests: some 300 MB resident."""

ROOMY = (
    "-Xms512m", "-Xmx1g",
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")),
)  # fmt: skip
"""For work: without the opened packages its log warns of slower preallocation."""

_CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.rotation.retention_policy=keep_none
dbms.usage_report.enabled=false
client.allow_telemetry=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
internal.dbms.bolt.netty_server_shutdown_timeout=2
"""


def missing() -> str | None:
    """What a Neo4j from jars needs and this machine lacks, in words; None where it can run."""
    if shutil.which("java") is None:
        return "no Java (17 or 21)"
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    major = re.search(r'version "(\d+)', said)
    if major is None or int(major[1]) < 17:
        return f"no Java 17 or later ({said.splitlines()[0] if said else 'java does not answer'})"
    return None


def jars(home: Path) -> Path:
    """The folder of jars under `home`, fetched through Maven where it is not there yet (139 MB).

    Raises:
        StoreUnavailable: Maven is missing or cannot fetch them.
    """
    lib = home / "lib"
    if (lib / ".complete").exists():
        return lib
    if shutil.which("mvn") is None:
        raise StoreUnavailable("Neo4j's jars are not here, and Maven (mvn) is missing.", "Install Maven, or Docker.")
    home.mkdir(parents=True, exist_ok=True)
    pom = home / "pom.xml"
    pom.write_text(files(__package__).joinpath("pom.xml").read_text(encoding="utf-8"), encoding="utf-8")
    done = subprocess.run(
        ["mvn", "-B", "-ntp", "-q", "-f", str(pom), f"-Djars={lib}", "dependency:copy-dependencies"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        why = next((line for line in done.stdout.splitlines() if "ERROR" in line), done.stderr)[:300]
        raise StoreUnavailable(
            f"Maven could not fetch Neo4j's jars: {why}", "See that Maven reaches Maven Central or a mirror of it."
        )
    (lib / ".complete").touch()
    return lib


def start(
    lib: Path,
    home: Path,
    password_file: Path,
    *,
    bolt: int,
    http: int,
    jvm: Sequence[str] = ROOMY,
    patience: float = 120,
) -> subprocess.Popen[bytes]:
    """Start a server with its data in `home` and wait until bolt and HTTP answer.

    Args:
        lib: The folder of jars.
        home: Configuration, data and logs; made where it is missing.
        password_file: Sets the first password of a new home; a home with data keeps its own.
        bolt: Port on loopback.
        http: Port on loopback.
        jvm: Options of the Java machine.
        patience: Seconds to wait.

    Raises:
        StoreUnavailable: The server died or does not answer; names its log.
    """
    for part in ("conf", "data", "logs", "run", "import", "plugins"):
        (home / part).mkdir(parents=True, exist_ok=True)
    (home / "conf/neo4j.conf").write_text(_CONF.format(bolt=bolt, http=http), encoding="utf-8")
    environment = os.environ | {"NEO4J_HOME": str(home)}
    java = ["java", *jvm, "-Dfile.encoding=UTF-8", "-cp", f"{home}/plugins/*:{lib}/*"]
    # An @file argument keeps the password out of the list of processes.
    first = subprocess.run(
        [*java, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", f"@{password_file}"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if first.returncode:
        raise StoreUnavailable(
            f"Neo4j's password could not be set: {(first.stderr or first.stdout)[:500]}", f"Look at {home}/logs."
        )
    log = home / "logs/console.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [*java, "org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home}/conf"],
            env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip
    try:
        _await(server, bolt, http, password_file.read_text(encoding="ascii").strip(), patience, log)
    except BaseException:
        end(server)
        raise
    return server


def _await(server: subprocess.Popen[bytes], bolt: int, http: int, password: str, patience: float, log: Path) -> None:
    until = time.monotonic() + patience
    while True:
        if server.poll() is not None:
            raise StoreUnavailable(
                f"Neo4j ended at once: {log.read_text(encoding='utf-8', errors='replace')[-1000:]}",
                f"Look at {log.parent}.",
            )
        try:
            with GraphDatabase.driver(f"bolt://127.0.0.1:{bolt}", auth=("neo4j", password)) as driver:
                driver.verify_connectivity()
            urllib.request.urlopen(f"http://127.0.0.1:{http}/", timeout=5).close()
            return
        except (Neo4jError, DriverError, OSError) as error:
            refused = isinstance(error, Neo4jError) and error.code == "Neo.ClientError.Security.Unauthorized"
            if refused or time.monotonic() > until:
                raise StoreUnavailable(
                    f"Neo4j on port {bolt} does not let us in: {error}", f"Look at {log.parent}."
                ) from None
            time.sleep(0.2)


def end(server: subprocess.Popen[bytes]) -> None:
    """End a server of this process and wait for it."""
    server.terminate()
    try:
        server.wait(60)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def end_pid(pid: int, home: Path) -> bool:
    """End the server that another process started over `home`; False if it does not run."""
    if not runs(pid, home):
        return False
    os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + 60
    while runs(pid, home):
        if time.monotonic() > until:
            raise StoreUnavailable(f"Neo4j (process {pid}) does not end.", f"Look at {home}/logs.")
        time.sleep(0.2)
    return True


def runs(pid: int, home: Path) -> bool:
    """Whether the process is the server over `home`: a number may have been given to another one since."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        if Path("/proc/self").exists():
            return False
        command = subprocess.run(
            ["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
        ).stdout
    return f"--home-dir={home}" in command
