"""A constant that a MATCH compares with is computed once, before the MATCH.

FalkorDB evaluates date('2024-01-01') anew for each row, which costs 20 µs. A WITH before the MATCH gives it a name;
indexes are used as before.

>>> show("MATCH (n) WHERE n.at = date('2024-01-01') RETURN n")
WITH neo4j.date('2024-01-01', $_now) AS _date MATCH (n) WHERE n.at = _date RETURN n
>>> show("MATCH (a) MATCH (b {at: datetime() - duration('P7D')}) RETURN a, b")  # doctest: +NORMALIZE_WHITESPACE
MATCH (a) WITH *, neo4j.subtract($_now, neo4j.duration('P7D')) AS _difference MATCH (b {at: _difference}) RETURN a, b
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import rebuild, walk

_LIBRARY = "neo4j."
_OPERATIONS = {"+": "sum", "-": "difference", "*": "product", "/": "quotient"}
_CHANGING = frozenset({"rand", "randomuuid"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    body = query.body
    if isinstance(body, ast.Union):
        new: ast.RegularQuery | ast.Command = rebuild(body, lambda part: _single(part, context))
    elif isinstance(body, ast.SingleQuery):
        new = _single(body, context)
    else:
        return query
    return query if new is body else replace(query, body=new)


def _single(query: ast.SingleQuery, context: Context) -> ast.SingleQuery:
    clauses: list[ast.Clause] = []
    for clause in query.clauses:
        if isinstance(clause, ast.Match):
            items: dict[Expression, ast.Variable] = {}
            clause = _named(clause, items, context)
            named = [build.item(expression, variable.name) for expression, variable in items.items()]
            if named:
                clauses.append(build.with_everything(*named) if clauses else build.with_(*named))
        clauses.append(clause)
    if len(clauses) == len(query.clauses):
        return query
    return replace(query, clauses=tuple(clauses))


def _named(match: ast.Match, items: dict[Expression, ast.Variable], context: Context) -> ast.Match:
    def visit(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.FunctionCall | ast.Binary) and _is_worth_it(node):
            if node not in items:
                items[node] = context.fresh(_name(node), context.type_of(node))
            return items[node]
        return rebuild(node, visit)

    return visit(match)  # type: ignore[return-value]


def _is_worth_it(expression: Expression) -> bool:
    """Whether an expression is the same for all rows and calls a compatibility function."""
    calls: Sequence[str] = [node.name for node in walk(expression) if isinstance(node, ast.FunctionCall)]
    return (
        any(name.startswith(_LIBRARY) for name in calls)
        and not any(name.endswith(".realtime") or name.lower() in _CHANGING for name in calls)
        and not any(isinstance(node, ast.Variable | ast.SingleQuery | ast.PathPattern) for node in walk(expression))
    )


def _name(expression: ast.FunctionCall | ast.Binary) -> str:
    if isinstance(expression, ast.Binary):
        return _OPERATIONS.get(expression.operator, "result")
    return expression.name.removeprefix(_LIBRARY).partition(".")[0]


PASS = Pass(
    code="once-per-query",
    neo4j="a constant expression is evaluated once",
    falkordb="calls functions anew for each row that a MATCH looks at",
    remedy="what does not depend on the row is named by a WITH before the MATCH",
    rewrite=_rewrite,
    triggers=(ast.FunctionCall,),
)
