"""What tests ask of a Memory, in short."""

from __future__ import annotations

from typing import Any

from cypher_translate import FalkorGraph
from mem0_falkordb.connection import graph_names

Triple = tuple[str, str, str]


def triple(item: dict[str, Any]) -> Triple:
    return (item["source"], item["relationship"], item["destination"])


def relations(memory: Any, top_k: int = 100, **filters: str) -> set[Triple]:
    """What get_all tells of the graph."""
    return {triple(item) for item in memory.get_all(filters=filters, top_k=top_k)["relations"]}


def hits(memory: Any, query: str, **filters: str) -> list[Triple]:
    """The relations that search finds, best first."""
    return [triple(item) for item in memory.search(query, filters=filters)["relations"]]


def graphs(memory: Any) -> list[str]:
    """The names of the memory's graphs."""
    return [name for name in graph_names(memory.graph.db) if name.startswith(memory.graph.config.database)]


def rows(memory: Any, cypher: str, user: str = "alice", **parameters: Any) -> list[dict[str, Any]]:
    """What a query of the user's graph gives."""
    name = f"{memory.graph.config.database}_{user}"
    found: list[dict[str, Any]] = FalkorGraph(memory.graph.db, name).query(cypher, parameters).records()
    return found
