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
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.definitions import define
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, transform, walk

_MOST = 8
"""Longer ones stay of variable length; the number of comparisons grows with the square."""


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        definitions: dict[str, ast.Expression] = {}

        def path(node: ast.Node) -> ast.Node:
            return _expanded(node, definitions, context) if isinstance(node, ast.PathPattern) else node

        if any(map(_is_impossible, walk(match.pattern))):
            match = _without_rows(match)
        pattern = rebuild(match.pattern, lambda part: rebuild(part, path))
        if pattern is match.pattern:
            return (match,)
        return define(replace(match, pattern=pattern), definitions, place)

    return rewrite_clauses(query, ast.Match, step)


def _without_rows(match: ast.Match) -> ast.Match:
    """A MATCH with a relationship of an impossible length, which finds nothing."""

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.RelationshipPattern) and _is_impossible(node):
            return replace(node, length=ast.Range(1, 1))
        return node

    return replace(
        match,
        pattern=transform(match.pattern, step),
        where=build.conjunction(match.where, ast.BooleanLiteral(False)),
    )


def _expanded(path: ast.PathPattern, definitions: dict[str, ast.Expression], context: Context) -> ast.PathPattern:
    if not any(_fixed(element) for element in path.elements):
        return path
    elements: list[ast.PathElement] = []
    for element in path.elements:
        length = _fixed(element)
        if not length or not isinstance(element, ast.RelationshipPattern):
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


def _fixed(element: ast.PathElement) -> int:
    """The one length of a pattern that is to be written out, or 0."""
    length = element.length if isinstance(element, ast.RelationshipPattern) else None
    if length is None or length.upper is None or length.upper > _MOST or length.upper != _lower(length):
        return 0
    return length.upper


def _lower(length: ast.Range) -> int:
    return 1 if length.lower is None else length.lower


def _is_impossible(element: ast.Node) -> bool:
    """Whether the least length is greater than the greatest."""
    length = element.length if isinstance(element, ast.RelationshipPattern) else None
    return length is not None and length.upper is not None and length.upper < _lower(length)


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
