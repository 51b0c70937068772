"""A subquery begins with an import where FalkorDB needs one.

FalkorDB takes any WITH at the beginning of CALL {…} for an import, and refuses one that is none. And a subquery that
imports nothing does not see what the query around it has written.

>>> show("CALL { WITH 1 AS x RETURN x } RETURN x")
CALL { UNWIND [1] AS _once WITH 1 AS x RETURN x } RETURN x
>>> show("CREATE (a:A) WITH a CALL { MATCH (b:A) RETURN count(b) AS c } RETURN c")
CREATE (a:A) WITH a CALL { WITH a MATCH (b:A) RETURN count(b) AS c } RETURN c
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.content import is_write
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def called(clause: ast.CallSubquery, place: Place) -> Sequence[ast.Clause]:
        names: visible.Names = ()
        for before in place.before:
            names = visible.after(before, names)
        written = any(map(is_write, place.before))

        def begun(part: ast.SingleQuery) -> ast.SingleQuery:
            first = part.clauses[0]
            if isinstance(first, ast.With) and _is_import(first, names):
                return part
            if names and (written or isinstance(first, ast.With)):
                return replace(part, clauses=(build.with_(build.item(Variable(names[0]))), *part.clauses))
            if isinstance(first, ast.With):
                once = ast.Unwind(ast.ListLiteral((build.number(1),)), context.fresh("once", t.INTEGER))
                return replace(part, clauses=(once, *part.clauses))
            return part

        body = clause.query
        if isinstance(body, ast.Union):
            new: ast.RegularQuery = replace(body, queries=tuple(map(begun, body.queries)))
        else:
            new = begun(body)
        return (clause,) if new == body else (replace(clause, query=new),)

    return rewrite_clauses(query, ast.CallSubquery, called)


def _is_import(clause: ast.With, names: visible.Names) -> bool:
    body = clause.body
    if body.distinct or body.order_by or body.skip or body.limit or clause.where or body.star:
        return False
    return all(item.alias is None and visible.column(item) in names for item in body.items)


PASS = Pass(
    code="subquery-imports",
    neo4j="a subquery may begin with any WITH, and sees what was written before it",
    falkordb="takes a WITH at the beginning for an import; without one it does not see what was written",
    remedy="an import stands at the beginning where there is something to import, else an UNWIND of one row",
    rewrite=_rewrite,
    triggers=(ast.CallSubquery,),
)
