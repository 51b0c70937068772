"""What a query changes is changed although no row is returned.

FalkorDB does not run what comes before LIMIT 0 at all.

>>> show("MATCH (n) SET n.x = 1 RETURN n.x AS x, n.y LIMIT $most")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) SET n.x = 1 WITH n.x AS x, n.y AS _column WITH collect([x, _column]) AS _rows
UNWIND _rows[0..$most] AS _row RETURN _row[0] AS x, _row[1] AS `n.y`
>>> show("MATCH (n) SET n.x = 1 RETURN n.x LIMIT 5")
MATCH (n) SET n.x = 1 RETURN n.x LIMIT 5
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.content import is_write
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def paged(clause: Any, place: Place) -> Sequence[ast.Clause]:
        limit = clause.body.limit
        if limit is None or (isinstance(limit, ast.IntegerLiteral) and limit.value > 0):
            return (clause,)
        return _sliced(clause, context) if any(map(is_write, place.before)) else (clause,)

    return rewrite_clauses(query, ast.Return | ast.With, paged)


def _sliced(clause: Any, context: Context) -> Sequence[ast.Clause]:
    """The rows as a list, of which a slice is unwound."""
    body: ast.ProjectionBody = clause.body
    names = [visible.column(item) or context.fresh("column", t.ANY).name for item in body.items]
    items = tuple(
        item if visible.column(item) else replace(item, alias=ast.Variable(name))
        for item, name in zip(body.items, names, strict=True)
    )
    rows, row = context.fresh("rows", t.list_of(t.ANY)), context.fresh("row", t.list_of(t.ANY))
    values = ast.ListLiteral(tuple(ast.Variable(name) for name in names))
    columns = tuple(
        replace(item, expression=ast.Subscript(row, build.number(i)), alias=item.alias or _alias(item))
        for i, item in enumerate(body.items)
    )
    return (
        ast.With(replace(body, items=items, limit=None)),
        build.with_(build.item(build.call("collect", values), rows.name)),
        ast.Unwind(ast.Slice(rows, build.number(0), body.limit), row),
        replace(clause, body=ast.ProjectionBody(columns)),
    )


def _alias(item: ast.ProjectionItem) -> ast.Variable | None:
    return item.expression if isinstance(item.expression, ast.Variable) else None


PASS = Pass(
    code="pages-of-updates",
    neo4j="changes what it changes although LIMIT 0 returns nothing of it",
    falkordb="runs nothing that comes before LIMIT 0",
    remedy="the limit is taken from a list of the rows, where it is 0 or a parameter behind an update",
    rewrite=_rewrite,
    triggers=(ast.Create, ast.Merge, ast.Set, ast.Remove, ast.Delete, ast.Foreach),
)
