"""NaN does not equal itself: DISTINCT and grouping keep each one apart.

FalkorDB takes all of them for one value. Where what the query computes may be NaN, a random number keeps them apart.

>>> show("UNWIND $rows AS row WITH sqrt(row) AS root RETURN DISTINCT root LIMIT 3")  # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row WITH sqrt(row) AS root WITH DISTINCT root, CASE WHEN root <> root THEN rand() END AS _nan
RETURN root LIMIT 3
>>> show("UNWIND $rows AS row WITH sqrt(row) AS root RETURN count(DISTINCT root) AS roots")
... # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row WITH sqrt(row) AS root
RETURN count(DISTINCT CASE WHEN root <> root THEN [rand()] ELSE root END) AS roots
>>> show("MATCH (n) WITH n, sqrt(n.x) AS root RETURN DISTINCT n")
MATCH (n) WITH n, sqrt(n.x) AS root RETURN DISTINCT n
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.nan import FUNCTIONS, compute_nan, may_be_nan
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t
from cypher_translate.semantics.functions import contains_aggregation
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not compute_nan((query,)):
        return query

    def projected(clause: ast.With | ast.Return, place: Place) -> Sequence[ast.Clause]:
        if not place.before or not compute_nan((*place.before, clause)):
            return (clause,)
        body = transform(clause.body, lambda node: _counted(node, context))
        keys = [item for item in body.items if _is_key(item.expression, context)]
        if not keys or not (body.distinct or visible.aggregates(body)):
            return (clause if body is clause.body else replace(clause, body=body),)
        names = {item: _name(item, context) for item in body.items}
        computed = [build.item(key.expression, names[key].name) for key in keys if key.expression != names[key]]
        marks = [
            build.item(fill("CASE WHEN $x <> $x THEN rand() END", context, x=names[key]), _mark(context))
            for key in keys
        ]
        first = [
            build.item(name) if item in keys or item.expression == name else build.item(item.expression, name.name)
            for item, name in names.items()
        ]
        last = tuple(
            build.item(name) if item.alias == name else replace(item, expression=name) for item, name in names.items()
        )
        return (
            *([build.with_everything(*computed)] if computed else []),
            ast.With(ast.ProjectionBody((*first, *marks), distinct=body.distinct)),
            replace(clause, body=replace(body, items=last, distinct=False)),
        )

    return rewrite_clauses(rewrite_clauses(query, ast.With, projected), ast.Return, projected)


def _counted(node: ast.Node, context: Context) -> ast.Node:
    """``count(DISTINCT x)`` of what may be NaN."""
    if isinstance(node, ast.FunctionCall) and node.distinct and node.name.lower() == "count":
        (value,) = node.arguments
        if may_be_nan(value, context):
            return replace(node, arguments=(fill("CASE WHEN $x <> $x THEN [rand()] ELSE $x END", context, x=value),))
    return node


def _is_key(expression: ast.Expression, context: Context) -> bool:
    return may_be_nan(expression, context) and not contains_aggregation(expression)


def _mark(context: Context) -> str:
    return context.fresh("nan", t.FLOAT).name


def _name(item: ast.ProjectionItem, context: Context) -> ast.Variable:
    known = visible.column(item)
    return ast.Variable(known) if known else context.fresh("column", context.type_of(item.expression))


PASS = Pass(
    code="nan-rows",
    neo4j="NaN does not equal itself in DISTINCT and as a grouping key",
    falkordb="takes all of them for one",
    remedy="where the query computes what may be NaN, a random number keeps them apart",
    rewrite=_rewrite,
    triggers=(ast.Binary, ast.FloatLiteral),
    functions=FUNCTIONS,
    cost="0.2 µs a row, where it applies",
)
