"""Which names of new relations mean entities that the graph already has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cypher_translate import FalkorGraph
from mem0_falkordb.v2 import names, queries
from mem0_falkordb.v2.config import GraphMemoryConfig
from mem0_falkordb.v2.embedder import Vector, cosine
from mem0_falkordb.v2.extraction import Entity

# An index gives so many neighbours of each new name, the best of them may be ruled out by its digits.
CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the graph; `typed` says whether it has a type."""

    key: str
    typed: bool


def known_entities(graph: FalkorGraph, keys: Iterable[str]) -> dict[str, Known]:
    """Those of the keys that the graph has."""
    rows = graph.query(queries.KNOWN_ENTITIES, {"keys": list(keys)}).records()
    return {row["key"]: Known(row["key"], row["typed"]) for row in rows}


def count_entities(graph: FalkorGraph) -> int:
    """How many entities the graph has."""
    return int(graph.query(queries.COUNT_ENTITIES).rows[0][0])


def merged(
    graph: FalkorGraph, new: Mapping[str, Entity], vectors: Mapping[str, Vector], config: GraphMemoryConfig
) -> dict[str, str]:
    """For each new key the key to use: that of a most similar entity, at least `config.threshold`, else its own.

    Compared with what the graph has, and with each other: the first of several similar new names stands for all.
    """
    if not new:
        return {}
    chosen = _similar_in_graph(graph, new, vectors, config)
    kept: list[str] = []
    for key in new:
        if key not in chosen:
            twins = [(cosine(vectors[key], vectors[other]), other) for other in kept if comparable(key, other)]
            similarity, twin = max(twins, default=(-1.0, key))
            chosen[key] = twin if twins and similarity >= config.threshold else key
            if chosen[key] == key:
                kept.append(key)
    return chosen


def comparable(key: str, other: str) -> bool:
    """Whether two names may mean the same at all: their digits are equal."""
    return names.digits(key) == names.digits(other)


def nearest(
    graph: FalkorGraph, vector: Sequence[float], candidates: int, config: GraphMemoryConfig
) -> list[tuple[str, float]]:
    """The entities most similar to a vector, with the cosine: exactly in a small graph, by the index in a large one."""
    exact = count_entities(graph) <= config.exact_limit
    text = queries.NEAREST_EXACT if exact else queries.NEAREST_BY_INDEX
    rows = graph.query(text, {"embedding": list(vector), "candidates": candidates}).rows
    return [(key, similarity) for key, similarity in rows]


def _similar_in_graph(
    graph: FalkorGraph, new: Mapping[str, Entity], vectors: Mapping[str, Vector], config: GraphMemoryConfig
) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for key in new:
        for other, similarity in nearest(graph, vectors[key], CANDIDATES, config):
            if similarity >= config.threshold and comparable(key, other):
                chosen[key] = other
                break
    return chosen
