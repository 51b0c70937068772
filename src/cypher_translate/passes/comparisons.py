"""Values that Neo4j cannot put in an order give null, and a chain compares its neighbours.

In Neo4j, < of values of different types, of durations and of points is null, and 1 < 2 < 3 means 1 < 2 AND 2 < 3.
FalkorDB compares any two texts (temporal values are text there) and any two lists, and reads a chain from the left.
Where the types do not exclude such values, a function tells whether they can be compared. In a WHERE it is asked only
about the rows that pass the comparison itself, which may still use an index.

>>> show("MATCH (n) WHERE n.age > 30 AND n.name > 'M' AND n.seen < datetime() RETURN n")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) WHERE n.age > 30 AND n.name > 'M' AND n.seen < $_now AND neo4j.comparable(n.seen, $_now) RETURN n
>>> show("MATCH (n) RETURN 1 < size(n.name) <= 5 AS a, n.a < n.b AS b")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) RETURN 1 < size(n.name) AND size(n.name) <= 5 AS a,
CASE WHEN neo4j.comparable(n.a, n.b) THEN n.a < n.b END AS b
"""  # noqa: E501

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.filters import filters
from cypher_translate.rewriting.templates import fill, once
from cypher_translate.semantics.types import TEMPORAL
from cypher_translate.transform import rebuild, walk

_EQUALITY = ("=", "<>")
_ORDERED = TEMPORAL - {"DURATION"}
_LAST_MARK = "\x02"


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not any(isinstance(node, ast.Comparison) and _differs(node, context) for node in walk(query)):
        return query
    conditions = filters(query)

    def visit(node: ast.Node) -> ast.Node:
        rebuilt = rebuild(node, visit)
        if isinstance(rebuilt, ast.Comparison):
            return _compared(rebuilt, id(node) in conditions, context)
        if isinstance(rebuilt, ast.And) and any(isinstance(operand, ast.And) for operand in rebuilt.operands):
            return build.conjunction(*rebuilt.operands) or rebuilt
        return rebuilt

    return visit(query)  # type: ignore[return-value]


def _differs(node: ast.Comparison, context: Context) -> bool:
    """Whether FalkorDB may answer a comparison otherwise than Neo4j."""
    if len(node.operands) > 2:
        return True
    return node.operators[0] not in _EQUALITY and not _is_comparable(node, context)


def _compared(node: ast.Comparison, is_condition: bool, context: Context) -> Expression:
    if len(node.operands) == 2:
        return _pair(node, is_condition, context)

    def chain(middle: list[Expression]) -> Expression:
        operands = (node.operands[0], *middle, node.operands[-1])
        pairs = [
            _pair(build.compare(left, operator, right), is_condition, context)
            for left, operator, right in zip(operands, node.operators, operands[1:], strict=False)
        ]
        return build.conjunction(*pairs) or node

    return once(context, node.operands[1:-1], chain)


def _pair(node: ast.Comparison, is_condition: bool, context: Context) -> Expression:
    if not _differs(node, context):
        return node
    (left, right), (operator,) = node.operands, node.operators
    if is_condition and _is_plain_text(left if operator in ("<", "<=") else right):
        return node
    or_equal = ", true" if operator in ("<=", ">=") else ""
    if is_condition:
        return fill(f"$x {operator} $y AND neo4j.comparable($x, $y{or_equal})", context, x=left, y=right)
    return fill(f"CASE WHEN neo4j.comparable($x, $y{or_equal}) THEN $x {operator} $y END", context, x=left, y=right)


def _is_comparable(node: ast.Comparison, context: Context) -> bool:
    """Whether FalkorDB's answer is Neo4j's for all values that the operands can have."""
    types = [context.type_of(operand) for operand in node.operands]
    if any(not type_.names or type_.is_only("INTEGER", "FLOAT", "BOOLEAN") for type_ in types):
        return True
    return types[0].names == types[1].names and len(types[0].names) == 1 and types[0].is_only("STRING", *_ORDERED)


def _is_plain_text(lesser: Expression) -> bool:
    """Whether what is greater than this is an ordinary string: temporal values come before nearly all strings."""
    return isinstance(lesser, ast.StringLiteral) and lesser.value > f"{_LAST_MARK}8"


PASS = Pass(
    code="comparisons",
    neo4j="< of values that have no order is null; a < b < c compares neighbours",
    falkordb="compares any two texts and lists; reads a < b < c as (a < b) < c",
    remedy="a function tells where there is no order; a chain becomes a conjunction",
    rewrite=_rewrite,
    triggers=(ast.Comparison,),
    cost="0.5 µs a comparison that holds, unless one side is known to be a number",
)
