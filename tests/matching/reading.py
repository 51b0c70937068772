"""Cypher text into the pieces of :mod:`tests.matching.language`, as far as that goes.

It lets the matcher be held against answers that a real Neo4j gave.
"""

from __future__ import annotations

from cypher_translate import ast, parser
from tests.matching import language


class OutOfReach(Exception):
    """The text has something that the language lacks."""


def read_graph(statements: list[str]) -> language.Graph:
    """The graph that CREATE statements make; raises OutOfReach."""
    nodes: list[language.Node] = []
    relationships: list[language.Relationship] = []
    for statement in statements:
        named: dict[str, int] = {}
        for clause in _clauses(statement):
            if not isinstance(clause, ast.Create):
                raise OutOfReach(type(clause).__name__)
            for part in clause.pattern.parts:
                _create(_path(part), named, nodes, relationships)
    return language.Graph(tuple(nodes), tuple(relationships))


def read_query(text: str) -> language.Query:
    """The query of a text; raises OutOfReach."""
    *clauses, last = _clauses(text)
    if not isinstance(last, ast.Return):
        raise OutOfReach(type(last).__name__)
    return language.Query(tuple(map(_clause, clauses)), _projection(last.body, text))


def _clauses(text: str) -> tuple[ast.Clause, ...]:
    query = parser.parse(text)
    if query.mode or not isinstance(query.body, ast.SingleQuery):
        raise OutOfReach("no single query")
    return query.body.clauses


def _create(
    path: language.PathPattern,
    named: dict[str, int],
    nodes: list[language.Node],
    relationships: list[language.Relationship],
) -> None:
    ends = [_create_node(pattern, named, nodes) for pattern in (path.start, *(node for _, node in path.hops))]
    for (pattern, _), left, right in zip(path.hops, ends, ends[1:], strict=False):
        source, target = (left, right) if pattern.direction == ">" else (right, left)
        properties = dict(pattern.properties)
        relationships.append(language.Relationship(len(relationships), pattern.types[0], source, target, properties))


def _create_node(pattern: language.NodePattern, named: dict[str, int], nodes: list[language.Node]) -> int:
    if pattern.variable in named:
        return named[pattern.variable]
    node = language.Node(len(nodes), pattern.labels, dict(pattern.properties))
    nodes.append(node)
    if pattern.variable:
        named[pattern.variable] = node.id
    return node.id


def _clause(clause: ast.Clause) -> language.Match | language.Projection:
    match clause:
        case ast.Match(pattern=pattern, where=where, optional=optional, mode=None, hints=()):
            return language.Match(tuple(map(_path, pattern.parts)), _where(where), optional)
        case ast.With(body=body, where=where):
            projection = _projection(body, "")
            return language.Projection(projection.items, projection.distinct, _where(where))
    raise OutOfReach(type(clause).__name__)


def _projection(body: ast.ProjectionBody, text: str) -> language.Projection:
    if body.star or body.skip or body.limit:
        raise OutOfReach("star or paging")
    items = tuple((_item(item.expression), _name(item, text)) for item in body.items)
    return language.Projection(items, body.distinct)


def _name(item: ast.ProjectionItem, text: str) -> str:
    match item:
        case ast.ProjectionItem(alias=ast.Variable(name=name)) | ast.ProjectionItem(expression=ast.Variable(name=name)):
            return name
    return text[item.span[0] : item.span[1]]


def _item(expression: ast.Expression) -> language.Expression | language.Aggregate:
    match expression:
        case ast.CountStar():
            return language.Aggregate()
        case ast.FunctionCall(name="count" | "sum" as name, arguments=(operand,), distinct=distinct):
            return language.Aggregate(name, _expression(operand), distinct)
    return _expression(expression)


def _path(part: ast.PatternPart) -> language.PathPattern:
    if part.selector or not isinstance(part.path, ast.PathPattern):
        raise OutOfReach("path selector")
    variable = part.variable.name if part.variable else ""
    return language.PathPattern(*_elements(part.path), variable)


