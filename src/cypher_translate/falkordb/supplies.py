"""Parameters that only the database knows the values of: what a named index is on, what SHOW shows, the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone

from cypher_translate import ast
from cypher_translate.errors import CypherRuntimeError, UnsupportedCypher
from cypher_translate.falkordb import catalogue
from cypher_translate.falkordb.catalogue import Graph, Rule
from cypher_translate.falkordb.constants import constant
from cypher_translate.falkordb.schema import await_indexes
from cypher_translate.plan import Supply

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_ENTITIES = {"label": "NODE", "type": "RELATIONSHIP"}
_CONSTRAINT_TYPES = {"UNIQUE": "UNIQUENESS", "NOT NULL": "PROPERTY_EXISTENCE"}


def supplied(graph: Graph, supplies: Sequence[Supply], params: Mapping[str, object]) -> dict[str, object]:
    """The values of a statement's supplies, by parameter.

    Raises CypherRuntimeError where there is no such index, and UnsupportedCypher for a full-text index that FalkorDB
    cannot ask for itself: one on several labels, or on some of a label's full-text properties.
    """
    rules: dict[str, Rule] = {}
    values: dict[str, object] = {}
    now = datetime.now(timezone.utc)
    for supply in supplies:
        if supply.what == "now":
            values[supply.parameter] = now
        elif supply.what == "timestamp":
            values[supply.parameter] = (now - _EPOCH) // timedelta(milliseconds=1)
        elif supply.what == "value":
            values[supply.parameter] = graph.run(f"RETURN {supply.index}", {**params, **values})[0][0]
        elif supply.what == "rows":
            values[supply.parameter] = [row[0] for row in graph.query(str(supply.index), params).rows]
        elif supply.what == "indexes":
            rows = [rule for rule in _all(graph) if rule.parts or not rule.is_constraint]
            values[supply.parameter] = [_index_row(number, rule) for number, rule in enumerate(rows)]
        elif supply.what == "constraints":
            rows = [rule for rule in _all(graph) if rule.is_constraint]
            values[supply.parameter] = [_constraint_row(number, rule) for number, rule in enumerate(rows)]
        else:
            index = supply.index
            name = str(constant(index, params)) if isinstance(index, ast.Parameter) else index or ""
            if supply.what == "key":
                values[supply.parameter] = _checked(name)
                continue
            if name not in rules:
                rules[name] = _searchable(graph, name)
            rule = rules[name]
            if supply.what in _ENTITIES and rule.entity != _ENTITIES[supply.what]:
                raise CypherRuntimeError(
                    f"The index {name} is on {rule.schema}: what is searched for is of the other kind",
                    code="NoSuchIndex",
                    status="Neo.ClientError.Procedure.ProcedureCallFailed",
                    hint="search nodes by queryNodes, relationships by queryRelationships",
                )
            values[supply.parameter] = {
                "label": rule.labels[0],
                "type": rule.labels[0],
                "property": rule.properties[0],
                "similarity": rule.similarity,
                "dimension": rule.dimension,
            }[supply.what]
    return values


def with_supplied_names(text: str, supplies: Sequence[Supply], values: Mapping[str, object]) -> str:
    """A statement's text with the names that it takes from what an index is on."""
    for supply in supplies:
        if supply.what in ("label", "type", "property", "key"):
            text = text.replace(f"`${supply.parameter}`", f"`{values[supply.parameter]}`")
    return text


def _checked(name: str) -> str:
    if not name or "`" in name or "\0" in name:
        raise UnsupportedCypher(
            f"FalkorDB cannot store {name!r}: a name there is not empty and has no backtick",
            code="Name",
            hint="use another name",
        )
    return name


def _all(graph: Graph) -> list[Rule]:
    return sorted(catalogue.read(graph).rules, key=lambda rule: rule.name)


def _searchable(graph: Graph, name: str) -> Rule:
    rule = catalogue.find(graph, name)
    if rule is None or rule.kind not in ("VECTOR", "FULLTEXT"):
        raise CypherRuntimeError(
            f"There is no such vector or full-text index: {name}",
            code="NoSuchIndex",
            status="Neo.ClientError.Procedure.ProcedureCallFailed",
            hint="create it first, by CREATE VECTOR INDEX or CREATE FULLTEXT INDEX",
        )
    if rule.kind == "FULLTEXT":
        await_indexes(graph, rule.labels[0])
        parts = catalogue.read(graph).parts
        others = {part for part in parts if part[:2] == (rule.entity, rule.labels[0]) and part[3] == "FULLTEXT"}
        if len(rule.labels) > 1 or others != rule.parts:
            raise UnsupportedCypher(
                f"FalkorDB searches all full-text properties of one label, and `{name}` is on {rule.schema}",
                code="FulltextIndex",
                hint="make one full-text index for each label, on all properties that are searched",
            )
    return rule


def _row(number: int, rule: Rule) -> dict[str, object]:
    return {
        "id": number,
        "name": rule.name,
        "entityType": rule.entity,
        "labelsOrTypes": list(rule.labels) or None,
        "properties": list(rule.properties) or None,
    }


def _index_row(number: int, rule: Rule) -> dict[str, object]:
    """The columns of SHOW INDEXES."""
    config = {}
    if rule.kind == "VECTOR":
        config = {"vector.dimensions": rule.dimension, "vector.similarity_function": rule.similarity.upper()}
    return {
        **_row(number, rule),
        "state": "ONLINE",
        "populationPercent": 100.0,
        "type": "RANGE" if rule.is_constraint else rule.kind,
        "indexProvider": "falkordb",
        "owningConstraint": rule.name if rule.is_constraint else None,
        "lastRead": None,
        "readCount": None,
        "trackedSince": None,
        "options": {"indexConfig": config, "indexProvider": "falkordb"},
        "failureMessage": "",
        "createStatement": None,
    }


def _constraint_row(number: int, rule: Rule) -> dict[str, object]:
    """The columns of SHOW CONSTRAINTS."""
    kind = _CONSTRAINT_TYPES[rule.kind]
    return {
        **_row(number, rule),
        "type": kind if kind == "UNIQUENESS" and rule.entity == "NODE" else f"{rule.entity}_{kind}",
        "ownedIndex": rule.name if rule.parts else None,
        "propertyType": None,
        "options": {},
        "createStatement": None,
    }
