"""A node that still has relationships is not deleted without DETACH, and any expression can be deleted.

FalkorDB deletes the relationships without being asked. It deletes variables only.

>>> show("MATCH (n:Draft) DELETE n")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n:Draft) CALL { WITH n MATCH (n)-[_r]-() RETURN count(_r) AS _count }
WITH * WHERE neo4j.deletable(_count, id(n)) DELETE n
>>> show("MATCH (n)-[r]->() DELETE n, r")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n)-[r]->() DELETE r WITH * CALL { WITH n MATCH (n)-[_r]-() RETURN count(_r) AS _count }
WITH * WHERE neo4j.deletable(_count, id(n)) DELETE n
>>> show("MATCH (n)-[r]->() DELETE n WITH r AS s DELETE s")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n)-[r]->() DELETE r WITH * CALL { WITH n MATCH (n)-[_r]-() RETURN count(_r) AS _count }
WITH * WHERE neo4j.deletable(_count, id(n)) DELETE n
>>> show("WITH $map AS m MATCH (n {id: m.id}) WITH {entity: n} AS m2 DETACH DELETE m2.entity")
WITH $map AS m MATCH (n {id: m.id}) WITH {entity: n} AS m2 WITH *, m2.entity AS _deleted DETACH DELETE _deleted
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import is_

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.content import is_write
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t
from cypher_translate.semantics.types import Type
from cypher_translate.transform import transform

_RELATIONSHIPS = (
    "CASE typeof($v) WHEN 'Edge' THEN [$v] "
    "WHEN 'Path' THEN relationships(CASE typeof($v) WHEN 'Path' THEN $v END) ELSE [] END"
)
_NODES = (
    "CASE typeof($v) WHEN 'Node' THEN [$v] WHEN 'Path' THEN nodes(CASE typeof($v) WHEN 'Path' THEN $v END) ELSE [] END"
)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def deleted(clause: ast.Delete, place: Place) -> Sequence[ast.Clause]:
        names: list[Variable] = []
        items: list[ast.ProjectionItem] = []
        for expression in clause.expressions:
            if isinstance(expression, Variable):
                names.append(expression)
            elif not isinstance(expression, ast.NullLiteral):
                names.append(context.fresh("deleted", context.type_of(expression)))
                items.append(build.item(expression, names[-1].name))
        named = [build.with_everything(*items)] if items else []
        changed = clause if clause.expressions == tuple(names) else replace(clause, expressions=tuple(names))
        if not names:
            return [_nothing(context)]
        deleting = [changed] if clause.detach else _guarded(changed, context)
        updated = bool(place.before) and is_write(place.before[-1]) and isinstance(deleting[0], ast.CallSubquery)
        barrier = [build.with_everything()] if updated and not named else []
        return [*named, *barrier, *deleting]

    def each(clause: ast.Foreach, place: Place) -> Sequence[ast.Clause]:
        guards = _guards_of_loop(clause, place.visible, context)
        barrier = [build.with_everything()] if guards and place.before and is_write(place.before[-1]) else []
        return [*barrier, *guards, _loop(clause, context)]

    joined = transform(query, lambda node: _joined(node) if isinstance(node, ast.SingleQuery) else node)
    return rewrite_clauses(rewrite_clauses(joined, ast.Foreach, each), ast.Delete, deleted)


def _joined(query: ast.SingleQuery) -> ast.SingleQuery:
    """The query with what the next DELETE deletes deleted at once: Neo4j asks at the end what is left."""
    clauses = list(query.clauses)
    for i, clause in reversed(list(enumerate(clauses))):
        end, names = _renamed(clauses, i + 1)
        following = clauses[end] if end < len(clauses) else None
        if not isinstance(clause, ast.Delete) or clause.detach or not isinstance(following, ast.Delete):
            continue
        moved = tuple(names.get(x.name) for x in following.expressions if isinstance(x, Variable))
        if len(moved) < len(following.expressions) or None in moved:
            continue
        variables = tuple(Variable(name) for name in moved if name is not None)
        between = clauses[i + 1 : end] if end + 1 < len(clauses) else []
        if following.detach:
            together = [replace(following, expressions=variables), clause]
        else:
            together = [replace(clause, expressions=(*clause.expressions, *variables))]
        clauses[i : end + 1] = [*together, *between]
    return query if all(map(is_, clauses, query.clauses)) else replace(query, clauses=tuple(clauses))


def _renamed(clauses: Sequence[ast.Clause], start: int) -> tuple[int, dict[str, str]]:
    """The first clause from there on that does more than naming, and the names from before of its variables."""
    names = {name: name for name in visible.used(clauses)}
    for i, clause in enumerate(clauses[start:], start):
        if not isinstance(clause, ast.With) or clause.where or visible.aggregates(clause.body):
            return i, names
        body = clause.body
        if body.star or body.distinct or body.skip or body.limit:
            return i, names
        items = [(visible.column(item), item.expression) for item in body.items]
        names = {name: names[x.name] for name, x in items if isinstance(x, Variable) and x.name in names}
    return len(clauses), names


def _nothing(context: Context) -> ast.Clause:
    """What ``DELETE null`` does."""
    none = context.fresh("deleted", t.NULL)
    return ast.Foreach(none, ast.ListLiteral(()), (ast.Delete((none,)),))


def _guarded(clause: ast.Delete, context: Context) -> list[ast.Clause]:
    """Relationships first; then it is asked whether the nodes have any left."""
    loops: list[ast.Clause] = []
    edges: list[Expression] = []
    guards: list[ast.Clause] = []
    others: list[Expression] = []
    for expression in clause.expressions:
        type_ = context.type_of(expression)
        if type_.is_only("RELATIONSHIP"):
            edges.append(expression)
            continue
        others.append(expression)
        if type_.is_only("NODE"):
            guards += _guard(expression, context)
            continue
        each = context.fresh("r", t.RELATIONSHIP)
        loops.append(
            ast.Foreach(
                each, _parts(_RELATIONSHIPS, "relationships", expression, type_, context), (ast.Delete((each,)),)
            )
        )
        guards += _guard_of_each(_parts(_NODES, "nodes", expression, type_, context), expression, context)
    if not others:
        return [clause]
    first = [ast.Delete(tuple(edges)), *loops] if edges else loops
    barrier = [build.with_everything()] if first else []
    return [*first, *barrier, *guards, replace(clause, expressions=tuple(others))]


def _parts(template: str, function: str, value: Expression, type_: Type, context: Context) -> Expression:
    return build.call(function, value) if type_.is_only("PATH") else fill(template, context, v=value)


def _guard(node: Expression, context: Context) -> list[ast.Clause]:
    """``CALL { WITH n MATCH (n)-[r]-() RETURN count(r) AS c } WITH * WHERE neo4j.deletable(c, id(n))``."""
    count = context.fresh("count", t.INTEGER)
    return [
        ast.CallSubquery(ast.SingleQuery((build.with_(build.item(node)), *_counted(node, count, context)))),
        build.with_everything(where=build.call("neo4j.deletable", count, build.call("id", node))),
    ]


def _guard_of_each(nodes: Expression, source: Expression, context: Context) -> list[ast.Clause]:
    count, node = context.fresh("count", t.INTEGER), context.fresh("node", t.NODE)
    unwind = ast.Unwind(nodes, node)
    body = (build.with_(build.item(source)), unwind, build.with_(build.item(node)), *_counted(node, count, context))
    return [
        ast.CallSubquery(ast.SingleQuery(body)),
        build.with_everything(where=build.call("neo4j.deletable", count, ast.NullLiteral())),
    ]


def _counted(node: Expression, count: Variable, context: Context) -> tuple[ast.Clause, ast.Clause]:
    relationship = context.fresh("r", t.RELATIONSHIP)
    assert isinstance(node, Variable)
    path = ast.PathPattern((ast.NodePattern(node), ast.RelationshipPattern("BOTH", relationship), ast.NodePattern()))
    counted = build.item(build.call("count", relationship), count.name)
    return (
        ast.Match(ast.Pattern((ast.PatternPart(path),))),
        ast.Return(ast.ProjectionBody((counted,))),
    )


def _guards_of_loop(clause: ast.Foreach, seen: Collection[str], context: Context) -> list[ast.Clause]:
    """Before ``FOREACH (n IN nodes | DELETE n)`` each is asked; deeper inside that cannot be done."""
    guards: list[ast.Clause] = []
    for inner in clause.clauses:
        if isinstance(inner, ast.Delete) and not inner.detach:
            for expression in inner.expressions:
                if not context.type_of(expression).may_be("NODE", "PATH"):
                    continue
                if isinstance(expression, Variable) and expression.name in seen:
                    guards += _guard(expression, context)
                    continue
                if expression != clause.variable:
                    raise _refusal(inner, context)
                bound = context.fresh("deleted", context.type_of(clause.list))
                guards += [
                    build.with_everything(build.item(clause.list, bound.name)),
                    *_guard_of_each(_only_nodes(bound, context), bound, context),
                ]
        elif isinstance(inner, ast.Foreach) and _guards_of_loop(inner, (), context):
            raise _refusal(inner, context)
    return guards


def _only_nodes(values: Variable, context: Context) -> Expression:
    if context.type_of(values).item.is_only("NODE"):
        return values
    item = context.fresh("item", t.ANY)
    return ast.ListComprehension(item, values, build.compare(build.call("typeof", item), "=", build.text("Node")))


def _refusal(clause: ast.Clause, context: Context) -> Exception:
    return context.refuse(
        "DeleteInForeach",
        clause,
        "Inside FOREACH FalkorDB cannot be kept from deleting a node's relationships, too",
        "write DETACH DELETE, or delete outside of FOREACH",
    )


def _loop(clause: ast.Foreach, context: Context) -> ast.Foreach:
    """The same with a loop of its own around each DELETE of something else than a variable."""
    clauses: list[ast.Clause] = []
    for inner in clause.clauses:
        if isinstance(inner, ast.Foreach):
            clauses.append(_loop(inner, context))
        elif isinstance(inner, ast.Delete) and not all(isinstance(x, Variable) for x in inner.expressions):
            for expression in inner.expressions:
                each = context.fresh("deleted", context.type_of(expression))
                one = ast.Delete((each,), inner.detach)
                clauses.append(ast.Foreach(each, ast.ListLiteral((expression,)), (one,)))
        else:
            clauses.append(inner)
    return replace(clause, clauses=tuple(clauses))


PASS = Pass(
    code="deletions",
    neo4j="DELETE of a node with relationships is an error; any expression can be deleted",
    falkordb="deletes the relationships as well; deletes variables only",
    remedy="it is asked first whether the node has relationships; expressions get a name",
    rewrite=_rewrite,
    triggers=(ast.Delete,),
    cost="one look at each node's relationships, for DELETE without DETACH",
)
