"""Arithmetic and string operators give Neo4j's answer whatever the types of their operands.

Neo4j's + joins a string and a float as Java writes it, adds durations to dates, and an integer that overflows is an
error. FalkorDB writes floats with six digits, knows no such dates, adds no nodes to a list and wraps around. What is known to be harmless, two
numbers of which one is a float, two strings, lists, small integers, stays as it is.

>>> show("MATCH (n) RETURN size(n.name) + 1, n.x + 1, 'a' || n.name, n.name =~ 'A.*'")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) RETURN size(n.name) + 1, coalesce(neo4j.plus(n.x, 1, n.x + 1), n.x + 1) AS `n.x + 1`,
coalesce(neo4j.concatenate('a', n.name), 'a' + n.name) AS `'a' || n.name`,
neo4j.matches(n.name, 'A.*') AS `n.name =~ 'A.*'`
>>> show("MATCH (n) RETURN n.a + ' ' + n.b AS c")
MATCH (n) RETURN reduce(_total = n.a, _each IN [' ', n.b] | coalesce(neo4j.plus(_total, _each, _total + _each), _total + _each)) AS c
>>> show("RETURN datetime() - duration('P7D') AS lastWeek")
RETURN neo4j.subtract($_now, neo4j.duration('P7D')) AS lastWeek
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics.types import NULL, TEMPORAL, Type, combine
from cypher_translate.transform import rebuild, spine_of

_TEMPORAL = {"+": "neo4j.add", "-": "neo4j.subtract", "*": "neo4j.multiply", "/": "neo4j.divide"}
_ENTITIES = ("NODE", "RELATIONSHIP", "PATH")
_SMALL = 2**31
_SMALL_FUNCTIONS = frozenset({"size", "length", "count", "char_length", "sign", "id"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def visit(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Binary):
            return _chain(node, visit, context)
        rebuilt = rebuild(node, visit)
        if isinstance(rebuilt, ast.StringPredicate) and rebuilt.operator == "=~":
            return build.call("neo4j.matches", rebuilt.left, rebuilt.right)
        return rebuilt

    return visit(query)  # type: ignore[return-value]


def _chain(node: ast.Binary, visit: Callable[[Any], Any], context: Context) -> Expression:
    """Operators from left to right; where one that differs follows itself, all its terms become one reduce()."""
    spine, first = spine_of(node)
    result: Expression = visit(first)
    links = [_replaced(link, right=visit(link.right)) for link in reversed(spine)]
    terms: list[Expression] = []
    for link, following in zip(links, [*links[1:], None], strict=True):
        linked = _replaced(link, left=result)
        goes_on = following is not None and _goes_on(link, following, context)
        if terms or (goes_on and _is_reducible(linked, context)):
            terms.append(link.right)
            if not goes_on:
                result = _reduced(result, link.operator, terms, context)
                terms = []
        else:
            result = _binary(linked, context)
    return result


def _replaced(node: ast.Binary, **parts: Expression) -> ast.Binary:
    """The operation with these operands, the very same one if it has them already."""
    same = all(getattr(node, name) is part for name, part in parts.items())
    return node if same else replace(node, **parts)  # type: ignore[arg-type]


def _goes_on(link: ast.Binary, following: ast.Binary, context: Context) -> bool:
    return following.operator == link.operator and not context.type_of(following.right).is_only("LIST")


def _is_reducible(node: ast.Binary, context: Context) -> bool:
    if node.operator not in ("+", "-", "*") or context.type_of(node.left).is_only(*TEMPORAL):
        return False
    return _binary(node, context) is not node


def _reduced(
    first: Expression, operator: Literal["+", "-", "||", "*", "/", "%", "^"], terms: list[Expression], context: Context
) -> Expression:
    """Calls inside calls would double the time that FalkorDB takes to parse the query for each term."""
    type_, of_terms = context.type_of(first), NULL
    for term in terms:
        type_ = type_ | combine(operator, type_, context.type_of(term))
        of_terms = of_terms | context.type_of(term)
    total, each = context.fresh("total", type_), context.fresh("each", of_terms)
    step = _binary(build.binary(operator, total, each), context)
    return ast.Reduce(total, first, each, ast.ListLiteral(tuple(terms)), step)


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
    if not right.names or not (left.names or operator == "/"):
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
    texts = "" if right.is_only("FLOAT") or _is_small(node.left) else ", toString($x), toString($y)"
    template = f"coalesce(neo4j.dividedBy($x, $y{texts}), {plain})"
    return fill(template, context, x=node.left, y=node.right)


def _sum(node: ast.Binary, left: Type, right: Type, context: Context) -> Expression:
    if node.operator == "||":
        if (left.is_only("STRING") and right.is_only("STRING")) or (left.is_only("LIST") and right.is_only("LIST")):
            return ast.Binary("+", node.left, node.right)
        return fill("coalesce(neo4j.concatenate($x, $y), $x + $y)", context, x=node.left, y=node.right)
    if left.is_only(*_ENTITIES) and right.may_be("LIST"):
        return fill(f"{_listed('$x', '$y', right)} + $y", context, x=node.left, y=node.right)
    if right.is_only(*_ENTITIES) and left.may_be("LIST"):
        return fill(f"$x + {_listed('$y', '$x', left)}", context, x=node.left, y=node.right)
    if _is_plain_sum(node, left, right):
        return node
    return fill("coalesce(neo4j.plus($x, $y, $x + $y), $x + $y)", context, x=node.left, y=node.right)


def _listed(entity: str, other: str, type_: Type) -> str:
    """An entity as a list of one, where it is added to a list: FalkorDB does not add entities."""
    is_list = "" if type_.is_only("LIST") else f" AND typeof({other}) = 'List'"
    return f"CASE WHEN {entity} IS NOT NULL{is_list} THEN [{entity}] ELSE {entity} END"


def _is_plain_sum(node: ast.Binary, left: Type, right: Type) -> bool:
    """Whether FalkorDB's + is Neo4j's for all values of such types."""
    if not left.names or not right.names or left.is_only("LIST") or right.is_only("LIST"):
        return True
    if left.is_only("STRING") and right.is_only("STRING", "INTEGER"):
        return True
    if right.is_only("STRING") and left.is_only("STRING", "INTEGER"):
        return True
    if _are_numbers(left, right) and not (left.may_be("INTEGER") and right.may_be("INTEGER")):
        return True
    return _is_small(node)


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
