"""The graph object that Mem0's graph class talks to: a graph for each owner, behind one ``query``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from falkordb import FalkorDB

from cypher_translate import FalkorGraph, Options
from mem0_falkordb.owner import Owner
from mem0_falkordb.registry import Registry

# The graph is the owner's own, so reads need not filter by the owner. What is written keeps the property.
OPTIONS = Options(dropped_filters=frozenset({"user_id"}))


class Tenant(str):
    """What Mem0 passes around as ``user_id``: the owner's id, which knows whose graph it stands for.

    Mem0 hands it back in the parameters of every query, so calls for different owners can run at the same time.
    """

    owner: Owner
    graph: FalkorGraph | None

    def __new__(cls, owner: Owner, graph: FalkorGraph | None) -> Tenant:
        tenant = super().__new__(cls, owner.id)
        tenant.owner = owner
        tenant.graph = graph
        return tenant


class Graphs:
    """The graphs of one database. ``schema`` is the DDL that each graph gets before it is first written to."""

    def __init__(self, db: FalkorDB, database: str, schema: Iterable[str]) -> None:
        self.registry = Registry(db, database)
        self.schema = tuple(schema)
        self._prepared: set[str] = set()

    def tenant(self, scope: Mapping[str, Any]) -> Tenant:
        """Whom Mem0's filters name, with the graph if there is one."""
        owner = Owner.of(scope)
        name = self.registry.find(owner)
        return Tenant(owner, None if name is None else self._open(name))

    def prepare(self, tenant: Tenant) -> None:
        """Give the tenant a graph that can be written to."""
        name = self.registry.claim(tenant.owner)
        graph = self._open(name)
        if tenant.graph is None or name not in self._prepared:
            for statement in self.schema:
                graph.query(statement)
            self._prepared.add(name)
        tenant.graph = graph

    def query(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Run Neo4j's Cypher on the graph of the owner in ``params["user_id"]``; the rows by column.

        Where the owner has no graph, there are no rows, and none is made.
        """
        params = params or {}
        tenant = params.get("user_id")
        if not isinstance(tenant, Tenant):
            tenant = self.tenant(params)
        if tenant.graph is None:
            return []
        return tenant.graph.query(cypher, {**params, "user_id": tenant.owner.id}).records()

    def _open(self, name: str) -> FalkorGraph:
        return FalkorGraph(self.registry.db, name, options=OPTIONS)
