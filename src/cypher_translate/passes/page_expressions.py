"""SKIP and LIMIT of an expression: the expression is evaluated first.

FalkorDB takes an integer or a parameter there, and its last 32 bits.

>>> show("MATCH (n) RETURN n SKIP $page * 10 LIMIT toInteger($size)")
MATCH (n) RETURN n SKIP $_skip LIMIT $_limit
>>> show("MATCH (n) RETURN n LIMIT 9223372036854775807")
MATCH (n) RETURN n LIMIT 4294967295
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.generator import generate
from cypher_translate.plan import MOST_ROWS, Supply
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not any(isinstance(node, ast.ProjectionBody) and not _is_plain(node) for node in walk(query)):
        return query

    def step(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.ProjectionBody) or _is_plain(node):
            return node
        skip, limit = _plain(node.skip, "skip", context), _plain(node.limit, "limit", context)
        return replace(node, skip=skip, limit=limit)

    return transform(query, step)


def _is_plain(node: ast.ProjectionBody) -> bool:
    return all(bound is None or _is_bound(bound) for bound in (node.skip, node.limit))


def _is_bound(expression: Expression) -> bool:
    if isinstance(expression, ast.IntegerLiteral):
        return expression.value <= MOST_ROWS
    return isinstance(expression, ast.Parameter)


def _plain(expression: Expression | None, name: str, context: Context) -> Expression | None:
    if expression is None or _is_bound(expression):
        return expression
    if isinstance(expression, ast.IntegerLiteral):
        return replace(expression, value=MOST_ROWS)
    parameter = context.fresh_parameter(name, t.INTEGER)
    context.supplies.append(Supply(parameter.name, "value", generate(expression)))
    return parameter


PASS = Pass(
    code="page-expressions",
    neo4j="SKIP and LIMIT take any expression without variables",
    falkordb="takes an integer or a parameter",
    remedy="a small query before evaluates the expression",
    rewrite=_rewrite,
    triggers=(ast.ProjectionBody,),
    cost="one more round trip where it applies",
)
