"""Arithmetic and string operators give Neo4j's answer whatever the types of their operands.

Neo4j's + joins a string and a float as Java writes it, adds durations to dates, and an integer that overflows is an
error. FalkorDB writes floats with six digits, knows no such dates and wraps around. What is known to be harmless, two
numbers of which one is a float, two strings, lists, small integers, stays as it is.

>>> show("MATCH (n) RETURN size(n.name) + 1, n.x + 1, 'a' || n.name, n.name =~ 'A.*'")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) RETURN size(n.name) + 1, coalesce(neo4j.plus(n.x, 1, n.x + 1), n.x + 1) AS `n.x + 1`,
coalesce(neo4j.concatenate('a', n.name), 'a' + n.name) AS `'a' || n.name`,
neo4j.matches(n.name, 'A.*') AS `n.name =~ 'A.*'`
>>> show("RETURN datetime() - duration('P7D') AS lastWeek")
RETURN neo4j.subtract($_now, neo4j.duration('P7D')) AS lastWeek
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.passes import build
from cypher_translate.passes.rewriting import Context, Pass
from cypher_translate.passes.templates import fill
from cypher_translate.semantics.types import TEMPORAL, Type
from cypher_translate.transform import transform

_TEMPORAL = {"+": "neo4j.add", "-": "neo4j.subtract", "*": "neo4j.multiply", "/": "neo4j.divide"}
_SMALL = 2**31
_SMALL_FUNCTIONS = frozenset({"size", "length", "count", "char_length", "sign", "id"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Binary):
            return _binary(node, context)
        if isinstance(node, ast.StringPredicate) and node.operator == "=~":
            return build.call("neo4j.matches", node.left, node.right)
        return node

    return transform(query, step)


def _binary(node: ast.Binary, context: Context) -> Expression:
    left, right = context.type_of(node.left), context.type_of(node.right)
    operator = node.operator
    is_list = operator == "+" and (left.may_be("LIST") or right.may_be("LIST"))
    if operator in _TEMPORAL and (left.is_only(*TEMPORAL) or right.is_only(*TEMPORAL)) and not is_list:
        return build.call(_TEMPORAL[operator], node.left, node.right)
    if operator in ("+", "||"):
        return _sum(node, left, right, context)
    if operator in ("^", "%"):
        return node
    if not left.names or not right.names:
        return node
    if operator == "/":
        return _quotient(node, left, right, context)
    if _are_numbers(left, right):
        if not left.is_only("INTEGER") or not right.is_only("INTEGER") or _is_small(node):
            return node
        name = "minus" if operator == "-" else "times"
        template = f"coalesce(neo4j.{name}($x, $y, $x {operator} $y), $x {operator} $y)"
        return fill(template, context, x=node.left, y=node.right)
    x = "$x" if left.is_only("INTEGER", "FLOAT") else "CASE WHEN typeof($x) <> 'String' THEN $x END"
    y = "$y" if right.is_only("INTEGER", "FLOAT") else "CASE WHEN typeof($y) <> 'String' THEN $y END"
    plain = f"{x} {operator} {y}"
    name = "minus" if operator == "-" else "times"
    return fill(f"coalesce(neo4j.{name}($x, $y, {plain}), {plain})", context, x=node.left, y=node.right)


def _quotient(node: ast.Binary, left: Type, right: Type, context: Context) -> Expression:
    is_exact = left.is_only("FLOAT") or right.is_only("FLOAT") or _is_small(node.left)
    if is_exact and _are_numbers(left, right):
        return node
    plain = " / ".join(
        place if type_.is_only("INTEGER", "FLOAT") else f"CASE WHEN typeof({place}) <> 'String' THEN {place} END"
        for place, type_ in (("$x", left), ("$y", right))
    )
    digits = "" if is_exact else ", toString($x)"
    template = f"coalesce(neo4j.dividedBy($x, $y{digits}), {plain})"
    return fill(template, context, x=node.left, y=node.right)


def _sum(node: ast.Binary, left: Type, right: Type, context: Context) -> Expression:
    if node.operator == "||":
        if (left.is_only("STRING") and right.is_only("STRING")) or (left.is_only("LIST") and right.is_only("LIST")):
            return ast.Binary("+", node.left, node.right)
        return fill("coalesce(neo4j.concatenate($x, $y), $x + $y)", context, x=node.left, y=node.right)
    if not left.names or not right.names or left.is_only("LIST") or right.is_only("LIST"):
        return node
    if left.is_only("STRING") and right.is_only("STRING", "INTEGER"):
        return node
    if right.is_only("STRING") and left.is_only("STRING", "INTEGER"):
        return node
    if _are_numbers(left, right) and not (left.may_be("INTEGER") and right.may_be("INTEGER")):
        return node
    if _is_small(node):
        return node
    return fill("coalesce(neo4j.plus($x, $y, $x + $y), $x + $y)", context, x=node.left, y=node.right)


def _are_numbers(left: Type, right: Type) -> bool:
    return left.is_only("INTEGER", "FLOAT") and right.is_only("INTEGER", "FLOAT")


def _is_small(node: Expression) -> bool:
    """Whether an integer is so small that neither it nor a product of two such can overflow."""
    if isinstance(node, ast.IntegerLiteral):
        return node.value < _SMALL
    if isinstance(node, ast.Unary):
        return _is_small(node.operand)
    if isinstance(node, ast.Binary):
        simple = (ast.IntegerLiteral, ast.FunctionCall, ast.CountStar, ast.Unary)
        return all(isinstance(side, simple) and _is_small(side) for side in (node.left, node.right))
    return isinstance(node, ast.CountStar) or (
        isinstance(node, ast.FunctionCall) and node.name.lower() in _SMALL_FUNCTIONS
    )


PASS = Pass(
    code="operators",
    neo4j="+, -, *, /, || and =~ of values of any types; an integer that overflows is an error",
    falkordb="writes floats with six digits, wraps around, and has neither || nor =~",
    remedy="where the types do not exclude a difference, a compatibility function decides",
    rewrite=_rewrite,
    triggers=(ast.Binary, ast.StringPredicate),
    cost="0.6 to 1.3 µs an operation of unknown types",
)
