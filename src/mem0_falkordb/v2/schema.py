"""Making a graph ready: its indexes, the entities of older programs, the embeddings' dimension."""

from __future__ import annotations

import logging
from typing import Any

from cypher_translate import CypherRuntimeError, FalkorGraph
from mem0_falkordb.errors import Mem0FalkorDBError
from mem0_falkordb.owner import Owner
from mem0_falkordb.v2 import names, queries
from mem0_falkordb.v2.embedder import Embedder
from mem0_falkordb.v2.relations import sentence
from mem0_falkordb.v2.scope import Scope

logger = logging.getLogger(__name__)

BATCH = 500
ATTEMPTS = 5


class DimensionError(Mem0FalkorDBError, ValueError):
    """The embedder gives vectors of another length than those in the graph."""


def create_schema(graph: FalkorGraph, dimension: int) -> None:
    """The indexes; what exists already is left as it is.

    Of processes that create the same at once one may be refused; what it wanted is then there at the next attempt.
    """
    for statement in (queries.KEY_INDEX, queries.WORD_INDEX, queries.vector_index(dimension)):
        for attempts_left in reversed(range(ATTEMPTS)):
            try:
                graph.query(statement)
                break
            except CypherRuntimeError:
                if not attempts_left:
                    raise


def stored_dimension(graph: FalkorGraph) -> int | None:
    """How many numbers the graph's embeddings have; None where it has none."""
    rows = graph.query(queries.ANY_EMBEDDING).rows
    return len(rows[0][0]) if rows else None


def check_dimension(graph: FalkorGraph, embedder: Embedder) -> None:
    """Raise DimensionError where the graph's embeddings are not of the embedder's dimension."""
    stored = stored_dimension(graph)
    if stored is not None and stored != embedder.dimension:
        raise DimensionError(
            f"the graph {graph.name!r} holds embeddings of {stored} numbers, and the embedder gives "
            f"{embedder.dimension}: go back to the embedder that filled it, or embed its names anew with "
            "mem0_falkordb.v2.rebuild_embeddings(memory)"
        )


def adopt(graph: FalkorGraph, owner: Owner) -> int:
    """Give the entities and relations that Mem0 1.x or FalkorDB's own plugin wrote what this package goes by.

    Nothing is removed: entities get a key, relations a scope. Entities of one name in several scopes become one,
    and keep their relations. Returns how many entities were adopted; can be interrupted and repeated.
    """
    for row in graph.query(queries.OLD_RELATION_SCOPES).records():
        scope = _old_scope(owner, row["agent_id"], row["run_id"])
        parameters = {"old_agent_id": row["agent_id"], "old_run_id": row["run_id"]}
        graph.query(queries.ADOPT_RELATIONS, {**parameters, "scope": scope.text, **scope.parameters})
    adopted = 0
    while rows := graph.query(queries.OLD_ENTITIES, {"limit": BATCH}).records():
        keys = {row["id"]: names.key(str(row["name"])) for row in rows}
        taken = {row[0] for row in graph.query(queries.KNOWN_ENTITIES, {"keys": sorted(set(keys.values()))}).rows}
        fresh: dict[str, Any] = {}
        for identity, key in keys.items():
            if key not in taken:
                fresh.setdefault(key, identity)
        if fresh:
            graph.query(queries.ADOPT_ENTITIES, {"rows": [{"id": one, "key": key} for key, one in fresh.items()]})
        for identity, key in keys.items():
            if fresh.get(key) != identity:
                _join_twin(graph, identity, key)
        adopted += len(rows)
    if adopted:
        logger.info("adopted %d entities of the graph %s", adopted, graph.name)
    return adopted


def _old_scope(owner: Owner, agent_id: str | None, run_id: str | None) -> Scope:
    """The scope of an edge whose source node belonged to that agent and run."""
    mine = {"user": Scope(user_id=owner.id), "agent": Scope(agent_id=owner.id), "run": Scope(run_id=owner.id)}
    base = mine[owner.kind]
    return Scope(base.user_id, base.agent_id or agent_id, base.run_id or run_id)


def _join_twin(graph: FalkorGraph, identity: Any, key: str) -> None:
    rows = graph.query(queries.TWIN_RELATIONSHIPS, {"id": identity}).rows
    for (relationship,) in rows:
        for outgoing in (True, False):
            graph.query(queries.move_relations(relationship, outgoing), {"id": identity, "key": key})
    graph.query(queries.DELETE_TWIN, {"id": identity})


def rebuild(graph: FalkorGraph, embedder: Embedder) -> int:
    """Embed all names and relations of a graph anew; returns how many. Repeat it if it was interrupted."""
    if stored_dimension(graph) not in (None, embedder.dimension):
        graph.query(queries.DROP_VECTOR_INDEX)
    graph.query(queries.FORGET_ENTITY_EMBEDDINGS)
    graph.query(queries.FORGET_RELATION_EMBEDDINGS)
    create_schema(graph, embedder.dimension)
    embedded = 0
    while rows := graph.query(queries.ENTITIES_WITHOUT_EMBEDDING, {"limit": BATCH}).records():
        vectors = embedder.all([row["name"] for row in rows], "add")
        parameters = [{"key": row["key"], "embedding": one} for row, one in zip(rows, vectors, strict=True)]
        graph.query(queries.EMBED_ENTITIES, {"rows": parameters})
        embedded += len(rows)
    while rows := graph.query(queries.RELATIONS_WITHOUT_EMBEDDING, {"limit": BATCH}).records():
        texts = [sentence(row["source"], row["relationship"], row["destination"]) for row in rows]
        vectors = embedder.all(texts, "add")
        parameters = [{"id": row["id"], "embedding": one} for row, one in zip(rows, vectors, strict=True)]
        graph.query(queries.EMBED_RELATIONS, {"rows": parameters})
        embedded += len(rows)
    return embedded
