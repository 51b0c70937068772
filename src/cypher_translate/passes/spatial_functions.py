"""Functions of points become compatibility functions.

FalkorDB's points are pairs of 32 bit floats on the globe; Neo4j's have two or three 64 bit coordinates in one of four
coordinate systems. They are text in the database, as temporal values are.

>>> show("MATCH (n) WHERE point.distance(n.at, $here) < 3 RETURN point({x: 1, y: 2}) AS p")
MATCH (n) WHERE neo4j.point.distance(n.at, $here) < 3 RETURN neo4j.point({x: 1, y: 2}) AS p
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform

_RENAMED = {
    "point": "neo4j.point",
    "point.distance": "neo4j.point.distance",
    "point.withinbbox": "neo4j.point.withinBBox",
}


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.FunctionCall) and node.name.lower() in _RENAMED:
            return build.call(_RENAMED[node.name.lower()], *node.arguments)
        return node

    return transform(query, step)


PASS = Pass(
    code="spatial-functions",
    neo4j="points of two or three 64 bit coordinates in four coordinate systems",
    falkordb="points of latitude and longitude in 32 bits",
    remedy="points are text with all digits; their functions are compatibility functions",
    rewrite=_rewrite,
    functions=frozenset(_RENAMED),
    cost="some 2 µs a call",
)
