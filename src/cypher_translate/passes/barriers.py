"""What comes behind SKIP and LIMIT is not done before them.

FalkorDB moves the predicates of later clauses below a projection with SKIP or LIMIT, so that other rows are counted;
a WITH in between holds them up. It also wants a WITH between OPTIONAL MATCH and MATCH, between a first OPTIONAL MATCH
and a filter, whose null it keeps otherwise, and where a node that is matched comes from an aggregation.

>>> show("MATCH (n) WITH n ORDER BY n.name LIMIT 2 MATCH (n)-[r:T]->(m) WHERE n.age > 28 RETURN r")
MATCH (n) WITH n ORDER BY n.name LIMIT 2 WITH * MATCH (n)-[r:T]->(m) WHERE n.age > 28 RETURN r
>>> show("UNWIND $l AS x WITH x LIMIT 1 WHERE x > 1 RETURN x")
UNWIND $l AS x WITH x LIMIT 1 WITH * WITH * WHERE x > 1 RETURN x
>>> show("OPTIONAL MATCH (n:A) MATCH (m:B) RETURN n, m")
OPTIONAL MATCH (n:A) WITH * MATCH (m:B) RETURN n, m
>>> show("OPTIONAL MATCH (n:A) WITH n WHERE n IS NOT NULL RETURN n")
OPTIONAL MATCH (n:A) WITH * WITH n WHERE n IS NOT NULL RETURN n
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def paged(clause: ast.With, place: Place) -> Sequence[ast.Clause]:
        if clause.body.skip is None and clause.body.limit is None:
            if clause.where is not None and _begins_optional(place.before):
                return (build.with_everything(), clause)
            if _gives_nodes(clause, place.after):
                return (clause, build.with_everything())
            return (clause,)
        if clause.where is not None:
            return (replace(clause, where=None), build.with_everything(), build.with_everything(where=clause.where))
        return (clause, build.with_everything()) if any(map(_filters, place.after)) else (clause,)

    def matched(clause: ast.Match, place: Place) -> Sequence[ast.Clause]:
        return (clause,) if clause.optional or not _is_optional(place.before) else (build.with_everything(), clause)

    return rewrite_clauses(rewrite_clauses(query, ast.With, paged), ast.Match, matched)


def _filters(clause: ast.Clause) -> bool:
    if isinstance(clause, ast.With):
        return clause.where is not None
    return isinstance(clause, ast.Match | ast.CallSubquery)


def _begins_optional(before: Sequence[ast.Clause]) -> bool:
    """Whether the query begins with OPTIONAL MATCH, whose row of nulls no predicate of a first WITH removes."""
    first = before[0] if before else None
    return isinstance(first, ast.Match) and first.optional and not any(isinstance(c, ast.With) for c in before)


def _gives_nodes(clause: ast.With, after: Sequence[ast.Clause]) -> bool:
    """Whether a node that an aggregation gives is matched right behind it."""
    if not after or not isinstance(after[0], ast.Match) or not visible.aggregates(clause.body):
        return False
    computed = {visible.column(item) for item in clause.body.items if not isinstance(item.expression, ast.Variable)}
    return not computed.isdisjoint(visible.declared(after[0]))


def _is_optional(before: Sequence[ast.Clause]) -> bool:
    """Whether there was an OPTIONAL MATCH since the last WITH."""
    for clause in reversed(before):
        if isinstance(clause, ast.With):
            return False
        if isinstance(clause, ast.Match):
            return clause.optional
    return False


PASS = Pass(
    code="barriers",
    neo4j="clauses run one after the other: what SKIP and LIMIT leave is filtered afterwards",
    falkordb="moves later predicates below SKIP and LIMIT and below a first OPTIONAL MATCH; refuses a MATCH after an "
    "OPTIONAL MATCH, and of a node that an aggregation gives",
    remedy="WITH * stands between them",
    rewrite=_rewrite,
    triggers=(ast.With, ast.Match),
)
