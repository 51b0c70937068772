"""A single value where a list is expected counts as a list of one.

Neo4j does so while a query runs: 1 IN n.tags, [x IN n.tags | …]. FalkorDB raises an error. ``[] + value`` is that
list, and null for null; it is written where the value is not known to be a list, parameters aside.

>>> show("MATCH (n) WHERE 'a' IN n.tags AND any(t IN labels(n) WHERE t IN $wanted) RETURN [t IN n.tags | t] AS tags")
MATCH (n) WHERE 'a' IN ([] + n.tags) AND any(t IN labels(n) WHERE t IN $wanted) RETURN [t_2 IN [] + n.tags | t_2] AS tags
"""  # noqa: E501

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform

_KINDS = (ast.In, ast.ListComprehension, ast.ListPredicate, ast.Reduce)
_EMPTY = ast.ListLiteral(())


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, _KINDS) and not _is_list(node.list, context):
            return replace(node, list=build.binary("+", _EMPTY, node.list))
        return node

    return transform(query, step)


def _is_list(expression: Expression, context: Context) -> bool:
    type_ = context.type_of(expression)
    return isinstance(expression, ast.Parameter) or not type_.names or type_.is_only("LIST")


PASS = Pass(
    code="list-coercion",
    neo4j="a single value where a list is expected is a list of one",
    falkordb="raises an error",
    remedy="`[] + value` where the value may be no list, parameters aside",
    rewrite=_rewrite,
    triggers=_KINDS,
    cost="0.2 µs, where the value is not known to be a list",
)
