"""The values of expressions that need no graph: the options and names in index and constraint commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cypher_translate import ast
from cypher_translate.errors import CypherRuntimeError, CypherSyntaxError

_CONVERSIONS: dict[str, Callable[[Any], object]] = {
    "tointeger": int,
    "tofloat": float,
    "tostring": str,
    "tolower": str.lower,
    "toupper": str.upper,
}
_LITERALS = (ast.BooleanLiteral, ast.IntegerLiteral, ast.FloatLiteral, ast.StringLiteral)


def constant(expression: ast.Expression, params: Mapping[str, object]) -> Any:
    """The value of a literal, or of a list, map, sign or conversion around literals and parameters.

    Raises CypherRuntimeError for a parameter that is not given, CypherSyntaxError for any other expression.
    """
    if isinstance(expression, _LITERALS):
        return expression.value
    if isinstance(expression, ast.NullLiteral):
        return None
    if isinstance(expression, ast.Parameter):
        if expression.name not in params:
            raise CypherRuntimeError(
                f"Expected parameter(s): {expression.name}",
                code="ParameterMissing",
                status="Neo.ClientError.Statement.ParameterMissing",
                hint="pass every parameter of the query",
            )
        return params[expression.name]
    if isinstance(expression, ast.ListLiteral):
        return [constant(item, params) for item in expression.items]
    if isinstance(expression, ast.MapLiteral):
        return {entry.key: constant(entry.value, params) for entry in expression.entries}
    if isinstance(expression, ast.Unary):
        value = constant(expression.operand, params)
        return -value if expression.operator == "-" else value
    if isinstance(expression, ast.FunctionCall) and expression.name.lower() in _CONVERSIONS:
        value = constant(expression.arguments[0], params)
        try:
            return _CONVERSIONS[expression.name.lower()](value)
        except (TypeError, ValueError):
            return None
    raise CypherSyntaxError("this must be a literal or a parameter", span=expression.span)
