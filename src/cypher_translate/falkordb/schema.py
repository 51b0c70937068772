"""Index and constraint commands: CREATE and DROP, with Neo4j's names and IF [NOT] EXISTS.

FalkorDB indexes each property by itself and has no names; constraints are commands of their own, which work in the
background. An index of Neo4j is created where parts of it are missing, and dropped where nothing else needs them.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NoReturn

from cypher_translate import ast
from cypher_translate.errors import CypherRuntimeError, UnsupportedCypher
from cypher_translate.falkordb import catalogue
from cypher_translate.falkordb.catalogue import Catalogue, Graph, Obligation, Part, Rule, command
from cypher_translate.falkordb.constants import constant
from cypher_translate.falkordb.index_options import index_config, server_options
from cypher_translate.falkordb.result import Result

_LONGEST_PAUSE = 0.25
_ENTERPRISE = {"KEY": "key", "NOT NULL": "property existence", "TYPED": "property type"}
_INSTEAD = {
    "KEY": "require IS UNIQUE, and see to it that the properties are always there",
    "NOT NULL": "see to it when you write, or use FalkorDB's own command GRAPH.CONSTRAINT CREATE … MANDATORY",
    "TYPED": "check the type when you write",
}


def execute(graph: Graph, statement: ast.Command, params: Mapping[str, object]) -> Result:
    """Run one command; the result has the counter of what it added or removed.

    Raises CypherRuntimeError with Neo4j's status code where Neo4j refuses it as well, and UnsupportedCypher for what
    FalkorDB has not: vector indexes without dimensions, names with backticks.
    """
    if isinstance(statement, ast.CreateIndex):
        return _create_index(graph, statement, params)
    if isinstance(statement, ast.CreateConstraint):
        return _create_constraint(graph, statement, params)
    if isinstance(statement, (ast.DropIndex, ast.DropConstraint)):
        return _drop(graph, statement, params)
    raise TypeError(f"not a command about the schema: {type(statement).__name__}")


def _create_index(graph: Graph, statement: ast.CreateIndex, params: Mapping[str, object]) -> Result:
    _check_repetition(statement.properties)
    config = index_config(statement.kind, statement.options, params)
    rule = Rule(
        _name(statement.name, params),
        statement.kind,
        statement.entity,
        statement.labels,
        statement.properties,
        config.get("vector.similarity_function", "").lower(),
        config.get("vector.dimensions", 0),
    )
    rule = catalogue.named(rule)
    existing = catalogue.read(graph)
    if _exists(rule, existing, statement.if_not_exists):
        return Result()
    _create_parts(graph, rule.parts - existing.parts, server_options(rule, config, existing))
    catalogue.store(graph, rule)
    return Result(stats={"indexes_added": 1})


def _create_constraint(graph: Graph, statement: ast.CreateConstraint, params: Mapping[str, object]) -> Result:
    if statement.kind != "UNIQUE":
        raise CypherRuntimeError(
            f"A {_ENTERPRISE[statement.kind]} constraint requires Neo4j Enterprise Edition, and FalkorDB does not "
            "keep all that it promises",
            code="ConstraintCreationFailed",
            status="Neo.DatabaseError.Schema.ConstraintCreationFailed",
            hint=_INSTEAD[statement.kind],
            span=statement.span,
        )
    _check_repetition(statement.properties)
    index_config("RANGE", statement.options, params)
    name = _name(statement.name, params)
    rule = catalogue.named(Rule(name, statement.kind, statement.entity, (statement.label,), statement.properties))
    existing = catalogue.read(graph)
    if _exists(rule, existing, statement.if_not_exists):
        return Result()
    parts, obligations = rule.parts - existing.parts, rule.obligations - existing.obligations
    _create_parts(graph, parts, "")
    await_indexes(graph, statement.label)
    for obligation in sorted(obligations):
        command(graph, "GRAPH.CONSTRAINT", "CREATE", graph.name, *_arguments(obligation))
    if not all(_holds(graph, obligation) for obligation in sorted(obligations)):
        _drop_obligations(graph, obligations)
        _drop_parts(graph, parts)
        raise CypherRuntimeError(
            f"Unable to create the constraint `{rule.name}` on {rule.schema}: the graph has data that violate it",
            code="ConstraintCreationFailed",
            status="Neo.DatabaseError.Schema.ConstraintCreationFailed",
            hint="correct the data first",
        )
    catalogue.store(graph, rule)
    return Result(stats={"constraints_added": 1})


def _drop(graph: Graph, statement: ast.DropIndex | ast.DropConstraint, params: Mapping[str, object]) -> Result:
    name = _name(statement.name, params)
    kind = "constraint" if isinstance(statement, ast.DropConstraint) else "index"
    existing = catalogue.read(graph)
    rule = existing.find(name)
    if rule is None and statement.if_exists:
        return Result()
    if rule is None or rule.is_constraint != (kind == "constraint"):
        raise CypherRuntimeError(
            f"Unable to drop {kind} called `{name}`. There is no such {kind}."
            + ("" if rule is None else f" The name belongs to {rule.kind} on {rule.schema}."),
            code=f"{kind.title()}DropFailed",
            status=f"Neo.DatabaseError.Schema.{kind.title()}DropFailed",
        )
    others = [other for other in existing.rules if other.name != name]
    _drop_obligations(graph, rule.obligations.difference(*(other.obligations for other in others)))
    _drop_parts(graph, rule.parts.difference(*(other.parts for other in others)))
    catalogue.remove(graph, name)
    return Result(stats={"constraints_removed" if kind == "constraint" else "indexes_removed": 1})


def _exists(rule: Rule, existing: Catalogue, if_not_exists: bool) -> bool:
    """Whether there is nothing to create; raises Neo4j's error where something else is in the way."""
    place = (rule.entity, rule.labels, rule.properties)
    there = {other.kind: other for other in existing.rules if (other.entity, other.labels, other.properties) == place}
    same_name, same_kind = existing.find(rule.name), there.get(rule.kind)
    constraint = there.get("UNIQUE") if rule.kind == "RANGE" else None
    if if_not_exists and (same_name or same_kind or constraint):
        return True
    if same_kind:
        kind = "constraint" if rule.is_constraint else "index"
        _in_the_way(f"An equivalent {kind} already exists", same_kind, "EquivalentSchemaRuleAlreadyExists")
    if constraint:
        _in_the_way("There is a constraint with its own index already", constraint, "ConstraintAlreadyExists")
    if rule.kind == "UNIQUE" and "RANGE" in there:
        _in_the_way("The constraint needs an index of its own", there["RANGE"], "IndexAlreadyExists")
    if same_name:
        kind = "Constraint" if same_name.is_constraint else "Index"
        _in_the_way(f"The name is taken by another {kind.lower()}", same_name, f"{kind}WithNameAlreadyExists")
    return False


