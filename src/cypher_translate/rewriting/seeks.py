"""Which values FalkorDB's range indexes find, and what to ask instead of them.

An index misses empty strings, strings with blanks at an end or longer than 4,096 bytes, and infinity; it takes strings
for smaller and greater in an order of its own, and integers beyond 2^53 for one another. It finds too much as well: a
stored string with blanks for one without, a boolean for 0 and 1.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.plan import Origin, Seek
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context
from cypher_translate.semantics.types import TEMPORAL
from cypher_translate.transform import walk
from cypher_translate.unindexed import is_missed

Finding: TypeAlias = Literal["found", "missed", "unknown"]


class Origins:
    """Which values come out of parameters."""

    def __init__(self, query: ast.Query) -> None:
        self._query = query
        self._variables: dict[str, Origin] | None = None

    def of(self, expression: Expression) -> Origin | None:
        """Where in which parameter a value is found; None where it is computed."""
        if isinstance(expression, ast.Parameter):
            return Origin(expression.name)
        if isinstance(expression, ast.Variable):
            if self._variables is None:
                self._read_variables()
            assert self._variables is not None
            return self._variables.get(expression.name)
        if isinstance(expression, ast.Property):
            subject = self.of(expression.subject)
            return subject and Origin(subject.parameter, (*subject.keys, expression.key))
        return None

    def _read_variables(self) -> None:
        """The variables that UNWIND, FOREACH or WITH take out of a parameter."""
        self._variables = {}
        for node in walk(self._query):
            if isinstance(node, ast.Unwind):
                name, expression = node.variable, node.expression
            elif isinstance(node, ast.Foreach):
                name, expression = node.variable, node.list
            elif isinstance(node, ast.ProjectionItem) and node.alias is not None:
                name, expression = node.alias, node.expression
            else:
                continue
            origin = self.of(expression)
            if origin is not None:
                items = () if isinstance(node, ast.ProjectionItem) else (None,)
                self._variables[name.name] = Origin(origin.parameter, (*origin.keys, *items))


def finding(value: Expression, ordered: bool, context: Context, origins: Origins) -> Finding:
    """Whether an index finds all that equals the value, or comes before or after it if ``ordered``.

    Where that depends on a parameter, the answer is that it is found, and the parameter is noted in the context: the
    adapter looks at its value and takes the translation without indexes if need be.
    """
    if context.options.avoid_indexes:
        return "missed"
    if isinstance(value, ast.Unary):
        value = value.operand
    if isinstance(value, ast.StringLiteral | ast.IntegerLiteral | ast.FloatLiteral | ast.BooleanLiteral):
        return "missed" if is_missed(value.value, ordered) else "found"
    origin = origins.of(value)
    if origin is not None:
        seek = Seek(origin.parameter, tuple(key for key in origin.keys if key is not None), ordered)
        if seek not in context.seeks and not is_clock(origin.parameter, context):
            context.seeks.append(seek)
        return "found"
    type_ = context.type_of(value)
    if ordered:
        return "found" if type_.is_only("INTEGER", "FLOAT", *TEMPORAL) else "missed"
    return "found" if type_.is_only("INTEGER", *TEMPORAL, "POINT") else "unknown"


def is_clock(parameter: str, context: Context) -> bool:
    """Whether the adapter fills in the parameter, with a value that indexes find."""
    return any(supply.parameter == parameter for supply in context.supplies)


def checked(value: Expression) -> Expression:
    """The value; an error at run time if no index finds it."""
    return build.call("coalesce", build.call("neo4j.sought", value), value)


def hidden(property_: ast.Property) -> Expression:
    """The property, written so that no index is asked: ``n['key']``."""
    return ast.Subscript(property_.subject, build.text(property_.key))
