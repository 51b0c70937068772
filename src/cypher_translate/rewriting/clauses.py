"""Going through the clauses of a query, with what is visible at each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from operator import is_
from types import UnionType
from typing import Any, TypeAlias

from cypher_translate import ast
from cypher_translate.rewriting import build, visible


class Place:
    """Where a clause stands: the variables visible before it, and the clauses before and after it."""

    def __init__(self, clauses: Sequence[ast.Clause], index: int, visible: Collection[str]) -> None:
        self._clauses = clauses
        self._index = index
        self._visible = visible

    @cached_property
    def visible(self) -> frozenset[str]:
        return frozenset(self._visible)

    def sees(self, name: str) -> bool:
        """Whether a variable is visible, without a copy of what is; to be asked while the step runs."""
        return name in self._visible

    @cached_property
    def before(self) -> Sequence[ast.Clause]:
        return self._clauses[: self._index]

    @cached_property
    def after(self) -> Sequence[ast.Clause]:
        return self._clauses[self._index + 1 :]


Step: TypeAlias = Callable[[Any, Place], Sequence[ast.Clause]]


def rewrite_clauses(query: ast.Query, kind: type[ast.Clause] | UnionType, step: Step) -> ast.Query:
    """The query with each clause of a kind replaced by the clauses that ``step`` gives for it.

    Those of its subqueries, too; subqueries in expressions have become clauses before.
    """

    def single(body: ast.SingleQuery, names: Iterable[str]) -> ast.SingleQuery:
        clauses: list[ast.Clause] = []
        seen = dict.fromkeys(names)
        for i, clause in enumerate(body.clauses):
            inner: Any = clause
            if isinstance(clause, ast.CallSubquery):
                scope = clause.scope
                part = regular(clause.query, [each.name for each in scope] if isinstance(scope, tuple) else seen)
                inner = clause if part is clause.query else replace(clause, query=part)
            if isinstance(inner, kind):
                clauses += step(inner, Place(body.clauses, i, seen))
            else:
                clauses.append(inner)
            visible.pass_by(clause, seen)
        same = len(clauses) == len(body.clauses) and all(map(is_, clauses, body.clauses))
        return body if same else replace(body, clauses=tuple(clauses))

    def regular(body: ast.RegularQuery, seen: Iterable[str]) -> ast.RegularQuery:
        if isinstance(body, ast.SingleQuery):
            return single(body, seen)
        queries = tuple([single(part, seen) for part in body.queries])
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
