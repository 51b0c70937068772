"""Expressions written as Cypher, with places for others.

A rule such as "neo4j.left($x, $n)" is parsed once; `fill` puts expressions in the places of its parameters.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.parser import parse
from cypher_translate.passes import build
from cypher_translate.passes.rewriting import Context
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform, walk

_SIMPLE = (
    ast.Variable,
    ast.Parameter,
    ast.IntegerLiteral,
    ast.FloatLiteral,
    ast.StringLiteral,
    ast.BooleanLiteral,
    ast.NullLiteral,
)


@cache
def _parsed(template: str) -> tuple[Expression, Counter[str], frozenset[str]]:
    """The template's tree, how often each of its places comes, and its own variables."""
    body = parse(f"RETURN {template}").body
    assert isinstance(body, ast.SingleQuery)
    last = body.clauses[-1]
    assert isinstance(last, ast.Return)
    tree = last.body.items[0].expression
    places = Counter(node.name for node in walk(tree) if isinstance(node, ast.Parameter))
    variables = frozenset(node.name for node in walk(tree) if isinstance(node, ast.Variable))
    return tree, places, variables


def is_simple(expression: Expression) -> bool:
    """Whether an expression may stand several times for once: it costs next to nothing and is always the same."""
    if isinstance(expression, ast.Property):
        return is_simple(expression.subject)
    if isinstance(expression, ast.Unary):
        return is_simple(expression.operand)
    return isinstance(expression, _SIMPLE)


def fill(template: str, context: Context, **arguments: Expression) -> Expression:
    """The template with the arguments in its places.

    An argument that comes more than once is evaluated once, where it is not simple.
    """
    tree, places, variables = _parsed(template)
    renamed: dict[str, Expression] = {name: context.fresh(name, t.ANY) for name in variables}
    bound: list[tuple[ast.Variable, Expression]] = []
    for name, argument in arguments.items():
        if places[name] > 1 and not is_simple(argument):
            variable = context.fresh(name, context.type_of(argument))
            bound.append((variable, argument))
            arguments[name] = variable

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Parameter):
            return arguments[node.name]
        if isinstance(node, ast.Variable):
            return renamed.get(node.name, node)
        return node

    filled: Expression = transform(tree, step)
    for variable, argument in reversed(bound):
        filled = build.call("head", ast.ListComprehension(variable, ast.ListLiteral((argument,)), None, filled))
    return filled
