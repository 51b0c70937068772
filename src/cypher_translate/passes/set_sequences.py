"""A SET sees what the SET before it has written.

FalkorDB evaluates all SETs that follow one another before it writes any.

>>> show("MATCH (n) SET n.x = 1 SET n.y = 2 SET n.x = n.x + 1")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) SET n.x = 1 SET n.y = 2 WITH * SET n.x = coalesce(neo4j.plus(n.x, 1, n.x + 1), n.x + 1)
>>> show("MATCH (n) SET n.x = 1 SET n.y = n.z")
MATCH (n) SET n.x = 1 SET n.y = n.z
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform, walk

_OF_ENTITIES = frozenset({"labels", "keys", "properties", "haslabels"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    count = sum(isinstance(node, ast.Set) for node in walk(query))
    if count < 2:
        return query

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.SingleQuery | ast.Foreach):
            in_loop = isinstance(node, ast.Foreach)
            clauses = _separated(node.clauses, (lambda clause: _loop(clause, context)) if in_loop else _barred)
            return node if len(clauses) == len(node.clauses) and not in_loop else replace(node, clauses=tuple(clauses))
        return node

    return transform(query, step)


def _barred(clause: ast.Clause) -> list[ast.Clause]:
    return [build.with_everything(), clause]


def _loop(clause: ast.Clause, context: Context) -> list[ast.Clause]:
    once = ast.ListLiteral((ast.IntegerLiteral(1),))
    return [ast.Foreach(context.fresh("once", context.type_of(ast.IntegerLiteral(1))), once, (clause,))]


def _separated(clauses: Sequence[ast.Clause], separate: Callable[[ast.Clause], list[ast.Clause]]) -> list[ast.Clause]:
    separated: list[ast.Clause] = []
    written: set[str | None] = set()
    for clause in clauses:
        if not isinstance(clause, ast.Set):
            written.clear()
            separated.append(clause)
        elif written and _reads(clause, written):
            separated += separate(clause)
            written = _writes(clause)
        else:
            separated.append(clause)
            written |= _writes(clause)
    return separated


def _writes(clause: ast.Set) -> set[str | None]:
    """The keys that a SET writes; None for labels, or where it cannot be told."""
    return {
        item.target.key if isinstance(item, ast.SetProperty) and isinstance(item.target, ast.Property) else None
        for item in clause.items
    }


def _reads(clause: ast.Set, written: set[str | None]) -> bool:
    """Whether the values of a SET may depend on what was written."""
    for item in clause.items:
        for node in walk(item.labels[0] if isinstance(item, ast.SetLabels) else item.value):
            if isinstance(node, ast.Property) and (node.key in written or None in written):
                return True
            if isinstance(node, ast.HasLabels | ast.MapProjection | ast.Subscript):
                return True
            if isinstance(node, ast.FunctionCall) and node.name.lower() in _OF_ENTITIES:
                return True
        if isinstance(item, ast.SetAllProperties | ast.AddProperties) and isinstance(item.value, ast.Variable):
            return True
    return False


PASS = Pass(
    code="set-sequences",
    neo4j="a SET sees what the SET before it has written",
    falkordb="evaluates SETs that follow one another before it writes any",
    remedy="a WITH stands between them, a loop inside FOREACH, where the second reads what the first writes",
    rewrite=_rewrite,
    triggers=(ast.Set,),
)
