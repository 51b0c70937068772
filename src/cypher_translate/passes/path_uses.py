"""A named path is read by the clauses in which FalkorDB does not look for it.

FalkorDB builds a named path where an item of a projection, a predicate or UNWIND reads it. For ORDER BY, unless the
path itself is a column, and for updating clauses it is not there, which is an error; a WITH in between has it built.

>>> show("MATCH p = (a)-[:NEXT*1..3]->(b) RETURN b.name AS name ORDER BY length(p)")
MATCH p = (a)-[:NEXT*1..3]->(b) WITH * RETURN b.name AS name ORDER BY length(p)
>>> show("MATCH p = (a)-[r:NEXT]->(b) RETURN p, r ORDER BY length(p)")
MATCH p = (a)-[r:NEXT]->(b) RETURN p, r ORDER BY length(p)
>>> show("MATCH p = (:A)-[:NEXT*1..3]->(b) SET b.depth = length(p)")
MATCH p = (:A)-[:NEXT*1..3]->(b) WITH * SET b.depth = length(p)
"""

from __future__ import annotations

from collections.abc import Sequence

from cypher_translate import ast
from cypher_translate.content import UPDATING
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(clause: ast.Clause, place: Place) -> Sequence[ast.Clause]:
        unseen = _reads_unseen(clause)
        if unseen and not unseen.isdisjoint(_paths(place.before)):
            return (build.with_everything(), clause)
        return (clause,)

    return rewrite_clauses(query, ast.Clause, step)


def _reads_unseen(clause: ast.Clause) -> set[str]:
    """The variables that a clause reads where FalkorDB does not look for paths."""
    if isinstance(clause, ast.With | ast.Return):
        body = clause.body
        kept = {item.expression.name for item in body.items if isinstance(item.expression, ast.Variable)}
        return set() if body.star else visible.used(body.order_by) - kept
    return visible.used([clause]) if type(clause) in UPDATING else set()


def _paths(before: Sequence[ast.Clause]) -> set[str]:
    """The paths that were named since the last WITH."""
    found: set[str] = set()
    for clause in reversed(before):
        if isinstance(clause, ast.With):
            break
        if isinstance(clause, ast.Match):
            found.update(part.variable.name for part in clause.pattern.parts if part.variable is not None)
    return found


PASS = Pass(
    code="path-uses",
    neo4j="every clause can read a named path",
    falkordb="has no path for ORDER BY, unless it is a column, and for updating clauses",
    remedy="WITH * stands before them",
    rewrite=_rewrite,
    triggers=(ast.PatternPart,),
)
