"""What is done with an aggregation is done after it, in a clause of its own.

Neo4j may put grouping keys and any functions around aggregations. FalkorDB gives null for a key there, and some
functions and loops around an aggregation fail. So the keys and the aggregations get names in a WITH before.

>>> show("MATCH (n) RETURN n.kind AS kind, {kind: n.kind, size: count(*)} AS entry")
MATCH (n) WITH n.kind AS kind, count(*) AS _count RETURN kind, {kind: kind, size: _count} AS entry
>>> show("MATCH (n) RETURN n.kind, count(*) AS c, size(collect(n)), collect(n)[..3]")
MATCH (n) RETURN n.kind, count(*) AS c, size(collect(n)), collect(n)[..3]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics.functions import contains_aggregation, is_aggregation
from cypher_translate.transform import children, rebuild, transform

_HARMLESS = frozenset({"size", "head", "last"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.SingleQuery):
            return node
        clauses = tuple(part for clause in node.clauses for part in _split(clause, context))
        return node if len(clauses) == len(node.clauses) else replace(node, clauses=clauses)

    return transform(query, step)


def _split(clause: ast.Clause, context: Context) -> Sequence[ast.Clause]:
    if not isinstance(clause, ast.With | ast.Return):
        return (clause,)
    items = clause.body.items
    if all(_is_harmless(item.expression, context) for item in items):
        return (clause,)
    names: dict[Expression, ast.Variable] = {}
    for item in items:
        if not contains_aggregation(item.expression):
            names[item.expression] = _key(item, context)
    for item in items:
        for aggregation in _aggregations(item.expression):
            if aggregation not in names:
                names[aggregation] = context.fresh(_name(aggregation), context.type_of(aggregation))
    first = build.with_(*(build.item(expression, _alias(expression, name)) for expression, name in names.items()))
    renamed = tuple(_item(item, _renamed(item.expression, names)) for item in items)
    return (first, replace(clause, body=replace(clause.body, items=renamed)))


def _is_harmless(expression: Expression, context: Context) -> bool:
    """Whether FalkorDB evaluates an item as it is: a key, an aggregation, a part of one, or a comparison of numbers."""
    while not is_aggregation(expression):
        if isinstance(expression, ast.Subscript | ast.Slice):
            if any(contains_aggregation(child) for child in children(expression) if child is not expression.subject):
                return False
            expression = expression.subject
        elif isinstance(expression, ast.FunctionCall) and expression.name.lower() in _HARMLESS:
            expression = expression.arguments[0]
        elif isinstance(expression, ast.Comparison) and isinstance(expression.operands[1], ast.IntegerLiteral):
            expression = expression.operands[0]
            if not context.type_of(expression).is_only("INTEGER", "FLOAT"):
                return False
        else:
            return not contains_aggregation(expression)
    return True


def _key(item: ast.ProjectionItem, context: Context) -> ast.Variable:
    if isinstance(item.expression, ast.Variable):
        return item.expression
    return item.alias or context.fresh("key", context.type_of(item.expression))


def _item(item: ast.ProjectionItem, expression: Expression) -> ast.ProjectionItem:
    if item.alias == expression:
        return ast.ProjectionItem(expression)
    return replace(item, expression=expression)


def _alias(expression: Expression, name: ast.Variable) -> str | None:
    return None if expression == name else name.name


def _aggregations(node: ast.Node) -> Sequence[Expression]:
    if isinstance(node, ast.Expression) and is_aggregation(node):
        return (node,)
    return [found for child in children(node) if contains_aggregation(child) for found in _aggregations(child)]


def _name(aggregation: Expression) -> str:
    return aggregation.name.lower() if isinstance(aggregation, ast.FunctionCall) else "count"


def _renamed(expression: Expression, names: dict[Expression, ast.Variable]) -> Expression:
    def visit(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Expression) and node in names:
            return names[node]
        return rebuild(node, visit)

    return visit(expression)  # type: ignore[return-value]


PASS = Pass(
    code="grouping",
    neo4j="grouping keys and functions can stand around an aggregation",
    falkordb="gives null for a key there, and fails for some functions",
    remedy="keys and aggregations get names in a WITH before",
    rewrite=_rewrite,
    triggers=(ast.CountStar,),
    functions=frozenset(
        {"count", "sum", "avg", "min", "max", "collect", "stdev", "stdevp", "percentilecont", "percentiledisc"}
    ),
)
