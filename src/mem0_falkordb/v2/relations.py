"""Writing relations, and taking them back."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cypher_translate import FalkorGraph
from mem0_falkordb.owner import Owner
from mem0_falkordb.v2 import queries
from mem0_falkordb.v2.config import GraphMemoryConfig
from mem0_falkordb.v2.embedder import Embedder, Vector
from mem0_falkordb.v2.entities import Known, known_entities, merged
from mem0_falkordb.v2.extraction import Entity, Relation
from mem0_falkordb.v2.scope import Scope

logger = logging.getLogger(__name__)

Triple = dict[str, Any]
"""{"source", "relationship", "destination"}, as Mem0's results have it."""

# A delete_all() of another scope can remove an entity between the two steps of a write; the write is then repeated.
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation with the ids of the memories that say it."""

    relation: Relation
    memory_ids: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The relation in words, for its embedding."""
        return sentence(self.relation.source.name, self.relation.relationship, self.relation.destination.name)


@dataclass(frozen=True, slots=True)
class Obsolete:
    """A relation of the graph, by its keys, that the memory contradicts."""

    source: str
    relationship: str
    destination: str
    memory_id: str

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.source, self.relationship, self.destination)


def sentence(source: str, relationship: str, destination: str) -> str:
    """A relation in words: "Alice works at Acme"."""
    return f"{source} {relationship.replace('_', ' ')} {destination}"


def gathered(said: Iterable[tuple[str, Iterable[Relation]]], limit: int) -> list[Fact]:
    """What several memories say, each relation once; more than `limit` are dropped, with a warning."""
    facts: dict[tuple[str, str, str], Fact] = {}
    for memory_id, relations in said:
        for relation in relations:
            fact = facts.get(relation.key)
            if fact is None:
                facts[relation.key] = Fact(relation, (memory_id,))
            elif memory_id not in fact.memory_ids:
                facts[relation.key] = replace(fact, memory_ids=(*fact.memory_ids, memory_id))
    if len(facts) > limit:
        logger.warning(
            "dropped %d of %d relations of one call: max_relations is %d", len(facts) - limit, len(facts), limit
        )
    return list(facts.values())[:limit]


def store(
    graph: FalkorGraph,
    owner: Owner,
    scope: Scope,
    facts: Sequence[Fact],
    embedder: Embedder,
    config: GraphMemoryConfig,
) -> list[Triple]:
    """Write the facts: entities first, merged with those that the graph has, then their relations.

    Doing it again changes nothing but counts and times. The graph must be prepared (see `schema`).
    """
    named: dict[str, Entity] = {}
    for fact in facts:
        for entity in (fact.relation.source, fact.relation.destination):
            known = named.setdefault(entity.key, entity)
            if not known.type and entity.type:
                named[entity.key] = replace(known, type=entity.type)
    for _ in range(ATTEMPTS):
        known_keys = known_entities(graph, named)
        new = {key: entity for key, entity in named.items() if key not in known_keys}
        texts = [entity.name for entity in new.values()] + [fact.sentence for fact in facts]
        vectors = embedder.all(texts, "add")
        embeddings = dict(zip(new, vectors, strict=False))
        keys = {key: key for key in named} | merged(graph, new, embeddings, config)
        _store_entities(graph, owner, named, embeddings, keys, known_keys)
        stored, expected = _store_edges(graph, scope, facts, vectors[len(new) :], keys)
        if len(stored) >= expected:
            break
    return stored


def _store_entities(
    graph: FalkorGraph,
    owner: Owner,
    named: dict[str, Entity],
    embeddings: dict[str, Vector],
    keys: dict[str, str],
    known: dict[str, Known],
) -> None:
    created = [key for key in embeddings if keys[key] == key]
    rows = [{"key": key, "name": named[key].name, "embedding": embeddings[key]} for key in created]
    if rows:
        graph.query(queries.STORE_ENTITIES, {"rows": rows, "owner": owner.id})
    mentioned = sorted(set(keys.values()) - set(created))
    if mentioned:
        graph.query(queries.MENTION_ENTITIES, {"keys": mentioned})
    untyped: dict[str, list[str]] = defaultdict(list)
    for key, entity in named.items():
        if entity.type and keys[key] == key and not (key in known and known[key].typed):
            untyped[entity.type].append(key)
    for label, labelled in untyped.items():
        graph.query(queries.type_entities(label), {"keys": labelled})


def _store_edges(
    graph: FalkorGraph, scope: Scope, facts: Sequence[Fact], vectors: Sequence[Vector], keys: dict[str, str]
) -> tuple[list[Triple], int]:
    """What was written, and how many relations there were to write."""
    rows: dict[str, dict[tuple[str, str], dict[str, Any]]] = defaultdict(dict)
    for fact, vector in zip(facts, vectors, strict=True):
        relation = fact.relation
        ends = (keys[relation.source.key], keys[relation.destination.key])
        if ends[0] == ends[1]:
            logger.warning("dropped %r: both ends were merged into one entity", fact.sentence)
            continue
        row = {
            "source": ends[0],
            "destination": ends[1],
            "memory_ids": list(fact.memory_ids),
            "confidence": relation.confidence,
            "embedding": vector,
        }
        other = rows[relation.relationship].setdefault(ends, row)
        other["memory_ids"] = list(dict.fromkeys([*other["memory_ids"], *fact.memory_ids]))
    known = {name for (name,) in graph.query(queries.KNOWN_RELATIONSHIPS).rows}
    stored: list[Triple] = []
    for relationship, edges in rows.items():
        if relationship not in known:
            graph.query(queries.introduce_relationship(relationship))
        parameters = {"rows": list(edges.values()), "scope": scope.text, **scope.parameters}
        stored.extend(graph.query(queries.store_relations(relationship), parameters).records())
    return stored, sum(len(edges) for edges in rows.values())


def invalidate(graph: FalkorGraph, scope: Scope, obsolete: Sequence[Obsolete]) -> list[Triple]:
    """Mark relations as no longer true; returns those that were valid until now."""
    if not obsolete:
        return []
    rows = [
        {
            "source": item.source,
            "relationship": item.relationship,
            "destination": item.destination,
            "memory_id": item.memory_id,
        }
        for item in obsolete
    ]
    return graph.query(queries.INVALIDATE, {"rows": rows, **scope.parameters}).records()


def release(graph: FalkorGraph, memory_id: str) -> list[Triple]:
    """A memory is gone: its relations are invalidated where no other memory says them. Returns those."""
    graph.query(queries.RELEASE_SHARED, {"memory_id": memory_id})
    return graph.query(queries.RELEASE_LAST, {"memory_id": memory_id}).records()


def erase(graph: FalkorGraph, scope: Scope) -> None:
    """Delete all relations of a scope, valid or not, and the entities that nothing else relates to."""
    keys = [row[0] for row in graph.query(queries.SCOPE_ENTITIES, scope.parameters).rows]
    if keys:
        graph.query(queries.DELETE_SCOPE, scope.parameters)
        graph.query(queries.DELETE_LONELY, {"keys": keys})
