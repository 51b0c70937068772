"""Functions that nothing in FalkorDB could stand for are refused.

linenumber() and file() tell where LOAD CSV is, and are null without it; graph.names() and its kin tell of other
databases.

>>> show("RETURN linenumber() AS line")
RETURN NULL AS line
>>> show("LOAD CSV FROM $url AS row RETURN linenumber()")
Traceback (most recent call last):
cypher_translate.errors.UnsupportedCypher: missing-functions: FalkorDB has nothing like linenumber()
line 1, column 34
  LOAD CSV FROM $url AS row RETURN linenumber()
                                   ^^^^^^^^^^^^
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform, walk

_OF_FILES = frozenset({"linenumber", "file"})
_MISSING = _OF_FILES | {"graph.names", "graph.propertiesbyname"}


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    absent = frozenset() if any(isinstance(node, ast.LoadCsv) for node in walk(query)) else _OF_FILES

    def step(node: ast.Node) -> ast.Node:
        name = node.name.lower() if isinstance(node, ast.FunctionCall) else ""
        if name in absent:
            return ast.NullLiteral(span=node.span)
        if name in _MISSING:
            raise context.refuse(PASS.code, node, f"FalkorDB has nothing like {name}()")
        return node

    return transform(query, step)


PASS = Pass(
    code="missing-functions",
    neo4j="linenumber() and file() in LOAD CSV, graph.names() and graph.propertiesByName()",
    falkordb="has nothing like them",
    remedy="they are refused; without LOAD CSV, the first two are null",
    rewrite=_rewrite,
    functions=_MISSING,
)
