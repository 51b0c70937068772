"""What is deleted cannot be read any more.

Neo4j raises an error for its properties and labels, and returns the entity itself empty. FalkorDB gives the old values.

>>> show("MATCH (n) DETACH DELETE n RETURN n.name AS name")
MATCH (n) DETACH DELETE n RETURN neo4j.deleted(id(n)) AS name
>>> show("MATCH (n) DETACH DELETE n RETURN n")
MATCH (n) SET n = {} DETACH DELETE n RETURN n
>>> show("MATCH ()-[r]->() DELETE r RETURN count(r) AS c, type(r) AS t")
MATCH ()-[r]->() DELETE r RETURN count(r) AS c, type(r) AS t
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import rebuild, transform

_RAISING = frozenset({"labels", "properties", "keys"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: Any) -> Any:
        return _single(node, context) if isinstance(node, ast.SingleQuery) else node

    return transform(query, step)


def _single(query: ast.SingleQuery, context: Context) -> ast.SingleQuery:
    clauses: list[ast.Clause] = []
    deleted: set[str] = set()
    for i, clause in enumerate(query.clauses):
        if deleted:
            clause = _read(clause, deleted)
        if isinstance(clause, ast.With):
            deleted = {
                visible.column(item)
                for item in clause.body.items
                if isinstance(item.expression, Variable) and item.expression.name in deleted
            }
        if isinstance(clause, ast.Delete):
            names = {x.name for x in clause.expressions if isinstance(x, Variable)}
            following = query.clauses[i + 1 :]
            shown = sorted(names & _shown(following))
            emptied = [name for name in shown if context.type_of(Variable(name)).is_only("NODE")]
            if emptied != shown:
                raise context.refuse(
                    "DeletedEntity",
                    clause,
                    "FalkorDB returns a deleted relationship as it was",
                    "return what is needed of it before it is deleted",
                )
            if emptied:
                items = tuple(ast.SetAllProperties(Variable(name), ast.MapLiteral(())) for name in emptied)
                clauses.append(ast.Set(items))
            deleted |= names
        clauses.append(clause)
    same = len(clauses) == len(query.clauses) and all(a is b for a, b in zip(clauses, query.clauses, strict=True))
    return query if same else replace(query, clauses=tuple(clauses))


def _read(clause: Any, deleted: set[str]) -> Any:
    """The clause with an error in place of each look into a deleted entity."""

    def step(node: Any) -> Any:
        subject = None
        if isinstance(node, ast.Property):
            subject = node.subject
        elif isinstance(node, ast.FunctionCall) and node.name.lower() in _RAISING and node.arguments:
            subject = node.arguments[0]
        if isinstance(subject, Variable) and subject.name in deleted:
            return build.call("neo4j.deleted", build.call("id", subject))
        return node

    return transform(clause, step) if isinstance(clause, ast.With | ast.Return) else clause


def _shown(clauses: tuple[ast.Clause, ...]) -> set[str]:
    """The variables that RETURN gives as they are, at the top or inside lists and maps."""
    names: set[str] = set()
    last = clauses[-1] if clauses else None

    def step(node: Any) -> Any:
        if isinstance(node, Variable):
            names.add(node.name)
        if isinstance(node, ast.ListLiteral | ast.MapLiteral | ast.MapEntry | ast.ProjectionItem):
            return rebuild(node, lambda child: child if child is getattr(node, "alias", None) else step(child))
        if isinstance(node, ast.FunctionCall) and node.name.lower() in ("collect", "coalesce", "head", "last"):
            return rebuild(node, step)
        return node

    if isinstance(last, ast.Return):
        for item in last.body.items:
            step(item)
    return names


PASS = Pass(
    code="deleted-entities",
    neo4j="reading a deleted entity is an error; the entity itself is returned empty",
    falkordb="reads it as it was",
    remedy="what reads it becomes that error; a node that is returned is emptied first",
    rewrite=_rewrite,
    triggers=(ast.Delete,),
)
