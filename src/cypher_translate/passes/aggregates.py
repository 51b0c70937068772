"""Sums and percentiles of integers are integers.

FalkorDB's sum() and percentiles are always floats.

>>> show("UNWIND [1, 2] AS x RETURN sum(size([x])), sum(1.5 * x)")
UNWIND [1, 2] AS x RETURN toInteger(sum(size([x]))) AS `sum(size([x]))`, sum(1.5 * x)
>>> show("MATCH (n) RETURN sum(n.x) AS s, avg(DISTINCT n.x) AS a")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) RETURN head([_list IN [collect(n.x)] | coalesce(neo4j.sum(_list),
reduce(_sum = 0, _each IN _list | _sum + _each))]) AS s, neo4j.average(collect(DISTINCT n.x)) AS a
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics.types import Type
from cypher_translate.transform import transform, walk

_SUM = "head([list IN [collect($v)] | coalesce(neo4j.sum(list), reduce(sum = 0, each IN list | sum + each))])"
_DISCRETE = (
    "CASE WHEN percentileDisc($v, $p) IS NOT NULL THEN list.sort(collect($v))"
    "[CASE WHEN $p * count($v) <= 1 THEN 0 ELSE toInteger(ceil($p * count($v))) - 1 END] END"
)
_CONTINUOUS = (
    "CASE WHEN percentileCont($v, $p) IS NULL THEN null "
    "WHEN $p * (count($v) - 1) = floor($p * (count($v) - 1)) "
    "THEN list.sort(collect($v))[toInteger($p * (count($v) - 1))] ELSE percentileCont($v, $p) END"
)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.FunctionCall) and node.name.lower() in _REWRITERS:
            return _REWRITERS[node.name.lower()](node, context.type_of(node.arguments[0]), context)
        return node

    return transform(query, step)


def _sum(node: ast.FunctionCall, type_: Type, context: Context) -> Expression:
    if type_.is_only("FLOAT"):
        return node
    if not type_.names or (type_.is_only("INTEGER") and _stays_small(node.arguments[0])):
        return _fill("toInteger(sum($v))", node, context)
    return _fill(_SUM, node, context)


def _average(node: ast.FunctionCall, type_: Type, context: Context) -> Expression:
    return _fill("neo4j.average(collect($v))", node, context) if type_.may_be("DURATION") else node


def _discrete(node: ast.FunctionCall, type_: Type, context: Context) -> Expression:
    return node if type_.is_only("FLOAT") else _fill(_DISCRETE, node, context)


def _continuous(node: ast.FunctionCall, type_: Type, context: Context) -> Expression:
    return node if type_.is_only("FLOAT") else _fill(_CONTINUOUS, node, context)


_REWRITERS = {"sum": _sum, "avg": _average, "percentiledisc": _discrete, "percentilecont": _continuous}


def _fill(template: str, node: ast.FunctionCall, context: Context) -> Expression:
    """The template with the aggregation's arguments, which are written out as often as they come."""
    arguments = dict(zip(("v", "p"), node.arguments, strict=False))
    marks = {name: context.fresh(name, context.type_of(argument)) for name, argument in arguments.items()}
    by_name = {mark.name: arguments[name] for name, mark in marks.items()}

    def step(part: ast.Node) -> ast.Node:
        if isinstance(part, ast.Variable):
            return by_name.get(part.name, part)
        if isinstance(part, ast.FunctionCall) and node.distinct and part.name in ("collect", "count", "sum"):
            return replace(part, distinct=True)
        return part

    filled: Expression = transform(fill(template, context, **marks), step)
    return filled


def _stays_small(node: Expression) -> bool:
    """Whether a sum of such integers stays below 2^53, whatever the data."""
    return all(not isinstance(part, ast.Property | ast.Parameter | ast.Variable) for part in walk(node)) or (
        isinstance(node, ast.FunctionCall) and node.name.lower() in ("size", "length", "count")
    )


PASS = Pass(
    code="aggregates",
    neo4j="sum() and percentiles of integers are integers; sum() and avg() take durations",
    falkordb="sum() and percentiles are always floats, of numbers only",
    remedy="sums are made of the collected values, by a reduce() that keeps integers",
    rewrite=_rewrite,
    functions=frozenset(_REWRITERS),
    cost="0.2 µs a row where the type is not known",
)
