"""Types of values are told by the server where it can, else by compatibility functions.

>>> show("MATCH (n) WHERE n.x IS :: INTEGER AND n.y IS NOT :: STRING RETURN n.z IS NORMALIZED AS c")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) WHERE typeof(n.x) IN ['Integer', 'Null'] AND NOT neo4j.isOfType(n.y, typeof(n.y), 'STRING')
RETURN neo4j.isNormalized(n.z, 'NFC') AS c
>>> show("MATCH (n) RETURN n.x IS :: LIST<INTEGER> AS c")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) RETURN neo4j.isOfType(n.x, coalesce([_e IN CASE typeof(n.x) WHEN 'List' THEN n.x END | typeof(_e)],
typeof(n.x)), 'LIST<INTEGER>') AS c
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.generator import generate
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill, once
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform

_SERVER_NAMES = {
    "INTEGER": "Integer",
    "FLOAT": "Float",
    "BOOLEAN": "Boolean",
    "MAP": "Map",
    "NODE": "Node",
    "RELATIONSHIP": "Edge",
    "PATH": "Path",
}
_DEPTH_OF_VALUE_TYPE = 3


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.IsTyped):
            return _negated(_typed(node, context), node.negated)
        if isinstance(node, ast.IsNormalized):
            call = build.call("neo4j.isNormalized", node.operand, ast.StringLiteral(node.form))
            return _negated(call, node.negated)
        if isinstance(node, ast.FunctionCall) and node.name.lower() == "valuetype":
            return once(context, node.arguments, lambda v: _with_types("neo4j.valueType", v[0], context))
        return node

    return transform(query, step)


def _negated(predicate: Expression, negated: bool) -> Expression:
    return ast.Not(predicate) if negated else predicate


def _typed(node: ast.IsTyped, context: Context) -> Expression:
    types = tuple(_members(node.types))
    if len(types) == 1 and types[0].name in _SERVER_NAMES:
        name = ast.StringLiteral(_SERVER_NAMES[types[0].name])
        if types[0].not_null:
            return fill("typeof($x) = $name", context, x=node.operand, name=name)
        return fill("typeof($x) IN [$name, 'Null']", context, x=node.operand, name=name)
    text = ast.StringLiteral(" | ".join(map(generate, types)))
    depth = max(map(_depth, types))
    call = "neo4j.isOfType"
    return once(context, [node.operand], lambda v: _with_types(call, v[0], context, depth, text))


def _members(types: Iterable[ast.CypherType]) -> Iterator[ast.CypherType]:
    """The types of a union, with ANY<…> inside it taken apart, on all levels."""
    for type_ in types:
        inner = tuple(_members(type_.inner))
        if type_.name == "ANY" and inner:
            yield from inner
        else:
            yield replace(type_, inner=inner)


def _depth(type_: ast.CypherType) -> int:
    inner = max(map(_depth, type_.inner), default=0)
    return inner + 1 if type_.name == "LIST" else inner


def _with_types(
    function: str, value: Expression, context: Context, depth: int = _DEPTH_OF_VALUE_TYPE, *more: Expression
) -> Expression:
    """A call of a function of a value, the server's names of its type and of the types of what it contains."""
    return build.call(function, value, _types(value, depth, context), *more)


def _types(value: Expression, depth: int, context: Context) -> Expression:
    if depth == 0:
        return build.call("typeof", value)
    item = context.fresh("e", t.ANY)
    inner = _types(item, depth - 1, context)
    items = fill("CASE typeof($x) WHEN 'List' THEN $x END", context, x=value)
    return build.call("coalesce", ast.ListComprehension(item, items, None, inner), build.call("typeof", value))


PASS = Pass(
    code="type-predicates",
    neo4j="x IS :: TYPE, valueType(x) and x IS NORMALIZED",
    falkordb="has none of them, but typeof(x)",
    remedy="typeof() and compatibility functions tell",
    rewrite=_rewrite,
    triggers=(ast.IsTyped, ast.IsNormalized),
    functions=frozenset({"valuetype"}),
    cost="0.1 µs, of text and lists 1 µs",
)
