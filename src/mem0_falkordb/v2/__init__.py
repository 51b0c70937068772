"""Graph memory for Mem0 2.x, which has none of its own."""

from __future__ import annotations

from typing import Any

from mem0_falkordb.errors import ConfigurationError
from mem0_falkordb.v2 import learning
from mem0_falkordb.v2.calls import GraphMemoryError
from mem0_falkordb.v2.history import RelationPeriod
from mem0_falkordb.v2.install import GRAPH, install
from mem0_falkordb.v2.schema import DimensionError
from mem0_falkordb.v2.scope import Scope, scope_of
from mem0_falkordb.v2.store import GraphMemory

__all__ = [
    "DimensionError",
    "GraphMemoryError",
    "RelationPeriod",
    "catch_up",
    "install",
    "rebuild_embeddings",
    "relation_history",
]


def relation_history(
    memory: Any,
    *,
    user_id: str | None = None,
    agent_id: str | None = None,
    run_id: str | None = None,
    source: str | None = None,
    relationship: str | None = None,
    destination: str | None = None,
) -> list[RelationPeriod]:
    """Every period in which a relation of the user, agent or run was valid, oldest first.

    `memory` is a Memory or AsyncMemory with a graph; `source`, `relationship` and `destination` limit the answer, in
    any spelling. With AsyncMemory, call it through asyncio.to_thread: it asks the database.

    Raises InvalidOwnerError where no identity is given.
    """
    scope = scope_of({"user_id": user_id, "agent_id": agent_id, "run_id": run_id})
    scope.owner  # noqa: B018 -- raises
    return _graph(memory).history(scope, source, relationship, destination)


def catch_up(memory: Any, *, user_id: str | None = None, agent_id: str | None = None, run_id: str | None = None) -> int:
    """Extract the relations of those memories of the user, agent or run that no relation comes from yet.

    For memories from before the graph was switched on, and for those whose relations were lost to a failure. Each
    20 memories cost one model call. Returns how many relations were stored; can be interrupted and repeated.
    """
    scope = scope_of({"user_id": user_id, "agent_id": agent_id, "run_id": run_id})
    scope.owner  # noqa: B018 -- raises
    return learning.catch_up(memory, _graph(memory), scope)


def rebuild_embeddings(memory: Any, *, user_id: str | None = None) -> int:
    """Embed all names and relations of one user's graph, or of every graph, with the memory's present embedder.

    To be called after the embedder was changed; returns how many embeddings were made. An interrupted call is
    simply repeated: meanwhile searches find by words only.
    """
    return _graph(memory).rebuild_embeddings(Scope(user_id=user_id))


def _graph(memory: Any) -> GraphMemory:
    graph = getattr(memory, GRAPH, None)
    if not isinstance(graph, GraphMemory):
        raise ConfigurationError(
            'this memory has no graph: call register(), and give it {"graph_store": {"provider": "falkordb", ...}}'
        )
    return graph
