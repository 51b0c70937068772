"""Lists and maps nested deeply are written as text that a function reads.

The time that FalkorDB's parser takes doubles with each level of nesting: 20 levels take seconds, 40 for ever.

>>> show("RETURN [[[[[[[[[1, 2.0, 'a', null, {k: true}]]]]]]]]] AS deep")
RETURN neo4j.parameter('[[[[[[[[["i1", "f2.0", "sa", null, {"k": true}]]]]]]]]]') AS deep
"""

from __future__ import annotations

import json

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import children, rebuild

_DEEPEST = 8


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def visit(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.ListLiteral | ast.MapLiteral) and _depth(node) > _DEEPEST:
            try:
                return build.call("neo4j.parameter", ast.StringLiteral(json.dumps(_typed(node), ensure_ascii=False)))
            except _NotConstant:
                raise context.refuse(
                    "NestedTooDeeply",
                    node,
                    f"Lists and maps with variable parts can be nested {_DEEPEST} levels deep in FalkorDB",
                    "build it in several steps, with WITH between them, or pass it as a parameter",
                ) from None
        return rebuild(node, visit)

    return visit(query)  # type: ignore[return-value]


class _NotConstant(Exception):
    """A part of a literal is no literal."""


def _depth(node: ast.Node) -> int:
    inner = max(map(_depth, children(node)), default=0)
    return inner + isinstance(node, ast.ListLiteral | ast.MapLiteral)


def _typed(node: ast.Node) -> object:
    """A literal as JSON, in which each string says by its first letter what it is."""
    if isinstance(node, ast.ListLiteral):
        return [_typed(item) for item in node.items]
    if isinstance(node, ast.MapLiteral):
        return {entry.key: _typed(entry.value) for entry in node.entries}
    if isinstance(node, ast.StringLiteral):
        return f"s{node.value}"
    if isinstance(node, ast.BooleanLiteral):
        return node.value
    if isinstance(node, ast.NullLiteral):
        return None
    sign = "-" if isinstance(node, ast.Unary) and node.operator == "-" else ""
    number = node.operand if isinstance(node, ast.Unary) else node
    if isinstance(number, ast.IntegerLiteral):
        return f"i{sign}{number.value}"
    if isinstance(number, ast.FloatLiteral):
        return f"f{sign}{number.value!r}".replace("inf", "Infinity").replace("nan", "NaN")
    raise _NotConstant


PASS = Pass(
    code="deep-literals",
    neo4j="lists and maps can be nested deeply",
    falkordb="takes twice as long to read a query for each level of nesting",
    remedy="constants are written as text; anything else is refused",
    rewrite=_rewrite,
    triggers=(ast.ListLiteral, ast.MapLiteral),
)
