"""elementId(e) becomes id(e).

Neo4j names an entity by a string, FalkorDB by an integer; both are opaque and stable within a database.

>>> show("MATCH (n) WHERE elementId(n) = $id RETURN elementId(n)")
MATCH (n) WHERE id(n) = $id RETURN id(n) AS `elementId(n)`
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.FunctionCall) and node.name.lower() == "elementid":
            return replace(node, name="id")
        return node

    return transform(query, step)


PASS = Pass(
    code="element-id",
    neo4j="elementId(e) is a string that names an entity",
    falkordb="has no elementId; id(e) is an integer",
    remedy="elementId(e) becomes id(e)",
    rewrite=_rewrite,
    functions=frozenset({"elementid"}),
)
