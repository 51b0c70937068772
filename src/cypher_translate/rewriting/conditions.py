"""Which conditions of a WHERE FalkorDB understands as they are, and which contain a subquery to be taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting.visible import Names
from cypher_translate.transform import rebuild, walk

SUBQUERIES = (
    ast.ExistsSubquery,
    ast.CountSubquery,
    ast.CollectSubquery,
    ast.PatternExpression,
    ast.PatternComprehension,
)


def contains(*nodes: ast.Node) -> bool:
    """Whether there is a subquery, or a pattern as an expression, in any of the nodes."""
    return any(isinstance(part, SUBQUERIES) for node in nodes for part in walk(node))


def native(condition: Expression, names: Names) -> Expression | None:
    """A condition of WHERE that FalkorDB understands: without subqueries but plain patterns. None: it does not."""
    if isinstance(condition, ast.Not):
        operand = native(condition.operand, names)
        return None if operand is None else replace(condition, operand=operand)
    if isinstance(condition, ast.And | ast.Or):
        operands = [native(operand, names) for operand in condition.operands]
        known = tuple(operand for operand in operands if operand is not None)
        return replace(condition, operands=known) if len(known) == len(operands) else None
    if isinstance(condition, ast.FunctionCall) and condition.name.lower() == "exists":
        return native(condition.arguments[0], names)
    if isinstance(condition, ast.ExistsSubquery):
        path = _only_path(condition.query)
        if path is None:
            return None
        bare = rebuild(path, lambda element: _unnamed(element, names))
        return ast.PatternExpression(bare) if _is_plain(bare) else None
    if isinstance(condition, ast.PatternExpression):
        return condition if _is_plain(condition.path) else None
    return None if contains(condition) else condition


def _only_path(query: ast.RegularQuery) -> ast.PathPattern | None:
    """The path of ``EXISTS { path }``."""
    if not isinstance(query, ast.SingleQuery) or len(query.clauses) > 1:
        return None
    (match,) = query.clauses
    if not isinstance(match, ast.Match) or match.optional or match.where or len(match.pattern.parts) > 1:
        return None
    (part,) = match.pattern.parts
    if part.variable or part.selector or not isinstance(part.path, ast.PathPattern):
        return None
    return part.path


def _unnamed(element: Any, names: Names) -> Any:
    variable = getattr(element, "variable", None)
    return replace(element, variable=None) if variable is not None and variable.name not in names else element


def _is_plain(path: ast.PathPattern) -> bool:
    """Whether FalkorDB understands a path as a condition: one step from or to a node that is known."""
    if len(path.elements) != 3:
        return False
    for element in path.elements:
        if isinstance(element, ast.ParenthesizedPath) or element.where is not None:
            return False
        if isinstance(element, ast.NodePattern):
            labels = element.labels
        else:
            if element.length is not None or element.quantifier is not None or element.variable is not None:
                return False
            labels = element.types
        names = labels.operands if isinstance(labels, ast.LabelAnd | ast.LabelOr) else (labels,)
        if isinstance(element, ast.NodePattern) and isinstance(labels, ast.LabelOr):
            return False
        if not all(name is None or isinstance(name, ast.LabelName) for name in names):
            return False
        if element.properties is not None and contains(element.properties):
            return False
    start, _, end = path.elements
    return start.variable is not None or end.variable is not None  # type: ignore[union-attr]
