"""The graph memory of one `Memory`: which graphs a call concerns, and what is done in them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from falkordb import FalkorDB

from cypher_translate import FalkorGraph
from mem0_falkordb.owner import Owner
from mem0_falkordb.registry import Registry
from mem0_falkordb.v2 import queries, relations, schema
from mem0_falkordb.v2.config import GraphMemoryConfig
from mem0_falkordb.v2.embedder import Embedder
from mem0_falkordb.v2.entities import count_entities
from mem0_falkordb.v2.history import RelationPeriod, periods
from mem0_falkordb.v2.scope import Scope
from mem0_falkordb.v2.search import Found, Key, find

logger = logging.getLogger(__name__)

Vector = Sequence[float]


class GraphMemory:
    """Relations in FalkorDB, one graph for each owner. Safe for threads; several processes may share the database.

    A call with a user_id concerns that user's graph. Without one it concerns all graphs of the database, as Mem0's
    own filters do: an agent's memories may be with any user. The identities limit what is seen in each graph.
    """

    def __init__(self, config: GraphMemoryConfig, db: FalkorDB, embedder: Embedder, model: Any = None) -> None:
        self.config = config
        self.db = db
        self.embedder = embedder
        self.model = model
        """The model client for calls of the graph's own; None for Mem0's."""
        self.registry = Registry(db, config.database)
        self.unreleased: set[str] = set()
        """Memories that got a new text while their old relations could not be taken back."""
        self._adopted: set[str] = set()
        self._checked: set[str] = set()

    def close(self) -> None:
        """Give the connections of this instance back. An embedded server serves others and stays."""
        if self.config.path is None:
            self.db.connection.close()

    # What a call concerns.

    def graphs(self, scope: Scope) -> list[FalkorGraph]:
        """The existing graphs that may hold something of the scope."""
        if scope.user_id is not None:
            name = self.registry.find(scope.owner)
            return [] if name is None else [self._opened(name, scope.owner)]
        return [self._opened(graph.name, graph.owner) for graph in self.registry.graphs()]

    def _opened(self, name: str, owner: Owner | None) -> FalkorGraph:
        graph = FalkorGraph(self.db, name)
        if name not in self._adopted and owner is not None:
            schema.adopt(graph, owner)
            self._adopted.add(name)
        return graph

    def _checked_graphs(self, scope: Scope) -> list[FalkorGraph]:
        graphs = self.graphs(scope)
        for graph in graphs:
            if graph.name not in self._checked:
                schema.check_dimension(graph, self.embedder)
                self._checked.add(graph.name)
        return graphs

    def check(self, scope: Scope) -> None:
        """Raise DimensionError where this instance's embedder does not fit the scope's graph."""
        name = self.registry.find(scope.owner)
        if name is not None and name not in self._checked:
            schema.check_dimension(FalkorGraph(self.db, name), self.embedder)
            self._checked.add(name)

    # Writing.

    def add(
        self, scope: Scope, facts: Sequence[relations.Fact], obsolete: Sequence[relations.Obsolete]
    ) -> dict[str, list[relations.Triple]]:
        """Store facts and invalidate what they contradict; returns both as Mem0's "relations"."""
        if not facts and not obsolete:
            return {"added_entities": [], "deleted_entities": []}
        owner = scope.owner
        graph = self._opened(self.registry.claim(owner), owner)
        if facts and (graph.name not in self._checked or count_entities(graph) == 0):
            schema.check_dimension(graph, self.embedder)
            schema.create_schema(graph, self.embedder.dimension)
            self._checked.add(graph.name)
        added = relations.store(graph, owner, scope, facts, self.embedder, self.config) if facts else []
        said = {fact.relation.key for fact in facts}
        deleted = relations.invalidate(graph, scope, [item for item in obsolete if item.key not in said])
        return {"added_entities": added, "deleted_entities": deleted}

    def release(self, memory_id: str, scope: Scope) -> list[relations.Triple]:
        """A memory of the scope is gone; returns the relations that it leaves invalid."""
        return [triple for graph in self.graphs(scope) for triple in relations.release(graph, memory_id)]

    def forget(self, scope: Scope) -> None:
        """Delete all that the scope holds: an owner's graph is dropped, of other graphs the scope's relations go."""
        owner = scope.owner
        if len(scope.identities) == 1:
            name = self.registry.find(owner)
            if name is not None:
                self._adopted.discard(name)
                self._checked.discard(name)
                self.registry.drop(owner)
            if owner.kind == "user":
                return
        for graph in self.graphs(scope):
            relations.erase(graph, scope)

    def reset(self) -> None:
        """Drop all graphs of this database, and no others."""
        self._adopted.clear()
        self._checked.clear()
        self.registry.reset()

    def rebuild_embeddings(self, scope: Scope | None = None) -> int:
        """Embed the names and relations of the scope's graphs (of all, without one) anew; returns how many."""
        return sum(schema.rebuild(graph, self.embedder) for graph in self.graphs(scope or Scope()))

    # Reading.

    def all(self, scope: Scope, limit: int) -> list[relations.Triple]:
        """The valid relations of the scope, those written last first."""
        rows = [row for graph in self.graphs(scope) for row in _all(graph, scope, limit)]
        return [_triple(row) for row in _unique(rows)][:limit]

    def search(self, scope: Scope, text: str, vector: Vector | None, threshold: float) -> list[dict[str, Any]]:
        """The valid relations of the scope that fit the text, best first, each with its score."""
        graphs = self._checked_graphs(scope)
        if not graphs:
            return []
        vector = vector if vector is not None else self.embedder.one(text, "search")
        found = [one for graph in graphs for one in find(graph, text, vector, scope, self.config)]
        best: dict[Key, Found] = {}
        for one in found:
            if one.score >= max(threshold, best[one.key].score if one.key in best else 0.0):
                best[one.key] = one
        ranked = sorted(best.values(), key=lambda one: (-one.score, one.key))
        return [one.result for one in ranked[: self.config.limit]]

    def known(self, scope: Scope, text: str, vector: Vector | None) -> list[tuple[Mapping[str, Any], Key]]:
        """The relations that new memories may contradict: all where they are few, else those near the text.

        Each with its names and its keys.
        """
        limit = self.config.known_relations
        name = self.registry.find(scope.owner) if limit else None
        if name is None:
            return []
        graph = self._opened(name, scope.owner)
        rows = _all(graph, scope, limit + 1)
        if len(rows) > limit:
            vector = vector if vector is not None else self.embedder.one(text, "search")
            near = find(graph, text, vector, scope, self.config)[:limit]
            return [(one.triple, one.key) for one in near]
        return [(_triple(row), _key(row)) for row in _unique(rows)]

    def memory_ids(self, scope: Scope) -> set[str]:
        """The ids of the memories that the scope's relations, valid or not, come from."""
        return {
            memory_id
            for graph in self.graphs(scope)
            for (memory_id,) in graph.query(queries.MEMORY_IDS, scope.parameters).rows
        }

    def history(
        self, scope: Scope, source: str | None, relationship: str | None, destination: str | None
    ) -> list[RelationPeriod]:
        """Every period in which the scope's relations that match were valid, oldest first."""
        found = [
            period
            for graph in self.graphs(scope)
            for period in periods(graph, scope, source, relationship, destination)
        ]
        return sorted(found, key=lambda period: period.created_at or "")


def _all(graph: FalkorGraph, scope: Scope, limit: int) -> list[dict[str, Any]]:
    return graph.query(queries.ALL_RELATIONS, {"limit": limit, **scope.parameters}).records()


def _key(row: Mapping[str, Any]) -> Key:
    return (row["source_key"], row["relationship"], row["destination_key"])


def _unique(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with each relation once, the first of each: one may stand in several scopes."""
    unique: dict[Key, dict[str, Any]] = {}
    for row in rows:
        unique.setdefault(_key(row), row)
    return list(unique.values())


def _triple(row: Mapping[str, Any]) -> relations.Triple:
    return {name: row[name] for name in ("source", "relationship", "destination")}
