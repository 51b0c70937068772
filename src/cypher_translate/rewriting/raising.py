"""Which expressions can end in an error, depending on the data."""

from __future__ import annotations

from collections.abc import Iterator

from cypher_translate import ast
from cypher_translate.rewriting.context import Context
from cypher_translate.rewriting.seeks import is_clock
from cypher_translate.semantics.functions import is_aggregation, signatures
from cypher_translate.transform import children, walk

_SUBQUERIES = (ast.ExistsSubquery, ast.CountSubquery, ast.CollectSubquery, ast.PatternComprehension)
_NUMBERS = frozenset({"INTEGER", "FLOAT"})
_CONVERSIONS = frozenset({"tointeger", "tofloat", "toboolean", "tostring"})
_SCALARS = _NUMBERS | {"STRING", "BOOLEAN"}
_TELLING = frozenset({"typeof", "type", "labels", "neo4j.isoftype", "neo4j.valuetype", "neo4j.kind"})


def raisers(node: ast.Node, context: Context, types: bool, safe: set[int]) -> Iterator[ast.Expression]:
    """The operations in an expression that can end in an error; ``types``: also those that fail for a wrong type.

    What a CASE, coalesce(), AND or OR inside leaves out is not looked at, as if it were guarded already; neither are
    the nodes whose identities are ``safe``.
    """
    if id(node) in safe or isinstance(node, _SUBQUERIES):
        return
    if isinstance(node, ast.Case):
        inner: tuple[ast.Expression, ...] = (node.subject or node.alternatives[0].tests[0],)
    elif isinstance(node, ast.And | ast.Or):
        inner = node.operands[:1]
    elif isinstance(node, ast.FunctionCall) and node.name.lower() == "coalesce":
        inner = node.arguments[:1]
    else:
        if isinstance(node, ast.Expression) and _can_fail(node, context, types):
            yield node
        for child in children(node):
            yield from raisers(child, context, types, safe)
        return
    for child in inner:
        yield from raisers(child, context, types, safe)


def _can_fail(node: ast.Expression, context: Context, types: bool) -> bool:
    if isinstance(node, ast.Binary):
        if node.operator in ("/", "%") and not context.type_of(node.right).is_only("FLOAT"):
            divisor = node.right
            return not (isinstance(divisor, ast.IntegerLiteral | ast.FloatLiteral) and divisor.value)
        return types and node.operator not in ("+", "||") and not _fit(node, context)
    if isinstance(node, ast.FunctionCall):
        name = node.name.lower().removeprefix("neo4j.")
        if name == "range":
            return not all(isinstance(argument, ast.IntegerLiteral) for argument in node.arguments)
        if name.endswith(".truncate"):
            value = node.arguments[1]
            return not (isinstance(value, ast.Parameter) and is_clock(value.name, context))
        return types and (name == "property" or not _takes_all(name, node, context))
    return False


def _fit(node: ast.Binary, context: Context) -> bool:
    return all(context.type_of(operand).is_only(*_NUMBERS) for operand in (node.left, node.right))


def _takes_all(name: str, node: ast.FunctionCall, context: Context) -> bool:
    """Whether a function takes all values that its arguments can have."""
    signature = signatures().get(name)
    if signature is None or not node.arguments:
        return True
    first = context.type_of(node.arguments[0])
    if name in _CONVERSIONS:
        return first.names <= _SCALARS
    if name.partition(".")[0] in ("date", "time", "localtime", "datetime", "localdatetime", "duration"):
        return isinstance(node.arguments[0], ast.StringLiteral | ast.MapLiteral)
    return all(
        "ANY" in accepted or context.type_of(argument).names <= accepted
        for argument, accepted in zip(node.arguments, signature.arguments, strict=False)
    )


def may_fail(node: ast.Node) -> bool:
    """Whether this very node is of a kind that can end in an error: arithmetic and most functions."""
    return isinstance(node, ast.Binary) or (
        isinstance(node, ast.FunctionCall) and node.name.lower() != "coalesce" and not is_aggregation(node)
    )


def tells_types(condition: ast.Expression) -> bool:
    """Whether a condition may be there to tell values of one type from those of another."""
    return any(
        isinstance(node, ast.StringPredicate | ast.HasLabels | ast.StringLiteral)
        or (isinstance(node, ast.FunctionCall) and node.name.lower() in _TELLING)
        for node in walk(condition)
    )
