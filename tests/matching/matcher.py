"""What the queries of :mod:`tests.matching.language` mean, in the plainest Python that says it.

openCypher's rules: within one MATCH no relationship is used twice, in all its patterns together; a self-loop is
found once by a hop without direction; OPTIONAL MATCH fills its new variables with null where there is no solution
that its WHERE accepts; null makes predicates unknown, and only what is true is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.conformance import values
from tests.conformance.values import Canonical
from tests.matching.language import (
    Aggregate,
    Call,
    Comparison,
    Expression,
    Graph,
    HasLabel,
    IsNull,
    Keys,
    Literal,
    Logic,
    Match,
    Node,
    NodePattern,
    Not,
    PathPattern,
    PatternPredicate,
    Projection,
    Properties,
    Property,
    Query,
    Relationship,
    RelationshipPattern,
    Variable,
)

Row = Mapping[str, Any]
Used = frozenset[int]


@dataclass(frozen=True, slots=True)
class Path:
    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


def answer(query: Query, graph: Graph) -> Counter[tuple[Canonical, ...]]:
    """The rows of the query, as canonical values, with how often each comes."""
    rows: list[Row] = [{}]
    for clause in query.clauses:
        if isinstance(clause, Projection):
            rows = _project(clause, rows, graph)
        else:
            rows = [found for row in rows for found in _match(clause, row, graph)]
    names = [name for _, name in query.result.items]
    result = _project(query.result, rows, graph)
    return Counter(tuple(_canonical(row[name]) for name in names) for row in result)


def _match(clause: Match, row: Row, graph: Graph) -> Iterator[Row]:
    found = False
    for solution, _ in _paths(clause.patterns, row, frozenset(), graph):
        if clause.where is None or _value(clause.where, solution, graph) is True:
            found = True
            yield solution
    if clause.optional and not found:
        yield {**dict.fromkeys(_variables(clause)), **row}


def _variables(clause: Match) -> Iterator[str]:
    for path in clause.patterns:
        yield from filter(None, (path.variable, path.start.variable))
        for relationship, node in path.hops:
            yield from filter(None, (relationship.variable, node.variable))


def _paths(patterns: tuple[PathPattern, ...], row: Row, used: Used, graph: Graph) -> Iterator[tuple[Row, Used]]:
    if not patterns:
        yield row, used
        return
    for node in graph.nodes:
        if (started := _bind_node(patterns[0].start, node, row)) is not None:
            for found, path, taken in _walk(patterns[0].hops, Path((node,), ()), started, used, graph):
                named = {**found, patterns[0].variable: path} if patterns[0].variable else found
                yield from _paths(patterns[1:], named, taken, graph)


def _walk(
    hops: tuple[tuple[RelationshipPattern, NodePattern], ...], path: Path, row: Row, used: Used, graph: Graph
) -> Iterator[tuple[Row, Path, Used]]:
    if not hops:
        yield row, path, used
        return
    relationship_pattern, node_pattern = hops[0]
    for step in _steps(relationship_pattern, path.nodes[-1], used, graph):
        relationships = step.relationships if relationship_pattern.length else step.relationships[0]
        bound = _bind(relationship_pattern.variable, relationships, row)
        bound = None if bound is None else _bind_node(node_pattern, step.nodes[-1], bound)
        if bound is not None:
            longer = Path(path.nodes + step.nodes[1:], path.relationships + step.relationships)
            taken = used | {relationship.id for relationship in step.relationships}
            yield from _walk(hops[1:], longer, bound, taken, graph)


def _steps(pattern: RelationshipPattern, start: Node, used: Used, graph: Graph) -> Iterator[Path]:
    """All ways along one relationship pattern: one relationship, or as many as its length allows."""
    least, greatest = pattern.length or (1, 1)
    waiting = [(Path((start,), ()), used)]
    while waiting:
        path, taken = waiting.pop()
        if len(path.relationships) >= least:
            yield path
        if greatest is None or len(path.relationships) < greatest:
            for relationship, node in _neighbours(pattern, path.nodes[-1], graph):
                if relationship.id not in taken:
                    longer = Path((*path.nodes, node), (*path.relationships, relationship))
                    waiting.append((longer, taken | {relationship.id}))


def _neighbours(pattern: RelationshipPattern, node: Node, graph: Graph) -> Iterator[tuple[Relationship, Node]]:
    for relationship in graph.relationships:
        if pattern.types and relationship.type not in pattern.types:
            continue
        if not _has(relationship, pattern.properties):
            continue
        if pattern.direction != "<" and relationship.source == node.id:
            yield relationship, graph.nodes[relationship.target]
        elif pattern.direction != ">" and relationship.target == node.id:
            yield relationship, graph.nodes[relationship.source]


def _bind_node(pattern: NodePattern, node: Node, row: Row) -> Row | None:
    if not set(pattern.labels) <= set(node.labels) or not _has(node, pattern.properties):
        return None
    return _bind(pattern.variable, node, row)


def _bind(variable: str, value: object, row: Row) -> Row | None:
    """The row with the variable, or None where the row has another value for it."""
    if not variable:
        return row
    if variable in row:
        return row if row[variable] == value else None
    return {**row, variable: value}


def _has(entity: Node | Relationship, properties: Properties) -> bool:
    return all(_compare("=", entity.properties.get(key), value) is True for key, value in properties)


def _project(projection: Projection, rows: list[Row], graph: Graph) -> list[Row]:
    keys = [(item, name) for item, name in projection.items if not isinstance(item, Aggregate)]
    aggregates = [(item, name) for item, name in projection.items if isinstance(item, Aggregate)]
    keyed = [({name: _value(item, row, graph) for item, name in keys}, row) for row in rows]
    projected = _grouped(keyed, aggregates, graph) if aggregates else [key for key, _ in keyed]
    if aggregates and not keys and not rows:
        projected = [{name: 0 for _, name in aggregates}]
    if projection.distinct:
        projected = [dict(row) for row in dict.fromkeys(tuple(row.items()) for row in projected)]
    return [row for row in projected if projection.where is None or _value(projection.where, row, graph) is True]


def _grouped(
    keyed: list[tuple[dict[str, Any], Row]], aggregates: list[tuple[Aggregate, str]], graph: Graph
) -> list[dict[str, Any]]:
    groups: dict[tuple[tuple[str, Any], ...], list[Row]] = {}
    for key, row in keyed:
        groups.setdefault(tuple(key.items()), []).append(row)
    return [
        {**dict(key), **{name: _aggregate(aggregate, rows, graph) for aggregate, name in aggregates}}
        for key, rows in groups.items()
    ]


def _aggregate(aggregate: Aggregate, rows: list[Row], graph: Graph) -> int:
    if aggregate.operand is None:
        return len(rows)
    found = [value for row in rows if (value := _value(aggregate.operand, row, graph)) is not None]
    found = list(dict.fromkeys(found)) if aggregate.distinct else found
    return sum(found) if aggregate.function == "sum" else len(found)


def _value(expression: Expression, row: Row, graph: Graph) -> Any:
    """The value of an expression; None is null, and for a predicate unknown."""
    match expression:
        case Literal(value):
            return value
        case Variable(name):
            return row[name]
        case Property(name, key):
            return None if row[name] is None else row[name].properties.get(key)
        case Call(function, name):
            return None if row[name] is None else _call(function, row[name])
        case Keys(name, of):
            if row[name] is None:
                return None
            parts = row[name] if of == "list" else getattr(row[name], of)
            return tuple(part.properties["i"] for part in parts)
        case Comparison(left, operator, right):
            return _compare(operator, _value(left, row, graph), _value(right, row, graph))
        case IsNull(operand, negated):
            return (_value(operand, row, graph) is None) != negated
        case HasLabel(name, label):
            return None if row[name] is None else label in _labels(row[name])
        case Not(operand):
            value = _value(operand, row, graph)
            return None if value is None else not value
        case Logic(operator, left, right):
            return _logic(operator, _value(left, row, graph), _value(right, row, graph))
        case PatternPredicate(pattern):
            return next(_paths((pattern,), row, frozenset(), graph), None) is not None
    raise TypeError(f"{expression!r} is no expression")


def _labels(entity: Node | Relationship) -> tuple[str, ...]:
    return entity.labels if isinstance(entity, Node) else (entity.type,)


def _call(function: str, value: Any) -> object:
    match function:
        case "type":
            return value.type
        case "length":
            return len(value.relationships)
    return len(value)


def _compare(operator: str, left: Any, right: Any) -> bool | None:
    if left is None or right is None:
        return None
    if operator in ("=", "<>"):
        return (type(left) is type(right) and left == right) == (operator == "=")
    if type(left) is not type(right) or not isinstance(left, int | str):
        return None
    return bool({"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator])


def _logic(operator: str, left: bool | None, right: bool | None) -> bool | None:
    match operator:
        case "AND":
            return False if False in (left, right) else None if None in (left, right) else True
        case "OR":
            return True if True in (left, right) else None if None in (left, right) else False
    return None if left is None or right is None else left != right


def _canonical(value: Any) -> Canonical:
    match value:
        case Node():
            return values.node_of(value.labels, values.canonical(_without_nulls(value.properties)))
        case Relationship():
            return values.relationship_of(value.type, values.canonical(_without_nulls(value.properties)))
        case Path():
            steps = (
                (">" if relationship.source == before.id else "<", _canonical(relationship), _canonical(after))
                for before, relationship, after in zip(value.nodes, value.relationships, value.nodes[1:], strict=False)
            )
            return values.path_of(_canonical(value.nodes[0]), steps)
        case tuple():
            return values.list_of(map(_canonical, value))
    return values.canonical(value)


def _without_nulls(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value is not None}
