"""The scopes of variables: which are visible where, what type they have, and a name of its own for each.

The result is the query in which every name stands for one thing from beginning to end: a variable whose name is taken
by another is renamed, ``*`` is written out, and what WHERE and ORDER BY behind an aggregating or distinct projection
repeat of it is replaced by its alias. So the passes need not care for shadowing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.content import Content, content_of
from cypher_translate.semantics import types as t
from cypher_translate.semantics.aggregation import check_aggregation
from cypher_translate.semantics.clauses import check_clauses
from cypher_translate.semantics.functions import contains_aggregation
from cypher_translate.semantics.names import Names, Scope, refuse
from cypher_translate.semantics.procedures import procedures, unknown_procedure
from cypher_translate.semantics.types import Type, infer
from cypher_translate.semantics.typing import check_types
from cypher_translate.transform import AnyNode, rebuild, transform, walk

_NORMAL_FORMS = ("NFC", "NFD", "NFKC", "NFKD")


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
    check_clauses(query, content)
    analyser = _Analyser(query.text, content)
    body: ast.RegularQuery | ast.Command = query.body
    columns: tuple[str, ...] = ()
    if isinstance(body, ast.SingleQuery | ast.Union):
        body, columns = analyser.query(body, lambda part: {}, {})
    if body is not query.body:
        query = replace(query, body=body)
    check_aggregation(query, content)
    check_types(query, analyser.types)
    return Analysis(query, columns, analyser.types, analyser.names, content)


class _Analyser(Names):
    def __init__(self, text: str, content: Content) -> None:
        super().__init__(content.variables, content.aliases)
        self.text = text

    # --- Queries

    def query(self, body: ast.RegularQuery, begin: _Begin, outer: Scope) -> tuple[Any, tuple[str, ...]]:
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
        parts = self.united(parts, columns)
        same = all(new is old for new, old in zip(parts, body.queries, strict=True))
        return (body if same else replace(body, queries=tuple(parts))), columns[0]

    def united(self, parts: list[ast.SingleQuery], columns: list[tuple[str, ...]]) -> list[ast.SingleQuery]:
        """The parts of a UNION with the same unique name for a column in each."""
        uniques = [
            dict(zip(names, returned_names(part), strict=True)) for part, names in zip(parts, columns, strict=True)
        ]
        for column in columns[0]:
            found = set(filter(None, (names[column] for names in uniques)))
            if len(found) < 2:
                continue
            united = self._another(column)
            self.types[united] = t.NULL
            for unique in found:
                self.types[united] |= self.types[unique]
            parts = [_renamed(part, names[column], united) for part, names in zip(parts, uniques, strict=True)]
        return [_ordered(part, names, columns[0]) for part, names in zip(parts, columns, strict=True)]

    def single_query(
        self, body: ast.SingleQuery, scope: Scope, outer: Scope
    ) -> tuple[ast.SingleQuery, tuple[str, ...]]:
        clauses: list[ast.Clause] = []
        columns: tuple[str, ...] = ()
        self.standalone = body.clauses[0] if len(body.clauses) == 1 else None
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
            if len(clauses) == 1 and isinstance(last, ast.CallProcedure) and last.yields:
                columns = tuple((item.alias or Variable(item.field)).name for item in last.yields.items or ())
        if all(new is old for new, old in zip(clauses, body.clauses, strict=True)):
            return body, columns
        return replace(body, clauses=tuple(clauses)), columns

    # --- Projections

    def projection(self, clause: ast.With | ast.Return, scope: Scope, outer: Scope) -> tuple[Any, Scope]:
        body = clause.body
        new_scope: Scope = {}
        items: list[ast.ProjectionItem] = []
        if body.star:
            visible = [name for name in sorted(scope) if name not in outer or isinstance(clause, ast.With)]
            if not visible and isinstance(clause, ast.Return):
                refuse("NoVariablesInScope", clause, "RETURN * needs variables, and there are none here")
            named = {self._column(item, clause) for item in body.items}
            for name in (each for each in visible if each not in named):
                new_scope[name] = scope[name]
                items.append(ast.ProjectionItem(Variable(scope[name])))
        resolved = [self.expression(item.expression, scope) for item in body.items]
        repeated = bool(body.order_by) and (body.distinct or any(map(contains_aggregation, resolved)))
        for item, expression in zip(body.items, resolved, strict=True):
            name = self._column(item, clause)
            if name in new_scope:
                refuse("ColumnNameConflict", item, f"There are two columns with the name {name}")
            if isinstance(expression, Variable) and item.alias is None and isinstance(clause, ast.With):
                new_scope[name] = expression.name
                items.append(item if expression is item.expression else replace(item, expression=expression))
                continue
            alias = item.alias or Variable(name, span=item.span)
            if isinstance(expression, Variable) and expression.name == scope.get(name):
                new_scope[name] = expression.name
                declared = replace(alias, name=expression.name)
            else:
                with self.keeping(scope):
                    declared = self.declare(alias, infer(expression, self.types), new_scope)
            if item.alias is None and ((declared.name == name and not repeated) or declared == expression):
                declared_alias = None
            else:
                declared_alias = declared if declared != item.alias else item.alias
            items.append(
                item
                if expression is item.expression and declared_alias is item.alias
                else replace(item, expression=expression, alias=declared_alias)
            )
        new_body = self._after_projection(body, tuple(items), scope, new_scope, outer)
        where = None
        if isinstance(clause, ast.With) and clause.where is not None:
            where = self._behind(clause.where, new_body, scope, new_scope, outer)
            if where is not clause.where or new_body is not body:
                return replace(clause, body=new_body, where=where), new_scope
        return (clause if new_body is body else replace(clause, body=new_body)), new_scope

    def _column(self, item: ast.ProjectionItem, clause: ast.With | ast.Return) -> str:
        if item.alias is not None:
            return item.alias.name
        if isinstance(item.expression, Variable):
            return item.expression.name
        if isinstance(item.expression, ast.MapProjection):
            return item.expression.variable.name
        if isinstance(clause, ast.With):
            refuse("NoExpressionAlias", item, "An expression in WITH needs a name", "write expression AS name")
        return self.text[slice(*item.span)]

    def _after_projection(
        self,
        body: ast.ProjectionBody,
        items: tuple[ast.ProjectionItem, ...],
        scope: Scope,
        new_scope: Scope,
        outer: Scope,
    ) -> ast.ProjectionBody:
        if all(new is old for new, old in zip(items, body.items, strict=False)) and not body.star:
            items = body.items
        changed = body if items is body.items else replace(body, items=items, star=False)
        order = tuple(
            sort
            if (new := self._behind(sort.expression, changed, scope, new_scope, outer)) is sort.expression
            else replace(sort, expression=new)
            for sort in body.order_by
        )
        if any(new is not old for new, old in zip(order, body.order_by, strict=True)):
            changed = replace(changed, order_by=order)
        for name in ("skip", "limit"):
            value = getattr(body, name)
            if value is not None:
                for node in walk(value):
                    if isinstance(node, Variable):
                        refuse("NonConstantExpression", node, f"{name.upper()} cannot depend on a variable")
                new = self.expression(value, {})
                if new is not value:
                    changed = replace(changed, **{name: new})
        return changed

    def _behind(
        self, expression: Expression, body: ast.ProjectionBody, scope: Scope, new_scope: Scope, outer: Scope
    ) -> Expression:
        """ORDER BY or WHERE of a projection: it sees the projection's names and, unless that aggregates, the old ones.

        Of an aggregating or distinct projection it may repeat whole items, which stand for their columns.
        """
        closed = body.distinct or any(contains_aggregation(item.expression) for item in body.items)
        resolved: Expression = self.expression(expression, {**scope, **new_scope})
        columns = {item.expression: item.alias for item in body.items if item.alias is not None}
        if closed or contains_aggregation(resolved):
            resolved = _replace_items(resolved, columns)
            visible = {*new_scope.values(), *outer.values()}
            hidden = set(scope.values()) - visible
            for node in walk(resolved):
                if isinstance(node, Variable) and node.name in hidden:
                    refuse(
                        "UndefinedVariable",
                        node,
                        f"Variable {node.name} is not visible behind this projection",
                        "project it, too",
                    )
        return resolved

    # --- Expressions

    def expression(self, node: Any, scope: Scope) -> Any:
        """The expression with its variables resolved."""
        if isinstance(node, Variable):
            unique = scope.get(node.name)
            if unique is None:
                refuse("UndefinedVariable", node, f"Variable {node.name} is not defined")
            return node if unique == node.name else replace(node, name=unique)
        scoping = _EXPRESSIONS.get(type(node))
        if scoping:
            return scoping(self, node, scope)
        return rebuild(node, lambda child: self.expression(child, scope))

    def list_comprehension(self, node: ast.ListComprehension, scope: Scope) -> Expression:
        values = self.expression(node.list, scope)
        inner = dict(scope)
        variable = self.declare_local(node.variable, infer(values, self.types).item, inner)
        where = None if node.where is None else self.expression(node.where, inner)
        projection = None if node.projection is None else self.expression(node.projection, inner)
        return _changed(node, variable=variable, list=values, where=where, projection=projection)

    def list_predicate(self, node: ast.ListPredicate, scope: Scope) -> Expression:
        values = self.expression(node.list, scope)
        inner = dict(scope)
        variable = self.declare_local(node.variable, infer(values, self.types).item, inner)
        return _changed(node, variable=variable, list=values, where=self.expression(node.where, inner))

    def reduce(self, node: ast.Reduce, scope: Scope) -> Expression:
        values = self.expression(node.list, scope)
        initial = self.expression(node.initial, scope)
        inner = dict(scope)
        accumulator = self.declare_local(node.accumulator, t.ANY, inner)
        variable = self.declare_local(node.variable, infer(values, self.types).item, inner)
        expression = self.expression(node.expression, inner)
        return _changed(
            node, accumulator=accumulator, initial=initial, variable=variable, list=values, expression=expression
        )

    def pattern_comprehension(self, node: ast.PatternComprehension, scope: Scope) -> Expression:
        inner = dict(scope)
        path = self.path(node.path, inner, self.declare_local)
        variable = None if node.variable is None else self.declare_local(node.variable, t.PATH, inner)
        where = None if node.where is None else self.expression(node.where, inner)
        projection = self.expression(node.projection, inner)
        return _changed(node, path=path, variable=variable, where=where, projection=projection)

    def pattern_expression(self, node: ast.PatternExpression, scope: Scope) -> Expression:
        for part in walk(node.path):
            variable = part.variable if isinstance(part, ast.NodePattern | ast.RelationshipPattern) else None
            if variable is not None and variable.name not in scope:
                refuse(
                    "UndefinedVariable",
                    variable,
                    f"A pattern as an expression cannot introduce a variable: {variable.name}",
                    "leave the name out, or write EXISTS { … }",
                )
        path = self.path(node.path, dict(scope), self.declare_local)
        return node if path is node.path else replace(node, path=path)

    def shortest_path(self, node: ast.ShortestPath, scope: Scope) -> Expression:
        path = self.path(node.path, dict(scope), self.declare_local)
        return node if path is node.path else replace(node, path=path)

    def function(self, node: ast.FunctionCall, scope: Scope) -> Expression:
        """A call; the name of a normal form stands in it like a variable."""
        if node.name.lower() == "normalize" and len(node.arguments) == 2:
            text, form = node.arguments
            if isinstance(form, Variable) and form.name.upper() in _NORMAL_FORMS:
                form = ast.StringLiteral(form.name.upper(), span=form.span)
                return replace(node, arguments=(self.expression(text, scope), form))
        return rebuild(node, lambda child: self.expression(child, scope))

    def subquery(self, node: ast.ExistsSubquery | ast.CountSubquery | ast.CollectSubquery, scope: Scope) -> Expression:
        with self.closed(scope):
            body, _ = self.query(node.query, lambda part: dict(scope), scope)
        return _changed(node, query=body)

    # --- Patterns

    def pattern(self, pattern: ast.Pattern, scope: Scope) -> ast.Pattern:
        """A pattern that is matched: its variables are declared, whichever part uses them first."""
        parts = [self.part(part, scope, self.declare) for part in pattern.parts]
        parts = [self.inside(part, scope) for part in parts]
        same = all(new is old for new, old in zip(parts, pattern.parts, strict=True))
        return pattern if same else replace(pattern, parts=tuple(parts))

    def part(self, part: ast.PatternPart, scope: Scope, declare: _Declare) -> ast.PatternPart:
        """A pattern part with its variables declared; what is inside its nodes and relationships is left."""
        if part.variable is not None:
            self.must_be_new(part.variable, scope)
        path: ast.PathPattern | ast.ShortestPath
        if isinstance(part.path, ast.ShortestPath):
            inner = self.chain(part.path.path, scope, declare)
            path = part.path if inner is part.path.path else replace(part.path, path=inner)
        else:
            path = self.chain(part.path, scope, declare)
        variable = None
        if part.variable is not None:
            self.must_be_new(part.variable, scope)
            variable = declare(part.variable, t.PATH, scope)
        return _changed(part, variable=variable, path=path)

    def path(self, path: ast.PathPattern, scope: Scope, declare: _Declare) -> ast.PathPattern:
        """A path with its variables declared and all that is inside resolved."""
        return self.inside(self.chain(path, scope, declare), scope)

    def chain(self, path: ast.PathPattern, scope: Scope, declare: _Declare) -> ast.PathPattern:
        seen: set[str] = set()

        def element(node: Any) -> Any:
            if isinstance(node, ast.ParenthesizedPath):
                return self.parenthesized(node, scope, declare)
            if node.variable is None:
                return node
            if isinstance(node, ast.RelationshipPattern):
                if node.variable.name in seen:
                    refuse(
                        "RelationshipUniquenessViolation",
                        node.variable,
                        f"The relationship {node.variable.name} can stand only once in a pattern",
                    )
                seen.add(node.variable.name)
                type_ = t.list_of(t.RELATIONSHIP) if node.length or node.quantifier else t.RELATIONSHIP
            else:
                type_ = t.NODE
            variable = self.bind(node.variable, type_, scope, declare)
            return node if variable is node.variable else replace(node, variable=variable)

        return rebuild(path, element)

    def parenthesized(self, node: ast.ParenthesizedPath, scope: Scope, declare: _Declare) -> ast.ParenthesizedPath:
        if node.quantifier is None:
            return _changed(node, part=self.part(node.part, scope, declare))
        inner: Scope = {}
        part = self.part(node.part, inner, declare)
        for name, unique in inner.items():
            if name in scope:
                refuse("VariableAlreadyBound", node, f"{name} is declared outside of this quantified path already")
            self.types[unique] = t.list_of(self.types[unique])
            scope[name] = unique
        return _changed(node, part=part)

    def bind(self, variable: Variable, type_: Type, scope: Scope, declare: _Declare) -> Variable:
        """A variable of a pattern: declared here, or the one that is bound already."""
        unique = scope.get(variable.name)
        if unique is None:
            return declare(variable, type_, scope)
        known = self.types[unique]
        if not known.may_be(*type_.names) and known.names:
            found, wanted = _described(known), _described(type_)
            refuse("VariableTypeConflict", variable, f"{variable.name} is {found}, and cannot be {wanted} as well")
        return variable if unique == variable.name else replace(variable, name=unique)

    def inside(self, node: AnyNode, scope: Scope) -> AnyNode:
        """Resolve what is inside the nodes and relationships of a pattern, whose variables are declared."""

        def element(child: ast.Node) -> ast.Node:
            if isinstance(child, Variable):
                return child
            if isinstance(child, Expression) and not isinstance(child, ast.ShortestPath):
                resolved: Expression = self.expression(child, scope)
                return resolved
            return rebuild(child, element)

        return rebuild(node, element)

    # --- Clauses

    def match(self, clause: ast.Match, scope: Scope) -> ast.Match:
        pattern = self.pattern(clause.pattern, scope)
        where = None if clause.where is None else self.expression(clause.where, scope)
        hints = tuple(rebuild(hint, lambda variable: self.expression(variable, scope)) for hint in clause.hints)
        return _changed(clause, pattern=pattern, where=where, hints=hints if clause.hints else ())

    def unwind(self, clause: ast.Unwind, scope: Scope) -> ast.Unwind:
        expression = self.expression(clause.expression, scope)
        self.must_be_new(clause.variable, scope)
        type_ = infer(expression, self.types)
        item = type_.item if type_.is_only("LIST") else type_ | type_.item
        return _changed(clause, expression=expression, variable=self.declare(clause.variable, item, scope))

    def order_by_and_page(self, clause: ast.OrderByAndPage, scope: Scope) -> ast.OrderByAndPage:
        return rebuild(clause, lambda child: self.expression(child, scope))

    def create(self, clause: ast.Create, scope: Scope) -> ast.Create:
        created: set[str] = set()
        for part in clause.pattern.parts:
            self.check_created(part, scope, created)
        return _changed(clause, pattern=self.pattern(clause.pattern, scope))

    def merge(self, clause: ast.Merge, scope: Scope) -> ast.Merge:
        self.check_created(clause.pattern, scope, set())
        part = self.inside(self.part(clause.pattern, scope, self.declare), scope)
        actions = tuple(_changed(action, set=self.anything(action.set, scope)) for action in clause.actions)
        return _changed(clause, pattern=part, actions=actions)

    def check_created(self, part: ast.PatternPart, scope: Scope, created: set[str]) -> None:
        """What is created must be new: a bound node can only be an end of a new relationship."""
        if isinstance(part.path, ast.ShortestPath):
            refuse("UnexpectedSyntax", part.path, "shortestPath cannot be created")
        elements = part.path.elements
        for element in elements:
            if isinstance(element, ast.ParenthesizedPath):
                refuse("UnexpectedSyntax", element, "A path in parentheses cannot be created")
            if element.variable is None:
                continue
            name = element.variable.name
            if isinstance(element, ast.RelationshipPattern):
                if name in scope or name in created:
                    refuse("VariableAlreadyBound", element.variable, f"Relationship {name} exists already")
            elif (name in scope or name in created) and (element.labels or element.properties or len(elements) == 1):
                refuse("VariableAlreadyBound", element.variable, f"Node {name} exists already")
            created.add(name)

    def foreach(self, clause: ast.Foreach, scope: Scope) -> ast.Foreach:
        values = self.expression(clause.list, scope)
        inner = dict(scope)
        self.must_be_new(clause.variable, scope)
        with self.keeping(scope):
            variable = self.declare(clause.variable, infer(values, self.types).item, inner)
            clauses = tuple(_CLAUSES[type(inside)](self, inside, inner) for inside in clause.clauses)
        return _changed(clause, variable=variable, list=values, clauses=clauses)

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
        if yields is None and self.standalone is clause and procedure.fields:
            yields = ast.Yield(None)
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
                _changed(yields, items=tuple(items), where=where)
                if unchanged
                else (replace(yields, items=tuple(items), where=where))
            )
        return _changed(clause, arguments=arguments, yields=yields)

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
        return _changed(clause, query=body, scope=scope_clause, transactions=transactions)

    def load_csv(self, clause: ast.LoadCsv, scope: Scope) -> ast.LoadCsv:
        url = self.expression(clause.url, scope)
        self.must_be_new(clause.variable, scope)
        type_ = t.MAP if clause.with_headers else t.list_of(t.STRING)
        return _changed(clause, url=url, variable=self.declare(clause.variable, type_, scope))

    def anything(self, clause: Any, scope: Scope) -> Any:
        """A clause that declares nothing."""
        return rebuild(clause, lambda child: self.expression(child, scope))


_Begin: TypeAlias = Callable[[ast.SingleQuery], Scope]
_FIELD_TYPES = {
    "node": t.NODE,
    "relationship": t.RELATIONSHIP,
    "score": t.FLOAT,
    **dict.fromkeys(("label", "relationshipType", "propertyKey", "nodeType", "relType"), t.STRING),
}


_Declare: TypeAlias = Callable[[Variable, Type, Scope], Variable]

_CLAUSES: dict[type[ast.Clause], Callable[[_Analyser, Any, Scope], ast.Clause]] = {
    ast.Match: _Analyser.match,
    ast.Unwind: _Analyser.unwind,
    ast.OrderByAndPage: _Analyser.order_by_and_page,
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

_EXPRESSIONS: dict[type[ast.Node], Callable[[_Analyser, Any, Scope], Any]] = {
    ast.ListComprehension: _Analyser.list_comprehension,
    ast.ListPredicate: _Analyser.list_predicate,
    ast.Reduce: _Analyser.reduce,
    ast.PatternComprehension: _Analyser.pattern_comprehension,
    ast.PatternExpression: _Analyser.pattern_expression,
    ast.ShortestPath: _Analyser.shortest_path,
    ast.FunctionCall: _Analyser.function,
    ast.ExistsSubquery: _Analyser.subquery,
    ast.CountSubquery: _Analyser.subquery,
    ast.CollectSubquery: _Analyser.subquery,
}


def _changed(node: AnyNode, **parts: Any) -> AnyNode:
    """The node with these parts, the very same one if it has them already."""
    changes = {}
    for name, new in parts.items():
        old = getattr(node, name)
        if isinstance(new, tuple) and isinstance(old, tuple) and len(new) == len(old):
            if any(a is not b for a, b in zip(new, old, strict=True)):
                changes[name] = new
        elif new is not old:
            changes[name] = new
    return replace(node, **changes) if changes else node


def _replace_items(expression: Expression, columns: dict[Expression, Variable]) -> Expression:
    """The expression with what equals a projected item replaced by the item's alias."""
    if expression in columns:
        return columns[expression]
    if not columns:
        return expression
    return rebuild(expression, lambda child: _replace_items(child, columns) if isinstance(child, Expression) else child)


