"""Lists of numbers as FalkorDB's vectors, and Neo4j's similarities from FalkorDB's distances."""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t

SIMILARITIES = frozenset({"vector.similarity.cosine", "vector.similarity.euclidean"})


def as_vector(expression: ast.Expression, context: Context) -> ast.Expression:
    """A list of numbers as a vector; what may be either, a property, is asked which it is."""
    if isinstance(expression, ast.Parameter | ast.ListLiteral | ast.NullLiteral):
        return build.call("vecf32", expression)
    is_list = build.case(build.call("typeof", expression), ("List", build.numbers(1)), build.numbers())
    item = context.fresh("vector", t.INTEGER)
    converted = ast.ListComprehension(item, is_list, None, build.call("vecf32", expression))
    return build.call("coalesce", build.call("head", converted), expression)


def rounded(similarity: ast.Expression, context: Context) -> ast.Expression:
    """The nearest 32-bit float, which is what Neo4j's similarities are (Veltkamp's splitting at 2^29 + 1)."""
    return fill("$x * 536870913.0 - ($x * 536870913.0 - $x)", context, x=similarity)
