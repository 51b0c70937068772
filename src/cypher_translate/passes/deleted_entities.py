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

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import rebuild, transform, walk

_RAISING = frozenset({"labels", "properties"})
_HOLDING = frozenset({"collect", "coalesce", "head", "last", "keys"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: Any) -> Any:
        return _single(node, context) if isinstance(node, ast.SingleQuery) else node

    return transform(query, step)


def _single(query: ast.SingleQuery, context: Context) -> ast.SingleQuery:
    clauses: list[ast.Clause] = []
    deleted: set[str] = set()
    created: set[str] = set()
    for i, clause in enumerate(query.clauses):
        if deleted:
            clause = _read(clause, deleted, created, context)
        if isinstance(clause, ast.With):
            deleted = _kept(clause, deleted)
        if isinstance(clause, ast.Create):
            created |= set(visible.declared(clause))
        if isinstance(clause, ast.Delete):
            names = {x.name for x in clause.expressions if isinstance(x, Variable)}
            if clause.detach:
                names |= _relationships(query.clauses[:i], names)
            emptied = _emptied(clause, names, query.clauses[i + 1 :], context)
            if emptied:
                clauses.append(ast.Set(tuple(ast.SetAllProperties(name, ast.MapLiteral(())) for name in emptied)))
            deleted |= names
        clauses.append(clause)
    same = len(clauses) == len(query.clauses) and all(a is b for a, b in zip(clauses, query.clauses, strict=True))
    return query if same else replace(query, clauses=tuple(clauses))


def _relationships(clauses: Sequence[ast.Clause], nodes: set[str]) -> set[str]:
    """The relationships that are deleted with the nodes, as far as patterns tell."""
    found: set[str] = set()
    for path in (node for clause in clauses for node in walk(clause) if isinstance(node, ast.PathPattern)):
        for before, part, after in zip(path.elements, path.elements[1:], path.elements[2:], strict=False):
            named = isinstance(part, ast.RelationshipPattern) and part.length is None and part.variable
            if named and not visible.used((before, after)).isdisjoint(nodes):
                found.add(named.name)
    return found


def _emptied(clause: ast.Delete, names: set[str], following: Sequence[ast.Clause], context: Context) -> list[Variable]:
    """The deleted nodes that are returned, to be emptied first."""
    shown = [Variable(name) for name in sorted(_shown(following, names))]
    if not all(context.type_of(variable).is_only("NODE") for variable in shown):
        raise context.refuse(
            "DeletedEntity",
            clause,
            "FalkorDB returns a deleted relationship as it was",
            "return what is needed of it before it is deleted",
        )
    return shown


def _read(clause: Any, deleted: set[str], created: set[str], context: Context) -> Any:
    """The clause with an error in place of each look into a deleted entity."""

    def step(node: Any) -> Any:
        subject = None
        if isinstance(node, ast.Property | ast.Subscript):
            subject = node.subject
        elif isinstance(node, ast.MapProjection):
            subject = node.variable if any(isinstance(x, ast.PropertySelector) for x in node.items) else None
        elif isinstance(node, ast.FunctionCall) and node.arguments:
            subject = node.arguments[0] if _raises(node, created, context) else None
        if isinstance(subject, Variable) and subject.name in deleted:
            return build.call("neo4j.deleted", build.call("id", subject))
        return node

    return transform(clause, step) if isinstance(clause, ast.With | ast.Return) else clause


def _raises(call: ast.FunctionCall, created: set[str], context: Context) -> bool:
    """Whether a function cannot be asked of a deleted entity: the type only of what the same query has created."""
    name, argument = call.name.lower(), call.arguments[0]
    if name == "type":
        return isinstance(argument, Variable) and argument.name in created
    return name in _RAISING or (name == "keys" and not context.type_of(argument).may_be("NODE"))


def _kept(clause: ast.With, names: set[str]) -> set[str]:
    """The names behind a WITH of what had one of these names before."""
    items = [item for item in clause.body.items if isinstance(item.expression, Variable)]
    return {visible.column(item) for item in items if item.expression.name in names}  # type: ignore[attr-defined]


def _shown(clauses: Sequence[ast.Clause], names: set[str]) -> set[str]:
    """The variables that come to RETURN as they are, at the top or inside of lists and maps."""
    origins = {name: name for name in names}
    shown: set[str] = set()

    def step(node: Any) -> Any:
        if isinstance(node, Variable) and node.name in origins:
            shown.add(origins[node.name])
        if isinstance(node, ast.ListLiteral | ast.MapLiteral | ast.MapEntry | ast.MapProjection):
            return rebuild(node, step)
        if isinstance(node, ast.Case | ast.CaseAlternative):
            return rebuild(node, step)
        if isinstance(node, ast.FunctionCall):
            holds = node.name.lower() in _HOLDING
            return rebuild(node, lambda child: step(child) if holds or not isinstance(child, Variable) else child)
        return node

    for clause in clauses:
        if isinstance(clause, ast.With | ast.Return):
            passed = {}
            for item in clause.body.items:
                if isinstance(clause, ast.With) and isinstance(item.expression, Variable):
                    if item.expression.name in origins:
                        passed[visible.column(item)] = origins[item.expression.name]
                else:
                    step(item.expression)
            origins = passed
    return shown


PASS = Pass(
    code="deleted-entities",
    neo4j="reading a deleted entity is an error; the entity itself is returned empty",
    falkordb="reads it as it was",
    remedy="what reads it becomes that error; a node that is returned is emptied first",
    rewrite=_rewrite,
    triggers=(ast.Delete,),
)
