"""SET and REMOVE of what an expression gives, and of a key that is written as a string.

FalkorDB sets properties of variables only, by keys that are names.

>>> show("MATCH (n) SET (CASE WHEN n:A THEN n END).y = 5")
MATCH (n) FOREACH (_target IN [_item IN [CASE WHEN n:A THEN n END] WHERE _item IS NOT NULL] | SET _target.y = 5)
>>> show("MATCH (n) SET n['y'] = 5 REMOVE n['z']")
MATCH (n) SET n.y = 5 REMOVE n.z
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.errors import COMPUTED_NAME
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: Any) -> Any:
        if isinstance(node, ast.SetProperty | ast.RemoveProperty) and isinstance(node.target, ast.Subscript):
            return replace(node, target=_property(node.target, context))
        if isinstance(node, ast.SingleQuery | ast.Foreach):
            clauses: list[ast.Clause] = []
            for clause in node.clauses:
                clauses += _of_variables(clause, context) if isinstance(clause, ast.Set | ast.Remove) else [clause]
            same = len(clauses) == len(node.clauses) and all(a is b for a, b in zip(clauses, node.clauses, strict=True))
            return node if same else replace(node, clauses=tuple(clauses))
        return node

    return transform(query, step)


def _property(target: ast.Subscript, context: Context) -> ast.Property:
    if not isinstance(target.index, ast.StringLiteral):
        raise context.refuse(
            COMPUTED_NAME,
            target,
            "FalkorDB sets only properties whose key stands in the query",
            "write the key, take it from a parameter and run the query by FalkorGraph, or SET n += $map",
        )
    return ast.Property(target.subject, target.index.value, span=target.span)


def _of_variables(clause: ast.Set | ast.Remove, context: Context) -> list[ast.Clause]:
    """Each item whose target is no variable in a loop that gives it one."""
    clauses: list[ast.Clause] = []
    kept: list[Any] = []
    changed: Any = clause
    for item in clause.items:
        target: Any = item.target
        subject = target.subject if isinstance(item, ast.SetProperty | ast.RemoveProperty) else target
        if isinstance(subject, Variable):
            kept.append(item)
            continue
        variable = context.fresh("target", context.type_of(subject))
        target = variable if subject is target else replace(target, subject=variable)
        one = replace(changed, items=(replace(item, target=target),))
        clauses.append(ast.Foreach(variable, _without_null(subject, context), (one,)))
    if not clauses:
        return [clause]
    rest = [replace(changed, items=tuple(kept))] if kept else []
    return [*rest, *clauses]


def _without_null(subject: ast.Expression, context: Context) -> ast.Expression:
    item = context.fresh("item", context.type_of(subject))
    return ast.ListComprehension(item, ast.ListLiteral((subject,)), build.is_not_null(item))


PASS = Pass(
    code="set-targets",
    neo4j="SET and REMOVE take an entity that an expression gives, and a key as a string",
    falkordb="take a variable and a name",
    remedy="a loop gives the entity a variable; a key in the query becomes a name",
    rewrite=_rewrite,
    triggers=(ast.Set, ast.Remove),
)
