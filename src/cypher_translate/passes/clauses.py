"""Going through the clauses of a query, with what is visible at each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import Any, TypeAlias

from cypher_translate import ast
from cypher_translate.passes import build, visible


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: the variables visible before it, and the clauses before and after it."""

    visible: frozenset[str]
    before: Sequence[ast.Clause]
    after: Sequence[ast.Clause]


Step: TypeAlias = Callable[[Any, Place], Sequence[ast.Clause]]


def rewrite_clauses(query: ast.Query, kind: type[ast.Clause], step: Step) -> ast.Query:
    """The query with each clause of a kind replaced by the clauses that ``step`` gives for it.

    Those of its subqueries, too; subqueries in expressions have become clauses before.
    """

    def single(body: ast.SingleQuery, seen: visible.Names) -> ast.SingleQuery:
        clauses: list[ast.Clause] = []
        for i, clause in enumerate(body.clauses):
            inner: Any = clause
            if isinstance(clause, ast.CallSubquery):
                names = tuple(variable.name for variable in clause.scope) if isinstance(clause.scope, tuple) else seen
                part = regular(clause.query, names)
                inner = clause if part is clause.query else replace(clause, query=part)
            if isinstance(inner, kind):
                clauses += step(inner, Place(frozenset(seen), body.clauses[:i], body.clauses[i + 1 :]))
            else:
                clauses.append(inner)
            seen = visible.after(clause, seen)
        same = len(clauses) == len(body.clauses) and all(map(is_, clauses, body.clauses))
        return body if same else replace(body, clauses=tuple(clauses))

    def regular(body: ast.RegularQuery, seen: visible.Names) -> ast.RegularQuery:
        if isinstance(body, ast.SingleQuery):
            return single(body, seen)
        queries = tuple(single(part, seen) for part in body.queries)
        return body if all(map(is_, queries, body.queries)) else replace(body, queries=queries)

    if not isinstance(query.body, ast.SingleQuery | ast.Union):
        return query
    body = regular(query.body, ())
    return query if body is query.body else replace(query, body=body)


def conjuncts(predicate: ast.Expression | None) -> tuple[ast.Expression, ...]:
    """The predicates of which one is the conjunction."""
    if predicate is None:
        return ()
    return predicate.operands if isinstance(predicate, ast.And) else (predicate,)


def per_row(clauses: Sequence[ast.Clause], given: Collection[str], found: Sequence[str]) -> ast.CallSubquery:
    """``CALL { WITH given clauses RETURN found }``: the clauses for each row on its own."""
    imports = [ast.With(ast.ProjectionBody(tuple(build.item(ast.Variable(name)) for name in sorted(given))))]
    items = tuple(build.item(ast.Variable(name)) for name in found)
    body = (*(imports if given else ()), *clauses, ast.Return(ast.ProjectionBody(items)))
    return ast.CallSubquery(ast.SingleQuery(tuple(body)))
