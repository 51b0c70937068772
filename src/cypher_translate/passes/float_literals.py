"""Infinity, NaN and the smallest floats become quotients and products.

FalkorDB knows no literals INF and NaN, and reads none below 2.2250738585072014e-308.

>>> show("RETURN INF AS a, -Infinity AS b, NaN AS c, 5e-324 AS d")
RETURN 1.0 / 0.0 AS a, -(1.0 / 0.0) AS b, 0.0 / 0.0 AS c, 2.0501330894674953e-143 * 2.409919865102884e-181 AS d
"""

from __future__ import annotations

import math
import sys

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform

_SHIFT = 2.0**600
_ZERO, _ONE = ast.FloatLiteral(0.0), ast.FloatLiteral(1.0)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    return transform(query, lambda node: _written(node) if isinstance(node, ast.FloatLiteral) else node)


def _written(node: ast.FloatLiteral) -> Expression:
    if math.isnan(node.value):
        return build.binary("/", _ZERO, _ZERO)
    if math.isinf(node.value):
        return build.binary("/", _ONE, _ZERO)
    if 0 < node.value < sys.float_info.min:
        return build.binary("*", ast.FloatLiteral(node.value * _SHIFT), ast.FloatLiteral(1 / _SHIFT))
    return node


PASS = Pass(
    code="float-literals",
    neo4j="INF, NaN and floats down to 4.9e-324 can be written",
    falkordb="has no INF and NaN, and reads no smaller float than 2.2250738585072014e-308",
    remedy="they become quotients and products",
    rewrite=_rewrite,
    triggers=(ast.FloatLiteral,),
)
