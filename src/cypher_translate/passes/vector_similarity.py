"""vector.similarity.cosine(a, b) is computed from FalkorDB's distance.

Neo4j's similarity is (1 + cos) / 2, and for Euclidean distance d it is 1 / (1 + d²), of lists of numbers. FalkorDB has
the distances, 1 - cos and d, of vectors of a type of its own, which a property may hold or not. Both compute in 32 bit
floats, which round in other places: the eighth digit may differ. Where a vector is written out and short, a function
gives the very digits; for long ones it would take ten times as long.

>>> show("MATCH (n) RETURN vector.similarity.cosine($a, $b) AS s")
... # doctest: +NORMALIZE_WHITESPACE
MATCH (n) RETURN reduce(_v = (2 - vec.cosineDistance(vecf32($a), vecf32($b))) / 2, _once IN [1] |
_v * 536870913.0 - (_v * 536870913.0 - _v)) AS s
>>> show("MATCH (n) RETURN vector.similarity.euclidean(n.at, [0.5, 1]) AS s")
MATCH (n) RETURN neo4j.vector.similarity.euclidean(n.at, [0.5, 1]) AS s
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.rewriting.vectors import SIMILARITIES, as_vector, rounded
from cypher_translate.transform import transform

_SHORT = 32
"""So many numbers Lucene adds up one after the other, as the function does."""
_SIMILARITIES = {
    "vector.similarity.cosine": "(2 - vec.cosineDistance($a, $b)) / 2",
    "vector.similarity.euclidean": "1 / (1 + vec.euclideanDistance($a, $b) ^ 2)",
}


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.FunctionCall) or node.name.lower() not in SIMILARITIES:
            return node
        if any(isinstance(argument, ast.ListLiteral) and len(argument.items) <= _SHORT for argument in node.arguments):
            return build.call(f"neo4j.{node.name.lower()}", *node.arguments)
        a, b = (as_vector(argument, context) for argument in node.arguments)
        return rounded(fill(_SIMILARITIES[node.name.lower()], context, a=a, b=b), context)

    return transform(query, step)


PASS = Pass(
    code="vector-similarity",
    neo4j="vector.similarity.cosine and .euclidean of two lists of numbers, between 0 and 1",
    falkordb="has distances of vectors of a type of its own",
    remedy="the similarity is computed from the distance, to seven digits; that to a short list in the query exactly",
    rewrite=_rewrite,
    functions=SIMILARITIES,
    cost="for a property, which may be a list or a vector, one more test for each row",
)
