"""Which variables a clause sees, and how a subquery comes by those of the query around it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.semantics.functions import contains_aggregation
from cypher_translate.transform import walk

Names = tuple[str, ...]
"""Names of variables, in the order in which they were declared."""


def after(clause: ast.Clause, visible: Names) -> Names:
    """What is visible behind a clause that sees ``visible``."""
    names = dict.fromkeys(visible)
    pass_by(clause, names)
    return tuple(names)


def pass_by(clause: ast.Clause, visible: dict[str, None]) -> None:
    """Make of what is visible before a clause what is visible behind it; the keys are the names, in order."""
    if isinstance(clause, ast.With | ast.Return):
        if not clause.body.star:
            visible.clear()
        visible.update(dict.fromkeys(column(item) for item in clause.body.items))
    else:
        visible.update(dict.fromkeys(declared(clause)))


def declared(clause: ast.Clause) -> Names:
    """The variables that a clause, which is no projection, binds or declares."""
    if isinstance(clause, ast.Match | ast.Create):
        return tuple(name for part in clause.pattern.parts for name in of_part(part))
    if isinstance(clause, ast.Merge):
        return of_part(clause.pattern)
    if isinstance(clause, ast.Unwind | ast.LoadCsv):
        return (clause.variable.name,)
    if isinstance(clause, ast.CallProcedure) and clause.yields is not None:
        return tuple((item.alias or ast.Variable(item.field)).name for item in clause.yields.items or ())
    if isinstance(clause, ast.CallSubquery):
        report = clause.transactions.report if clause.transactions else None
        return returned(clause.query) + ((report.name,) if report else ())
    return ()


def of_part(part: ast.PatternPart) -> Names:
    """The variables of a pattern part, those inside its expressions left out."""
    path = part.path.path if isinstance(part.path, ast.ShortestPath) else part.path
    names = [] if part.variable is None else [part.variable.name]
    for element in path.elements:
        if isinstance(element, ast.ParenthesizedPath):
            names += of_part(element.part)
        elif element.variable is not None:
            names.append(element.variable.name)
    return tuple(names)


def returned(query: ast.RegularQuery) -> Names:
    """The columns that a subquery returns."""
    single = query.queries[0] if isinstance(query, ast.Union) else query
    last = single.clauses[-1]
    return tuple(column(item) for item in last.body.items) if isinstance(last, ast.Return) else ()


def column(item: ast.ProjectionItem) -> str:
    """The name of a projected column, empty for an expression without an alias."""
    if item.alias is not None:
        return item.alias.name
    return item.expression.name if isinstance(item.expression, ast.Variable) else ""


def used(nodes: Iterable[ast.Node]) -> set[str]:
    """The names of all variables in the nodes."""
    return {part.name for node in nodes for part in walk(node) if isinstance(part, ast.Variable)}


def aggregates(body: ast.ProjectionBody) -> bool:
    """Whether a projection aggregates."""
    return any(contains_aggregation(item.expression) for item in body.items)


def call(query: ast.RegularQuery, imports: Collection[str], grouping: bool = False) -> ast.CallSubquery:
    """``CALL { query }`` whose query sees the imported variables from beginning to end.

    FalkorDB imports by a WITH at the beginning, which the next WITH makes forget again. With ``grouping`` the imports
    are grouping keys where a WITH aggregates, as in Neo4j's EXISTS, COUNT and COLLECT: no rows are no group then.
    """
    if isinstance(query, ast.Union):
        queries = tuple(importing(part, imports, grouping) for part in query.queries)
        return ast.CallSubquery(replace(query, queries=queries))
    return ast.CallSubquery(importing(query, imports, grouping))


def importing(query: ast.SingleQuery, imports: Collection[str], grouping: bool = False) -> ast.SingleQuery:
    """The query with what it needs of the imports given on by each of its WITHs."""
    clauses: list[ast.Clause] = [_import(imports)] if imports else []
    for i, clause in enumerate(query.clauses):
        if isinstance(clause, ast.With) and not clause.body.star:
            later = used(query.clauses[i + 1 :]) | (used([clause.where]) if clause.where else set())
            kept = {column(item) for item in clause.body.items}
            grouped = grouping and aggregates(clause.body)
            missing = [name for name in imports if (grouped or name in later) and name not in kept]
            if missing and not grouped and all(contains_aggregation(item.expression) for item in clause.body.items):
                inner = ast.CallSubquery(ast.SingleQuery((*clauses, ast.Return(clause.body))))
                clauses = [_import(imports), inner]
                clause = ast.With(ast.ProjectionBody((), star=True), clause.where)
            elif missing:
                items = (*clause.body.items, *(build.item(ast.Variable(name)) for name in missing))
                clause = replace(clause, body=replace(clause.body, items=items))
        clauses.append(clause)
    return replace(query, clauses=tuple(clauses))


def _import(names: Iterable[str]) -> ast.With:
    return build.with_(*(build.item(ast.Variable(name)) for name in dict.fromkeys(names)))
