"""Whether it can be seen how often a row comes."""

from __future__ import annotations

from collections.abc import Sequence

from cypher_translate import ast
from cypher_translate.semantics.functions import is_aggregation
from cypher_translate.transform import walk

_INSENSITIVE = frozenset({"min", "max"})


def duplicates_observable(following: Sequence[ast.Clause]) -> bool:
    """Whether the result of these clauses can depend on how often equal rows come to them, or in which number.

    A projection that is distinct, or all whose aggregations are, ends the matter; where the clauses end without one,
    the answer is yes.
    """
    for clause in following:
        if isinstance(clause, ast.With | ast.Return):
            aggregations = [node for item in clause.body.items for node in walk(item) if is_aggregation(node)]
            if aggregations:
                return not all(map(_is_insensitive, aggregations))
            if clause.body.distinct:
                return False
            if clause.body.skip or clause.body.limit:
                return not _is_one_constant_row(clause.body)
        elif not isinstance(clause, ast.Match | ast.Unwind | ast.CallSubquery):
            return True
    return True


def _is_one_constant_row(body: ast.ProjectionBody) -> bool:
    """``1 AS one LIMIT 1``: whether there is a row at all."""
    return (
        body.limit == ast.IntegerLiteral(1)
        and body.skip is None
        and all(isinstance(item.expression, ast.IntegerLiteral) for item in body.items)
    )


def _is_insensitive(node: ast.Node) -> bool:
    return isinstance(node, ast.FunctionCall) and (node.distinct or node.name.lower() in _INSENSITIVE)
