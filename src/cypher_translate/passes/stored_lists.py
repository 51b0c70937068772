"""A stored list holds values of one type.

Neo4j makes a list of integers and floats one of floats, and refuses other mixtures and lists of lists. FalkorDB stores
any list as it is.

>>> show("CREATE (n {x: [1, 2.5]})")
CREATE (n {x: [_item IN [1, 2.5] | toFloat(_item)]})
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def stored(value: Expression) -> Expression:
        return _stored(value, context) if isinstance(value, ast.ListLiteral) else value

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
        item = context.fresh("item", t.NUMBER)
        return ast.ListComprehension(item, value, None, build.call("toFloat", item))
    if len(known - {"INTEGER", "FLOAT"}) + bool(known & {"INTEGER", "FLOAT"}) > 1:
        raise _refusal(value, "A stored list holds values of one type", "make them strings, or numbers")
    return value


def _refusal(value: Expression, message: str, hint: str) -> CypherSyntaxError:
    status = "Neo.ClientError.Statement.TypeError"
    return CypherSyntaxError(message, code="InvalidPropertyType", status=status, hint=hint, span=value.span)


PASS = Pass(
    code="stored-lists",
    neo4j="a stored list has values of one type; integers beside floats become floats",
    falkordb="stores any list as it is",
    remedy="a list that is written out is made one of floats, or refused",
    rewrite=_rewrite,
    triggers=(ast.ListLiteral,),
)
