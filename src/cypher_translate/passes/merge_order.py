"""MERGE goes row by row and keeps the order of the rows: the first row creates, the last row's SET wins.

FalkorDB merges all rows at once, beginning with the last one, and hands them on in another order. So the rows are
numbered and given to it backwards, and sorted before anything that depends on their order.

>>> show("UNWIND $rows AS row MERGE (n:Item {id: row.id}) SET n.v = row.v")  # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row WITH collect([row]) AS _rows UNWIND range(size(_rows) - 1, 0, -1) AS _number
WITH _number, _rows[_number][0] AS row MERGE (n:Item {id: row.id}) WITH * ORDER BY _number SET n.v = row.v

ON MATCH is left to the clauses behind, which know the row that has created by its number:

>>> show("UNWIND $rows AS row MERGE (n:Item {id: 1}) ON MATCH SET n.v = row.v")  # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row WITH collect([row]) AS _rows UNWIND range(size(_rows) - 1, 0, -1) AS _number
WITH _number, _rows[_number][0] AS row MERGE (n:Item {id: 1}) ON CREATE SET n._created = _number
WITH * ORDER BY _number DESC FOREACH (_once IN CASE WHEN n._created = _number THEN [] ELSE [1] END | SET n.v = row.v)
SET n._created = NULL

A FOREACH becomes a subquery of one row, in which its rounds are rows:

>>> show("FOREACH (row IN $rows | MERGE (n:Item {id: row.id}) SET n.v = row.v)")  # doctest: +NORMALIZE_WHITESPACE
CALL { UNWIND [_item IN $rows | _item] AS row WITH collect([row]) AS _rows
UNWIND range(size(_rows) - 1, 0, -1) AS _number WITH _number, _rows[_number][0] AS row
MERGE (n:Item {id: row.id}) WITH * ORDER BY _number SET n.v = row.v }

Where what is written does not depend on the row, or the rows are in no order, it does not matter.

>>> show("UNWIND $rows AS row MERGE (n:Item {id: 1}) ON CREATE SET n.new = true")
UNWIND $rows AS row MERGE (n:Item {id: 1}) ON CREATE SET n.new = true
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import is_
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.content import UPDATING
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, walk

_MARK = "_created"
_VALUES = (ast.SetProperty, ast.SetAllProperties, ast.AddProperties)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    rewritten: ast.Query = _rewritten(query, context)
    return rewritten


def _rewritten(node: Any, context: Context) -> Any:
    if isinstance(node, ast.SingleQuery):
        return _single(node, context)
    return rebuild(node, lambda child: _rewritten(child, context))


def _single(query: ast.SingleQuery, context: Context) -> ast.SingleQuery:
    clauses: list[ast.Clause] = []
    seen: visible.Names = ()
    ordered = False
    rest = query.clauses
    while rest:
        clause, following = rest[0], rest[1:]
        if isinstance(clause, ast.Foreach) and _goes_by_rounds(clause, seen, ordered):
            clauses += _as_rows(clause, following, seen if clauses else None, context)
        elif isinstance(clause, ast.Merge) and ordered:
            size = next((i for i, part in enumerate(rest) if not _is_plain(part, seen)), len(rest))
            segment, following = rest[:size], rest[size:]
            in_order = _depends_on_rows(segment, seen) or _shows_order(following)
            clauses += _numbered(segment, following, seen, context) if in_order else segment
            for part in segment:
                seen = visible.after(part, seen)
        else:
            clauses.append(_rewritten(clause, context))
        ordered = ordered or _is_ordered(clause)
        seen = visible.after(clause, seen)
        rest = following
    same = len(clauses) == len(query.clauses) and all(map(is_, clauses, query.clauses))
    return query if same else replace(query, clauses=tuple(clauses))


def _is_plain(clause: ast.Clause, seen: visible.Names) -> bool:
    return type(clause) in UPDATING and not (isinstance(clause, ast.Foreach) and _goes_by_rounds(clause, seen, True))


def _is_ordered(clause: ast.Clause) -> bool:
    """Whether a clause gives rows in an order; that of a MATCH is nobody's business."""
    if isinstance(clause, ast.With):
        return bool(clause.body.order_by)
    return isinstance(clause, ast.Unwind | ast.LoadCsv)