def _in_the_way(reason: str, other: Rule, code: str) -> NoReturn:
    raise CypherRuntimeError(
        f"{reason}: `{other.name}`, {other.kind} on {other.schema}",
        code=code,
        status=f"Neo.ClientError.Schema.{code}",
        hint="write IF NOT EXISTS, or drop it first",
    )


def _check_repetition(properties: Sequence[str]) -> None:
    if len(set(properties)) < len(properties):
        raise CypherRuntimeError(
            f"A property comes more than once in {', '.join(properties)}",
            code="RepeatedPropertyInCompositeSchema",
            status="Neo.ClientError.Schema.RepeatedPropertyInCompositeSchema",
            hint="name each property once",
        )


def _name(name: str | ast.Parameter | None, params: Mapping[str, object]) -> str:
    return name or "" if not isinstance(name, ast.Parameter) else str(constant(name, params))


def _create_parts(graph: Graph, parts: frozenset[Part], options: str) -> None:
    for entity, label, kind in sorted({(entity, label, kind) for entity, label, _, kind in parts}):
        names = sorted(part[2] for part in parts if (part[0], part[1], part[3]) == (entity, label, kind))
        try:
            graph.run(f"CREATE {_index(kind)} FOR {_pattern(entity, label, names)}{options}", write=True)
        except CypherRuntimeError as error:
            if "already indexed" not in error.message:
                raise
            # Somebody else was faster with some of them.
            return _create_parts(graph, parts - catalogue.read(graph).parts, options)
    return None


def _drop_parts(graph: Graph, parts: Iterable[Part]) -> None:
    for entity, label, name, kind in sorted(parts):
        graph.run(f"DROP {_index(kind)} FOR {_pattern(entity, label, [name])}", write=True)


def _index(kind: str) -> str:
    return "INDEX" if kind == "RANGE" else f"{kind} INDEX"


def _pattern(entity: str, label: str, names: Sequence[str]) -> str:
    for text in (label, *names):
        if "`" in text or "\0" in text or not text:
            raise UnsupportedCypher(
                f"FalkorDB cannot index {text!r}: a name there is not empty and has no backtick",
                code="Name",
                hint="use another name",
            )
    element = f"(e:`{label}`)" if entity == "NODE" else f"()-[e:`{label}`]-()"
    return f"{element} ON ({', '.join(f'e.`{name}`' for name in names)})"


def _drop_obligations(graph: Graph, obligations: Iterable[Obligation]) -> None:
    for obligation in sorted(obligations):
        command(graph, "GRAPH.CONSTRAINT", "DROP", graph.name, *_arguments(obligation))


def _arguments(obligation: Obligation) -> tuple[object, ...]:
    kind, entity, label, properties = obligation
    return kind, entity, label, "PROPERTIES", len(properties), *properties


def await_indexes(graph: Graph, label: str | None = None) -> bool:
    """Wait until all indexes, or a label's, are built; whether one was not.

    A search fails until then, and constraints made before, of several graphs, kill the server.
    """
    statement = "CALL db.indexes() YIELD label, status RETURN label, status"
    waited = False
    for pause in _pauses():
        if all(status == "OPERATIONAL" for name, status in graph.run(statement) if label in (None, name)):
            return waited
        waited = True
        time.sleep(pause)
    raise AssertionError("pauses have no end")


def _holds(graph: Graph, obligation: Obligation) -> bool:
    """Wait until the server has checked all data; whether they keep the constraint."""
    statement = "CALL db.constraints() YIELD type, entitytype, label, properties, status"
    for pause in _pauses():
        rows = graph.run(f"{statement} RETURN type, entitytype, label, properties, status")
        status = {(kind, entity, label, tuple(sorted(keys))): status for kind, entity, label, keys, status in rows}
        if status.get(obligation) != "UNDER CONSTRUCTION":
            return status.get(obligation) == "OPERATIONAL"
        time.sleep(pause)
    raise AssertionError("pauses have no end")


def _pauses() -> Iterator[float]:
    """How long to wait between two looks, in seconds: longer each time."""
    pause = 0.001
    while True:
        yield pause
        pause = min(2 * pause, _LONGEST_PAUSE)
