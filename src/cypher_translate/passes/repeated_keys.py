"""The map of a pattern may name a key twice.

FalkorDB refuses it. In CREATE and MERGE the last value counts, in what is matched all of them are demanded.

>>> show("CREATE (n:Person {name: 'Ann', age: 3, name: 'Anna'})")
CREATE (n:Person {name: 'Anna', age: 3})
>>> show("MATCH (n {age: $young, age: $old}) RETURN n.name")
MATCH (n {age: $old}) WHERE n.age = $young RETURN n.name
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not any(map(_repeated, walk(query))):
        return query

    def visit(node: Any, is_written: bool) -> Any:
        is_written = is_written or isinstance(node, ast.Create | ast.Merge)
        rebuilt = rebuild(node, lambda child: visit(child, is_written))
        repeated = _repeated(rebuilt)
        if not repeated:
            return rebuilt
        kept = tuple({entry.key: entry for entry in rebuilt.properties.entries}.values())
        once = replace(rebuilt, properties=replace(rebuilt.properties, entries=kept))
        return once if is_written else _demanded(once, repeated, context)

    return visit(query, False)  # type: ignore[no-any-return]


def _repeated(node: ast.Node) -> list[ast.MapEntry]:
    """The entries of a pattern's map whose key comes again behind them."""
    if not isinstance(node, ast.NodePattern | ast.RelationshipPattern) or not isinstance(
        node.properties, ast.MapLiteral
    ):
        return []
    entries = node.properties.entries
    last = {entry.key: entry for entry in entries}
    return [entry for entry in entries if last[entry.key] is not entry] if len(last) < len(entries) else []


def _demanded(node: Any, repeated: list[ast.MapEntry], context: Context) -> Any:
    """The pattern with the entries as predicates."""
    if isinstance(node, ast.RelationshipPattern) and node.length is not None:
        raise context.refuse(
            PASS.code, node, "FalkorDB takes each key of a map once", "demand the other values in WHERE"
        )
    type_ = t.NODE if isinstance(node, ast.NodePattern) else t.RELATIONSHIP
    variable = node.variable or context.fresh("entity", type_)
    predicates = [build.compare(ast.Property(variable, entry.key), "=", entry.value) for entry in repeated]
    return replace(node, variable=variable, where=build.conjunction(node.where, *predicates))


PASS = Pass(
    code="repeated-keys",
    neo4j="the map of a pattern may name a key twice: the last value is written, all are matched",
    falkordb="refuses such a map",
    remedy="the last value stays in the map, the others are predicates where the pattern is matched",
    rewrite=_rewrite,
    triggers=(ast.MapLiteral,),
)
