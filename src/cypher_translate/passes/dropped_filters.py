"""On the graph of one owner, the filter by owner is dropped where a query reads (an option, off by default).

Code for Neo4j keeps all owners' data in one database and filters each MATCH by, say, user_id. Where each owner has a
graph of its own, that filter lets everything pass. What is written keeps the property.

>>> show("MATCH (n {user_id: $user_id, name: $name}) WHERE n.user_id = $user_id RETURN n", dropped_filters={"user_id"})
MATCH (n {name: $name}) RETURN n
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    keys = context.options.dropped_filters
    if not keys:
        return query

    def is_filter(predicate: ast.Expression) -> bool:
        """``x.user_id = $user_id``, either way round."""
        if not isinstance(predicate, ast.Comparison) or predicate.operators != ("=",):
            return False
        property_, parameter = sorted(predicate.operands, key=lambda operand: isinstance(operand, ast.Parameter))
        return (
            isinstance(property_, ast.Property)
            and property_.key in keys
            and isinstance(property_.subject, ast.Variable)
            and isinstance(parameter, ast.Parameter)
            and parameter.name == property_.key
        )

    def predicate(node: ast.Expression | None) -> ast.Expression | None:
        if node is None or is_filter(node):
            return None
        if isinstance(node, ast.And):
            kept = tuple(operand for operand in node.operands if not is_filter(operand))
            return node if len(kept) == len(node.operands) else build.conjunction(*kept)
        return node

    def element(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.NodePattern | ast.RelationshipPattern) and isinstance(node.properties, ast.MapLiteral):
            entries = node.properties.entries
            kept = tuple(
                entry for entry in entries if not (entry.key in keys and entry.value == ast.Parameter(entry.key))
            )
            if len(kept) < len(entries):
                return replace(node, properties=replace(node.properties, entries=kept) if kept else None)
        return node

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Match):
            pattern, where = transform(node.pattern, element), predicate(node.where)
            if pattern is not node.pattern or where is not node.where:
                return replace(node, pattern=pattern, where=where)
        elif isinstance(node, ast.With):
            where = predicate(node.where)
            return node if where is node.where else replace(node, where=where)
        return node

    return transform(query, step)


PASS = Pass(
    code="dropped-filters",
    neo4j="keeps the data of all owners in one database, filtered by a property",
    falkordb="can keep a graph for each owner",
    remedy="with the option dropped_filters, the filter by that property is dropped in MATCH and WITH",
    rewrite=_rewrite,
    triggers=(ast.Match,),
)