def returned_names(query: ast.SingleQuery) -> tuple[str | None, ...]:
    """The unique names of a resolved query's columns, None for an expression without a name."""
    last = query.clauses[-1]
    if not isinstance(last, ast.Return):
        return ()
    names = []
    for item in last.body.items:
        variable = item.alias or item.expression
        names.append(variable.name if isinstance(variable, Variable) else None)
    return tuple(names)


def _ordered(part: ast.SingleQuery, names: tuple[str, ...], wanted: tuple[str, ...]) -> ast.SingleQuery:
    """A part of a UNION with its columns in the order of the first."""
    last = part.clauses[-1]
    if names == wanted or not isinstance(last, ast.Return):
        return part
    items = dict(zip(names, last.body.items, strict=True))
    body = replace(last.body, items=tuple(items[name] for name in wanted))
    return replace(part, clauses=(*part.clauses[:-1], replace(last, body=body)))


def _renamed(query: ast.SingleQuery, name: str | None, new: str) -> ast.SingleQuery:
    """The query with another name for a column, which ORDER BY may repeat."""
    last = query.clauses[-1]
    assert isinstance(last, ast.Return)
    body = last.body
    items, aliased = [], False
    for item in body.items:
        if item.alias is not None and item.alias.name == name:
            item, aliased = replace(item, alias=Variable(new)), True
        elif item.alias is None and isinstance(item.expression, Variable) and item.expression.name == name:
            item = replace(item, alias=Variable(new))
        items.append(item)

    def step(node: ast.Node) -> ast.Node:
        return Variable(new) if aliased and isinstance(node, Variable) and node.name == name else node

    order_by = tuple(transform(sort, step) for sort in body.order_by)
    changed = replace(last, body=replace(body, items=tuple(items), order_by=order_by))
    return replace(query, clauses=(*query.clauses[:-1], changed))


def _imports(query: ast.SingleQuery) -> bool:
    """Whether a subquery begins with a WITH that imports variables."""
    first = query.clauses[0]
    return isinstance(first, ast.With) and _is_import(first)


def _is_import(clause: ast.With) -> bool:
    """Whether a WITH only imports variables into a subquery."""
    body = clause.body
    if body.distinct or body.order_by or body.skip or body.limit or clause.where:
        return False
    return all(isinstance(item.expression, Variable) and item.alias in (None, item.expression) for item in body.items)


def _described(type_: Type) -> str:
    names = sorted(type_.names)
    return "a " + " or ".join(name.lower() for name in names) if len(names) <= 2 else "a value"
