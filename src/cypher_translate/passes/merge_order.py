"""MERGE goes row by row, so the last write wins.

FalkorDB merges all rows at once and hands them on in another order. Inside a FOREACH of one round it goes row by row;
what is needed behind it is found once more.

>>> show("UNWIND $rows AS row MERGE (n:Item {id: 1}) SET n.v = row.v")
UNWIND $rows AS row FOREACH (_once IN [1] | MERGE (n:Item {id: 1}) SET n.v = row.v)
>>> show("UNWIND $rows AS row MERGE (n:Item {id: 1}) SET n.v = row.v RETURN n.v")  # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row FOREACH (_once IN [1] | MERGE (n:Item {id: 1}) SET n.v = row.v)
WITH * MERGE (n:Item {id: 1}) RETURN n.v

Where what is written does not depend on the row, or the rows are in no order, it does not matter.

>>> show("UNWIND $rows AS row MERGE (n:Item {id: 1}) ON CREATE SET n.new = true")
UNWIND $rows AS row MERGE (n:Item {id: 1}) ON CREATE SET n.new = true
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.content import UPDATING
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def nested(node: Any, seen: visible.Names) -> Any:
        if isinstance(node, ast.SingleQuery):
            return _single(rebuild(node, lambda clause: nested(clause, seen)), seen, context)
        if isinstance(node, ast.Foreach):
            return _loop(node, context)
        return rebuild(node, lambda child: nested(child, seen))

    rewritten: ast.Query = nested(query, ())
    return rewritten


def _single(query: ast.SingleQuery, seen: visible.Names, context: Context) -> ast.SingleQuery:
    clauses: list[ast.Clause] = []
    rest = list(query.clauses)
    while rest:
        size = next((i for i, clause in enumerate(rest) if type(clause) not in UPDATING), len(rest))
        segment, following = rest[:size], rest[size:]
        first = next((i for i, clause in enumerate(segment) if isinstance(clause, ast.Merge)), size)
        for clause in segment[:first]:
            seen = visible.after(clause, seen)
        merged = segment[first:]
        if merged and any(map(_is_ordered, clauses)) and _depends_on_rows(merged, set(seen)):
            merged = _row_by_row(merged, following, seen, context)
        for clause in segment[first:]:
            seen = visible.after(clause, seen)
        clauses += [*segment[:first], *merged]
        rest = following
        if rest:
            clauses.append(rest[0])
            seen = visible.after(rest[0], seen)
            del rest[0]
    same = len(clauses) == len(query.clauses) and all(a is b for a, b in zip(clauses, query.clauses, strict=True))
    return query if same else replace(query, clauses=tuple(clauses))


def _is_ordered(clause: ast.Clause) -> bool:
    """Whether a clause gives rows in an order; that of a MATCH is nobody's business."""
    if isinstance(clause, ast.With):
        return bool(clause.body.order_by)
    return isinstance(clause, ast.Unwind | ast.LoadCsv)


def _depends_on_rows(clauses: Sequence[ast.Clause], around: set[str]) -> bool:
    """Whether what is set depends on variables that were there before: values, or properties of entities."""
    sets = [clause for clause in clauses if isinstance(clause, ast.Set)]
    sets += [action.set for clause in clauses if isinstance(clause, ast.Merge) for action in clause.actions]
    values = [item.value for set_ in sets for item in set_.items if not isinstance(item, ast.SetLabels)]
    return not around.isdisjoint(visible.used(values))


def _row_by_row(
    clauses: Sequence[ast.Clause], following: Sequence[ast.Clause], seen: visible.Names, context: Context
) -> list[ast.Clause]:
    once = ast.Foreach(context.fresh("once", t.INTEGER), ast.ListLiteral((build.number(1),)), tuple(clauses))
    needed = visible.used(following) - set(seen)
    made = {name for clause in clauses for name in visible.declared(clause)}
    if needed.isdisjoint(made):
        return [once]
    created = {name for clause in clauses if isinstance(clause, ast.Create) for name in visible.declared(clause)}
    if not needed.isdisjoint(created):
        return list(clauses)
    return [once, build.with_everything(), *(_found(clause) for clause in clauses if isinstance(clause, ast.Merge))]


def _found(clause: ast.Merge) -> ast.Clause:
    """What was merged, once more: a relationship is matched, since FalkorDB would not see that it is there."""
    if any(isinstance(element, ast.RelationshipPattern) for element in walk(clause.pattern)):
        return ast.Match(ast.Pattern((clause.pattern,)))
    return replace(clause, actions=())


def _loop(clause: ast.Foreach, context: Context) -> ast.Foreach:
    """The rounds of a FOREACH are merged at once, too, unless there is a loop inside."""
    inner = tuple(_loop(part, context) if isinstance(part, ast.Foreach) else part for part in clause.clauses)
    literal = isinstance(clause.list, ast.ListLiteral) and len(clause.list.items) < 2
    merges = any(isinstance(part, ast.Merge) for part in inner) and not literal
    if merges and _depends_on_rows(inner, visible.used(inner) - _declared(inner)):
        once = ast.ListLiteral((build.number(1),))
        inner = (ast.Foreach(context.fresh("once", t.INTEGER), once, inner),)
    same = len(inner) == len(clause.clauses) and all(a is b for a, b in zip(inner, clause.clauses, strict=True))
    return clause if same else replace(clause, clauses=inner)


def _declared(clauses: Sequence[ast.Clause]) -> set[str]:
    return {name for clause in clauses for name in visible.declared(clause)}


PASS = Pass(
    code="merge-order",
    neo4j="MERGE goes row by row: the last row's SET wins",
    falkordb="merges all rows at once and hands them on in another order",
    remedy="a FOREACH of one round holds MERGE and SET together where the SET depends on the row",
    rewrite=_rewrite,
    triggers=(ast.Merge,),
    cost="MERGE twice, where its variables are needed behind it",
)