def _elements(
    path: ast.PathPattern,
) -> tuple[language.NodePattern, tuple[tuple[language.RelationshipPattern, language.NodePattern], ...]]:
    start, *rest = path.elements
    hops = tuple(zip(map(_relationship, rest[::2]), map(_node, rest[1::2]), strict=True))
    return _node(start), hops


def _node(element: ast.PathElement) -> language.NodePattern:
    if not isinstance(element, ast.NodePattern) or element.where:
        raise OutOfReach("node pattern")
    labels = element.labels.operands if isinstance(element.labels, ast.LabelAnd) else (element.labels,)
    return language.NodePattern(_variable(element.variable), _names(labels), _properties(element.properties))


def _relationship(element: ast.PathElement) -> language.RelationshipPattern:
    if not isinstance(element, ast.RelationshipPattern) or element.where or element.quantifier:
        raise OutOfReach("relationship pattern")
    types = element.types.operands if isinstance(element.types, ast.LabelOr) else (element.types,)
    return language.RelationshipPattern(
        {"OUTGOING": ">", "INCOMING": "<", "BOTH": "-"}[element.direction],
        _variable(element.variable),
        _names(types),
        _length(element.length),
        _properties(element.properties),
    )


def _length(length: ast.Range | None) -> tuple[int, int | None] | None:
    if length is None:
        return None
    return 1 if length.lower is None else length.lower, length.upper


def _variable(variable: ast.Variable | None) -> str:
    return variable.name if variable else ""


def _names(labels: tuple[ast.LabelExpression | None, ...]) -> tuple[str, ...]:
    if any(not isinstance(label, ast.LabelName) for label in labels if label):
        raise OutOfReach("label expression")
    return tuple(label.name for label in labels if isinstance(label, ast.LabelName))


def _properties(properties: ast.MapLiteral | ast.Parameter | None) -> language.Properties:
    if properties is None:
        return ()
    if isinstance(properties, ast.Parameter):
        raise OutOfReach("parameter")
    return tuple((entry.key, _literal(entry.value)) for entry in properties.entries)


def _literal(expression: ast.Expression) -> language.Scalar:
    match expression:
        case ast.BooleanLiteral(value=value) | ast.IntegerLiteral(value=value) | ast.StringLiteral(value=value):
            return value
        case ast.NullLiteral():
            return None
    raise OutOfReach(type(expression).__name__)


def _where(predicate: ast.Expression | None) -> language.Expression | None:
    return None if predicate is None else _expression(predicate)


def _expression(expression: ast.Expression) -> language.Expression:
    match expression:
        case ast.Variable(name=name):
            return language.Variable(name)
        case ast.Property(subject=ast.Variable(name=name), key=key):
            return language.Property(name, key)
        case ast.FunctionCall(name="type" | "length" | "size" as function, arguments=(ast.Variable(name=name),)):
            return language.Call(function, name)
        case ast.Comparison(operands=(left, right), operators=(operator,)):
            return language.Comparison(_expression(left), operator, _expression(right))
        case ast.IsNull(operand=operand, negated=negated):
            return language.IsNull(_expression(operand), negated)
        case ast.HasLabels(subject=ast.Variable(name=name), labels=ast.LabelName(name=label)):
            return language.HasLabel(name, label)
        case ast.Not(operand=operand):
            return language.Not(_expression(operand))
        case ast.And(operands=(left, right)):
            return language.Logic("AND", _expression(left), _expression(right))
        case ast.Or(operands=(left, right)):
            return language.Logic("OR", _expression(left), _expression(right))
        case ast.Xor(operands=(left, right)):
            return language.Logic("XOR", _expression(left), _expression(right))
        case ast.PatternExpression(path=path):
            return language.PatternPredicate(language.PathPattern(*_elements(path)))
    return language.Literal(_literal(expression))
