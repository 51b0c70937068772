"""Going through the clauses of a query, with what is visible at each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from cypher_translate import ast
from cypher_translate.passes import build, visible
from cypher_translate.transform import rebuild


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: the variables visible before it, and the clauses before and after it."""

    visible: frozenset[str]
    before: Sequence[ast.Clause]
    after: Sequence[ast.Clause]


Step: TypeAlias = Callable[[Any, Place], Sequence[ast.Clause]]


def rewrite_clauses(query: ast.Query, kind: type[ast.Clause], step: Step) -> ast.Query:
    """The query with each clause of a kind replaced by the clauses that ``step`` gives for it, subqueries' too."""

    def single(body: ast.SingleQuery, seen: visible.Names) -> ast.SingleQuery:
        clauses: list[ast.Clause] = []
        for i, clause in enumerate(body.clauses):
            inner = nested(clause, seen)
            if isinstance(inner, kind):
                clauses += step(inner, Place(frozenset(seen), body.clauses[:i], body.clauses[i + 1 :]))
            else:
                clauses.append(inner)
            seen = visible.after(clause, seen)
        if len(clauses) == len(body.clauses) and all(a is b for a, b in zip(clauses, body.clauses, strict=True)):
            return body
        return replace(body, clauses=tuple(clauses))

    def nested(node: Any, seen: visible.Names) -> Any:
        if isinstance(node, ast.SingleQuery):
            return single(node, seen)
        if isinstance(node, ast.CallSubquery):
            inside = tuple(variable.name for variable in node.scope) if isinstance(node.scope, tuple) else seen
            return rebuild(node, lambda child: nested(child, inside))
        return rebuild(node, lambda child: nested(child, seen))

    rewritten: ast.Query = nested(query, ())
    return rewritten


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
