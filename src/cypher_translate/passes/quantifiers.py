"""A comparison without an answer leaves the answer of all(), any(), none() and single() open.

For [1, 'a'], all(x IN list WHERE x > 0) is null in Neo4j, since 'a' > 0 is. FalkorDB takes it for false; as an
argument of coalesce() the predicate keeps its null. A WHERE need not tell null from false, so any() and all() stay as
they are there.

>>> show("MATCH (n) WHERE any(x IN $list WHERE x > n.x) RETURN none(x IN $list WHERE x > 1) AS a")
MATCH (n) WHERE any(x IN $list WHERE x > n.x AND neo4j.comparable(x, n.x)) RETURN none(x_2 IN $list WHERE coalesce(x_2 > 1)) AS a
"""  # noqa: E501

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.filters import filters
from cypher_translate.transform import rebuild, walk

_EQUALITY = ("=", "<>")


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    conditions = filters(query)

    def visit(node: ast.Node) -> ast.Node:
        rebuilt = rebuild(node, visit)
        if not isinstance(rebuilt, ast.ListPredicate) or rebuilt.where is None:
            return rebuilt
        where = rebuilt.where
        if id(node.where) in conditions or not _may_be_open(where, context):  # type: ignore[attr-defined]
            return rebuilt
        return replace(rebuilt, where=build.call("coalesce", where))

    return visit(query)  # type: ignore[return-value]


def _may_be_open(predicate: Expression, context: Context) -> bool:
    """Whether a predicate compares values that may have no order."""
    return any(
        isinstance(node, ast.Comparison)
        and any(operator not in _EQUALITY for operator in node.operators)
        and not all(context.type_of(operand).is_only("INTEGER", "FLOAT") for operand in node.operands)
        for node in walk(predicate)
    )


PASS = Pass(
    code="quantifiers",
    neo4j="all(), any(), none() and single() are null where a comparison without an answer leaves them open",
    falkordb="takes such a comparison for false",
    remedy="the predicate becomes an argument of coalesce()",
    rewrite=_rewrite,
    triggers=(ast.ListPredicate,),
)
