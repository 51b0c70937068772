"""A stored list holds values of one type.

Neo4j makes a list of integers and floats one of floats, and refuses other mixtures and lists of lists. FalkorDB stores
any list as it is.

>>> show("CREATE (n {x: [1, 2.5]})")
CREATE (n {x: [_item IN [1, 2.5] | toFloat(_item)]})
>>> show("MATCH (n) WITH collect(n.x) AS xs CREATE ({xs: xs})")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) WITH collect(n.x) AS xs
CREATE ({xs: CASE WHEN neo4j.mixed(xs) THEN [_item IN xs | toFloat(_item)] ELSE xs END})
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.semantics.types import Type
from cypher_translate.transform import rebuild, transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def stored(value: Expression) -> Expression:
        if isinstance(value, ast.ListLiteral):
            return _stored(value, context)
        type_ = context.type_of(value)
        return _checked(value, context) if type_.is_only("LIST") and not _is_uniform([type_.item]) else value

    def entry(node: Any) -> Any:
        if isinstance(node, ast.MapEntry):
            value = stored(node.value)
            return node if value is node.value else replace(node, value=value)
        return node

    def element(node: Any) -> Any:
        if isinstance(node, ast.NodePattern | ast.RelationshipPattern) and isinstance(node.properties, ast.MapLiteral):
            properties = rebuild(node.properties, entry)
            return node if properties is node.properties else replace(node, properties=properties)
        return node if isinstance(node, Expression) else rebuild(node, element)

    def step(node: Any) -> Any:
        if isinstance(node, ast.Create | ast.Merge):
            return rebuild(node, lambda part: part if isinstance(part, ast.MergeAction) else element(part))
        if isinstance(node, ast.SetProperty):
            return entry_value(node)
        if isinstance(node, ast.SetAllProperties | ast.AddProperties) and isinstance(node.value, ast.MapLiteral):
            value = rebuild(node.value, entry)
            return node if value is node.value else replace(node, value=value)
        return node

    def entry_value(node: ast.SetProperty) -> ast.SetProperty:
        value = stored(node.value)
        return node if value is node.value else replace(node, value=value)

    return transform(query, step)


def _stored(value: ast.ListLiteral, context: Context) -> Expression:
    kinds = [context.type_of(item) for item in value.items]
    if any(kind.is_only("LIST") for kind in kinds):
        raise _refusal(value, "A list of lists cannot be stored", "store its parts")
    known = {name for kind in kinds if len(kind.names) == 1 for name in kind.names} - {"MAP"}
    if known == {"INTEGER", "FLOAT"}:
        return _floats(value, context)
    if len(known - {"INTEGER", "FLOAT"}) + bool(known & {"INTEGER", "FLOAT"}) > 1:
        raise _refusal(value, "A stored list holds values of one type", "make them strings, or numbers")
    return value if _is_uniform(kinds) else _checked(value, context)


def _is_uniform(kinds: Sequence[Type]) -> bool:
    """Whether values that may have these types have one and the same, which can be stored."""
    names = {name for kind in kinds for name in kind.names}
    return len(names) < 2 and names.isdisjoint(("LIST", "MAP", "NODE", "RELATIONSHIP", "PATH"))


def _checked(value: Expression, context: Context) -> Expression:
    """A list that is made while the query runs; an error if it cannot be stored."""
    return build.case(None, (build.call("neo4j.mixed", value), _floats(value, context)), value)


def _floats(value: Expression, context: Context) -> Expression:
    item = context.fresh("item", t.NUMBER)
    return ast.ListComprehension(item, value, None, build.call("toFloat", item))


def _refusal(value: Expression, message: str, hint: str) -> CypherSyntaxError:
    status = "Neo.ClientError.Statement.TypeError"
    return CypherSyntaxError(message, code="InvalidPropertyType", status=status, hint=hint, span=value.span)


PASS = Pass(
    code="stored-lists",
    neo4j="a stored list has values of one type; integers beside floats become floats",
    falkordb="stores any list as it is",
    remedy="such a list is made one of floats, or is an error; lists in parameters are stored as they are",
    rewrite=_rewrite,
    triggers=(ast.Create, ast.Merge, ast.Set, ast.Foreach),
    cost="some µs for a list that is made while the query runs",
)
