"""A query that searches an index and changes data searches first.

A statement that calls one of FalkorDB's searches and then changes what is indexed kills the server. So what comes up
to the search is a query of its own: the adapter runs it before, and hands over the ids of what it has found.

>>> show("CALL db.index.fulltext.queryNodes('words', $text) YIELD node SET node.seen = true")
UNWIND $_found AS _row OPTIONAL MATCH (node) WHERE id(node) = _row[0] SET node.seen = true
>>> show("MATCH (a:A) CALL db.index.vector.queryNodes('near', 3, a.v) YIELD node, score MERGE (a)-[:NEAR]->(node)")
... # doctest: +NORMALIZE_WHITESPACE
UNWIND $_found AS _row OPTIONAL MATCH (a) WHERE id(a) = _row[0] OPTIONAL MATCH (node) WHERE id(node) = _row[1]
WITH *, _row[2] AS score MERGE (a)-[:NEAR]->(node)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.content import is_write
from cypher_translate.generator import generate
from cypher_translate.plan import Supply
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.semantics.procedures import procedures
from cypher_translate.transform import walk

_SEARCHES = frozenset(name for name in procedures() if name.startswith(("db.index.vector.q", "db.index.fulltext.q")))


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not is_write(query):
        return query
    clauses = query.body.clauses if isinstance(query.body, ast.SingleQuery) else ()
    until = 1 + max((i for i, clause in enumerate(clauses) if any(map(_is_search, walk(clause)))), default=-1)
    prefix, rest = clauses[:until], clauses[until:]
    if not prefix or any(map(is_write, prefix)):
        raise context.refuse(
            PASS.code,
            next(filter(_is_search, walk(query))),
            "FalkorDB cannot search an index after a change of data",
            "search in a query of its own, and change what it found in another",
        )
    body = ast.SingleQuery((*_found(prefix, context), *rest))
    return replace(query, body=body)


def _is_search(node: ast.Node) -> bool:
    return isinstance(node, ast.CallProcedure) and node.name in _SEARCHES


def _found(prefix: Sequence[ast.Clause], context: Context) -> list[ast.Clause]:
    """What the adapter has found, in the place of the clauses up to a search."""
    seen: dict[str, None] = {}
    for clause in prefix:
        visible.pass_by(clause, seen)
    found, row = context.fresh_parameter("found", t.list_of(t.list_of(t.ANY))), context.fresh("row", t.list_of(t.ANY))
    asked: list[Expression] = []
    matches: list[ast.Clause] = []
    values: list[ast.ProjectionItem] = []
    for variable in map(Variable, seen):
        kind = context.type_of(variable)
        column = ast.Subscript(row, build.number(len(asked)))
        if kind.is_only("NODE"):
            asked.append(build.call("id", variable))
            matches.append(_match((ast.NodePattern(variable),), (variable, column)))
        elif kind.is_only("RELATIONSHIP"):
            asked += [build.call("id", variable), build.call("id", build.call("startNode", variable))]
            start = context.fresh("start", t.NODE)
            path = (ast.NodePattern(start), ast.RelationshipPattern("OUTGOING", variable), ast.NodePattern())
            first = ast.Subscript(row, build.number(len(asked) - 1))
            matches.append(_match(path, (start, first), (variable, column)))
        elif not kind.may_be("NODE", "RELATIONSHIP", "PATH"):
            asked.append(variable)
            values.append(build.item(column, variable.name))
        else:
            raise context.refuse(
                PASS.code,
                prefix[-1],
                f"What {variable.name} is cannot be handed over from the search to the change of data",
                "search in a query of its own, and change what it found in another",
            )
    item = build.item(ast.ListLiteral(tuple(asked)), "found")
    query = ast.SingleQuery((*prefix, ast.Return(ast.ProjectionBody((item,)))))
    context.supplies.append(Supply(found.name, "rows", generate(query)))
    return [ast.Unwind(found, row), *matches, *([build.with_everything(*values)] if values else [])]


def _match(path: tuple[ast.PathElement, ...], *ids: tuple[Variable, Expression]) -> ast.Match:
    """The entity with an id, or null."""
    where = build.conjunction(*(build.compare(build.call("id", each), "=", value) for each, value in ids))
    return ast.Match(ast.Pattern((ast.PatternPart(ast.PathPattern(path)),)), where=where, optional=True)


PASS = Pass(
    code="searching-updates",
    neo4j="searches an index and changes data in one query",
    falkordb="dies of it",
    remedy="the adapter runs what comes up to the search before, and hands over what was found",
    rewrite=_rewrite,
    functions=frozenset(map(str.lower, _SEARCHES)),
    cost="one more round trip where it applies",
)
