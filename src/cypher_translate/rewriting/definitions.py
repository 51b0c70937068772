"""Variables of a MATCH that are computed from what it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cypher_translate import ast
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place
from cypher_translate.transform import transform


def define(
    match: ast.Match,
    definitions: Mapping[str, ast.Expression],
    place: Place,
    found: ast.Expression | None = None,
) -> Sequence[ast.Clause]:
    """The clauses for a MATCH whose pattern does not bind some names any more, which are to mean expressions.

    Its WHERE gets the expressions in their place. A WITH behind it gives the names to the clauses that follow, where
    they need them; for an OPTIONAL MATCH, lists of parts are null where ``found``, or their first item, is.
    """
    if not definitions:
        return (match,)

    def step(node: ast.Node) -> ast.Node:
        return definitions.get(node.name, node) if isinstance(node, ast.Variable) else node

    replaced = transform(match, step)
    needed = visible.used(place.after)
    items = [
        build.item(_or_null(expression, found) if match.optional else expression, name)
        for name, expression in definitions.items()
        if name in needed
    ]
    return (replaced, build.with_everything(*items)) if items else (replaced,)


def _or_null(expression: ast.Expression, found: ast.Expression | None) -> ast.Expression:
    """A list of what was found, null where nothing was."""
    if not isinstance(expression, ast.ListLiteral):
        return expression
    return build.case(None, (build.is_not_null(found or expression.items[0]), expression))
