"""Searches by a named index, and the other procedures of Neo4j.

FalkorDB's indexes have no names: what the index is on, and how it measures similarity, the adapter fills in. A vector
search yields a distance there, from which the score is computed; a full-text search takes another syntax.

>>> show("CALL db.index.vector.queryNodes('moves', 5, $v) YIELD node, score RETURN node.x AS x, score")
... # doctest: +NORMALIZE_WHITESPACE
CALL db.idx.vector.queryNodes($_label, $_property, 5, vecf32($v)) YIELD node, score AS _distance
WITH *, CASE $_similarity WHEN 'cosine' THEN (2 - _distance) / 2 ELSE 1 / (1 + _distance ^ 2) END AS score
ORDER BY coalesce(score <> score, score IS NULL) DESC, score DESC RETURN node.x AS x, score
>>> show("CALL db.index.fulltext.queryNodes('words', $text) YIELD node RETURN node.x AS x")
CALL db.idx.fulltext.queryNodes($_label, neo4j.fulltext($text)) YIELD node RETURN node.x AS x
>>> show("CALL dbms.components() YIELD versions RETURN versions[0] AS version")
UNWIND [1] AS _once WITH *, ['5.26.0'] AS versions RETURN versions[0] AS version
>>> show("CALL db.awaitIndexes()")
RETURN NULL AS _nothing LIMIT 0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.plan import Supply
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.rewriting.vectors import as_vector
from cypher_translate.semantics import types as t
from cypher_translate.semantics.procedures import procedures

_SCORE = "CASE $similarity WHEN 'cosine' THEN (2 - $d) / 2 ELSE 1 / (1 + $d ^ 2) END"
_SAME = ("db.labels", "db.relationshipTypes", "db.propertyKeys")
_WITHOUT_EFFECT = (
    "db.awaitIndex",
    "db.awaitIndexes",
    "db.index.fulltext.awaitEventuallyConsistentIndexRefresh",
    "db.resampleIndex",
    "db.resampleOutdatedIndexes",
)
_CONSTANT: dict[str, dict[str, Expression]] = {
    "db.ping": {"success": ast.BooleanLiteral(True)},
    "dbms.components": {
        "name": build.text("Neo4j Kernel"),
        "versions": ast.ListLiteral((build.text("5.26.0"),)),
        "edition": build.text("community"),
    },
}
"""What answers the same always: clients ask for the version to know which Cypher they may write."""
_OF_VECTORS = (
    "db.create.setNodeVectorProperty",
    "db.create.setRelationshipVectorProperty",
    "db.create.setVectorProperty",
)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def called(clause: ast.CallProcedure, place: Place) -> Sequence[ast.Clause]:
        if clause.name in _SAME or clause.name in _OF_VECTORS:
            return (clause,)
        if clause.name in _WITHOUT_EFFECT:
            if place.before or place.after:
                return () if place.after else (_nothing(context),)
            return (_nothing(context),)
        if clause.name in _CONSTANT:
            constant = _constant(clause, place, context)
            return constant if place.before or place.after else (*constant, _returned(clause))
        if clause.name.startswith(("db.index.vector.query", "db.index.fulltext.query")):
            clauses = _search(clause, place, context)
            return clauses if place.before or place.after else (*clauses, _returned(clause))
        raise context.refuse("Procedure", clause, f"FalkorDB has nothing like {clause.name}")

    return rewrite_clauses(query, ast.CallProcedure, called)


def _constant(clause: ast.CallProcedure, place: Place, context: Context) -> Sequence[ast.Clause]:
    """One row with the values; a subquery must not begin with them, since WITH imports there."""
    assert clause.yields is not None
    values = _CONSTANT[clause.name]
    names = [(each.field, each.alias or Variable(each.field)) for each in clause.yields.items or ()]
    items = [build.item(values[field], variable.name) for field, variable in names]
    row = build.with_everything(*items, where=clause.yields.where)
    return (row,) if place.before else (ast.Unwind(build.numbers(1), context.fresh("once", t.INTEGER)), row)


def _nothing(context: Context) -> ast.Return:
    item = build.item(ast.NullLiteral(), context.fresh("nothing", t.NULL).name)
    return ast.Return(ast.ProjectionBody((item,), limit=build.number(0)))


def _returned(clause: ast.CallProcedure) -> ast.Return:
    assert clause.yields is not None
    names = (item.alias or Variable(item.field) for item in clause.yields.items or ())
    return ast.Return(ast.ProjectionBody(tuple(map(build.item, names))))


def _search(clause: ast.CallProcedure, place: Place, context: Context) -> Sequence[ast.Clause]:
    index, *arguments = clause.arguments or ()
    if not isinstance(index, ast.StringLiteral | ast.Parameter):
        raise context.refuse(
            "IndexName", clause, "The name of the index must be known before the query runs", "write it, or a parameter"
        )
    name = index.value if isinstance(index, ast.StringLiteral) else index
    vector = ".vector." in clause.name
    label = _supply("label", name, context)
    if vector:
        count, query = arguments
        context.remark(
            "VectorIndex",
            clause.span,
            "FalkorDB's index holds vectors, not lists of numbers",
            "write embeddings by db.create.setNodeVectorProperty",
        )
        values: tuple[Expression, ...] = (label, _supply("property", name, context), count, as_vector(query, context))
    else:
        values = (label, build.call("neo4j.fulltext", arguments[0]))
        context.remark(
            "Fulltext",
            clause.span,
            "RediSearch compares words by their stems and leaves out the commonest ones; "
            "its scores are others than Lucene's",
        )
    page = _page(arguments[1], clause, place, context) if not vector and len(arguments) > 1 else None
    call = replace(clause, name=clause.name.replace("db.index.", "db.idx."), arguments=values)
    return _scored(call, name if vector else None, page, context)


def _scored(
    call: ast.CallProcedure, index: str | ast.Parameter | None, page: ast.ProjectionBody | None, context: Context
) -> Sequence[ast.Clause]:
    """The call, and its score as Neo4j counts it where that is asked for, the best first."""
    assert call.yields is not None
    items, where = call.yields.items or (), call.yields.where
    scored = [item for item in items if item.field == "score"]
    if not scored:
        if page is not None:
            raw = context.fresh("score", t.FLOAT)
            yields = replace(call.yields, items=(*items, ast.YieldItem("score", raw)), where=None)
            body = replace(page, order_by=(ast.SortItem(raw, descending=True),))
            return (replace(call, yields=yields), ast.With(body, where))
        filters = (build.with_everything(where=where),) if where is not None else ()
        return (replace(call, yields=replace(call.yields, where=None)), *filters)
    score = scored[0].alias or Variable("score")
    order = (ast.SortItem(score, descending=True),)
    body = replace(page or ast.ProjectionBody((), star=True), order_by=order)
    if index is None:
        return (replace(call, yields=replace(call.yields, where=None)), ast.With(body, where))
    distance = context.fresh("distance", t.FLOAT)
    renamed = tuple(ast.YieldItem("score", distance) if item.field == "score" else item for item in items)
    similarity = _supply("similarity", index, context)
    computed = fill(_SCORE, context, similarity=similarity, d=distance)
    body = replace(body, items=(build.item(computed, score.name),))
    return (replace(call, yields=replace(call.yields, items=renamed, where=None)), ast.With(body, where))


def _page(options: Expression, clause: ast.CallProcedure, place: Place, context: Context) -> ast.ProjectionBody:
    """SKIP and LIMIT from the options of a full-text search."""
    if not isinstance(options, ast.MapLiteral) or place.before:
        raise context.refuse(
            "FulltextOptions",
            clause,
            "The options of a full-text search must be written out, at a query's beginning",
            "write SKIP and LIMIT behind the search",
        )
    values = {entry.key: entry.value for entry in options.entries}
    if not values.keys() <= {"skip", "limit"}:
        raise context.refuse("FulltextOptions", clause, "FalkorDB's full-text search has no choice of analyzers")
    return ast.ProjectionBody((), star=True, skip=values.get("skip"), limit=values.get("limit"))


def _supply(
    what: Literal["label", "property", "similarity"], index: str | ast.Parameter, context: Context
) -> ast.Parameter:
    """The parameter that the adapter fills in with what the index is."""
    for supply in context.supplies:
        if supply.what == what and supply.index == index:
            return ast.Parameter(supply.parameter)
    parameter = context.fresh_parameter(what, t.STRING)
    context.supplies.append(Supply(parameter.name, what, index))
    return parameter


PASS = Pass(
    code="procedures",
    neo4j="searches an index by its name; scores are similarities; Lucene's query syntax",
    falkordb="searches by label and property, yields distances, and takes RediSearch's syntax",
    remedy="the adapter fills in what the index is on; scores and query texts are converted; others are refused",
    rewrite=_rewrite,
    triggers=(ast.CallProcedure,),
    functions=frozenset(name.lower() for name in procedures()),
    cost="a full-text query's text is converted for each call, some µs",
)
