"""vector.similarity.cosine(a, b) is computed from FalkorDB's distance.

Neo4j's similarity is (1 + cos) / 2, and for Euclidean distance d it is 1 / (1 + d²), of lists of numbers. FalkorDB has
the distances, 1 - cos and d, of vectors of a type of its own, which a property may hold or not.

>>> show("MATCH (n) RETURN vector.similarity.cosine($a, $b) AS s")
MATCH (n) RETURN (2 - vec.cosineDistance(vecf32($a), vecf32($b))) / 2 AS s
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.passes import build
from cypher_translate.passes.rewriting import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform

FUNCTIONS = frozenset({"vector.similarity.cosine", "vector.similarity.euclidean"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.FunctionCall) or node.name.lower() not in FUNCTIONS:
            return node
        a, b = (as_vector(argument, context) for argument in node.arguments)
        if node.name.lower().endswith("cosine"):
            return similarity_of_cosine_distance(build.call("vec.cosineDistance", a, b))
        return similarity_of_euclidean_distance(build.call("vec.euclideanDistance", a, b))

    return transform(query, step)


def as_vector(expression: ast.Expression, context: Context) -> ast.Expression:
    """A list of numbers as a vector; what may be either, a property, is asked which it is."""
    if isinstance(expression, ast.Parameter | ast.ListLiteral | ast.NullLiteral):
        return build.call("vecf32", expression)
    is_list = build.case(build.call("typeof", expression), ("List", build.numbers(1)), build.numbers())
    item = context.fresh("vector", t.INTEGER)
    converted = ast.ListComprehension(item, is_list, None, build.call("vecf32", expression))
    return build.call("coalesce", build.call("head", converted), expression)


def similarity_of_cosine_distance(distance: ast.Expression) -> ast.Expression:
    """(2 - distance) / 2."""
    return build.binary("/", build.binary("-", build.number(2), distance), build.number(2))


def similarity_of_euclidean_distance(distance: ast.Expression) -> ast.Expression:
    """1 / (1 + distance²)."""
    square = build.binary("^", distance, build.number(2))
    return build.binary("/", build.number(1), build.binary("+", build.number(1), square))


PASS = Pass(
    code="vector-similarity",
    neo4j="vector.similarity.cosine and .euclidean of two lists of numbers, between 0 and 1",
    falkordb="has distances of vectors of a type of its own",
    remedy="the similarity is computed from the distance; lists become vectors",
    rewrite=_rewrite,
    functions=FUNCTIONS,
    cost="for a property, which may be a list or a vector, one more test for each row",
)
