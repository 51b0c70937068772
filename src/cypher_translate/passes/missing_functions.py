"""Functions that nothing in FalkorDB could stand for are refused.

linenumber() and file() tell where LOAD CSV is; graph.names() and its kin tell of other databases.

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
from cypher_translate.transform import walk

_MISSING = frozenset({"linenumber", "file", "graph.names", "graph.propertiesbyname"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    for node in walk(query):
        if isinstance(node, ast.FunctionCall) and node.name.lower() in _MISSING:
            raise context.refuse(PASS.code, node, f"FalkorDB has nothing like {node.name}()")
    return query


PASS = Pass(
    code="missing-functions",
    neo4j="linenumber() and file() in LOAD CSV, graph.names() and graph.propertiesByName()",
    falkordb="has nothing like them",
    remedy="they are refused",
    rewrite=_rewrite,
    functions=_MISSING,
)
