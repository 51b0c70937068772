"""A named path is projected before it is sorted by or written with.

FalkorDB puts a named path together in the projection that follows the MATCH. ORDER BY of that projection, and clauses
that change data before it, do not find the path.

>>> show("MATCH p = (a)-[r:T]->(b) RETURN a.name, r.w ORDER BY length(p)")
MATCH p = (a)-[r:T]->(b) WITH * RETURN a.name, r.w ORDER BY length(p)
>>> show("MATCH p = (a)-[r:T]->(b) SET a.steps = length(p)")
MATCH p = (a)-[r:T]->(b) WHERE r IS NOT NULL WITH * SET a.steps = length(p)
"""

from __future__ import annotations

from collections.abc import Sequence

from cypher_translate import ast
from cypher_translate.content import UPDATING
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not any(isinstance(node, ast.PatternPart) and node.variable for node in walk(query)):
        return query

    def step(clause: ast.Clause, place: Place) -> Sequence[ast.Clause]:
        if isinstance(clause, ast.With | ast.Return):
            readers: Sequence[ast.Node] = clause.body.order_by
        else:
            readers = (clause,) if type(clause) in UPDATING else ()
        if readers and not _loose(place.before).isdisjoint(visible.used(readers)):
            return (build.with_everything(), clause)
        return (clause,)

    return rewrite_clauses(query, ast.Clause, step)


def _loose(before: Sequence[ast.Clause]) -> set[str]:
    """The paths that were named since the last projection."""
    names: set[str] = set()
    for clause in reversed(before):
        if isinstance(clause, ast.With):
            break
        if isinstance(clause, ast.Match):
            names.update(part.variable.name for part in clause.pattern.parts if part.variable)
    return names


PASS = Pass(
    code="named-paths",
    neo4j="a named path can be read anywhere behind its MATCH",
    falkordb="does not find it in ORDER BY of the projection that follows, and in clauses that change data",
    remedy="WITH * stands between them",
    rewrite=_rewrite,
    triggers=(ast.PatternPart,),
)
