"""x IN list asks for each item whether it = x.

FalkorDB's IN takes {a: 1} and {a: 'x'} for equal, and NaN for every number. Where such values may be asked for, the
items are compared one by one.

>>> show("UNWIND [{a: 1}] AS x RETURN x IN $maps AS a, 1 IN $numbers AS b")
UNWIND [{a: 1}] AS x RETURN any(_item IN $maps WHERE _item = x) AS a, 1 IN $numbers AS b
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.nan import compute_nan
from cypher_translate.rewriting.templates import once
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.In) and _differs(node, context):
            return once(context, [node.item], lambda values: _any_equal(values[0], node.list, context))
        return node

    return transform(query, step)


def _differs(node: ast.In, context: Context) -> bool:
    items = context.type_of(node.list).item
    if context.type_of(node.item).is_only("MAP") or items.is_only("MAP"):
        return True
    return compute_nan((node.item, node.list))


def _any_equal(value: Expression, values: Expression, context: Context) -> Expression:
    item = context.fresh("item", context.type_of(values).item)
    return ast.ListPredicate("any", item, values, build.compare(item, "=", value))


PASS = Pass(
    code="membership",
    neo4j="x IN list compares as = does",
    falkordb="IN takes maps whose values have different types for equal, and NaN for every number",
    remedy="any(item IN list WHERE item = x), where x or an item is a map or may be NaN",
    rewrite=_rewrite,
    triggers=(ast.In,),
)
