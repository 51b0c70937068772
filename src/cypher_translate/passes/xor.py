"""XOR becomes <>, which is the same for booleans and null.

>>> show("MATCH (n) WHERE n.a = 1 XOR n.b = 1 RETURN n")
MATCH (n) WHERE (n.a = 1) <> (n.b = 1) RETURN n
"""

from __future__ import annotations

from functools import reduce

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def boolean(operand: Expression) -> Expression:
        return operand if context.type_of(operand).is_only("BOOLEAN") else ast.And((operand, ast.BooleanLiteral(True)))

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Xor):
            return reduce(lambda left, right: build.compare(left, "<>", right), map(boolean, node.operands))
        return node

    return transform(query, step)


PASS = Pass(
    code="xor",
    neo4j="XOR with null is null",
    falkordb="takes null for false where XOR is in a WHERE",
    remedy="XOR becomes <>",
    rewrite=_rewrite,
    triggers=(ast.Xor,),
)
