"""Wraps parameters of a statement in the compatibility function that reads typed text."""

from __future__ import annotations

from functools import lru_cache

from cypher_translate import ast
from cypher_translate.falkordb.parameters import LIFT
from cypher_translate.generator import generate
from cypher_translate.names import server_name
from cypher_translate.parser import parse
from cypher_translate.transform import transform


@lru_cache(256)
def lift(statement: str, names: frozenset[str]) -> str:
    """The statement with ``$name`` as ``neo4j.parameter($name)`` for each of the names.

    NaN and maps with backticks in their keys need it, which are too rare to be thought of when a query is
    translated; the text that was generated is read again for them.
    """
    wrapped = {server_name(name) for name in names}

    def wrap(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Parameter) and node.name in wrapped:
            return ast.FunctionCall(LIFT, (node,))
        return node

    return generate(transform(parse(statement), wrap))
