"""Where NaN may come from."""

from __future__ import annotations

import math
from collections.abc import Iterable

from cypher_translate import ast
from cypher_translate.rewriting.context import Context
from cypher_translate.transform import walk

FUNCTIONS = frozenset({"sqrt", "log", "log10", "asin", "acos", "sin", "cos", "tan", "cot", "tofloat", "tofloatornull"})
"""Those that may give NaN."""


def compute_nan(nodes: Iterable[ast.Node]) -> bool:
    """Whether something in the nodes may make NaN of numbers."""
    return any(_computes_nan(part) for node in nodes for part in walk(node))


def _computes_nan(node: ast.Node) -> bool:
    if isinstance(node, ast.Binary):
        if node.operator not in ("/", "%", "^"):
            return False
        divisor = node.right
        return not (isinstance(divisor, ast.IntegerLiteral | ast.FloatLiteral) and divisor.value)
    if isinstance(node, ast.FunctionCall):
        return node.name.lower() in FUNCTIONS
    return isinstance(node, ast.FloatLiteral) and math.isnan(node.value)


def may_be_nan(expression: ast.Expression, context: Context) -> bool:
    """Whether the value may be NaN; stored properties are taken not to be."""
    return not isinstance(expression, ast.Property) and context.type_of(expression).may_be("FLOAT")
