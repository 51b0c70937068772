"""Which expressions make NaN."""

from __future__ import annotations

import math

from cypher_translate import ast

_FUNCTIONS = frozenset({"sqrt", "log", "log10", "asin", "acos", "sin", "cos", "tan", "cot", "tofloat", "tofloatornull"})


def may_be_nan(node: ast.Node) -> bool:
    """Whether this very node makes NaN of numbers."""
    if isinstance(node, ast.Binary):
        if node.operator not in ("/", "%", "^"):
            return False
        divisor = node.right
        return not (isinstance(divisor, ast.IntegerLiteral | ast.FloatLiteral) and divisor.value)
    if isinstance(node, ast.FunctionCall):
        return node.name.lower() in _FUNCTIONS
    return isinstance(node, ast.FloatLiteral) and math.isnan(node.value)
