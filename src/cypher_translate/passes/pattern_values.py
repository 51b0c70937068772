"""Properties in a pattern that depend on the pattern become predicates.

FalkorDB does not find a variable that stands further on in the pattern, and fails where the relationship is of variable
length.

>>> show("MATCH (a {age: b.age}), (b) RETURN DISTINCT a.name")
MATCH (a), (b) WHERE a.age = b.age RETURN DISTINCT a.name
>>> show("MATCH (a)-[:T*1..3 {w: a.w}]->(b) RETURN b.name")
MATCH _p = (a)-[:T*1..3]->(b) WHERE all(_r IN relationships(_p) WHERE _r.w = a.w) RETURN b.name
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        new = {name for name in visible.declared(match) if not place.sees(name)}
        predicates: list[Expression] = []

        def element(node: Any) -> Any:
            properties = getattr(node, "properties", None)
            if not isinstance(node, ast.NodePattern | ast.RelationshipPattern) or not properties:
                return node
            entries = properties.entries if isinstance(properties, ast.MapLiteral) else ()
            moved = [entry for entry in entries if not new.isdisjoint(visible.used([entry.value]))]
            if not moved:
                return node
            several = isinstance(node, ast.RelationshipPattern) and node.length is not None
            type_ = t.NODE if isinstance(node, ast.NodePattern) else t.RELATIONSHIP
            variable = node.variable or context.fresh("n", t.list_of(type_) if several else type_)
            subject = context.fresh("r", type_) if several else variable
            tests = [build.compare(ast.Property(subject, entry.key), "=", entry.value) for entry in moved]
            predicates.extend(
                [ast.ListPredicate("all", subject, variable, build.conjunction(*tests))] if several else tests
            )
            kept = tuple(entry for entry in entries if entry not in moved)
            return replace(node, variable=variable, properties=ast.MapLiteral(kept) if kept else None)

        pattern = transform(match.pattern, element)
        if not predicates:
            return (match,)
        return (replace(match, pattern=pattern, where=build.conjunction(match.where, *predicates)),)

    return rewrite_clauses(query, ast.Match, step)


PASS = Pass(
    code="pattern-values",
    neo4j="a property in a pattern may depend on any other part of it",
    falkordb="knows variables that stand before it only, and none for variable lengths",
    remedy="such a property becomes a predicate",
    rewrite=_rewrite,
    triggers=(ast.MapEntry,),
)
