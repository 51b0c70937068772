"""Mem0's own ``MemoryGraph``, with a graph for each owner in FalkorDB.

Loaded by Mem0's factory when a graph store with the provider "falkordb" is created.
"""

from __future__ import annotations

import logging
from typing import Any

from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.connection import connect
from mem0_falkordb.owner import IDENTITIES, Owner
from mem0_falkordb.v1.answers import ModelAnswers, quoted
from mem0_falkordb.v1.graphs import Graphs, Tenant
from mem0_falkordb.v1.source import Recorder, load

logger = logging.getLogger(__name__)

_Original: Any = load().MemoryGraph

Filters = dict[str, Any]
Relations = list[dict[str, Any]]


class MemoryGraph(_Original):  # type: ignore[misc] # whichever class the installed Mem0 has
    """Extraction, comparison and Cypher are Mem0's. Here: whose graph it is, and names that are safe in Cypher."""

    # Whether Memory.delete of the installed Mem0 calls this class's delete (for a user's memory).
    mem0_deletes = hasattr(_Original, "delete")

    def __init__(self, config: Any) -> None:
        settings = FalkorDBConfig.parse(config.graph_store.config)
        db = connect(settings)
        super().__init__(config)
        recorder: Recorder = self.graph
        self.llm: Any = ModelAnswers(self.llm)
        self.graph: Any = Graphs(db, settings.database, recorder.statements)

    def scoped(self, filters: Filters) -> Filters:
        """The filters with the owner's id as ``user_id``, which Mem0 puts into every node, query and prompt."""
        if isinstance(filters.get("user_id"), Tenant):
            return filters
        return {**filters, "user_id": self.graph.tenant(filters)}

    def add(self, data: str, filters: Filters) -> dict[str, Any]:
        added: dict[str, Any] = super().add(data, self.scoped(filters))
        return added

    def search(self, query: str, filters: Filters, limit: int = 100) -> Relations:
        scoped = self.scoped(filters)
        return super().search(query, scoped, limit) if scoped["user_id"].graph else []

    def get_all(self, filters: Filters, limit: int = 100) -> Relations:
        scoped = self.scoped(filters)
        return super().get_all(scoped, limit) if scoped["user_id"].graph else []

    def delete(self, data: str, filters: Filters) -> None:
        """Take back the relations that a memory's text states, found as Mem0 1.0.11 finds them, in every version."""
        scoped = self.scoped(filters)
        if scoped["user_id"].graph is None:
            return
        types = self._retrieve_nodes_from_data(data, scoped)
        if types and (stated := self._establish_nodes_relations_from_data(data, scoped, types)):
            self._delete_entities(stated, scoped)

    def delete_all(self, filters: Filters) -> None:
        """Drop the owner's graph; with a second id given too, only what both ids name."""
        if sum(bool(filters.get(name)) for name in IDENTITIES) == 1:
            self.graph.registry.drop(Owner.of(filters))
        else:
            super().delete_all(self.scoped(filters))

    def reset(self) -> None:
        """Drop every graph of this database, and no other."""
        dropped = self.graph.registry.reset()
        logger.info("dropped %d graphs of database %s", dropped, self.graph.registry.database)

    def _add_entities(self, to_be_added: Relations, filters: Filters, entity_type_map: dict[str, str]) -> Any:
        if to_be_added:
            self.graph.prepare(filters["user_id"])
        return super()._add_entities(to_be_added, filters, entity_type_map)

    def _remove_spaces_from_entities(self, entity_list: Relations) -> Relations:
        cleaned: Relations = super()._remove_spaces_from_entities(entity_list)
        return [{**item, "relationship": quoted(item["relationship"])} for item in cleaned]
