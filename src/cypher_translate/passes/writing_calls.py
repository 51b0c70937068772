"""A subquery that merges or deletes does so for every row.

FalkorDB runs MERGE and DELETE inside CALL {…} for the first row only. Where the subquery reads first, that is left in
CALL {…} and the writing follows in FOREACH.

>>> show("MATCH (n:Person) CALL { WITH n MERGE (n)-[:LIVES_IN]->(c:City) }")
... # doctest: +NORMALIZE_WHITESPACE
MATCH (n:Person) FOREACH (_once IN [1] | MERGE (n)-[:LIVES_IN]->(c:City))
>>> show("MATCH (n) CALL { WITH n MATCH (n)-[r:OLD]->() DELETE r }")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) CALL { WITH n MATCH (n)-[r:OLD]->() RETURN collect([r]) AS _rows }
FOREACH (_row IN _rows | FOREACH (r IN [_row[0]] | DELETE r))
>>> show("UNWIND $names AS name CALL { WITH name MERGE (p:Person {name: name}) RETURN p } RETURN p.name")
UNWIND $names AS name MERGE (p:Person {name: name}) WITH name, p RETURN p.name

One row is all that there is at the beginning of a query.

>>> show("CALL { MERGE (c:City) RETURN count(c) AS cities } RETURN cities")
CALL { MERGE (c:City) RETURN count(c) AS cities } RETURN cities

IN TRANSACTIONS is dropped: everything is one transaction, which a remark tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.content import UPDATING, is_write
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.semantics.functions import contains_aggregation
from cypher_translate.transform import walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    once = _called_once(query.body)

    def called(clause: ast.CallSubquery, place: Place) -> Sequence[ast.Clause]:
        if clause.transactions is not None:
            clause = _in_one_transaction(clause, clause.transactions, context)
        if not any(isinstance(node, ast.Merge | ast.Delete) for node in walk(clause)):
            return (clause,)
        barrier = [build.with_everything()] if place.before and is_write(place.before[-1]) else []
        if id(clause.query) in once:
            return (*barrier, clause)
        if isinstance(clause.query, ast.Union):
            raise _refusal(clause, context)
        clauses = _without_import(clause.query.clauses)
        if isinstance(clauses[-1], ast.Return):
            return [*barrier, *_inline(clause, clauses, place, context)]
        return [*barrier, *_loop(clause, clauses, place, context)]

    return rewrite_clauses(query, ast.CallSubquery, called)


def _called_once(body: ast.RegularQuery | ast.Command) -> set[int]:
    """The identities of the query's subqueries before which there is one row at most."""
    once = set()
    for part in body.queries if isinstance(body, ast.Union) else (body,):
        is_one = isinstance(part, ast.SingleQuery)
        for clause in part.clauses if isinstance(part, ast.SingleQuery) else ():
            if isinstance(clause, ast.CallSubquery):
                if is_one:
                    once.add(id(clause.query))
                is_one = is_one and not visible.returned(clause.query)
            elif isinstance(clause, ast.With):
                items = clause.body.items
                is_one = is_one or (bool(items) and all(contains_aggregation(item.expression) for item in items))
            else:
                is_one = is_one and type(clause) in UPDATING and not isinstance(clause, ast.Merge)
    return once


def _in_one_transaction(
    clause: ast.CallSubquery, transactions: ast.InTransactions, context: Context
) -> ast.CallSubquery:
    if transactions.on_error not in (None, "FAIL") or transactions.report is not None:
        raise context.refuse(
            "InTransactions",
            clause,
            "FalkorDB runs a query as one transaction: none of its parts can fail alone",
            "leave out ON ERROR and REPORT STATUS, or send a query for each batch",
        )
    context.remark(
        "InTransactions",
        clause.span,
        "Everything runs in one transaction",
        "send a query for each batch where one transaction is too large",
    )
    return replace(clause, transactions=None)


def _without_import(clauses: tuple[ast.Clause, ...]) -> tuple[ast.Clause, ...]:
    first = clauses[0]
    if isinstance(first, ast.With) and len(clauses) > 1 and first.where is None:
        body = first.body
        plain = all(isinstance(item.expression, Variable) and item.alias is None for item in body.items)
        if plain and not (body.distinct or body.order_by or body.skip or body.limit):
            return clauses[1:]
    return clauses


