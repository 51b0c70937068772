"""OPTIONAL MATCH asks for the labels of a node that is bound already.

FalkorDB makes such a label a step of its own and keeps the row where only that step fails, or does not ask at all where
the node is a part of the pattern by itself. As a predicate it is asked.

>>> show("MATCH (n) OPTIONAL MATCH (n:Admin)-[r:OWNS]->(m) RETURN n.name, r.since")
MATCH (n) OPTIONAL MATCH (n:Admin)-[r:OWNS]->(m) WHERE n:Admin RETURN n.name, r.since
>>> show("MATCH (n) OPTIONAL MATCH (n)-[r:OWNS]->(m:Thing) RETURN n.name, r.since")
MATCH (n) OPTIONAL MATCH (n)-[r:OWNS]->(m:Thing) RETURN n.name, r.since
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        if not match.optional:
            return (match,)
        asked = [
            ast.HasLabels(node.variable, node.labels)
            for node in walk(match.pattern)
            if isinstance(node, ast.NodePattern)
            and node.labels is not None
            and node.variable is not None
            and place.sees(node.variable.name)
        ]
        return (replace(match, where=build.conjunction(match.where, *asked)),) if asked else (match,)

    return rewrite_clauses(query, ast.Match, step)


PASS = Pass(
    code="optional-labels",
    neo4j="OPTIONAL MATCH of a bound node with a label finds nothing where the node has no such label",
    falkordb="keeps the row",
    remedy="the label is a predicate, too",
    rewrite=_rewrite,
    triggers=(ast.Match,),
)
