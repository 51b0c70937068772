"""Two ways to run a query: through the library, and raw (which shows what the library is needed for)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

import falkordb
import redis

import cypher_translate as ct

from . import values
from .server import Server
from .values import Canonical

GRAPH = "conformance"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: column names, rows of canonical values, and the counters of its writes."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Canonical, ...], ...]
    stats: Mapping[str, int]


class Kind(Enum):
    """Why a query gave no answer."""

    INVALID = "invalid"  # refused as Neo4j would refuse it, before anything ran
    REFUSED = "refused"  # valid, but refused before anything ran
    FAILED = "failed"  # an error from the server while it ran
    CRASHED = "crashed"  # the server died or hung
    DEFECT = "defect"  # an exception that the library does not promise


class Failure(Exception):
    """A query that gave no answer; `detail` is the TCK's name of a compile-time error where known."""

    def __init__(self, kind: Kind, message: str, detail: str | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.detail = detail


class Runner(Protocol):
    """Runs queries on the one graph of a server."""

    name: str
    server: Server

    def run(self, query: str, parameters: Mapping[str, object]) -> Answer:
        """The query's answer; raises Failure."""


class Translated:
    """Neo4j's Cypher through ``cypher_translate.FalkorGraph``."""

    name = "translated"

    def __init__(self, server: Server) -> None:
        self.server = server
        self._graph: ct.FalkorGraph | None = None

    def run(self, query: str, parameters: Mapping[str, object]) -> Answer:
        if self._graph is None or self._graph.db is not self.server.db:
            self._graph = ct.FalkorGraph(self.server.db, GRAPH)
        try:
            result = self._graph.query(query, parameters)
        except ct.CypherSyntaxError as error:
            raise Failure(Kind.INVALID, _text(error), error.code) from error
        except ct.UnsupportedCypher as error:
            raise Failure(Kind.REFUSED, _text(error)) from error
        except (ct.CypherError, redis.RedisError, OSError) as error:
            raise _failed(self.server, error) from error
        except Exception as error:
            raise Failure(Kind.DEFECT, f"{type(error).__name__}: {_text(error)}") from error
        rows = tuple(tuple(map(values.canonical, row)) for row in result.rows)
        return Answer(tuple(result.columns), rows, dict(result.stats))


class Raw:
    """The query as it is, through the plain client."""

    name = "raw"

    def __init__(self, server: Server) -> None:
        self.server = server

    def run(self, query: str, parameters: Mapping[str, object]) -> Answer:
        try:
            result = self.server.db.select_graph(GRAPH).query(query, dict(parameters) or None)
        except (redis.RedisError, OSError) as error:
            raise _failed(self.server, error) from error
        except Exception as error:
            raise Failure(Kind.DEFECT, f"{type(error).__name__}: {_text(error)}") from error
        rows = tuple(tuple(map(values.canonical, row)) for row in result.result_set)
        return Answer(tuple(name for _, name in result.header), rows, _raw_stats(result))


_COUNTERS = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "labels_added")


def _raw_stats(result: falkordb.QueryResult) -> dict[str, int]:
    return {name: count for name in _COUNTERS if (count := int(getattr(result, name)))}


def _failed(server: Server, error: Exception) -> Failure:
    """Tells an error from the server from the loss of the server, which is then started anew."""
    lost = (redis.ConnectionError, redis.TimeoutError, OSError)
    if isinstance(error, lost) or isinstance(error.__cause__, lost) or not server.alive():
        server.restart()
        return Failure(Kind.CRASHED, _text(error))
    return Failure(Kind.FAILED, _text(error))


def _text(error: Exception) -> str:
    return " ".join(str(error).split())[:300]


def clear(server: Server) -> None:
    """Removes all graphs and all else that was kept with them."""
    server.db.connection.flushall()
