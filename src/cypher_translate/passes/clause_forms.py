"""FINISH, USE, planner hints and a first WITH * are left out.

FalkorDB has none of them; its planner chooses indexes for itself, a graph is what it is asked for, and a query cannot
begin with WITH *, which gets something to project where it has a page or a condition.

>>> show("MATCH (n:A) USING SCAN n:A RETURN n")
MATCH (n:A) RETURN n
>>> show("MATCH (n) SET n.x = 1 FINISH")
MATCH (n) SET n.x = 1
>>> show("UNWIND [1, 2] AS x FINISH")
UNWIND [1, 2] AS x RETURN NULL AS _nothing LIMIT 0
>>> show("CALL { MATCH (n) FINISH } RETURN 1 AS one")
CALL { MATCH (n) RETURN count(*) AS _count } RETURN 1 AS one
>>> show("LIMIT $size RETURN 1 AS one")
WITH 1 AS _row LIMIT $size RETURN 1 AS one
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from cypher_translate import ast
from cypher_translate.content import UPDATING
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, walk

_Last: TypeAlias = Callable[[Context], ast.Return]


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    body = query.body
    if not isinstance(body, ast.SingleQuery | ast.Union):
        return query
    new = _query(body, context, _nothing)
    return query if new is body else replace(query, body=new)


def _query(query: ast.RegularQuery, context: Context, last: _Last) -> ast.RegularQuery:
    """Only clauses are looked at: what subqueries there were in expressions are clauses by now."""
    if isinstance(query, ast.Union):
        if not isinstance(query.queries[0].clauses[-1], ast.Return):
            raise context.refuse(
                "UnionWithoutReturn",
                query,
                "FalkorDB has no UNION of queries that return nothing",
                "write them as queries of their own",
            )
        return rebuild(query, lambda part: _single(part, context, last))
    return _single(query, context, last)


def _nothing(context: Context) -> ast.Return:
    """The end of a query that gives no rows."""
    nothing = build.item(ast.NullLiteral(), context.fresh("nothing", t.NULL).name)
    return ast.Return(ast.ProjectionBody((nothing,), limit=build.number(0)))


def _once(context: Context) -> ast.Return:
    """The end of a subquery that leaves the row as it is."""
    return ast.Return(ast.ProjectionBody((build.item(ast.CountStar(), context.fresh("count", t.INTEGER).name),)))


def _clause(clause: ast.Clause, context: Context) -> ast.Clause:
    if isinstance(clause, ast.Match) and clause.hints:
        _check_hints(clause)
        return replace(clause, hints=())
    if isinstance(clause, ast.CallSubquery):
        inner = _query(clause.query, context, _once)
        return clause if inner is clause.query else replace(clause, query=inner)
    return clause


def _check_hints(match: ast.Match) -> None:
    """A hint names a label, or a type, that the pattern asks for."""
    asked = {
        (part.variable.name, label.name)
        for part in walk(match.pattern)
        if isinstance(part, ast.NodePattern | ast.RelationshipPattern) and part.variable
        for label in walk(part)
        if isinstance(label, ast.LabelName)
    }
    for hint in match.hints:
        if not isinstance(hint, ast.UsingJoin) and (hint.variable.name, hint.label) not in asked:
            raise CypherSyntaxError(
                f"The pattern does not ask for {hint.label} on {hint.variable.name}, which a hint is about",
                code="InvalidHint",
                span=hint.span,
            )


def _single(query: ast.SingleQuery, context: Context, last: _Last) -> ast.SingleQuery:
    clauses = [_clause(clause, context) for clause in query.clauses]
    if isinstance(clauses[0], ast.Use):
        if not isinstance(clauses[0].graph, str):
            raise context.refuse("Use", clauses[0], "A graph cannot be chosen by a function", "open the graph by name")
        context.remark("Use", clauses[0].span, "USE is left out: the graph is the one that is asked")
        del clauses[0]
    first = clauses[0]
    if first == build.with_everything():
        del clauses[0]
    elif isinstance(first, ast.With) and first.body.star and not first.body.items:
        row = build.item(build.number(1), context.fresh("row", t.INTEGER).name)
        clauses[0] = replace(first, body=replace(first.body, items=(row,), star=False))
    if isinstance(clauses[-1], ast.Finish):
        del clauses[-1]
        if not clauses or type(clauses[-1]) not in UPDATING:
            clauses.append(last(context))
    same = len(clauses) == len(query.clauses) and all(a is b for a, b in zip(clauses, query.clauses, strict=True))
    return query if same else replace(query, clauses=tuple(clauses))


PASS = Pass(
    code="clause-forms",
    neo4j="FINISH, USE, USING INDEX, USING SCAN and USING JOIN",
    falkordb="has none of them",
    remedy="they are left out; the graph is the one that is asked, and the planner chooses indexes itself",
    rewrite=_rewrite,
    triggers=(ast.Finish, ast.Use, ast.Match, ast.With, ast.Union),
)
