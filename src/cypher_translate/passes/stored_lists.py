"""A stored list holds values of one type.

Neo4j makes a list of integers and floats one of floats, and refuses other mixtures and lists of lists. FalkorDB stores
any list as it is. A list that is written out is judged here, one in a parameter by the adapter, any other that is known
to be a list by a function.

>>> show("CREATE (n {x: [1, 2.5]})")
CREATE (n {x: [_item IN [1, 2.5] | toFloat(_item)]})
>>> show("MATCH (n) WITH collect(n.x) AS l CREATE (m {x: l, y: $y})")
MATCH (n) WITH collect(n.x) AS l CREATE (m {x: coalesce(neo4j.stored(l, [_i IN l | typeof(_i)]), l), y: $y})
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.plan import Stored
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.seeks import Origins
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, transform

_UNIFORM = t.STORED - {"LIST"}
"""The types of which a list can be stored, whatever its values are."""


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    origins = Origins(query)

    def stored(value: Expression) -> Expression:
        return _stored(value, origins, context)

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
            value = stored(node.value)
            return node if value is node.value else replace(node, value=value)
        if isinstance(node, ast.SetAllProperties | ast.AddProperties):
            if isinstance(node.value, ast.MapLiteral):
                value = rebuild(node.value, entry)
                return node if value is node.value else replace(node, value=value)
            _note(node.value, True, origins, context)
        return node

    return transform(query, step)


def _stored(value: Expression, origins: Origins, context: Context) -> Expression:
    if isinstance(value, ast.ListLiteral):
        kinds = [context.type_of(item) for item in value.items]
        if any(kind.is_only("LIST") for kind in kinds):
            raise _refusal(value, "A list of lists cannot be stored", "store its parts")
        known = {name for kind in kinds if len(kind.names) == 1 for name in kind.names} - {"MAP"}
        if known == {"INTEGER", "FLOAT"}:
            item = context.fresh("item", t.NUMBER)
            return ast.ListComprehension(item, value, None, build.call("toFloat", item))
        if len(known - {"INTEGER", "FLOAT"}) + bool(known & {"INTEGER", "FLOAT"}) > 1:
            raise _refusal(value, "A stored list holds values of one type", "make them strings, or numbers")
    elif _note(value, False, origins, context):
        return value
    type_ = context.type_of(value)
    if (
        not type_.is_only("LIST")
        or not type_.item.names
        or (len(type_.item.names) == 1 and type_.item.is_only(*_UNIFORM))
    ):
        return value
    return fill("coalesce(neo4j.stored($x, [i IN $x | typeof(i)]), $x)", context, x=value)


def _note(value: Expression, is_map: bool, origins: Origins, context: Context) -> bool:
    """Whether the value comes out of a parameter, at which the adapter is to look."""
    origin = origins.of(value)
    if origin is None:
        return False
    stored = Stored(origin.parameter, origin.keys, is_map)
    if stored not in context.stored:
        context.stored.append(stored)
    return True


def _refusal(value: Expression, message: str, hint: str) -> CypherSyntaxError:
    status = "Neo.ClientError.Statement.TypeError"
    return CypherSyntaxError(message, code="InvalidPropertyType", status=status, hint=hint, span=value.span)


PASS = Pass(
    code="stored-lists",
    neo4j="a stored list has values of one type; integers beside floats become floats",
    falkordb="stores any list as it is",
    remedy="a list is made one of floats, or refused, where it is not known to have one type",
    rewrite=_rewrite,
    triggers=(ast.Create, ast.Merge, ast.Set),
    cost="1 µs, where a list is computed whose items are not known to have one type",
)
