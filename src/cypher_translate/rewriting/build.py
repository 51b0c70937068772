"""Small pieces of syntax trees, as passes put them together."""

from __future__ import annotations

from typing import Literal

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable


def call(name: str, *arguments: Expression) -> ast.FunctionCall:
    """``name(arguments)``."""
    return ast.FunctionCall(name, arguments)


def number(value: int) -> ast.IntegerLiteral:
    """An integer that is not negative."""
    return ast.IntegerLiteral(value)


def numbers(*values: int) -> ast.ListLiteral:
    """A list of integers that are not negative."""
    return ast.ListLiteral(tuple(ast.IntegerLiteral(value) for value in values))


def text(value: str) -> ast.StringLiteral:
    """A string."""
    return ast.StringLiteral(value)


def binary(operator: Literal["+", "-", "||", "*", "/", "%", "^"], left: Expression, right: Expression) -> ast.Binary:
    """``left operator right``."""
    return ast.Binary(operator, left, right)


def compare(left: Expression, operator: ast.ComparisonOperator, right: Expression) -> ast.Comparison:
    """``left operator right``."""
    return ast.Comparison((left, right), (operator,))


def conjunction(*predicates: Expression | None) -> Expression | None:
    """All predicates together; None where there is none."""
    present: list[Expression] = []
    for predicate in predicates:
        if isinstance(predicate, ast.And):
            present += predicate.operands
        elif predicate is not None:
            present.append(predicate)
    if len(present) > 1:
        return ast.And(tuple(present))
    return present[0] if present else None


def is_not_null(operand: Expression) -> ast.IsNull:
    """``operand IS NOT NULL``."""
    return ast.IsNull(operand, negated=True)


def case(subject: Expression | None, *parts: tuple[str | Expression, Expression] | Expression) -> ast.Case:
    """``CASE subject WHEN test THEN result … ELSE default END``: pairs, and a default as the last."""
    alternatives = []
    default: Expression | None = None
    for part in parts:
        if isinstance(part, tuple):
            test, result = part
            alternatives.append(ast.CaseAlternative((text(test) if isinstance(test, str) else test,), result))
        else:
            default = part
    return ast.Case(tuple(alternatives), subject, default)


def item(expression: Expression, name: str | None = None) -> ast.ProjectionItem:
    """``expression AS name``, or a variable as it is."""
    return ast.ProjectionItem(expression, None if name is None else Variable(name))


def with_(*items: ast.ProjectionItem, where: Expression | None = None) -> ast.With:
    """``WITH items WHERE predicate``."""
    return ast.With(ast.ProjectionBody(items), where)


def with_everything(*items: ast.ProjectionItem, where: Expression | None = None) -> ast.With:
    """``WITH *, items WHERE predicate``."""
    return ast.With(ast.ProjectionBody(items, star=True), where)
