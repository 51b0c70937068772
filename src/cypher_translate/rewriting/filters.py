"""Places where null counts as false, so that less has to be written for Neo4j's answer."""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.transform import walk


def filters(query: ast.Query, cases: bool = True) -> set[int]:
    """The identities (``id``) of the expressions that are only asked whether they are true.

    These are the predicates of WHERE, with ``cases`` also the conditions of a searched CASE, and the operands of AND
    and OR in them.
    """
    found: set[int] = set()
    for node in walk(query):
        if isinstance(node, ast.Case):
            if cases and node.subject is None:
                found.update(id(test) for alternative in node.alternatives for test in alternative.tests)
        elif isinstance(node, ast.And | ast.Or):
            if id(node) in found:
                found.update(map(id, node.operands))
        elif not isinstance(node, ast.ListPredicate) or (node.quantifier in ("any", "all") and id(node) in found):
            where = getattr(node, "where", None)
            if where is not None:
                found.add(id(where))
    return found
