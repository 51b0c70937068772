"""A SET sees what the SET before it has written, and an item of a SET what the items before it have.

FalkorDB evaluates all SETs that follow one another before it writes any. In one SET, properties are seen by the items
behind, but labels and maps are not.

>>> show("MATCH (n) SET n.x = 1 SET n.y = 2 SET n.x = n.x + 1")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) SET n.x = 1 SET n.y = 2 WITH * SET n.x = coalesce(neo4j.plus(n.x, 1, n.x + 1), n.x + 1)
>>> show("MATCH (n) SET n:A, n.labels = labels(n)")
MATCH (n) SET n:A WITH * SET n.labels = labels(n)
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
    if sum(len(node.items) for node in walk(query) if isinstance(node, ast.Set)) < 2:
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
    for clause in (part for whole in clauses for part in _parted(whole)):
        if not isinstance(clause, ast.Set):
            written.clear()
            separated.append(clause)
        elif written and _reads(clause.items, written):
            separated += separate(clause)
            written = _writes(clause.items)
        else:
            separated.append(clause)
            written |= _writes(clause.items)
    return separated


def _parted(clause: ast.Clause) -> list[ast.Clause]:
    """A SET as several where an item would not see what those before it write."""
    if not isinstance(clause, ast.Set) or len(clause.items) == 1:
        return [clause]
    groups: list[list[ast.SetItem]] = [[]]
    for item in clause.items:
        written = _writes(groups[-1])
        unseen = None in written or not isinstance(item, ast.SetProperty)
        if unseen and written and _reads([item], written):
            groups.append([])
        groups[-1].append(item)
    return [clause] if len(groups) == 1 else [replace(clause, items=tuple(group)) for group in groups]


def _writes(items: Sequence[ast.SetItem]) -> set[str | None]:
    """The keys that a SET writes; None for labels, or where it cannot be told."""
    return {
        item.target.key if isinstance(item, ast.SetProperty) and isinstance(item.target, ast.Property) else None
        for item in items
    }


def _reads(items: Sequence[ast.SetItem], written: set[str | None]) -> bool:
    """Whether the values of items of a SET may depend on what was written."""
    for item in items:
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
