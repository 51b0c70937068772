"""Where expressions may aggregate, and what they may hold beside the aggregation."""

from __future__ import annotations

from typing import NoReturn

from cypher_translate import ast
from cypher_translate.content import Content
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.semantics.functions import AGGREGATIONS, RANDOM, contains_aggregation, is_aggregation
from cypher_translate.transform import children, walk

_LOOPS = (ast.ListComprehension, ast.ListPredicate, ast.Reduce, ast.PatternComprehension)
_NOT_AGGREGATING = (
    ast.Clause,
    ast.NodePattern,
    ast.RelationshipPattern,
    ast.SetProperty,
    ast.SetAllProperties,
    ast.AddProperties,
)
_SUBQUERIES = (ast.ExistsSubquery, ast.CountSubquery, ast.CollectSubquery)
_CONSTANT = (
    ast.Parameter,
    ast.IntegerLiteral,
    ast.FloatLiteral,
    ast.StringLiteral,
    ast.BooleanLiteral,
    ast.NullLiteral,
)


def _refuse(message: str, node: ast.Node, code: str = "InvalidAggregation", hint: str = "") -> NoReturn:
    raise CypherSyntaxError(message, code=code, hint=hint, span=node.span)


def check_aggregation(query: ast.Query, content: Content) -> None:
    """Refuse aggregations where Neo4j does. Raises CypherSyntaxError."""
    if ast.CountStar not in content.kinds and content.functions.isdisjoint(AGGREGATIONS):
        return
    for node in walk(query):
        if isinstance(node, ast.With | ast.Return):
            _check_projection(node)
        elif isinstance(node, _NOT_AGGREGATING):
            for child in children(node):
                if isinstance(child, ast.Expression):
                    _refuse_any(child, "Aggregation is not possible here")
        if isinstance(node, _LOOPS):
            for child in children(node):
                if child is not getattr(node, "list", None):
                    _refuse_any(child, "An expression that runs over a list cannot aggregate")
        elif is_aggregation(node):
            for child in children(node):
                _refuse_any(child, "An aggregation cannot be inside another")
                for inner in walk(child):
                    if isinstance(inner, ast.FunctionCall) and inner.name.lower() in RANDOM:
                        _refuse("Random values cannot be aggregated", inner, "NonConstantExpression", "use WITH before")


def _refuse_any(expression: ast.Node, message: str) -> None:
    if isinstance(expression, _SUBQUERIES):
        return
    if is_aggregation(expression):
        _refuse(message, expression, hint="aggregate in a WITH before")
    for child in children(expression):
        if not isinstance(child, ast.Clause):
            _refuse_any(child, message)


def _check_projection(clause: ast.With | ast.Return) -> None:
    body = clause.body
    if isinstance(clause, ast.With) and clause.where is not None:
        _refuse_any(clause.where, "WHERE can only repeat aggregations of the projection")
    for sort in body.order_by:
        _refuse_any(sort.expression, "ORDER BY can only repeat aggregations of the projection")
    for bound in (body.skip, body.limit):
        if bound is not None:
            _refuse_any(bound, "SKIP and LIMIT cannot aggregate")
    aggregating = [item.expression for item in body.items if contains_aggregation(item.expression)]
    if not aggregating:
        return
    keys = {item.expression for item in body.items if not contains_aggregation(item.expression)}
    keys |= {item.alias for item in body.items if item.alias is not None}
    simple = {key for key in keys if isinstance(key, ast.Variable) or _is_property(key)}
    for expression in aggregating:
        _check_grouping(expression, simple, set())


def _is_property(node: ast.Node) -> bool:
    return isinstance(node, ast.Property) and (isinstance(node.subject, ast.Variable) or _is_property(node.subject))


def _check_grouping(node: ast.Node, keys: set[ast.Expression], local: set[str]) -> None:
    """Beside an aggregation may stand grouping keys, which are variables or their properties, and constants."""
    if is_aggregation(node) or node in keys or isinstance(node, _CONSTANT):
        return
    if isinstance(node, ast.Variable):
        if node.name in local:
            return
        _refuse(
            f"{node.name} stands beside an aggregation and is not a column of its own",
            node,
            "AmbiguousAggregationExpression",
            "project what is grouped by as a column of its own, in a WITH before",
        )
    if isinstance(node, _LOOPS):
        local = local | _declared(node)
    for child in children(node):
        _check_grouping(child, keys, local)


def _declared(loop: ast.Node) -> set[str]:
    """The names that a comprehension, a quantifier or reduce() declares."""
    if isinstance(loop, ast.PatternComprehension):
        return {node.name for node in walk(loop.path) if isinstance(node, ast.Variable)}
    declared = {getattr(loop, "variable", None), getattr(loop, "accumulator", None)}
    return {variable.name for variable in declared if isinstance(variable, ast.Variable)}
