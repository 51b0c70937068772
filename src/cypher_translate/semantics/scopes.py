"""The scopes of variables: which are visible where, what type they have, and a name of its own for each.

The result is the query in which every name stands for one thing from beginning to end: a variable whose name is taken
by another is renamed, ``*`` is written out, and what WHERE and ORDER BY behind an aggregating or distinct projection
repeat of it is replaced by its alias. So the passes need not care for shadowing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.content import Content, content_of
from cypher_translate.semantics import types as t
from cypher_translate.semantics.aggregation import check_aggregation
from cypher_translate.semantics.clauses import check_clauses
from cypher_translate.semantics.expressions import Begin
from cypher_translate.semantics.names import Scope, refuse
from cypher_translate.semantics.notation import check_notation
from cypher_translate.semantics.options import check_options
from cypher_translate.semantics.paths import check_paths
from cypher_translate.semantics.procedures import check_inside, procedures, unknown_procedure
from cypher_translate.semantics.projections import Projections
from cypher_translate.semantics.types import Type, infer
from cypher_translate.semantics.typing import check_types
from cypher_translate.semantics.unions import returned_names, united
from cypher_translate.transform import rebuild, with_parts


@dataclass(frozen=True, slots=True)
class Analysis:
    """A query after the analysis; ``columns`` are the names of its result's columns, ``types`` those of variables.

    ``names`` are all names of variables that the query has, ``content`` is what it consists of.
    """

    query: ast.Query
    columns: tuple[str, ...]
    types: dict[str, Type]
    names: set[str]
    content: Content


def analyse(query: ast.Query) -> Analysis:
    """Resolve the variables of a query.

    Raises CypherSyntaxError with openCypher's name of the mistake where Neo4j would refuse the query.
    """
    content = content_of(query)
    check_options(query)
    check_clauses(query, content)
    check_paths(query, content)
    analyser = _Analyser(query.text, content.variables, content.aliases)
    body: ast.RegularQuery | ast.Command = query.body
    columns: tuple[str, ...] = ()
    if isinstance(body, ast.SingleQuery) and len(body.clauses) == 1:
        analyser.standalone = body.clauses[0]
    if isinstance(body, ast.SingleQuery | ast.Union):
        body, columns = analyser.query(body, lambda part: {}, {})
    if body is not query.body:
        query = replace(query, body=body)
    check_aggregation(query, content)
    check_notation(query, content, analyser.types)
    check_types(query, analyser.types)
    return Analysis(query, columns, analyser.types, analyser.names, content)


class _Analyser(Projections):
    """Resolves queries and their clauses; ``standalone`` is the only clause of a query."""

    standalone: ast.Clause | None = None

    # --- Queries

    def query(self, body: ast.RegularQuery, begin: Begin, outer: Scope) -> tuple[Any, tuple[str, ...]]:
        """A query; ``begin`` gives the scope of the first clause, what is in ``outer`` stays visible to its end."""
        if isinstance(body, ast.SingleQuery):
            return self.single_query(body, begin(body), outer)
        parts, columns = [], []
        for part in body.queries:
            new, names = self.single_query(part, begin(part), outer)
            parts.append(new)
            columns.append(names)
            if sorted(names) != sorted(columns[0]):
                refuse(
                    "DifferentColumnsInUnion",
                    part,
                    "All parts of a UNION must have the same columns",
                    f"the first part has {', '.join(columns[0]) or 'none'}",
                )
        parts = united(self, parts, columns)
        same = all(new is old for new, old in zip(parts, body.queries, strict=True))
        return (body if same else replace(body, queries=tuple(parts))), columns[0]

    def single_query(
        self, body: ast.SingleQuery, scope: Scope, outer: Scope
    ) -> tuple[ast.SingleQuery, tuple[str, ...]]:
        clauses: list[ast.Clause] = []
        columns: tuple[str, ...] = ()
        for clause in body.clauses:
            if isinstance(clause, ast.With | ast.Return):
                clause, scope = self.projection(clause, scope, outer)
                columns = tuple(scope)
                scope = {**outer, **scope}
            else:
                clause = _CLAUSES[type(clause)](self, clause, scope)
            clauses.append(clause)
        if not isinstance(body.clauses[-1], ast.Return):
            columns = ()
            last = clauses[-1]
            if self.standalone is body.clauses[-1] and isinstance(last, ast.CallProcedure) and last.yields:
                columns = tuple((item.alias or Variable(item.field)).name for item in last.yields.items or ())
        if all(new is old for new, old in zip(clauses, body.clauses, strict=True)):
            return body, columns
        return replace(body, clauses=tuple(clauses)), columns

    # --- Clauses

    def match(self, clause: ast.Match, scope: Scope) -> ast.Match:
        pattern = self.pattern(clause.pattern, scope)
        where = None if clause.where is None else self.expression(clause.where, scope)
        hints = tuple(rebuild(hint, lambda variable: self.expression(variable, scope)) for hint in clause.hints)
        return with_parts(clause, pattern=pattern, where=where, hints=hints if clause.hints else ())

    def unwind(self, clause: ast.Unwind, scope: Scope) -> ast.Unwind:
        expression = self.expression(clause.expression, scope)
        self.must_be_new(clause.variable, scope)
        type_ = infer(expression, self.types)
        item = type_
        if not type_.names or type_.may_be("LIST"):
            item = type_.item if type_.is_only("LIST") else type_ | type_.item
        return with_parts(clause, expression=expression, variable=self.declare(clause.variable, item, scope))

    def create(self, clause: ast.Create, scope: Scope) -> ast.Create:
        created: set[str] = set()
        for part in clause.pattern.parts:
            self.check_apart(part, self.check_created(part, scope, created))
        return with_parts(clause, pattern=self.pattern(clause.pattern, scope))

    def merge(self, clause: ast.Merge, scope: Scope) -> ast.Merge:
        self.check_created(clause.pattern, scope, set())
        part = self.inside(self.part(clause.pattern, scope, self.declare), scope)
        actions = tuple(with_parts(action, set=self.anything(action.set, scope)) for action in clause.actions)
        return with_parts(clause, pattern=part, actions=actions)

    def foreach(self, clause: ast.Foreach, scope: Scope) -> ast.Foreach:
        values = self.expression(clause.list, scope)
        inner = dict(scope)
        with self.keeping(scope):
            variable = self.declare(clause.variable, infer(values, self.types).item, inner)
            clauses = tuple(_CLAUSES[type(inside)](self, inside, inner) for inside in clause.clauses)
        return with_parts(clause, variable=variable, list=values, clauses=clauses)

    def call_procedure(self, clause: ast.CallProcedure, scope: Scope) -> ast.CallProcedure:
        procedure = procedures().get(clause.name)
        if procedure is None:
            raise unknown_procedure(clause)
        arguments = None
        if clause.arguments is not None:
            arguments = tuple(self.expression(argument, scope) for argument in clause.arguments)
            if not procedure.least <= len(arguments) <= procedure.most:
                refuse("InvalidNumberOfArguments", clause, f"{clause.name} does not take {len(arguments)} arguments")
        yields = clause.yields
        if self.standalone is not clause:
            check_inside(clause, procedure)
        elif yields is None and procedure.fields:
            yields = ast.Yield(None)
        elif yields is not None and yields.where is not None:
            refuse("UnexpectedSyntax", yields.where, "A CALL with WHERE needs a RETURN", "add RETURN *")
        if yields is not None:
            fields = tuple(ast.YieldItem(field) for field in procedure.fields)
            items = []
            for item in fields if yields.items is None else yields.items:
                if item.field not in procedure.fields:
                    refuse("UndefinedVariable", item, f"{clause.name} yields no {item.field}", procedure.described)
                alias = item.alias or Variable(item.field, span=item.span)
                self.must_be_new(alias, scope)
                declared = self.declare(alias, _FIELD_TYPES.get(item.field, t.ANY), scope)
                called = item.field if item.alias is None else item.alias.name
                items.append(item if declared.name == called else replace(item, alias=declared))
            where = None if yields.where is None else self.expression(yields.where, scope)
            unchanged = yields.items is not None and yields is clause.yields
            yields = (
                with_parts(yields, items=tuple(items), where=where)
                if unchanged
                else (replace(yields, items=tuple(items), where=where))
            )
        return with_parts(clause, arguments=arguments, yields=yields)

    def call_subquery(self, clause: ast.CallSubquery, scope: Scope) -> ast.CallSubquery:
        if clause.scope is None:
            with self.closed(scope):
                body, columns = self.query(clause.query, lambda part: dict(scope) if _imports(part) else {}, {})
        else:
            for variable in clause.scope if clause.scope != "*" else ():
                self.expression(variable, scope)
            names = scope if clause.scope == "*" else {variable.name for variable in clause.scope}
            imported = {name: unique for name, unique in scope.items() if name in names}
            with self.closed(scope):
                body, columns = self.query(clause.query, lambda part: dict(imported), imported)
        for name in columns:
            if name in scope:
                refuse("VariableAlreadyBound", clause, f"The subquery returns {name}, which is declared outside of it")
        single = body.queries[0] if isinstance(body, ast.Union) else body
        for name, unique in zip(columns, returned_names(single), strict=True):
            if unique is None:
                refuse("NoExpressionAlias", single.clauses[-1], f"{name} needs an alias", "write … AS name")
            scope[name] = unique
        transactions = clause.transactions
        if transactions is not None:
            report = transactions.report
            transactions = rebuild(replace(transactions, report=None), lambda child: self.expression(child, {}))
            if report is not None:
                self.must_be_new(report, scope)
                transactions = replace(transactions, report=self.declare(report, t.MAP, scope))
        scope_clause: Any = clause.scope
        if isinstance(clause.scope, tuple):
            scope_clause = tuple(replace(variable, name=scope[variable.name]) for variable in clause.scope)
        return with_parts(clause, query=body, scope=scope_clause, transactions=transactions)

    def load_csv(self, clause: ast.LoadCsv, scope: Scope) -> ast.LoadCsv:
        url = self.expression(clause.url, scope)
        self.must_be_new(clause.variable, scope)
        type_ = t.MAP if clause.with_headers else t.list_of(t.STRING)
        return with_parts(clause, url=url, variable=self.declare(clause.variable, type_, scope))

    def anything(self, clause: Any, scope: Scope) -> Any:
        """A clause that declares nothing."""
        return rebuild(clause, lambda child: self.expression(child, scope))


_FIELD_TYPES = {
    "node": t.NODE,
    "relationship": t.RELATIONSHIP,
    "score": t.FLOAT,
    **dict.fromkeys(("label", "relationshipType", "propertyKey", "nodeType", "relType"), t.STRING),
}


_CLAUSES: dict[type[ast.Clause], Callable[[_Analyser, Any, Scope], ast.Clause]] = {
    ast.Match: _Analyser.match,
    ast.Unwind: _Analyser.unwind,
    ast.Create: _Analyser.create,
    ast.Merge: _Analyser.merge,
    ast.Foreach: _Analyser.foreach,
    ast.CallProcedure: _Analyser.call_procedure,
    ast.CallSubquery: _Analyser.call_subquery,
    ast.LoadCsv: _Analyser.load_csv,
    ast.Set: _Analyser.anything,
    ast.Remove: _Analyser.anything,
    ast.Delete: _Analyser.anything,
    ast.Use: _Analyser.anything,
    ast.Finish: _Analyser.anything,
}


def _imports(query: ast.SingleQuery) -> bool:
    """Whether a subquery begins with a WITH that imports variables."""
    first = query.clauses[0]
    if not isinstance(first, ast.With):
        return False
    if first.body.star and not _is_import(first):
        refuse("InvalidClauseComposition", first, "A WITH that imports variables into a subquery can do nothing else")
    return _is_import(first)


def _is_import(clause: ast.With) -> bool:
    """Whether a WITH only imports variables into a subquery."""
    body = clause.body
    if body.distinct or body.order_by or body.skip or body.limit or clause.where:
        return False
    return all(isinstance(item.expression, Variable) and item.alias in (None, item.expression) for item in body.items)