def _depends_on_rows(clauses: Iterable[ast.Node], around: Collection[str]) -> bool:
    """Whether what is set, of what the clauses do not create, depends on variables that were there before."""
    nodes = [node for clause in clauses for node in walk(clause)]
    created = _made(nodes, ast.Create) - _made(nodes, ast.Merge) - set(around)
    return any(
        not visible.used([node.value]).isdisjoint(around) and visible.used([node.target]).isdisjoint(created)
        for node in nodes
        if isinstance(node, _VALUES)
    )


def _made(nodes: Iterable[ast.Node], kind: type[ast.Clause]) -> set[str]:
    return {name for node in nodes if isinstance(node, kind) for name in visible.declared(node)}


def _shows_order(clauses: Sequence[ast.Clause]) -> bool:
    """Whether what follows a MERGE depends on the order of its rows: values that are set, lists, pages."""
    return any(_is_by_order(node) for clause in clauses for node in walk(clause))


def _is_by_order(node: ast.Node) -> bool:
    if isinstance(node, _VALUES):
        return not visible.used([node.value]) <= visible.used([node.target])
    if isinstance(node, ast.ProjectionBody):
        return bool(node.skip or node.limit) and not node.order_by
    return isinstance(node, ast.FunctionCall) and node.name.lower() == "collect"


def _numbered(
    segment: Sequence[ast.Clause], following: Sequence[ast.Clause], seen: visible.Names, context: Context
) -> Iterator[ast.Clause]:
    """MERGE and the updating clauses behind it, with the rows in the order that each of them needs."""
    needed = visible.used((*segment, *following))
    names = [name for name in seen if name in needed]
    rows, number = context.fresh("rows", t.list_of(t.list_of(t.ANY))), context.fresh("number", t.INTEGER)
    last = build.binary("-", build.call("size", rows), build.number(1))
    yield _collected(names, rows)
    yield ast.Unwind(build.call("range", last, build.number(0), ast.Unary("-", build.number(1))), number)
    yield build.with_(build.item(number), *_values(names, ast.Subscript(rows, number)))
    order = "backwards"
    for clause in segment:
        if isinstance(clause, ast.Merge):
            dependent = [action for action in clause.actions if _depends_on_rows([action], seen)]
            if dependent and order != "backwards":
                yield _sorted(number, descending=True)
            on_match = [action for action in dependent if action.on == "MATCH"]
            if not on_match:
                yield clause
                order = "mixed"
                continue
            merge, marked = _marking(clause, on_match, number, context)
            yield merge
            yield _sorted(number, descending=True)
            yield from _when_matched(marked, on_match, number, context)
            order = "backwards"
        else:
            if order != "forwards":
                yield _sorted(number)
            yield clause
            order = "forwards"
    if following and order != "forwards":
        yield _sorted(number)


def _marking(
    clause: ast.Merge, on_match: Sequence[ast.MergeAction], number: Variable, context: Context
) -> tuple[ast.Merge, Variable]:
    """MERGE that notes in what it creates which row has created it, and the variable of that."""
    elements: tuple[Any, ...] = clause.pattern.path.elements  # type: ignore[union-attr]
    index = 1 if len(elements) > 1 else 0
    marked = elements[index].variable or context.fresh("merged", t.RELATIONSHIP if index else t.NODE)
    named = (*elements[:index], replace(elements[index], variable=marked), *elements[index + 1 :])
    mark = ast.SetProperty(ast.Property(marked, _MARK), number)
    created = [item for action in clause.actions if action.on == "CREATE" for item in action.set.items]
    kept = [action for action in clause.actions if action.on == "MATCH" and action not in on_match]
    actions = (ast.MergeAction("CREATE", ast.Set((*created, mark))), *kept)
    return ast.Merge(replace(clause.pattern, path=ast.PathPattern(named)), actions, span=clause.span), marked