def _loop(
    clause: ast.CallSubquery, clauses: tuple[ast.Clause, ...], place: Place, context: Context
) -> list[ast.Clause]:
    """Reading first, for each row; then writing, for each of what was read."""
    first = next(i for i, part in enumerate(clauses) if type(part) in UPDATING)
    reading, writing = clauses[:first], clauses[first:]
    if not all(type(part) in UPDATING for part in writing) or any(map(is_write, reading)):
        raise _refusal(clause, context)
    if not reading:
        return [ast.Foreach(context.fresh("once", t.INTEGER), ast.ListLiteral((build.number(1),)), writing)]
    _check_independent(clause, reading, writing, context)
    seen: visible.Names = tuple(place.visible)
    for part in reading:
        seen = visible.after(part, seen)
    needed = visible.used(writing)
    found = [Variable(name) for name in seen if name in needed and name not in place.visible]
    rows, row = context.fresh("rows", t.list_of(t.list_of(t.ANY))), context.fresh("row", t.list_of(t.ANY))
    collected = build.item(build.call("collect", ast.ListLiteral(tuple(found))), rows.name)
    imports = [name for name in sorted(place.visible) if name in visible.used(reading)]
    body = ast.SingleQuery((*reading, ast.Return(ast.ProjectionBody((collected,)))))
    inner: tuple[ast.Clause, ...] = writing
    for i, variable in reversed(list(enumerate(found))):
        inner = (ast.Foreach(variable, ast.ListLiteral((ast.Subscript(row, build.number(i)),)), inner),)
    return [visible.call(body, imports), ast.Foreach(row, rows, inner)]


def _inline(
    clause: ast.CallSubquery, clauses: tuple[ast.Clause, ...], place: Place, context: Context
) -> list[ast.Clause]:
    """The subquery's clauses in the query itself, where they go row by row."""
    last = clauses[-1]
    assert isinstance(last, ast.Return)
    body = last.body
    whole = body.distinct or body.order_by or body.skip or body.limit or visible.aggregates(body)
    if whole or any(isinstance(part, ast.With) for part in clauses) or _counts(clauses[:-1], last):
        raise _refusal(clause, context)
    reading = [part for part in clauses[:-1] if type(part) not in UPDATING]
    if reading:
        _check_independent(clause, reading, [part for part in clauses if type(part) in UPDATING], context)
    outer = tuple(build.item(Variable(name)) for name in sorted(place.visible))
    items = tuple(item for item in body.items if visible.column(item) not in place.visible)
    return [*clauses[:-1], ast.With(ast.ProjectionBody((*outer, *items)))]


def _counts(clauses: Sequence[ast.Clause], last: ast.Return) -> bool:
    """Whether a property is returned that grows with each row: all rows are written before the first is returned."""
    growing = {
        item.target.key
        for clause in clauses
        for item in walk(clause)
        if isinstance(item, ast.SetProperty) and isinstance(item.target, ast.Property)
        if item.target in walk(item.value)
    }
    return any(isinstance(node, ast.Property) and node.key in growing for node in walk(last))


def _check_independent(
    clause: ast.CallSubquery, reading: Sequence[ast.Clause], writing: Sequence[ast.Clause], context: Context
) -> None:
    """All reading is done before the first row writes, so it must not find what is written."""
    written = _names(writing) if not all(_only_deletes(part) for part in writing) else set()
    if not written:
        return
    read = _names(reading)
    anything = any(
        (isinstance(node, ast.NodePattern) and node.labels is None and node.variable is None)
        or (isinstance(node, ast.RelationshipPattern) and node.types is None)
        for part in reading
        for node in walk(part)
    )
    if anything or not written.isdisjoint(read):
        raise _refusal(clause, context)


def _only_deletes(clause: ast.Clause) -> bool:
    return isinstance(clause, ast.Delete)


def _names(clauses: Sequence[Any]) -> set[str]:
    """The labels, types and keys that come in clauses."""
    names: set[str] = set()
    for clause in clauses:
        for node in walk(clause):
            if isinstance(node, ast.LabelName):
                names.add(node.name)
            elif isinstance(node, ast.Property):
                names.add(node.key)
    return names


def _refusal(clause: ast.CallSubquery, context: Context) -> Exception:
    return context.refuse(
        "WritingSubquery",
        clause,
        "FalkorDB runs MERGE and DELETE inside CALL { … } for the first row only, "
        "and this subquery cannot be written without it",
        "read first, then write in the query itself",
    )


PASS = Pass(
    code="writing-calls",
    neo4j="a subquery writes for every row, in transactions of its own if asked",
    falkordb="merges and deletes for the first row only",
    remedy="such a subquery becomes part of the query: its clauses, or FOREACH behind what it reads",
    rewrite=_rewrite,
    triggers=(ast.CallSubquery,),
)
