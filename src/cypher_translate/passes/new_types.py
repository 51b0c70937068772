"""A relationship type that this very query makes known is asked for by a predicate.

FalkorDB resolves the types of a pattern before the query runs: relationships of a type that it does not know yet are
found, but are null; a new label at the far end of a variable length is not found.

>>> show("MERGE (a)-[:T]->(b) WITH a MATCH (a)-[r:T]->(c) RETURN r")
MERGE (a)-[:T]->(b) WITH a MATCH (a)-[r]->(c) WHERE type(r) = 'T' RETURN r
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    made: set[str] = set()
    concerned: set[int] = set()
    ends: set[int] = set()
    for node in walk(query):
        if isinstance(node, ast.Create | ast.Merge):
            made.update(part.name for part in walk(node.pattern) if isinstance(part, ast.LabelName))
        elif isinstance(node, ast.Match) and made:
            for path in walk(node.pattern):
                if not isinstance(path, ast.PathPattern):
                    continue
                for part, end in zip(path.elements[1::2], path.elements[2::2], strict=False):
                    assert isinstance(part, ast.RelationshipPattern)
                    assert isinstance(end, ast.NodePattern)
                    if not made.isdisjoint(_names(part.types)):
                        concerned.add(id(part))
                    if part.length is not None and not made.isdisjoint(_names(end.labels)):
                        ends.add(id(end))
    if not concerned and not ends:
        return query

    def step(node: Any) -> Any:
        if not isinstance(node, ast.Match):
            return node
        predicates: list[ast.Expression] = []

        def element(part: Any) -> Any:
            if id(part) in ends:
                end = part.variable or context.fresh("n", t.NODE)
                predicates.append(ast.HasLabels(end, part.labels))
                return replace(part, variable=end, labels=None)
            if id(part) not in concerned:
                return part
            type_ = t.list_of(t.RELATIONSHIP) if part.length else t.RELATIONSHIP
            variable = part.variable or context.fresh("r", type_)
            item = context.fresh("r", t.RELATIONSHIP) if part.length else variable
            names = [build.compare(build.call("type", item), "=", build.text(name)) for name in _names(part.types)]
            test = names[0] if len(names) == 1 else ast.Or(tuple(names))
            predicates.append(ast.ListPredicate("all", item, variable, test) if part.length else test)
            return replace(part, variable=variable, types=None)

        pattern = transform(node.pattern, element)
        if not predicates:
            return node
        return replace(node, pattern=pattern, where=build.conjunction(node.where, *predicates))

    return transform(query, step)


def _names(labels: ast.LabelExpression | None) -> list[str]:
    operands = labels.operands if isinstance(labels, ast.LabelOr | ast.LabelAnd) else (labels,)
    return [operand.name for operand in operands if isinstance(operand, ast.LabelName)]


PASS = Pass(
    code="new-types",
    neo4j="a MATCH finds relationships of a type that the same query has made",
    falkordb="finds null, where the type was not known before, and no new label behind a variable length",
    remedy="the type, or label, becomes a predicate",
    rewrite=_rewrite,
    triggers=(ast.Create, ast.Merge),
    cost="where it applies, relationships of all types are gone through",
)
