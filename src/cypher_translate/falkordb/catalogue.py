"""Names of indexes and constraints, which FalkorDB has not.

They are kept in a Redis hash beside the graph, name → what it stands for. The server's own lists say what really
exists: a name whose index is gone counts for nothing, and what has no name gets one as in Neo4j.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias

import redis

from cypher_translate.falkordb.failures import runtime_error
from cypher_translate.falkordb.result import Result

Part: TypeAlias = tuple[str, str, str, str]
"""What FalkorDB indexes: NODE or RELATIONSHIP, label or type, property, and RANGE, FULLTEXT or VECTOR."""

Obligation: TypeAlias = tuple[str, str, str, tuple[str, ...]]
"""What FalkorDB enforces: UNIQUE or MANDATORY, NODE or RELATIONSHIP, label or type, and the properties, sorted since
the server keeps them in an order of its own."""

_SERVER_KINDS = {"RANGE": "RANGE", "TEXT": "RANGE", "POINT": "RANGE", "FULLTEXT": "FULLTEXT", "VECTOR": "VECTOR"}
_OBLIGATIONS = {"UNIQUE": "UNIQUE", "NOT NULL": "MANDATORY"}


class Graph(Protocol):
    """What is needed of a `FalkorGraph`."""

    db: Any
    name: str

    def run(self, statement: str, params: Mapping[str, object] | None = None, *, write: bool = False) -> list[Any]: ...

    def query(self, text: str, params: Mapping[str, object] | None = None) -> Result: ...


@dataclass(frozen=True, slots=True)
class Rule:
    """An index or a constraint as Neo4j sees it; a vector index has a function of similarity and a dimension."""

    name: str
    kind: str
    entity: str
    labels: tuple[str, ...]
    properties: tuple[str, ...]
    similarity: str = ""
    dimension: int = 0

    @property
    def is_constraint(self) -> bool:
        return self.kind in _OBLIGATIONS

    @property
    def parts(self) -> frozenset[Part]:
        """What the server has to index for it; a uniqueness constraint needs an index, as in Neo4j."""
        kind = "RANGE" if self.kind == "UNIQUE" else _SERVER_KINDS.get(self.kind)
        if kind is None:
            return frozenset()
        return frozenset((self.entity, label, key, kind) for label in self.labels for key in self.properties)

    @property
    def obligations(self) -> frozenset[Obligation]:
        """What the server has to enforce for it."""
        if not self.is_constraint:
            return frozenset()
        return frozenset({(_OBLIGATIONS[self.kind], self.entity, self.labels[0], tuple(sorted(self.properties)))})

    @property
    def schema(self) -> str:
        """As Neo4j's messages show it."""
        names, keys = "|".join(self.labels), ", ".join(self.properties)
        return f"(:{names} {{{keys}}})" if self.entity == "NODE" else f"()-[:{names} {{{keys}}}]-()"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rules of a graph, and what the server indexes and enforces."""

    rules: list[Rule]
    parts: frozenset[Part]
    obligations: frozenset[Obligation]

    def find(self, name: str) -> Rule | None:
        """The rule of this name."""
        return next((rule for rule in self.rules if rule.name == name), None)


def named(rule: Rule) -> Rule:
    """The rule with a name, which is always the same for the same schema, if it has none."""
    if rule.name:
        return rule
    text = repr((rule.kind, rule.entity, rule.labels, rule.properties))
    name = f"{'constraint' if rule.is_constraint else 'index'}_{zlib.crc32(text.encode()):08x}"
    return replace(rule, name=name)


def read(graph: Graph) -> Catalogue:
    """The rules that hold: the named ones of which every part exists, and what remains under generated names."""
    parts, measures = _server_parts(graph)
    obligations = _server_obligations(graph)
    rules = [
        rule
        for rule in (_from_json(name, text) for name, text in command(graph, "HGETALL", key(graph.name)).items())
        if rule.parts <= parts and rule.obligations <= obligations
    ]
    rules += _unnamed_constraints(obligations.difference(*(rule.obligations for rule in rules)))
    rules += _unnamed_indexes(parts.difference(*(rule.parts for rule in rules)), measures)
    return Catalogue(rules, parts, obligations)


def find(graph: Graph, name: str) -> Rule | None:
    """The rule of this name; a stored name is believed without asking whether the index still exists."""
    text = command(graph, "HGET", key(graph.name), name)
    return _from_json(name, text) if text else read(graph).find(name)


def store(graph: Graph, rule: Rule) -> None:
    """Keep the rule's name."""
    content = [rule.kind, rule.entity, rule.labels, rule.properties, rule.similarity, rule.dimension]
    command(graph, "HSET", key(graph.name), rule.name, json.dumps(content))


def remove(graph: Graph, name: str) -> None:
    """Forget one name."""
    command(graph, "HDEL", key(graph.name), name)


def forget(graph: Graph) -> None:
    """Forget all names of a graph."""
    command(graph, "DEL", key(graph.name))


def key(graph_name: str) -> str:
    """The key of the names of a graph, in the same slot of a cluster as the graph itself."""
    begin = graph_name.find("{")
    tagged = begin >= 0 and graph_name.find("}", begin) > begin + 1
    return f"{graph_name}:schema" if tagged else f"{{{graph_name}}}:schema"


def command(graph: Graph, *arguments: Any) -> Any:
    """Send a command; raises CypherRuntimeError."""
    try:
        return graph.db.execute_command(*arguments)
    except redis.RedisError as error:
        raise runtime_error(error) from error


def _from_json(name: str, text: str) -> Rule:
    kind, entity, labels, properties, similarity, dimension = json.loads(text)
    return Rule(name, kind, entity, tuple(labels), tuple(properties), similarity, dimension)


def _server_parts(graph: Graph) -> tuple[frozenset[Part], dict[tuple[str, str, str], tuple[str, int]]]:
    """What the server indexes, and each vector index's similarity and dimension."""
    parts: set[Part] = set()
    measures = {}
    statement = "CALL db.indexes() YIELD label, entitytype, types, options RETURN label, entitytype, types, options"
    for label, entity, types, options in graph.run(statement):
        for name, kinds in types.items():
            parts.update((entity, label, name, kind) for kind in kinds)
            if "VECTOR" in kinds:
                measures[entity, label, name] = (options[name]["similarityFunction"], options[name]["dimension"])
    return frozenset(parts), measures


def _server_obligations(graph: Graph) -> frozenset[Obligation]:
    statement = "CALL db.constraints() YIELD type, label, properties, entitytype, status"
    rows = graph.run(f"{statement} WHERE status <> 'FAILED' RETURN type, entitytype, label, properties")
    return frozenset((kind, entity, label, tuple(sorted(properties))) for kind, entity, label, properties in rows)


def _unnamed_constraints(obligations: Iterable[Obligation]) -> list[Rule]:
    kinds = {"UNIQUE": "UNIQUE", "MANDATORY": "NOT NULL"}
    return [named(Rule("", kinds[kind], entity, (label,), keys)) for kind, entity, label, keys in sorted(obligations)]


def _unnamed_indexes(parts: Iterable[Part], measures: Mapping[tuple[str, str, str], tuple[str, int]]) -> list[Rule]:
    rules = []
    for entity, label, name, kind in sorted(parts):
        measure = measures[entity, label, name] if kind == "VECTOR" else ("", 0)
        rules.append(named(Rule("", kind, entity, (label,), (name,), *measure)))
    return rules
