"""NaN comes after all other numbers.

FalkorDB leaves NaN where it happens to be in the order. Where a query computes what may be NaN, ORDER BY sorts by
that first.

>>> show("UNWIND $rows AS row WITH row.a / row.b AS ratio RETURN ratio ORDER BY ratio DESC")  # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row WITH coalesce(neo4j.dividedBy(row.a, row.b, toString(row.a), toString(row.b)),
CASE WHEN typeof(row.a) <> 'String' THEN row.a END / CASE WHEN typeof(row.b) <> 'String' THEN row.b END) AS ratio RETURN ratio
ORDER BY coalesce(ratio <> ratio, ratio IS NULL) DESC, ratio DESC
>>> show("MATCH (n) RETURN n.name ORDER BY n.age % 2, n.name")
MATCH (n) RETURN n.name ORDER BY n.age % 2, n.name
"""  # noqa: E501

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.nan import compute_nan, may_be_nan
from cypher_translate.rewriting.templates import fill
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not compute_nan((query,)):
        return query

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.ProjectionBody) and node.order_by:
            order = tuple(sort for item in node.order_by for sort in _sorted(item, context))
            return node if len(order) == len(node.order_by) else replace(node, order_by=order)
        return node

    return transform(query, step)


def _sorted(item: ast.SortItem, context: Context) -> tuple[ast.SortItem, ...]:
    expression = item.expression
    if not may_be_nan(expression, context):
        return (item,)
    return (replace(item, expression=fill("coalesce($x <> $x, $x IS NULL)", context, x=expression)), item)


PASS = Pass(
    code="nan-order",
    neo4j="NaN is sorted after all other numbers",
    falkordb="leaves NaN anywhere",
    remedy="where the query computes what may be NaN, ORDER BY sorts by that first",
    rewrite=_rewrite,
    triggers=(ast.SortItem,),
)
