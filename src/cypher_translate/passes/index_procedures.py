"""Searches over named vector and full-text indexes.

FalkorDB's indexes have no names: the adapter fills in the label and the property of the index. Its vector index gives a
distance, Neo4j's a similarity. A full-text search for words finds the same entities, and ranks them by another formula;
words with operators between them are refused when the query runs, since the two have different languages for them.

>>> show("CALL db.index.vector.queryNodes('v', 5, $e) YIELD node, score RETURN node, score")
... # doctest: +NORMALIZE_WHITESPACE
CALL db.idx.vector.queryNodes($_label, $_property, 5, vecf32($e)) YIELD node, score AS _distance
WITH node, CASE $_similarity WHEN 'cosine' THEN (2 - _distance) / 2 ELSE 1 / (1 + _distance ^ 2) END AS score
RETURN node, score
>>> show("CALL db.index.fulltext.queryNodes('t', $words) YIELD node RETURN node")
CALL db.idx.fulltext.queryNodes($_label, neo4j.fulltext($words)) YIELD node RETURN node
"""

from __future__ import annotations

from collections.abc import Sequence

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.passes import build
from cypher_translate.passes.clauses import Place, rewrite_clauses
from cypher_translate.passes.rewriting import Context, Pass
from cypher_translate.passes.vector_similarity import (
    as_vector,
    similarity_of_cosine_distance,
    similarity_of_euclidean_distance,
)
from cypher_translate.plan import Supply
from cypher_translate.semantics import types as t

VECTOR = {
    "db.index.vector.querynodes": ("db.idx.vector.queryNodes", "node"),
    "db.index.vector.queryrelationships": ("db.idx.vector.queryRelationships", "relationship"),
}
FULLTEXT = {
    "db.index.fulltext.querynodes": ("db.idx.fulltext.queryNodes", "node"),
    "db.index.fulltext.queryrelationships": ("db.idx.fulltext.queryRelationships", "relationship"),
}


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def searched(clause: ast.CallProcedure, place: Place) -> Sequence[ast.Clause]:
        name = clause.name.lower()
        if name in VECTOR:
            return _by_vector(clause, place, context)
        return _by_words(clause, context) if name in FULLTEXT else (clause,)

    return rewrite_clauses(query, ast.CallProcedure, searched)


def _by_vector(clause: ast.CallProcedure, place: Place, context: Context) -> Sequence[ast.Clause]:
    procedure, entity = VECTOR[clause.name.lower()]
    index, count, vector = _arguments(clause, 3, context)
    label, key, similarity = (_supplied(context, index, what) for what in ("label", "property", "similarity"))
    columns = _columns(clause, entity)
    arguments = (label, key, count, as_vector(vector, context))
    items = [_yielded(entity, columns[entity])] if entity in columns else []
    where = clause.yields.where if clause.yields else None
    if "score" not in columns:
        return (
            ast.CallProcedure(procedure, arguments, ast.Yield(tuple(items), where), clause.optional, span=clause.span),
        )
    distance = context.fresh("distance", t.FLOAT)
    items.append(ast.YieldItem("score", distance))
    score = build.case(
        similarity,
        ("cosine", similarity_of_cosine_distance(distance)),
        similarity_of_euclidean_distance(distance),
    )
    kept = [*sorted(place.visible), *([columns[entity]] if entity in columns else [])]
    projection = build.with_(
        *(build.item(Variable(name)) for name in kept), build.item(score, columns["score"]), where=where
    )
    call = ast.CallProcedure(procedure, arguments, ast.Yield(tuple(items)), clause.optional, span=clause.span)
    return (call, projection, *_returned(clause, columns))


def _by_words(clause: ast.CallProcedure, context: Context) -> Sequence[ast.Clause]:
    procedure, entity = FULLTEXT[clause.name.lower()]
    index, words = _arguments(clause, 2, context)
    columns = _columns(clause, entity)
    if "score" in columns:
        context.remark(PASS.code, clause.span, "FalkorDB ranks what a full-text search finds by another formula")
    arguments = (_supplied(context, index, "label"), build.call("neo4j.fulltext", words))
    items = tuple(_yielded(field, alias) for field, alias in columns.items())
    yields = ast.Yield(items, clause.yields.where if clause.yields else None)
    return (
        ast.CallProcedure(procedure, arguments, yields, clause.optional, span=clause.span),
        *_returned(clause, columns),
    )


def _arguments(clause: ast.CallProcedure, count: int, context: Context) -> tuple[ast.Expression, ...]:
    arguments = clause.arguments or ()
    if len(arguments) != count:
        raise context.refuse(
            PASS.code, clause, f"{clause.name} is translated with {count} arguments", "leave options out"
        )
    return arguments


def _supplied(context: Context, index: ast.Expression, what: str) -> ast.Parameter:
    """The parameter for a part of the index; one for each index and part of a query."""
    if not isinstance(index, ast.StringLiteral | ast.Parameter):
        raise context.refuse(
            PASS.code, index, "The name of an index must be known before the query runs", "write it, or a parameter"
        )
    name = index.value if isinstance(index, ast.StringLiteral) else index
    for supply in context.supplies:
        if supply.what == what and supply.index == name:
            return ast.Parameter(supply.parameter)
    parameter = context.fresh_parameter(what, t.STRING)
    context.supplies.append(Supply(parameter.name, what, name))  # type: ignore[arg-type]
    return parameter


def _columns(clause: ast.CallProcedure, entity: str) -> dict[str, str]:
    """The fields that are yielded, each with its name in the query."""
    if clause.yields is None or clause.yields.items is None:
        return {entity: entity, "score": "score"}
    return {item.field: item.alias.name if item.alias else item.field for item in clause.yields.items}


def _yielded(field: str, name: str) -> ast.YieldItem:
    """``field AS name``; FalkorDB does not take a field by its own name as alias."""
    return ast.YieldItem(field, None if field == name else Variable(name))


def _returned(clause: ast.CallProcedure, columns: dict[str, str]) -> tuple[ast.Clause, ...]:
    """A call that stands alone returns what it yields."""
    if clause.yields is not None:
        return ()
    return (ast.Return(ast.ProjectionBody(tuple(build.item(Variable(name)) for name in columns.values()))),)


PASS = Pass(
    code="index-procedures",
    neo4j="db.index.vector.queryNodes and db.index.fulltext.queryNodes search an index by its name",
    falkordb="searches by label and property; gives a vector's distance; has another language for words",
    remedy="the adapter fills in label and property; the similarity is computed; words are searched, operators refused",
    rewrite=_rewrite,
    functions=frozenset(VECTOR | FULLTEXT),
)
