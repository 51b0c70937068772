"""A MATCH of a node that is null finds nothing.

FalkorDB keeps the row if the pattern is nothing but the bound node, and ignores such a part beside others.

>>> show("OPTIONAL MATCH (n:A) WITH n MATCH (n) RETURN n")
OPTIONAL MATCH (n:A) WITH n MATCH (n) WHERE n IS NOT NULL RETURN n
>>> show("OPTIONAL MATCH (n:A) OPTIONAL MATCH (n), (m) RETURN n, m")
OPTIONAL MATCH (n:A) OPTIONAL MATCH (n), (m) WHERE n IS NOT NULL RETURN n, m
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        if match.optional and len(match.pattern.parts) == 1:
            return (match,)
        nodes = [
            element.variable
            for part in match.pattern.parts
            if isinstance(part.path, ast.PathPattern) and len(part.path.elements) == 1
            for element in part.path.elements
            if isinstance(element, ast.NodePattern) and element.variable and place.sees(element.variable.name)
        ]
        if not nodes:
            return (match,)
        return (replace(match, where=build.conjunction(match.where, *map(build.is_not_null, nodes))),)

    return rewrite_clauses(query, ast.Match, step)


PASS = Pass(
    code="null-nodes",
    neo4j="MATCH (n) finds nothing where n is bound and null",
    falkordb="keeps the row",
    remedy="n IS NOT NULL is demanded",
    rewrite=_rewrite,
    triggers=(ast.With, ast.Unwind, ast.Match),
)
