"""A subquery that merges or deletes does so for every row.

FalkorDB runs MERGE and DELETE inside CALL {…} for the first row only. Where the subquery reads first, that is left in
CALL {…} and the writing follows in FOREACH.

>>> show("MATCH (n:Person) CALL { WITH n MERGE (n)-[:LIVES_IN]->(c:City) }")
... # doctest: +NORMALIZE_WHITESPACE
MATCH (n:Person) FOREACH (_once IN [1] | MERGE (n)-[:LIVES_IN]->(c:City))
>>> show("MATCH (n) CALL { WITH n MATCH (n)-[r:OLD]->() DELETE r }")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) CALL { WITH n MATCH (n)-[r:OLD]->() RETURN collect([r]) AS _rows }
FOREACH (_row IN _rows | FOREACH (r IN [_row[0]] | DELETE r))
>>> show("UNWIND $l AS row CALL (row) { MERGE (n:A {id: row.id}) WITH n, row WHERE row.k > 0 SET n.k = 1 }")
... # doctest: +NORMALIZE_WHITESPACE
UNWIND $l AS row FOREACH (_once2 IN [1] | MERGE (n:A {id: row.id})
FOREACH (_once IN CASE WHEN row.k > 0 THEN [1] ELSE [] END | SET n.k = 1))
>>> show("UNWIND $names AS name CALL { WITH name MERGE (p:Person {name: name}) RETURN p } RETURN p.name")
UNWIND $names AS name MERGE (p:Person {name: name}) WITH name, p RETURN p.name

One row is all that there is at the beginning of a query.

>>> show("CALL { MERGE (c:City) RETURN count(c) AS cities } RETURN cities")
CALL { MERGE (c:City) RETURN count(c) AS cities } RETURN cities

IN TRANSACTIONS is dropped: everything is one transaction, which a remark tells; ON ERROR with it where nothing can
fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.content import UPDATING, is_write
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.raising import raisers
from cypher_translate.semantics import types as t
from cypher_translate.semantics.functions import contains_aggregation
from cypher_translate.transform import walk

_LITERALS = (ast.NullLiteral, ast.BooleanLiteral, ast.IntegerLiteral, ast.FloatLiteral, ast.StringLiteral)


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
    tolerant = transactions.on_error not in (None, "FAIL") and not _always_succeeds(clause, context)
    if tolerant or transactions.report is not None:
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


def _always_succeeds(clause: ast.CallSubquery, context: Context) -> bool:
    """Whether nothing in a subquery can fail: it removes, or sets what is written out."""
    nodes = list(walk(clause.query))
    if any(isinstance(node, ast.Create | ast.Merge | ast.AddProperties | ast.SetAllProperties) for node in nodes):
        return False
    if any(isinstance(node, ast.Delete) and not node.detach for node in nodes):
        return False
    if not all(isinstance(node.value, _LITERALS) for node in nodes if isinstance(node, ast.SetProperty)):
        return False
    return next(raisers(clause.query, context, True, set()), None) is None


def _without_import(clauses: tuple[ast.Clause, ...]) -> tuple[ast.Clause, ...]:
    first = clauses[0]
    if isinstance(first, ast.With) and len(clauses) > 1 and first.where is None and _is_plain(first.body):
        return clauses[1:]
    return clauses


def _loop(
    clause: ast.CallSubquery, clauses: tuple[ast.Clause, ...], place: Place, context: Context
) -> list[ast.Clause]:
    """Reading first, for each row; then writing, for each of what was read."""
    first = next(i for i, part in enumerate(clauses) if type(part) in UPDATING)
    reading = clauses[:first]
    writing = _nested(clauses[first:], context)
    if writing is None or any(map(is_write, reading)):
        raise _refusal(clause, context)
    if not reading:
        return [_once(writing, context)]
    _check_independent(clause, reading, writing, place, context)
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


def _nested(clauses: Sequence[ast.Clause], context: Context) -> tuple[ast.Clause, ...] | None:
    """Updating clauses as they can stand in FOREACH, where UNWIND is a loop and WITH … WHERE one of at most one round.

    None where something else stands between them.
    """
    for i, clause in enumerate(clauses):
        if type(clause) in UPDATING:
            continue
        rest = _nested(clauses[i + 1 :], context)
        if rest is None:
            return None
        if isinstance(clause, ast.Unwind):
            return (*clauses[:i], ast.Foreach(clause.variable, clause.expression, rest)) if rest else tuple(clauses[:i])
        if not isinstance(clause, ast.With) or not _is_plain(clause.body):
            return None
        if clause.where is not None:
            rest = (_once(rest, context, clause.where),) if rest else ()
        return (*clauses[:i], *rest)
    return tuple(clauses)


def _once(clauses: tuple[ast.Clause, ...], context: Context, condition: ast.Expression | None = None) -> ast.Foreach:
    """A loop of one round, or of none where a condition does not hold."""
    rounds: ast.Expression = build.numbers(1)
    if condition is not None:
        rounds = build.case(None, (condition, rounds), build.numbers())
    return ast.Foreach(context.fresh("once", t.INTEGER), rounds, clauses)


def _with_all_variables(clause: ast.Clause) -> tuple[ast.Clause, ...]:
    """The clause; of a WITH that only names variables just its condition, so that none is forgotten."""
    if not isinstance(clause, ast.With):
        return (clause,)
    return (build.with_everything(where=clause.where),) if clause.where is not None else ()


def _is_plain(body: ast.ProjectionBody) -> bool:
    """Whether a projection only names variables: names stand for the same thing before and after it."""
    named = all(isinstance(item.expression, Variable) and item.alias is None for item in body.items)
    return named and not (body.distinct or body.order_by or body.skip or body.limit)


def _inline(
    clause: ast.CallSubquery, clauses: tuple[ast.Clause, ...], place: Place, context: Context
) -> list[ast.Clause]:
    """The subquery's clauses in the query itself, where they go row by row."""
    last = clauses[-1]
    assert isinstance(last, ast.Return)
    body = last.body
    whole = body.distinct or body.order_by or body.skip or body.limit or visible.aggregates(body)
    plain = all(_is_plain(part.body) for part in clauses if isinstance(part, ast.With))
    if whole or not plain or _counts(clauses[:-1], last):
        raise _refusal(clause, context)
    clauses = tuple(part for each in clauses for part in _with_all_variables(each))
    reading = [part for part in clauses[:-1] if type(part) not in UPDATING]
    if reading:
        _check_independent(clause, reading, [part for part in clauses if type(part) in UPDATING], place, context)
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
    clause: ast.CallSubquery,
    reading: Sequence[ast.Clause],
    writing: Sequence[ast.Clause],
    place: Place,
    context: Context,
) -> None:
    """All reading is done before the first row writes, so it must not find what is written."""
    makes = any(isinstance(node, ast.Create | ast.Merge | ast.SetLabels) for part in writing for node in walk(part))
    nodes = [node for part in reading for node in walk(part)]
    if makes and any(_finds_anything(node, place) for node in nodes):
        raise _refusal(clause, context)
    keys = {node.key for node in nodes if isinstance(node, ast.Property | ast.MapEntry)}
    names = {node.name for node in nodes if isinstance(node, ast.LabelName)}
    for node in (node for part in writing for node in walk(part)):
        if isinstance(node, ast.LabelName):
            found = node.name in names
        elif isinstance(node, ast.SetProperty | ast.RemoveProperty):
            found = not isinstance(node.target, ast.Property) or node.target.key in keys
        else:
            found = isinstance(node, ast.SetAllProperties | ast.AddProperties) and bool(keys)
        if found:
            raise _refusal(clause, context)


def _finds_anything(node: ast.Node, place: Place) -> bool:
    """Whether a pattern finds entities of any label or type; what relationships lead to, they find."""
    if isinstance(node, ast.PathPattern) and len(node.elements) == 1:
        (only,) = node.elements
        if isinstance(only, ast.NodePattern):
            return only.labels is None and (only.variable is None or only.variable.name not in place.visible)
    return isinstance(node, ast.RelationshipPattern) and node.types is None


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
