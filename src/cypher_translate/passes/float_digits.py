"""Floats come with all their digits (an option, which `FalkorGraph` uses where floats come).

Neo4j's results hold floats as they are. FalkorDB's replies show 15 digits, and 17 may be needed: 0.1 + 0.2 arrives as
0.3. A compatibility function gives what is lost, in further columns that the adapter takes off again. It is asked for
columns that can hold a float, alone or inside a list, map, node, relationship or path.

>>> show("MATCH (n) RETURN n.x AS x, size(n.name) AS size ORDER BY x", digits="all")
MATCH (n) WITH n.x AS x, size(n.name) AS size ORDER BY x RETURN x, size, neo4j.digits(x) AS _digits
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.content import is_write
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics.types import ANY, STRING, Type

_HOLDERS = ("MAP", "NODE", "RELATIONSHIP", "PATH")


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    body = query.body
    if not isinstance(body, ast.SingleQuery | ast.Union):
        return query
    branches = body.queries if isinstance(body, ast.Union) else (body,)
    returns = [branch.clauses[-1] for branch in branches]
    if query.mode is not None or not all(isinstance(clause, ast.Return) for clause in returns):
        return query
    rows = [clause.body.items for clause in returns if isinstance(clause, ast.Return)]
    floats = tuple(
        number
        for number, items in enumerate(zip(*rows, strict=True))
        if any(_may_hold_float(context.type_of(item.expression)) for item in items)
    )
    if not floats:
        return query
    wanted = context.options.digits
    if wanted == "none" or (wanted == "writes" and not is_write(body)):
        context.is_approximate = True
        return query
    context.digits = floats
    extra = [context.fresh("digits", STRING).name for _ in floats]
    exact = tuple(_exact(branch, floats, extra, context) for branch in branches)
    return replace(query, body=replace(body, queries=exact) if isinstance(body, ast.Union) else exact[0])


def _may_hold_float(type_: Type) -> bool:
    return type_.may_be("FLOAT", *_HOLDERS) or (type_.may_be("LIST") and _may_hold_float(type_.item))


def _exact(branch: ast.SingleQuery, floats: tuple[int, ...], extra: list[str], context: Context) -> ast.SingleQuery:
    last = branch.clauses[-1]
    assert isinstance(last, ast.Return)
    named = tuple(
        item
        if item.alias or isinstance(item.expression, ast.Variable)
        else replace(item, alias=context.fresh("column", ANY))
        for item in last.body.items
    )
    columns = [item.alias or item.expression for item in named]
    digits = [
        build.item(build.call("neo4j.digits", columns[number]), name)
        for number, name in zip(floats, extra, strict=True)
    ]
    items = (*map(build.item, columns), *digits)
    exact = (ast.With(replace(last.body, items=named)), ast.Return(ast.ProjectionBody(items)))
    return replace(branch, clauses=(*branch.clauses[:-1], *exact))


PASS = Pass(
    code="float-digits",
    neo4j="returns floats as they are",
    falkordb="returns them with 15 digits",
    remedy="with the option digits, a function gives the lost digits in further columns, as the adapter asks for",
    rewrite=_rewrite,
    triggers=(ast.Return,),
    cost="1 µs for each value that may be or hold a float",
)
