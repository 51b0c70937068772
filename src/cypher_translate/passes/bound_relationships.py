"""A relationship that is bound already is matched by a new variable that must equal it.

Neo4j takes a bound variable in a later MATCH for the same relationship or list of relationships. FalkorDB matches it
anew, or refuses the query.

>>> show("MATCH (a)-[e:T]->(b) MATCH (c)-[e]-(d) RETURN d.name")
MATCH (a)-[e:T]->(b) MATCH (c)-[_e]-(d) WHERE _e = e RETURN d.name
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        bound: set[str] = set()
        predicates: list[ast.Expression] = []

        def element(node: ast.Node) -> ast.Node:
            if not isinstance(node, ast.RelationshipPattern) or node.variable is None:
                return node
            if not place.sees(node.variable.name) and node.variable.name not in bound:
                bound.add(node.variable.name)
                return node
            variable = context.fresh(node.variable.name, context.types[node.variable.name])
            predicates.append(build.compare(variable, "=", node.variable))
            return replace(node, variable=variable)

        pattern = transform(match.pattern, element)
        if not predicates:
            return (match,)
        return (replace(match, pattern=pattern, where=build.conjunction(match.where, *predicates)),)

    return rewrite_clauses(query, ast.Match, step)


PASS = Pass(
    code="bound-relationships",
    neo4j="a relationship variable that is bound already stands for that relationship in a later MATCH",
    falkordb="matches it anew, or says that one relationship variable cannot be used for several patterns",
    remedy="a new variable is matched and compared with the bound one",
    rewrite=_rewrite,
    triggers=(ast.RelationshipPattern,),
    cost="the later MATCH goes through all relationships that fit",
)
