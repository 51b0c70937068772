"""Rows that a subquery may give or not, and a row of nulls where it gives none."""

from __future__ import annotations

from collections.abc import Sequence

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context
from cypher_translate.semantics import types as t


def optional_rows(
    clauses: Sequence[ast.Clause], columns: Sequence[str], imports: Sequence[str], context: Context
) -> list[ast.Clause]:
    """The rows that these clauses give for each row, in these columns; one of nulls where they give none.

    ``CALL { … RETURN collect([columns]) AS rows } UNWIND CASE size(rows) WHEN 0 THEN [[]] ELSE rows END AS row
    WITH *, row[0] AS column …``
    """
    rows, row = context.fresh("rows", t.list_of(t.list_of(t.ANY))), context.fresh("row", t.list_of(t.ANY))
    values = ast.ListLiteral(tuple(Variable(name) for name in columns))
    collected = ast.Return(ast.ProjectionBody((build.item(build.call("collect", values), rows.name),)))
    nothing = ast.ListLiteral((ast.ListLiteral((ast.NullLiteral(),) * len(columns)),))
    some = build.case(build.call("size", rows), (build.number(0), nothing), rows)
    return [
        visible.call(ast.SingleQuery((*clauses, collected)), imports),
        ast.Unwind(some, row),
        build.with_everything(
            *(build.item(ast.Subscript(row, build.number(i)), name) for i, name in enumerate(columns))
        ),
    ]
