"""Facts about Neo4j's functions."""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.transform import children

AGGREGATIONS = frozenset(
    {"count", "sum", "avg", "min", "max", "collect", "stdev", "stdevp", "percentilecont", "percentiledisc"}
)


def is_aggregation(node: ast.Node) -> bool:
    """Whether this very node aggregates over rows."""
    return isinstance(node, ast.CountStar) or (
        isinstance(node, ast.FunctionCall) and node.name.lower() in AGGREGATIONS
    )


def contains_aggregation(node: ast.Node) -> bool:
    """Whether an expression aggregates, subqueries aside, which aggregate for themselves."""
    if is_aggregation(node):
        return True
    if isinstance(node, ast.ExistsSubquery | ast.CountSubquery | ast.CollectSubquery):
        return False
    return any(contains_aggregation(child) for child in children(node))
