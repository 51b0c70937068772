"""Parameters get names that FalkorDB can read.

It reads no backtick inside backticks: a backtick becomes the control characters 1 and 2, and 1 itself 1 and 1, so that
different names stay different. The adapter sends the values under the same names.

>>> show("RETURN $`a``b` AS x")
RETURN $`a\x01\x02b` AS x
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.names import server_name
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Parameter) and server_name(node.name) != node.name:
            return ast.Parameter(server_name(node.name), span=node.span)
        return node

    return transform(query, step)


PASS = Pass(
    code="parameter-names",
    neo4j="a parameter's name may have any characters, backticks too",
    falkordb="knows no backtick inside backticks",
    remedy="a backtick in a parameter's name becomes two control characters",
    rewrite=_rewrite,
    triggers=(ast.Parameter,),
)
