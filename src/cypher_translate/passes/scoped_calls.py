"""A subquery names what it imports in a WITH.

``CALL (n) { … }`` sees n from beginning to end and ``CALL (*)`` everything; FalkorDB has the older form only, whose
first WITH imports and whose next one forgets.

>>> show("MATCH (n) CALL (n) { MATCH (n)-->(m) WITH m LIMIT 3 RETURN m.x + n.x AS s } RETURN n.x, max(s) AS s2")
... # doctest: +NORMALIZE_WHITESPACE
MATCH (n) CALL { WITH n MATCH (n)-[_r]->(m) WHERE _r IS NOT NULL WITH m, n LIMIT 3
RETURN coalesce(neo4j.plus(m.x, n.x, m.x + n.x), m.x + n.x) AS s } RETURN n.x, max(s) AS s2

OPTIONAL CALL gives a row of nulls where the subquery gives none.

>>> show("UNWIND [1, 2] AS i OPTIONAL CALL (i) { WITH i WHERE i > 1 RETURN 2 AS d } RETURN i, d")
... # doctest: +NORMALIZE_WHITESPACE
UNWIND [1, 2] AS i
CALL { WITH i CALL { WITH i WITH i WHERE i > 1 RETURN 2 AS d } RETURN collect([d]) AS _rows }
UNWIND CASE size(_rows) WHEN 0 THEN [[NULL]] ELSE _rows END AS _row WITH *, _row[0] AS d RETURN i, d
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.rewriting import visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.optional_rows import optional_rows
from cypher_translate.transform import rebuild


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not isinstance(query.body, ast.SingleQuery | ast.Union):
        return query
    return rebuild(query, lambda body: _regular(body, (), context))


def _regular(query: ast.RegularQuery, outer: visible.Names, context: Context) -> ast.RegularQuery:
    if isinstance(query, ast.Union):
        return rebuild(query, lambda part: _single(part, outer, context))
    return _single(query, outer, context)


def _single(query: ast.SingleQuery, outer: visible.Names, context: Context) -> ast.SingleQuery:
    clauses: list[ast.Clause] = []
    names = outer
    for clause in query.clauses:
        seen = names

        def inside(node: ast.Node, seen: visible.Names = seen) -> ast.Node:
            if isinstance(node, ast.ExistsSubquery | ast.CountSubquery | ast.CollectSubquery):
                return rebuild(node, lambda body: _regular(body, seen, context))
            return rebuild(node, inside)

        if isinstance(clause, ast.CallSubquery):
            clauses += _call(clause, seen, context)
        else:
            clauses.append(rebuild(clause, inside))
        names = visible.after(clause, names)
    if len(clauses) == len(query.clauses) and all(new is old for new, old in zip(clauses, query.clauses, strict=True)):
        return query
    return ast.SingleQuery(tuple(clauses), span=query.span)


def _call(clause: ast.CallSubquery, seen: visible.Names, context: Context) -> list[ast.Clause]:
    if clause.scope is None:
        imports: visible.Names = ()
        new = rebuild(clause, lambda part: _regular(part, seen, context) if part is clause.query else part)
    else:
        inner = visible.used([clause.query])
        scope = seen if clause.scope == "*" else tuple(variable.name for variable in clause.scope)
        imports = tuple(name for name in scope if name in inner)
        new = visible.call(_regular(clause.query, scope, context), imports)
        if clause.transactions is not None:
            new = ast.CallSubquery(new.query, transactions=clause.transactions)
    columns = visible.returned(new.query)
    if not clause.optional or not columns:
        return [new if not new.optional else ast.CallSubquery(new.query, transactions=new.transactions)]
    if clause.scope is None:
        imports = tuple(name for name in seen if name in visible.used([new.query]))
    return optional_rows([ast.CallSubquery(new.query)], columns, imports, context)


PASS = Pass(
    code="scoped-calls",
    neo4j="CALL (n) { … } imports n for the whole subquery; OPTIONAL CALL keeps rows for which it gives nothing",
    falkordb="has neither; a WITH at the beginning imports",
    remedy="the scope becomes such a WITH, and what is imported is given on by each WITH that follows",
    rewrite=_rewrite,
    triggers=(ast.CallSubquery,),
)
