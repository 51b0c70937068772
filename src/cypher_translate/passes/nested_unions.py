"""A UNION in a subquery of a subquery is put together from lists.

FalkorDB dies of it where the outer subquery has no row to give to the inner one (its issue 2319).

>>> show("CALL { MATCH (a) CALL { WITH a RETURN a.x AS b UNION ALL WITH a RETURN a.y AS b } RETURN b } RETURN b")
... # doctest: +NORMALIZE_WHITESPACE
CALL { MATCH (a) CALL { WITH a WITH a.x AS b RETURN collect([b]) AS _rows }
CALL { WITH a WITH a.y AS b RETURN collect([b]) AS _rows2 }
UNWIND _rows + _rows2 AS _row WITH *, _row[0] AS b RETURN b } RETURN b
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def visit(node: Any, depth: int) -> Any:
        inside = depth + isinstance(node, ast.CallSubquery)
        node = rebuild(node, lambda child: visit(child, inside))
        if depth == 0 or not isinstance(node, ast.SingleQuery):
            return node
        clauses: list[ast.Clause] = []
        for clause in node.clauses:
            clauses += _lists(clause, context) if _is_union(clause) else (clause,)
        return node if len(clauses) == len(node.clauses) else replace(node, clauses=tuple(clauses))

    rewritten: ast.Query = visit(query, 0)
    return rewritten


def _is_union(clause: ast.Clause) -> bool:
    return isinstance(clause, ast.CallSubquery) and isinstance(clause.query, ast.Union)


def _lists(call: Any, context: Context) -> Sequence[ast.Clause]:
    """A list of rows from each part, and the rows of all."""
    union: ast.Union = call.query
    columns = visible.returned(union)
    if not columns:
        return (call,)
    lists = [context.fresh("rows", t.list_of(t.list_of(t.ANY))) for _ in union.queries]
    clauses: list[ast.Clause] = []
    for part, rows in zip(union.queries, lists, strict=True):
        *before, last = part.clauses
        assert isinstance(last, ast.Return)
        values = ast.ListLiteral(tuple(ast.Variable(name) for name in columns))
        collected = ast.Return(ast.ProjectionBody((build.item(build.call("collect", values), rows.name),)))
        clauses.append(ast.CallSubquery(ast.SingleQuery((*before, ast.With(last.body), collected))))
    everything: ast.Expression = lists[0]
    for rows in lists[1:]:
        everything = build.binary("+", everything, rows)
    row = context.fresh("row", t.list_of(t.ANY))
    unwind = ast.Unwind(everything, row)
    if union.all:
        clauses.append(unwind)
    else:
        imports = build.with_(*map(build.item, lists))
        distinct = ast.With(ast.ProjectionBody((build.item(row),), distinct=True))
        returned = ast.Return(ast.ProjectionBody((build.item(row),)))
        clauses.append(ast.CallSubquery(ast.SingleQuery((imports, unwind, distinct, returned))))
    items = (build.item(ast.Subscript(row, build.number(i)), name) for i, name in enumerate(columns))
    return (*clauses, build.with_everything(*items))


PASS = Pass(
    code="nested-unions",
    neo4j="UNION in a subquery inside another",
    falkordb="dies where the outer subquery has no rows",
    remedy="each part of the UNION gives a list of rows",
    rewrite=_rewrite,
    triggers=(ast.Union,),
)
