"""Building and starting the oracle: Neo4j inside a Java process that ends with the program that started it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import Driver, GraphDatabase

SOURCE = Path(__file__).parent
OUTPUT = SOURCE.parents[1] / ".oracle"
HEAP = "-Xmx1g"


def build() -> None:
    """Compile the Java side and fetch Neo4j's jars into `.oracle/`, unless that is done; `RuntimeError` with Maven's
    own words where it fails."""
    compiled = OUTPUT / "target/classes/Oracle.class"
    sources = [SOURCE / "pom.xml", SOURCE / "src/main/java/Oracle.java"]
    if compiled.exists() and compiled.stat().st_mtime > max(source.stat().st_mtime for source in sources):
        return
    maven = subprocess.run(
        [_program("mvn"), "--batch-mode", "--quiet", "--file", str(SOURCE / "pom.xml"), "process-classes"],
        capture_output=True,
        text=True,
    )
    if maven.returncode:
        raise RuntimeError(f"the oracle was not built:\n{maven.stdout}{maven.stderr}")


@contextmanager
def oracle() -> Iterator[Driver]:
    """A driver for a Neo4j: the one at `ORACLE_URI` where that is set, else a new and empty one, stopped afterwards."""
    address = os.environ.get("ORACLE_URI")
    if address:
        with _driver(address) as driver:
            yield driver
        return
    build()
    with tempfile.TemporaryDirectory(prefix="oracle-", ignore_cleanup_errors=True) as folder:
        classes = os.pathsep.join([str(OUTPUT / "target/classes"), str(OUTPUT / "jars/*")])
        command = [_program("java"), HEAP, "-cp", classes, "Oracle", folder]
        # Leaving this block closes the process's standard input, at which it stops.
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            if not address:
                raise RuntimeError("the oracle did not start: see what Java says above")
            with _driver(address) as driver:
                yield driver


def _driver(address: str) -> Driver:
    return GraphDatabase.driver(address, notifications_min_severity="OFF")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise RuntimeError(f"the oracle needs {name} on the PATH (JDK 17 and Maven)")
    return found
