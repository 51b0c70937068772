"""The names of variables: which are taken, what type each has, and a new one where two would clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NoReturn, TypeAlias

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.semantics.types import Type

Scope: TypeAlias = dict[str, str]
"""The variables that are visible: the name in the query and the unique name."""


def refuse(code: str, node: ast.Node, message: str, hint: str = "") -> NoReturn:
    """Raise the error that Neo4j gives when it compiles the query; ``code`` is openCypher's name of the mistake."""
    raise CypherSyntaxError(message, code=code, hint=hint, span=node.span)


class Names:
    """Gives each variable of a query a name that stands for nothing else in it.

    ``types`` has the type of each unique name, ``names`` all names that the query has or has been given, ``aliases``
    the names of columns, which they keep.
    """

    def __init__(self, names: Iterable[str], aliases: Iterable[str]) -> None:
        self.names = set(names)
        self.aliases = set(aliases)
        self.types: dict[str, Type] = {}
        self.live: list[Scope] = []
        self.local: set[str] = set()

    def declare(self, variable: Variable, type_: Type, scope: Scope) -> Variable:
        """Make a variable visible in the scope, and give it as it is called from now on.

        A name may come again where its first bearer is out of sight, if it means the same kind of thing.
        """
        name = variable.name
        known = self.types.get(name)
        taken = known is not None and (known != type_ or any(name in live.values() for live in (scope, *self.live)))
        unique = self.another(name) if taken or name in self.local else name
        self.types[unique] = type_
        scope[name] = unique
        return variable if unique == name else replace(variable, name=unique)

    def declare_local(self, variable: Variable, type_: Type, scope: Scope) -> Variable:
        """Like declare, for a variable inside an expression: its name must come nowhere else in the query.

        FalkorDB takes such a variable for a column of the same name, or for that of another comprehension.
        """
        name = variable.name
        taken = name in self.types or name in self.local or name in self.aliases
        unique = self.another(name) if taken else name
        self.local.add(unique)
        self.types[unique] = type_
        scope[name] = unique
        return variable if unique == name else replace(variable, name=unique)

    def another(self, name: str) -> str:
        number = 2
        while f"{name}_{number}" in self.names:
            number += 1
        unique = f"{name}_{number}"
        self.names.add(unique)
        return unique

    def must_be_new(self, variable: Variable, scope: Scope) -> None:
        """Refuse to declare a variable twice."""
        if variable.name in scope:
            refuse("VariableAlreadyBound", variable, f"Variable {variable.name} is already declared")

    @contextmanager
    def keeping(self, scope: Scope) -> Iterator[None]:
        """While something is analysed that does not see the scope, its names are not free."""
        self.live.append(scope)
        yield
        self.live.pop()

    @contextmanager
    def closed(self, scope: Scope) -> Iterator[None]:
        """While a subquery is analysed: what it declares has names of its own, which come nowhere around it.

        FalkorDB confuses a variable of a subquery with another of that name outside.
        """
        around = set(self.types)
        before = self.local
        self.local = before | around
        with self.keeping(scope):
            yield
        self.local = before | (set(self.types) - around)
