"""A WHERE behind WITH sees the variables that the WITH drops.

FalkorDB fails where such a variable comes from an OPTIONAL MATCH, or is read together with a projected one. It is
passed on and dropped one WITH later.

>>> show("MATCH (a) OPTIONAL MATCH (a)-[r:T]->(b) WITH a WHERE r IS NULL RETURN a")
MATCH (a) OPTIONAL MATCH (a)-[r:T]->(b) WITH a, r WHERE r IS NULL WITH a RETURN a
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

    return rewrite_clauses(query, ast.With, filtered)


PASS = Pass(
    code="hidden-variables",
    neo4j="a WHERE behind WITH sees the variables that the WITH drops",
    falkordb="fails if they come from an OPTIONAL MATCH, or are read together with projected ones",
    remedy="they are dropped one WITH later",
    rewrite=_rewrite,
    triggers=(ast.With,),
)
