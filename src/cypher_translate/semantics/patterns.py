"""The variables of patterns: declared by the first that names them, of one kind everywhere."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.semantics import types as t
from cypher_translate.semantics.names import Names, Scope, refuse
from cypher_translate.semantics.types import Type
from cypher_translate.transform import AnyNode, rebuild, walk, with_parts

Declare: TypeAlias = Callable[[Variable, Type, Scope], Variable]


class Patterns(Names, ABC):
    """Resolves patterns."""

    @abstractmethod
    def expression(self, node: Any, scope: Scope) -> Any:
        """The expression with its variables resolved."""

    def pattern(self, pattern: ast.Pattern, scope: Scope) -> ast.Pattern:
        """A pattern that is matched: its variables are declared, whichever part uses them first."""
        parts = [self.part(part, scope, self.declare) for part in pattern.parts]
        parts = [self.inside(part, scope) for part in parts]
        same = all(new is old for new, old in zip(parts, pattern.parts, strict=True))
        return pattern if same else replace(pattern, parts=tuple(parts))

    def part(self, part: ast.PatternPart, scope: Scope, declare: Declare) -> ast.PatternPart:
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
        return with_parts(part, variable=variable, path=path)

    def path(self, path: ast.PathPattern, scope: Scope, declare: Declare) -> ast.PathPattern:
        """A path with its variables declared and all that is inside resolved."""
        return self.inside(self.chain(path, scope, declare), scope)

    def chain(self, path: ast.PathPattern, scope: Scope, declare: Declare) -> ast.PathPattern:
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

    def parenthesized(self, node: ast.ParenthesizedPath, scope: Scope, declare: Declare) -> ast.ParenthesizedPath:
        if node.quantifier is None:
            return with_parts(node, part=self.part(node.part, scope, declare))
        inner: Scope = {}
        part = self.part(node.part, inner, declare)
        for name, unique in inner.items():
            if name in scope:
                refuse("VariableAlreadyBound", node, f"{name} is declared outside of this quantified path already")
            self.types[unique] = t.list_of(self.types[unique])
            scope[name] = unique
        return with_parts(node, part=part)

    def bind(self, variable: Variable, type_: Type, scope: Scope, declare: Declare) -> Variable:
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

    def check_created(self, part: ast.PatternPart, scope: Scope, created: set[str]) -> set[str]:
        """What is created must be new: a bound node can only be an end of a new relationship.

        Gives the names of what is new, which it adds to those that the clause has created.
        """
        if isinstance(part.path, ast.ShortestPath):
            refuse("UnexpectedSyntax", part.path, "shortestPath cannot be created")
        elements = part.path.elements
        made = set() if part.variable is None else {part.variable.name}
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
            if name not in scope and name not in created:
                made.add(name)
            created.add(name)
        created |= made
        return made

    def check_apart(self, part: ast.PatternPart, made: set[str]) -> None:
        """What is created by a pattern cannot be looked at by the same pattern."""
        for node in walk(part):
            if isinstance(node, ast.MapLiteral):
                for below in walk(node):
                    if isinstance(below, Variable) and below.name in made:
                        message = f"{below.name} is only made by this very pattern"
                        refuse("UndefinedVariable", below, message, "use SET, or a pattern of its own")


def _described(type_: Type) -> str:
    names = sorted(type_.names)
    return "a " + " or ".join(name.lower() for name in names) if len(names) <= 2 else "a value"
