"""Projections: what WITH and RETURN name, and what ORDER BY and WHERE behind them see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.semantics.expressions import Expressions
from cypher_translate.semantics.functions import contains_aggregation
from cypher_translate.semantics.names import Scope, refuse
from cypher_translate.semantics.types import infer
from cypher_translate.transform import rebuild, walk, with_parts


class Projections(Expressions):
    """Resolves projections."""

    def __init__(self, text: str, names: Iterable[str], aliases: Iterable[str]) -> None:
        super().__init__(names, aliases)
        self.text = text

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
                refuse(
                    "ColumnNameConflict",
                    item,
                    f"There are two columns with the name {name}",
                    "give one an alias with AS",
                )
            if isinstance(expression, Variable) and item.alias is None and isinstance(clause, ast.With):
                new_scope[name] = expression.name
                items.append(item if expression is item.expression else replace(item, expression=expression))
                continue
            if name in outer and expression != Variable(outer[name]):
                refuse(
                    "VariableAlreadyBound", item, f"{name} is a variable outside of this subquery", "use another name"
                )
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
        """What comes behind the items. To sort by an item means its column, even where an alias hides its variables."""
        if all(new is old for new, old in zip(items, body.items, strict=False)) and not body.star:
            items = body.items
        changed = body if items is body.items else replace(body, items=items, star=False)
        shadowed = {name for name, unique in new_scope.items() if scope.get(name, unique) != unique}
        columns = {
            old.expression: new.alias
            for old, new in zip(reversed(body.items), reversed(items), strict=False)
            if not isinstance(old.expression, Variable) and shadowed & _names(old.expression)
        }
        order = tuple(
            with_parts(
                sort,
                expression=columns.get(sort.expression)
                or self._behind(sort.expression, changed, scope, new_scope, outer),
            )
            for sort in body.order_by
        )
        changed = with_parts(changed, order_by=order)
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


def _names(expression: Expression) -> set[str]:
    return {node.name for node in walk(expression) if isinstance(node, Variable)}


def _replace_items(expression: Expression, columns: dict[Expression, Variable]) -> Expression:
    """The expression with what equals a projected item replaced by the item's alias."""
    if expression in columns:
        return columns[expression]
    if not columns:
        return expression
    return rebuild(expression, lambda child: _replace_items(child, columns) if isinstance(child, Expression) else child)
