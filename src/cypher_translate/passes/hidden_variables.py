"""WHERE and ORDER BY behind a projection see the variables that it drops.

FalkorDB fails where the variable of a WHERE comes from an OPTIONAL MATCH, or is read together with a projected one. It
is passed on and dropped one WITH later. It also fails where ORDER BY reads a path that a MATCH has just found; a WITH
in between helps.

>>> show("MATCH (a) OPTIONAL MATCH (a)-[r:T]->(b) WITH a WHERE r IS NULL RETURN a")
MATCH (a) OPTIONAL MATCH (a)-[r:T]->(b) WITH a, r WHERE r IS NULL WITH a RETURN a
>>> show("MATCH p = (a)-[:T*1..2]->(b) RETURN b.name ORDER BY length(p)")
MATCH p = (a)-[:T*1..2]->(b) WITH * RETURN b.name ORDER BY length(p)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def filtered(clause: ast.With, place: Place) -> Sequence[ast.Clause]:
        body = clause.body
        if clause.where is None or body.star or body.distinct or visible.aggregates(body):
            return (clause,)
        kept = [visible.column(item) for item in body.items]
        hidden = sorted(visible.used([clause.where]) & place.visible - set(kept))
        if not hidden:
            return (clause,)
        items = (*body.items, *(build.item(Variable(name)) for name in hidden))
        return (
            replace(clause, body=replace(body, items=items)),
            build.with_(*(build.item(Variable(name)) for name in kept)),
        )

    def ordered(clause: ast.With | ast.Return, place: Place) -> Sequence[ast.Clause]:
        paths = _found_paths(place.before)
        paths -= {item.expression.name for item in clause.body.items if isinstance(item.expression, Variable)}
        if paths.isdisjoint(visible.used(clause.body.order_by)):
            return (clause,)
        return (build.with_everything(), clause)

    query = rewrite_clauses(query, ast.With, filtered)
    return rewrite_clauses(rewrite_clauses(query, ast.With, ordered), ast.Return, ordered)


def _found_paths(before: Sequence[ast.Clause]) -> set[str]:
    """The paths that were found since the last WITH."""
    names: set[str] = set()
    for clause in reversed(before):
        if isinstance(clause, ast.With):
            break
        if isinstance(clause, ast.Match):
            names |= {part.variable.name for part in clause.pattern.parts if part.variable}
    return names


PASS = Pass(
    code="hidden-variables",
    neo4j="WHERE and ORDER BY behind a projection see the variables that it drops",
    falkordb="fails if they come from an OPTIONAL MATCH, are read together with projected ones, or are paths",
    remedy="they are dropped one WITH later; a WITH stands before an ORDER BY of a path",
    rewrite=_rewrite,
    triggers=(ast.With, ast.SortItem),
)
