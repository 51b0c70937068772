"""A column without an alias keeps the name that Neo4j gives it: its text in the query.

FalkorDB names such a column by its own text of the expression, which a rewrite may have changed. It knows no name with
a backtick; the adapter takes the names from the translation in any case.

>>> show("MATCH (n) RETURN n.name, count( * )")
MATCH (n) RETURN n.name, count(*) AS `count( * )`
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.generator import generate
from cypher_translate.names import server_name
from cypher_translate.rewriting.context import Context, Pass


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    body = query.body
    if isinstance(body, ast.Union):
        queries = tuple(_single(part, context) for part in body.queries)
        same = all(new is old for new, old in zip(queries, body.queries, strict=True))
        return query if same else replace(query, body=replace(body, queries=queries))
    if isinstance(body, ast.SingleQuery):
        single = _single(body, context)
        return query if single is body else replace(query, body=single)
    return query


def _single(query: ast.SingleQuery, context: Context) -> ast.SingleQuery:
    last = query.clauses[-1]
    if not isinstance(last, ast.Return) or len(last.body.items) != len(context.columns):
        return query
    ordered = bool(last.body.order_by)
    names = map(server_name, context.columns)
    items = tuple(_named(item, name, ordered) for item, name in zip(last.body.items, names, strict=True))
    if all(new is old for new, old in zip(items, last.body.items, strict=True)):
        return query
    return replace(query, clauses=(*query.clauses[:-1], replace(last, body=replace(last.body, items=items))))


def _named(item: ast.ProjectionItem, name: str, ordered: bool) -> ast.ProjectionItem:
    """An alias that ORDER BY may refer to is left as it is."""
    called = generate(item.expression) if item.alias is None else item.alias.name
    if called == name or (item.alias is not None and ordered):
        return item
    return replace(item, alias=ast.Variable(name))


PASS = Pass(
    code="column-names",
    neo4j="a column without an alias is named by its text in the query",
    falkordb="names it by its own text of the expression",
    remedy="such a column gets its text as alias where the two differ",
    rewrite=_rewrite,
    triggers=(ast.Return,),
)
