"""Full-text searches by a named index, and the other procedures of Neo4j.

FalkorDB's indexes have no names: what the index is on, the adapter fills in. The text of a search has another syntax.

>>> show("CALL db.index.fulltext.queryNodes('words', $text) YIELD node RETURN node.x AS x")
CALL db.idx.fulltext.queryNodes($_label, neo4j.fulltext($text)) YIELD node RETURN node.x AS x
>>> show("CALL dbms.components() YIELD versions RETURN versions[0] AS version")  # doctest: +NORMALIZE_WHITESPACE
UNWIND [{name: 'Neo4j Kernel', versions: ['5.26.0'], edition: 'community'}] AS _row
WITH *, _row.versions AS versions RETURN versions[0] AS version
>>> show("CALL db.awaitIndexes()")
RETURN NULL AS _nothing LIMIT 0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.searches import index_name, returned, supply
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t
from cypher_translate.semantics.procedures import procedures

_SAME = ("db.labels", "db.relationshipTypes", "db.propertyKeys")
_WITHOUT_EFFECT = (
    "db.awaitIndex",
    "db.awaitIndexes",
    "db.index.fulltext.awaitEventuallyConsistentIndexRefresh",
    "db.resampleIndex",
    "db.resampleOutdatedIndexes",
    "tx.setMetaData",
)
_CONSTANT = {
    "db.ping": "{success: true}",
    "dbms.components": "{name: 'Neo4j Kernel', versions: ['5.26.0'], edition: 'community'}",
    "tx.getMetaData": "{metadata: {}}",
}
"""What some procedures yield, in one row: the version is that of the Neo4j whose Cypher is answered."""

_OF_VECTORS = (
    "db.create.setNodeVectorProperty",
    "db.create.setRelationshipVectorProperty",
    "db.create.setVectorProperty",
)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def called(clause: ast.CallProcedure, place: Place) -> Sequence[ast.Clause]:
        if clause.optional:
            raise context.refuse(
                "OptionalCall", clause, "FalkorDB has no OPTIONAL CALL of a procedure", "leave OPTIONAL out"
            )
        if clause.name in _SAME or clause.name in _OF_VECTORS:
            return (clause,)
        if clause.name in _WITHOUT_EFFECT:
            if place.before or place.after:
                return () if place.after else (_nothing(context),)
            return (_nothing(context),)
        if clause.name in _CONSTANT:
            clauses = _constant(clause, context)
            return clauses if place.before or place.after else (*clauses, returned(clause))
        if clause.name.startswith(("db.index.vector.query", "db.index.fulltext.query")):
            clauses = _search(clause, place, context) if ".fulltext." in clause.name else _filtered(clause)
            return clauses if place.before or place.after else (*clauses, returned(clause))
        raise context.refuse("Procedure", clause, f"FalkorDB has nothing like {clause.name}")

    return rewrite_clauses(query, ast.CallProcedure, called)


def _nothing(context: Context) -> ast.Return:
    item = build.item(ast.NullLiteral(), context.fresh("nothing", t.NULL).name)
    return ast.Return(ast.ProjectionBody((item,), limit=build.number(0)))


def _constant(call: ast.CallProcedure, context: Context) -> Sequence[ast.Clause]:
    row = context.fresh("row", t.MAP)
    yields = call.yields or ast.Yield(())
    items = (
        build.item(ast.Property(row, item.field), (item.alias or Variable(item.field)).name)
        for item in yields.items or ()
    )
    value = fill(_CONSTANT[call.name], context)
    return ast.Unwind(ast.ListLiteral((value,)), row), build.with_everything(*items, where=yields.where)


def _search(clause: ast.CallProcedure, place: Place, context: Context) -> Sequence[ast.Clause]:
    """The call, the best first where the score is asked for."""
    assert clause.yields is not None
    name = index_name(clause, context)
    context.remark(
        "Fulltext",
        clause.span,
        "RediSearch compares words by their stems and leaves out the commonest ones; "
        "its scores are others than Lucene's",
    )
    _, text, *options = clause.arguments or ()
    page = _page(options[0], clause, place, context) if options else None
    label = supply("label" if clause.name.endswith("Nodes") else "type", name, context)
    values = (label, build.call("neo4j.fulltext", text))
    items, where = clause.yields.items or (), clause.yields.where
    call = replace(clause, name=clause.name.replace("db.index.", "db.idx."), arguments=values)
    scores = [item.alias or Variable("score") for item in items if item.field == "score"]
    if scores:
        body = replace(page or ast.ProjectionBody((), star=True), order_by=(ast.SortItem(scores[0], descending=True),))
        return (replace(call, yields=replace(clause.yields, where=None)), ast.With(body, where))
    if page is not None:
        raw = context.fresh("score", t.FLOAT)
        yields = replace(clause.yields, items=(*items, ast.YieldItem("score", raw)), where=None)
        body = replace(page, order_by=(ast.SortItem(raw, descending=True),))
        return (replace(call, yields=yields), ast.With(body, where))
    return _filtered(call)


def _filtered(call: ast.CallProcedure) -> Sequence[ast.Clause]:
    """The call, and what filters its rows as a clause of its own."""
    if call.yields is None or call.yields.where is None:
        return (call,)
    unfiltered = replace(call, yields=replace(call.yields, where=None))
    return unfiltered, build.with_everything(where=call.yields.where)


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


PASS = Pass(
    code="procedures",
    neo4j="searches a full-text index by its name, in Lucene's query syntax",
    falkordb="searches by label, in RediSearch's syntax",
    remedy="the adapter fills in what the index is on; query texts are converted; other procedures are refused",
    rewrite=_rewrite,
    triggers=(ast.CallProcedure,),
    functions=frozenset(name.lower() for name in procedures()),
    cost="a full-text query's text is converted for each call, some µs",
)
