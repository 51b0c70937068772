"""Expressions, some of which have variables of their own: comprehensions, quantifiers, reduce() and subqueries."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.semantics import types as t
from cypher_translate.semantics.names import Scope, refuse
from cypher_translate.semantics.patterns import Patterns
from cypher_translate.semantics.types import infer
from cypher_translate.transform import rebuild, walk, with_parts

Begin: TypeAlias = Callable[[ast.SingleQuery], Scope]

_NORMAL_FORMS = ("NFC", "NFD", "NFKC", "NFKD")


class Expressions(Patterns):
    """Resolves expressions."""

    @abstractmethod
    def query(self, body: ast.RegularQuery, begin: Begin, outer: Scope) -> tuple[Any, tuple[str, ...]]:
        """A query and its columns; ``begin`` gives the first clause's scope, ``outer`` stays visible to the end."""

    def expression(self, node: Any, scope: Scope) -> Any:
        """The expression with its variables resolved."""
        if isinstance(node, Variable):
            unique = scope.get(node.name)
            if unique is None:
                hint = "it is known elsewhere: bring it here with WITH or CALL (…)" if node.name in self.types else ""
                refuse("UndefinedVariable", node, f"Variable {node.name} is not defined", hint)
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
        return with_parts(node, variable=variable, list=values, where=where, projection=projection)

    def list_predicate(self, node: ast.ListPredicate, scope: Scope) -> Expression:
        values = self.expression(node.list, scope)
        inner = dict(scope)
        variable = self.declare_local(node.variable, infer(values, self.types).item, inner)
        return with_parts(node, variable=variable, list=values, where=self.expression(node.where, inner))

    def reduce(self, node: ast.Reduce, scope: Scope) -> Expression:
        values = self.expression(node.list, scope)
        initial = self.expression(node.initial, scope)
        inner = dict(scope)
        accumulator = self.declare_local(node.accumulator, t.ANY, inner)
        variable = self.declare_local(node.variable, infer(values, self.types).item, inner)
        expression = self.expression(node.expression, inner)
        return with_parts(
            node, accumulator=accumulator, initial=initial, variable=variable, list=values, expression=expression
        )

    def pattern_comprehension(self, node: ast.PatternComprehension, scope: Scope) -> Expression:
        inner = dict(scope)
        path = self.path(node.path, inner, self.declare_local)
        variable = None if node.variable is None else self.declare_local(node.variable, t.PATH, inner)
        where = None if node.where is None else self.expression(node.where, inner)
        projection = self.expression(node.projection, inner)
        return with_parts(node, path=path, variable=variable, where=where, projection=projection)

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
        for part in walk(node.path):
            if isinstance(part, ast.NodePattern) and part.variable is None:
                refuse("UnexpectedSyntax", part, "A shortest path as an expression needs nodes that are bound")
            if isinstance(part, Variable) and part.name not in scope:
                refuse("UndefinedVariable", part, f"A shortest path as an expression cannot introduce {part.name}")
        path = self.path(node.path, dict(scope), self.declare_local)
        return node if path is node.path else replace(node, path=path)

    def function(self, node: ast.FunctionCall, scope: Scope) -> Expression:
        """A call; the name of a normal form stands in it like a variable."""
        if node.name.lower() == "normalize" and len(node.arguments) == 2:
            text, form = node.arguments
            if not isinstance(form, Variable) or form.name.upper() not in _NORMAL_FORMS:
                refuse("UnexpectedSyntax", form, "The second argument of normalize is NFC, NFD, NFKC or NFKD")
            form = ast.StringLiteral(form.name.upper(), span=form.span)
            return replace(node, arguments=(self.expression(text, scope), form))
        return rebuild(node, lambda child: self.expression(child, scope))

    def subquery(self, node: ast.ExistsSubquery | ast.CountSubquery | ast.CollectSubquery, scope: Scope) -> Expression:
        with self.closed(scope):
            body, _ = self.query(node.query, lambda part: dict(scope), scope)
        return with_parts(node, query=body)


_EXPRESSIONS: dict[type[ast.Node], Callable[[Expressions, Any, Scope], Any]] = {
    ast.ListComprehension: Expressions.list_comprehension,
    ast.ListPredicate: Expressions.list_predicate,
    ast.Reduce: Expressions.reduce,
    ast.PatternComprehension: Expressions.pattern_comprehension,
    ast.PatternExpression: Expressions.pattern_expression,
    ast.ShortestPath: Expressions.shortest_path,
    ast.FunctionCall: Expressions.function,
    ast.ExistsSubquery: Expressions.subquery,
    ast.CountSubquery: Expressions.subquery,
    ast.CollectSubquery: Expressions.subquery,
}
