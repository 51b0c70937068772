"""Expressions written as Cypher, with places for others.

A rule such as "neo4j.left($x, $n)" is parsed once; `fill` puts expressions in the places of its parameters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.parser import parse
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context
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
_CHEAP = frozenset({"size", "length", "id", "elementid", "type", "typeof"})


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
    if isinstance(expression, ast.FunctionCall) and expression.name.lower() in _CHEAP:
        return all(map(is_simple, expression.arguments))
    return isinstance(expression, _SIMPLE)


def once(
    context: Context, expressions: Sequence[Expression], body: Callable[[list[Expression]], Expression]
) -> Expression:
    """What the body makes of the expressions, each of which is evaluated once however often the body repeats it.

    ``reduce(v = expression, once IN [1] | body)`` names an expression. A comprehension over ``[expression]`` would do
    so as well, but each one inside another makes FalkorDB's parser seven times slower.
    """
    names: list[Expression] = []
    bound: list[tuple[ast.Variable, Expression]] = []
    for expression in expressions:
        if is_simple(expression):
            names.append(expression)
        else:
            variable = context.fresh("v", context.type_of(expression))
            bound.append((variable, expression))
            names.append(variable)
    result = body(names)
    for variable, expression in reversed(bound):
        result = ast.Reduce(variable, expression, context.fresh("once", t.INTEGER), build.numbers(1), result)
    return result


def fill(template: str, context: Context, **arguments: Expression) -> Expression:
    """The template with the arguments in its places.

    An argument that comes more than once is evaluated once, where it is not simple.
    """
    tree, places, variables = _parsed(template)
    renamed: dict[str, Expression] = {name: context.fresh(name, t.ANY) for name in variables}
    repeated = [name for name in arguments if places[name] > 1]

    def filled(values: list[Expression]) -> Expression:
        by_place = {**arguments, **dict(zip(repeated, values, strict=True))}

        def step(node: ast.Node) -> ast.Node:
            if isinstance(node, ast.Parameter):
                return by_place[node.name]
            if isinstance(node, ast.Variable):
                return renamed.get(node.name, node)
            return node

        return transform(tree, step)

    return once(context, [arguments[name] for name in repeated], filled)
