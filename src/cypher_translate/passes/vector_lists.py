"""A property that holds a vector is read as a list where the query takes it for one.

To Neo4j, a vector that db.create.setNodeVectorProperty has stored is a list of floats. FalkorDB can return and compare
vectors, but has neither their size nor their items. Which properties hold vectors is not known beforehand: UNWIND and
a comparison with a list always look, and where the server says that a vector cannot stand for a list, the adapter asks
once more, with the option vectors_as_lists.

>>> show("MATCH (n) RETURN size(n.embedding) AS s")
MATCH (n) RETURN size(n.embedding) AS s
>>> show("MATCH (n) RETURN size(n.embedding) AS s", vectors_as_lists=True)  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) RETURN size(coalesce(head([_once IN CASE typeof(n.embedding) WHEN 'Vectorf32' THEN [1] ELSE [] END |
[_item IN neo4j.vector(n.embedding) | neo4j.toFloat(_item)]]), n.embedding)) AS s
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from cypher_translate import ast
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.rewriting.vectors import SIMILARITIES
from cypher_translate.transform import rebuild, transform

_LIST = (
    "coalesce(head([once IN CASE typeof($x) WHEN 'Vectorf32' THEN [1] ELSE [] END | "
    "[item IN neo4j.vector($x) | toFloat(item)]]), $x)"
)
_AS_THEY_ARE = (ast.Comparison, ast.StringPredicate, ast.IsNull, ast.SetProperty, ast.RemoveProperty)
"""What can have a vector, or never has one, as its direct operand."""


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def is_read(node: ast.Node) -> TypeGuard[ast.Property]:
        return isinstance(node, ast.Property) and context.type_of(node.subject).may_be("NODE", "RELATIONSHIP")

    def as_list(node: ast.Node) -> ast.Node:
        """Properties that are unwound, or compared with a list that is written out."""
        if isinstance(node, ast.Unwind) and is_read(node.expression):
            return replace(node, expression=fill(_LIST, context, x=node.expression))
        if isinstance(node, ast.Comparison) and any(isinstance(side, ast.ListLiteral) for side in node.operands):
            sides = (fill(_LIST, context, x=side) if is_read(side) else side for side in node.operands)
            return replace(node, operands=tuple(sides))
        return node

    def visit(node: ast.Node) -> ast.Node:
        if is_read(node):
            return fill(_LIST, context, x=node)
        if isinstance(node, ast.FunctionCall) and node.name.lower() in SIMILARITIES:
            return node
        if isinstance(node, _AS_THEY_ARE):
            return rebuild(node, lambda part: part if is_read(part) else visit(part))
        return rebuild(node, visit)

    query = transform(query, as_list)
    return rebuild(query, visit) if context.options.vectors_as_lists else query


PASS = Pass(
    code="vector-lists",
    neo4j="a vector that a property holds is a list of floats",
    falkordb="has a type of its own for vectors, without size and items",
    remedy="a query that fails for it runs again, with such properties made lists",
    rewrite=_rewrite,
    triggers=(ast.Property,),
    cost="where it applies, one more round trip, and some 40 µs for each vector of 384 numbers",
)
