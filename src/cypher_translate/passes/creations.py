"""CREATE with a named path, a map of properties, or references to what the same CREATE makes.

FalkorDB knows none of these three.

>>> show("CREATE (a:A $properties)")
CREATE (a:A) SET a += $properties
>>> show("CREATE (a {x: 1}), (b {y: a.x})")
CREATE (a {x: 1}) CREATE (b {y: a.x})
>>> show("CREATE p = (a)-[:T]->(b) RETURN length(p)")  # doctest: +NORMALIZE_WHITESPACE
CREATE (a)-[_r:T]->(b) WITH * MATCH p = (a)-[_r2]->(b) WHERE id(_r2) = id(_r) RETURN length(p)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def created(clause: ast.Create, place: Place) -> Sequence[ast.Clause]:
        clauses = _created(clause, context)
        paths = [part for part in clause.pattern.parts if part.variable is not None]
        return clauses if not paths else _with_paths(clause, place, context)

    def loop(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.Foreach):
            return node
        clauses: list[ast.Clause] = []
        for clause in node.clauses:
            clauses += _created(_without_paths(clause), context) if isinstance(clause, ast.Create) else [clause]
        same = len(clauses) == len(node.clauses) and all(a is b for a, b in zip(clauses, node.clauses, strict=True))
        return node if same else replace(node, clauses=tuple(clauses))

    return rewrite_clauses(transform(query, loop), ast.Create, created)


def _created(clause: ast.Create, context: Context) -> list[ast.Clause]:
    """One CREATE for each part that refers to an earlier one, and a SET for each map."""
    maps: list[ast.SetItem] = []

    def element(node: Any) -> Any:
        if isinstance(node, ast.NodePattern | ast.RelationshipPattern) and isinstance(node.properties, ast.Parameter):
            variable = node.variable or context.fresh("created", t.ANY)
            maps.append(ast.AddProperties(variable, node.properties))
            return replace(node, variable=variable, properties=None)
        return node if isinstance(node, Expression) else rebuild(node, element)

    groups: list[list[ast.PatternPart]] = []
    made: set[str] = set()
    for part in clause.pattern.parts:
        new = rebuild(part, element)
        if not groups or made & _referred(new):
            groups.append([])
            made = set()
        groups[-1].append(new)
        made |= set(visible.of_part(new))
    sets: list[ast.Clause] = [ast.Set(tuple(maps))] if maps else []
    if len(groups) == 1 and all(new is old for new, old in zip(groups[0], clause.pattern.parts, strict=True)):
        return [clause]
    return [*(ast.Create(ast.Pattern(tuple(group)), span=clause.span) for group in groups), *sets]


def _referred(part: ast.PatternPart) -> set[str]:
    """The variables in the values of a part's properties."""
    path = part.path.path if isinstance(part.path, ast.ShortestPath) else part.path
    return visible.used(
        element.properties
        for element in path.elements
        if not isinstance(element, ast.ParenthesizedPath) and element.properties is not None
    )


def _without_paths(clause: ast.Create) -> ast.Create:
    parts = tuple(part if part.variable is None else replace(part, variable=None) for part in clause.pattern.parts)
    return replace(clause, pattern=replace(clause.pattern, parts=parts))


def _with_paths(clause: ast.Create, place: Place, context: Context) -> list[ast.Clause]:
    """What is created is named, and matched as a path where the path is used."""
    later = visible.used(place.after)
    parts: list[ast.PatternPart] = []
    matches: list[ast.Clause] = []
    for part in clause.pattern.parts:
        if part.variable is None or part.variable.name not in later:
            parts.append(replace(part, variable=None))
            continue
        ids: list[Expression] = []

        def named(node: Any) -> Any:
            if isinstance(node, ast.NodePattern):
                return node if node.variable else replace(node, variable=context.fresh("n", t.NODE))
            if isinstance(node, ast.RelationshipPattern):
                return node if node.variable else replace(node, variable=context.fresh("r", t.RELATIONSHIP))
            return node

        def again(node: Any, ids: list[Expression] = ids) -> Any:
            if isinstance(node, ast.RelationshipPattern):
                matched = context.fresh("r", t.RELATIONSHIP)
                assert node.variable is not None
                ids.append(build.compare(build.call("id", matched), "=", build.call("id", node.variable)))
                return ast.RelationshipPattern(node.direction, matched)
            return ast.NodePattern(node.variable) if isinstance(node, ast.NodePattern) else node

        path = rebuild(part.path, named)
        parts.append(replace(part, path=path, variable=None))
        pattern = ast.Pattern((ast.PatternPart(rebuild(path, again), Variable(part.variable.name)),))
        matches.append(ast.Match(pattern, build.conjunction(*ids)))
    created = _created(replace(clause, pattern=ast.Pattern(tuple(parts))), context)
    return [*created, build.with_everything(), *matches] if matches else created


PASS = Pass(
    code="creations",
    neo4j="CREATE names paths, takes a map of properties, and may refer to what it makes itself",
    falkordb="knows none of these",
    remedy="the path is matched afterwards, the map is added by SET, a CREATE that refers to itself becomes several",
    rewrite=_rewrite,
    triggers=(ast.Create,),
)