def _when_matched(
    marked: Variable, on_match: Sequence[ast.MergeAction], number: Variable, context: Context
) -> Iterator[ast.Clause]:
    """What ON MATCH sets, for all rows but those that have created; then the mark is taken off.

    A FOREACH begins with the last row.
    """
    mark = ast.Property(marked, _MARK)
    has_created = build.compare(mark, "=", number)
    rounds = build.case(None, (has_created, ast.ListLiteral(())), build.numbers(1))
    yield ast.Foreach(context.fresh("once", t.INTEGER), rounds, tuple(action.set for action in on_match))
    yield ast.Set((ast.SetProperty(mark, ast.NullLiteral()),))


def _sorted(number: Variable, descending: bool = False) -> ast.With:
    return ast.With(ast.ProjectionBody((), star=True, order_by=(ast.SortItem(number, descending),)))


def _collected(names: Sequence[str], rows: Variable) -> ast.With:
    values = ast.ListLiteral(tuple(Variable(name) for name in names))
    return build.with_(build.item(build.call("collect", values), rows.name))


def _values(names: Sequence[str], row: ast.Expression) -> list[ast.ProjectionItem]:
    return [build.item(ast.Subscript(row, build.number(i)), name) for i, name in enumerate(names)]


def _goes_by_rounds(clause: ast.Foreach, seen: visible.Names, ordered: bool) -> bool:
    """Whether what a FOREACH sets depends on the order of its rounds, and of the rows if these are ordered.

    FalkorDB begins with the last row, or with the last round of an outer loop; where it merges, with the last round.
    """
    nodes = list(walk(clause))
    made = _made(nodes, ast.Merge) | _made(nodes, ast.Create)
    rounds = sum(isinstance(node, ast.Foreach) and not _is_one(node.list) for node in nodes)
    is_sequence = ordered or rounds > (0 if any(isinstance(node, ast.Merge) for node in nodes) else 1)
    return is_sequence and _depends_on_rows(clause.clauses, visible.used([clause]) - (made - set(seen)))


def _is_one(values: ast.Expression) -> bool:
    """Whether a list has one item at most, as written for a condition."""
    if isinstance(values, ast.Case):
        results = [alternative.result for alternative in values.alternatives]
        return all(map(_is_one, results)) and (values.default is None or _is_one(values.default))
    return isinstance(values, ast.ListLiteral) and len(values.items) < 2


def _as_rows(
    clause: ast.Foreach, following: Sequence[ast.Clause], seen: visible.Names | None, context: Context
) -> list[ast.Clause]:
    """``WITH collect([a]) AS rows CALL { WITH rows UNWIND rows AS row … } UNWIND rows AS row WITH row[0] AS a``."""
    values = clause.list
    if not context.type_of(values).is_only("LIST"):
        item = context.fresh("item", context.type_of(values).item)
        values = ast.ListComprehension(item, values, None, item)
    rounds = (ast.Unwind(values, clause.variable), *clause.clauses)
    if seen is None:
        return [ast.CallSubquery(_single(ast.SingleQuery(rounds), context))]
    needed = visible.used((clause, *following))
    names = [name for name in seen if name in needed]
    rows = context.fresh("rows", t.list_of(t.list_of(t.ANY)))
    inner, outer = context.fresh("row", t.list_of(t.ANY)), context.fresh("row", t.list_of(t.ANY))
    body = (build.with_(build.item(rows)), *_each(rows, inner, names), *rounds)
    call = ast.CallSubquery(_single(ast.SingleQuery(body), context))
    return [_collected(names, rows), call, *(_each(rows, outer, names) if following else ())]


def _each(rows: Variable, row: Variable, names: Sequence[str]) -> list[ast.Clause]:
    return [ast.Unwind(rows, row), *([build.with_(*_values(names, row))] if names else [])]


PASS = Pass(
    code="merge-order",
    neo4j="MERGE and FOREACH go row by row: the first row creates, the last row's SET wins",
    falkordb="merges all rows at once and hands them on in another order; begins FOREACH with the last row",
    remedy="rows that are in an order are numbered and sorted, where what is set or returned depends on it",
    rewrite=_rewrite,
    triggers=(ast.Merge, ast.Foreach),
    cost="a sort of the rows, where it applies",
)
