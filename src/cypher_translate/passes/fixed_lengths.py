"""A relationship pattern of a fixed length becomes so many hops.

``-[r*1]->`` is in Neo4j a list of one relationship; FalkorDB makes it the relationship itself. ``-[*2]->`` with a
predicate on the far node gives wrong rows or kills the server.

>>> show("MATCH (a)-[:T*2]->(b:X) RETURN b.name")
MATCH (a)-[_r:T]->()-[_r2:T]->(b:X) WHERE _r <> _r2 RETURN b.name
>>> show("MATCH (a)-[r:T*1]->(b) WHERE r[0].x = 1 RETURN r")
MATCH (a)-[_r:T]->(b) WHERE [_r][0].x = 1 WITH *, [_r] AS r RETURN r
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.passes.clauses import Place, rewrite_clauses
from cypher_translate.passes.definitions import define
from cypher_translate.passes.rewriting import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, transform

_MOST = 8
"""Longer ones stay of variable length; the number of comparisons grows with the square."""


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        definitions: dict[str, ast.Expression] = {}

        def path(node: ast.Node) -> ast.Node:
            return _expanded(node, definitions, context) if isinstance(node, ast.PathPattern) else node

        pattern = rebuild(match.pattern, lambda part: rebuild(part, path))
        if pattern is match.pattern:
            return (match,)
        return define(replace(match, pattern=pattern), definitions, place)

    def comprehension(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.PatternComprehension):
            return node
        definitions: dict[str, ast.Expression] = {}
        path = _expanded(node.path, definitions, context)
        if path is node.path:
            return node
        return _replaced(replace(node, path=path), definitions)

    return transform(rewrite_clauses(query, ast.Match, step), comprehension)


def _replaced(node: ast.PatternComprehension, definitions: dict[str, ast.Expression]) -> ast.PatternComprehension:
    def step(part: ast.Node) -> ast.Node:
        return definitions.get(part.name, part) if isinstance(part, ast.Variable) else part

    return transform(node, step)


def _expanded(
    path: ast.PathPattern, definitions: dict[str, ast.Expression], context: Context
) -> ast.PathPattern:
    if not any(isinstance(element, ast.RelationshipPattern) and _fixed(element) for element in path.elements):
        return path
    elements: list[ast.PathElement] = []
    for element in path.elements:
        if not isinstance(element, ast.RelationshipPattern) or not (length := _fixed(element)):
            elements.append(element)
            continue
        hops = []
        for number in range(length):
            variable = context.fresh("r", t.RELATIONSHIP) if element.variable else None
            hops.append(replace(element, variable=variable, length=None))
            elements += [ast.NodePattern(), hops[-1]] if number else [hops[-1]]
        if element.variable:
            names = tuple(hop.variable for hop in hops if hop.variable)
            definitions[element.variable.name] = ast.ListLiteral(names)
    return replace(path, elements=tuple(elements))


def _fixed(element: ast.RelationshipPattern) -> int:
    """The one length of a pattern that is to be written out, or 0."""
    length = element.length
    if length is None or length.upper is None or (1 if length.lower is None else length.lower) != length.upper:
        return 0
    return length.upper if length.upper <= _MOST else 0


PASS = Pass(
    code="fixed-lengths",
    neo4j="-[r*k]-> is a list of k relationships",
    falkordb="*1 is a relationship and no list; longer ones with a predicate on the far node give wrong rows or kill "
    "the server",
    remedy="it is written out as k hops",
    rewrite=_rewrite,
    triggers=(ast.Range,),
    cost="none",
)
