"""The TCK's side effects: what a query changed, counted on the graph itself before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import redis

from . import values
from .runner import GRAPH
from .server import Server

Effects = Counter[str]

_NODES = "MATCH (n) RETURN id(n), labels(n), properties(n)"
_RELATIONSHIPS = "MATCH ()-[r]->() RETURN id(r), properties(r)"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is in a graph, as sets: entity ids, the labels in use, and (entity, key, value) triples."""

    nodes: frozenset[object] = frozenset()
    relationships: frozenset[object] = frozenset()
    labels: frozenset[object] = frozenset()
    properties: frozenset[object] = frozenset()


def snapshot(server: Server) -> Snapshot:
    """The graph's content; empty where there is no graph yet."""
    client = server.db.select_graph(GRAPH)
    try:
        nodes = client.ro_query(_NODES).result_set
        relationships = client.ro_query(_RELATIONSHIPS).result_set
    except redis.ResponseError as error:
        if "empty key" not in str(error):
            raise
        return Snapshot()
    return Snapshot(
        nodes=frozenset(row[0] for row in nodes),
        relationships=frozenset(row[0] for row in relationships),
        labels=frozenset(label for row in nodes for label in row[1]),
        properties=frozenset((*_properties("n", nodes), *_properties("r", relationships))),
    )


def difference(before: Snapshot, after: Snapshot) -> Effects:
    """The counts that differ from nought, named as the TCK names them: ``+nodes``, ``-properties`` …"""
    effects: Effects = Counter()
    for name in ("nodes", "relationships", "labels", "properties"):
        old, new = getattr(before, name), getattr(after, name)
        effects["+" + name] = len(new - old)
        effects["-" + name] = len(old - new)
    return +effects


def agree(seen: Effects, expected: Effects, stats: Mapping[str, int]) -> bool:
    """Whether the effects are those expected.

    FalkorDB gives the id of a deleted entity to the next one created, even within one query, so that the two look
    like one that was changed; the query's counters then tell how many were created.
    """
    seen = Counter(seen)
    for name in ("nodes", "relationships"):
        hidden = max(expected["+" + name] - seen["+" + name], 0)
        if seen["+" + name] + hidden <= stats.get(name + "_created", 0):
            seen["+" + name] += hidden
            seen["-" + name] += hidden
    return +seen == expected


def _properties(kind: str, rows: Iterable[list[object]]) -> Iterable[object]:
    for entity, *_, properties in rows:
        assert isinstance(properties, dict)
        for key, value in properties.items():
            yield kind, entity, key, values.canonical(value)
