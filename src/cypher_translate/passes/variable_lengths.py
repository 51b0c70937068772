"""A relationship pattern of variable length gives a list of relationships, each path once.

In Neo4j its variable is a list, in the order of the path. In FalkorDB it is a path or one relationship, and a
predicate on it applies to each relationship on its own: the list is taken from a named path where its order does not
matter, and is turned the right way round by the ends of its relationships where it does. A named path that ends where
it began comes back reversed every other time it is read: it is read twice, and the right one taken. A self-loop on a
path without direction counts twice: such paths are made distinct.

>>> show("MATCH (a)-[r:T*1..3]->(b) WHERE size(r) > 1 RETURN b.name")
MATCH _p = (a)-[:T*1..3]->(b) WHERE size(relationships(_p)) > 1 RETURN b.name
>>> show("MATCH (a)-[:T*..2]-(b) RETURN b.name")
MATCH _p = (a)-[:T*..2]-(b) WITH DISTINCT _p, a, b RETURN b.name
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import (
    Place,
    conjuncts,
    per_row,
    rewrite_clauses,
)
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.optional_rows import optional_rows
from cypher_translate.rewriting.path_views import View, sees_order, views_of
from cypher_translate.semantics.rows import duplicates_observable
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        long = [
            node
            for part in match.pattern.parts
            if isinstance(part.path, ast.PathPattern)
            for node in part.path.elements
            if isinstance(node, ast.RelationshipPattern) and node.length
        ]
        if not long:
            return (match,)
        loops = any(node.direction == "BOTH" and node.length != ast.Range(0, 0) for node in long)
        distinct = loops and duplicates_observable(place.after)
        declared = set(visible.declared(match))
        match, views = views_of(match, place.after, distinct, context)
        if not match.optional or not _late(match, views):
            return _clauses(match, views, distinct, place, context)
        clauses = _clauses(replace(match, optional=False), views, distinct, place, context)
        columns = sorted((declared - place.visible) & visible.used(place.after))
        return optional_rows(clauses, columns, sorted(place.visible & visible.used(clauses)), context)

    return rewrite_clauses(query, ast.Match, step)


def _clauses(
    match: ast.Match, views: list[View], distinct: bool, place: Place, context: Context
) -> Sequence[ast.Clause]:
    """The MATCH, and what makes values of the paths that it finds."""
    late = _late(match, views)
    early = [predicate for predicate in conjuncts(match.where) if predicate not in late]
    where = build.conjunction(*(_seen(predicate, views) for predicate in early))
    match = replace(match, where=where)
    needed = visible.used((*place.after, *late))
    values = [view for view in views if view.name in needed]
    if not values and not distinct:
        return (match,)
    frozen = {view.path: view.turned for view in values if view.ordered}
    clauses: list[ast.Clause] = [match]
    inside = frozenset(visible.declared(match))
    if distinct:
        items = [_item(frozen.get(name, ast.Variable(name)), name) for name in sorted(inside - place.visible)]
        clauses.append(ast.With(ast.ProjectionBody(tuple(items), distinct=True)))
        values = [replace(view, turned=ast.Variable(view.path), listed=None) for view in values]
        if place.visible:
            kept = sorted(place.visible & visible.used((match, *late)))
            clauses[-1] = ast.With(ast.ProjectionBody((*map(_variable, kept), *items), distinct=True))
    elif any(sum(view.path == path for view in values) > 1 for path in frozen):
        names = {path: context.fresh("p", context.types[path]) for path in frozen}
        clauses.append(build.with_everything(*(build.item(frozen[path], names[path].name) for path in names)))
        values = [replace(view, turned=names.get(view.path, view.turned), listed=None) for view in values]
    if values:
        defined = [build.item(view.value, view.name) for view in values]
        clauses.append(build.with_everything(*defined, where=build.conjunction(*late)))
    if distinct and place.before:
        given = visible.used((match, *late)) & place.visible
        found = sorted((inside | {view.name for view in values}) - place.visible)
        found = [name for name in found if name in needed] or found[:1]
        return (per_row(clauses, given, found),)
    return clauses


def _late(match: ast.Match, views: list[View]) -> tuple[ast.Expression, ...]:
    """The predicates that depend on the order of a list or path, which is known behind the MATCH only."""
    predicates = conjuncts(match.where)
    return tuple(predicate for predicate in predicates if any(sees_order(predicate, view.name) for view in views))


def _seen(predicate: ast.Expression, views: list[View]) -> ast.Expression:
    """The predicate on the paths as they are: their order does not matter to it."""
    values = {view.name: view.of(ast.Variable(view.path)) for view in views}

    def step(node: ast.Node) -> ast.Node:
        return values.get(node.name, node) if isinstance(node, ast.Variable) else node

    seen: ast.Expression = transform(predicate, step)
    return seen


def _item(expression: ast.Expression, name: str) -> ast.ProjectionItem:
    return _variable(name) if expression == ast.Variable(name) else build.item(expression, name)


def _variable(name: str) -> ast.ProjectionItem:
    return build.item(ast.Variable(name))


PASS = Pass(
    code="variable-lengths",
    neo4j="a relationship variable of variable length is a list in the order of the path, each path is found once",
    falkordb="it is a path or a relationship; paths in a circle come back reversed; without direction self-loops "
    "count twice",
    remedy="lists are taken from named paths, which are turned the right way round and made distinct where that can "
    "be seen",
    rewrite=_rewrite,
    triggers=(ast.Range,),
    cost="without direction some 5 to 7 times the time; else one more projection for each path that is read",
)
