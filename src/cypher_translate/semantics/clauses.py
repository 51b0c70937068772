"""Which clauses may follow which."""

from __future__ import annotations

from typing import NoReturn

from cypher_translate import ast
from cypher_translate.content import UPDATING, Content
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.transform import walk

_READING = (ast.Match, ast.Unwind, ast.LoadCsv, ast.CallProcedure, ast.CallSubquery)
_NAMES: dict[type[ast.Node], str] = {
    ast.LoadCsv: "LOAD CSV",
    ast.CallProcedure: "CALL",
    ast.CallSubquery: "CALL",
}
_EXPRESSIONS: dict[type[ast.Node], str] = {
    ast.ExistsSubquery: "EXISTS",
    ast.CountSubquery: "COUNT",
    ast.CollectSubquery: "COLLECT",
}

_WITH_QUERIES = (ast.CallSubquery, *_EXPRESSIONS)


def _refuse(message: str, node: ast.Node, code: str = "InvalidClauseComposition", hint: str = "") -> NoReturn:
    raise CypherSyntaxError(message, code=code, hint=hint, span=node.span)


def check_clauses(query: ast.Query, content: Content) -> None:
    """Refuse what is in an order that Neo4j does not accept. Raises CypherSyntaxError."""
    if not isinstance(query.body, ast.SingleQuery | ast.Union):
        return
    _check(query.body, subquery=None)
    if content.kinds.isdisjoint(_WITH_QUERIES):
        return
    for node in walk(query.body):
        if isinstance(node, ast.CallSubquery):
            _check(node.query, subquery="CALL")
        elif type(node) in _EXPRESSIONS:
            name = _EXPRESSIONS[type(node)]
            _check(node.query, subquery=name)  # type: ignore[attr-defined]
            for inner in walk(node):
                if type(inner) in UPDATING:
                    _refuse(f"{name} {{ … }} cannot change data", inner)


def _check(body: ast.RegularQuery, subquery: str | None) -> None:
    for query in body.queries if isinstance(body, ast.Union) else (body,):
        _check_single(query, subquery)


def _check_single(query: ast.SingleQuery, subquery: str | None) -> None:
    updated: ast.Clause | None = None
    for i, clause in enumerate(query.clauses):
        is_last = i == len(query.clauses) - 1
        if isinstance(clause, ast.Return | ast.Finish) and not is_last:
            _refuse(f"{_name(clause)} can only stand at the end of a query", clause)
        if isinstance(clause, ast.Finish) and subquery in _EXPRESSIONS.values():
            _refuse(f"{subquery} {{ … }} cannot end with FINISH", clause)
        if isinstance(clause, ast.Use) and i > 0 and not (i == 1 and isinstance(query.clauses[0], ast.With)):
            _refuse("USE can only stand at the beginning of a query", clause)
        if type(clause) in UPDATING:
            updated = clause
        elif isinstance(clause, ast.With):
            updated = None
        elif isinstance(clause, _READING) and updated is not None:
            _refuse(
                f"WITH is required between {_name(updated)} and {_name(clause)}",
                clause,
                hint="write WITH * between them",
            )
    last = query.clauses[-1]
    if subquery == "COLLECT":
        if not isinstance(last, ast.Return):
            _refuse("COLLECT { … } must end with RETURN", last)
        if last.body.star or len(last.body.items) != 1:
            _refuse("COLLECT { … } must return one column", last)
    if isinstance(last, (ast.Return, ast.Finish, ast.CallSubquery, *UPDATING)):
        return
    if isinstance(last, ast.CallProcedure) and (last.yields is None or len(query.clauses) == 1):
        return
    if subquery in ("EXISTS", "COUNT") and not isinstance(last, ast.With):
        return
    _refuse(
        f"A query cannot end with {_name(last)}",
        last,
        hint="end it with RETURN, FINISH or a clause that changes data",
    )


def _name(clause: ast.Clause) -> str:
    return _NAMES.get(type(clause), type(clause).__name__.upper())
