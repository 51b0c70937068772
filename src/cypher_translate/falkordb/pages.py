"""SKIP and LIMIT by a parameter with more than 32 bits, of which the server takes the last 32."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from cypher_translate import ast
from cypher_translate.generator import generate
from cypher_translate.names import server_name
from cypher_translate.parser import parse
from cypher_translate.plan import MOST_ROWS
from cypher_translate.transform import transform, with_parts


def beyond(params: Mapping[str, object]) -> frozenset[str]:
    """The names of the parameters that are too large for a page."""
    return frozenset([name for name, value in params.items() if type(value) is int and value > MOST_ROWS])


@lru_cache(256)
def bounded(statement: str, names: frozenset[str]) -> str:
    """The statement with the largest page in place of each of these parameters; as rare as what `lift` is for."""
    large = {server_name(name) for name in names}

    def bound(expression: ast.Expression | None) -> ast.Expression | None:
        if isinstance(expression, ast.Parameter) and expression.name in large:
            return ast.IntegerLiteral(MOST_ROWS)
        return expression

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.ProjectionBody):
            return with_parts(node, skip=bound(node.skip), limit=bound(node.limit))
        return node

    return generate(transform(parse(statement), step))
