"""The compatibility functions: one JavaScript library named ``neo4j``, loaded into the server where it is missing.

`source` assembles it from ``functions/*.js``. `ensure_loaded` asks a server which library it has and loads ours
where there is none or an older one: on every primary of a cluster, since ``GRAPH.UDF`` carries no key.

A library says which it is by the name of one of its functions, ``version.<number>.<hash>``, so that one cheap command
(``GRAPH.UDF LIST neo4j``, without code) tells. A newer one, left by a newer client, is kept: newer libraries have all
functions of older ones.
"""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import redis
from falkordb import FalkorDB

from cypher_translate.errors import CypherRuntimeError

LIBRARY = "neo4j"
VERSION = 1
"""Raised with every release that changes a function."""

_FRAME = """\
(server => {{
'use strict';
// What is registered, by name: the files below call one another's functions through it.
const functions = {{}};
const falkor = {{
  register(name, body) {{
    functions[name] = body;
    server.register(name, body);
  }},
}};
{body}
falkor.register('{mark}', () => null);
}})(falkor);
"""
_MARK = "version."


@cache
def _body() -> str:
    files = sorted(Path(__file__).with_name("functions").glob("*.js"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def mark() -> str:
    """The name of the function by which a server's library is known to be this one."""
    return f"{_MARK}{VERSION}.{hashlib.sha256(_body().encode()).hexdigest()[:12]}"


def source() -> str:
    """The library's code: the files of ``functions/`` in the order of their names, in one scope of their own."""
    return _FRAME.format(body=_body(), mark=mark())


_loaded: weakref.WeakSet[Any] = weakref.WeakSet()
_lock = threading.Lock()


def ensure_loaded(client: FalkorDB, *, again: bool = False) -> None:
    """Make sure that every primary behind `client` has the library; ask once for each connection pool.

    Call it with `again` after an error that a function is unknown: the server was restarted, or its library removed.
    Raises `CypherRuntimeError` (code ``FunctionsNotLoaded``) where loading is refused.
    """
    connection = client.connection
    with _lock:
        if again or connection not in _loaded:
            for primary in _primaries(connection):
                _load_into(primary)
            _loaded.add(connection)


def _primaries(connection: Any) -> Iterator[Any]:
    if isinstance(connection, redis.RedisCluster):
        for node in connection.get_primaries():
            yield connection.get_redis_connection(node)
    else:
        yield connection


def _load_into(server: Any) -> None:
    try:
        if _is_current(server.execute_command("GRAPH.UDF", "LIST", LIBRARY)):
            return
        server.execute_command("GRAPH.UDF", "LOAD", "REPLACE", LIBRARY, source())
    except redis.ResponseError as error:
        raise CypherRuntimeError(
            f"the compatibility functions could not be loaded into the server: {error}",
            code="FunctionsNotLoaded",
            hint=f"let this user run GRAPH.UDF, or load the library {LIBRARY!r} once as an administrator",
        ) from error


def _is_current(answer: Any) -> bool:
    """Whether the server's library (its description, as nested lists) is ours or a newer one."""
    found = [name for name in _texts(answer) if name.startswith(_MARK)]
    return any(name == mark() or int(name.split(".")[1]) > VERSION for name in found)


def _texts(answer: Any) -> Iterator[str]:
    if isinstance(answer, bytes):
        yield answer.decode()
    elif isinstance(answer, str):
        yield answer
    elif isinstance(answer, (list, tuple)):
        for item in answer:
            yield from _texts(item)
    elif isinstance(answer, dict):
        yield from _texts(list(answer.items()))
