"""What a query consists of, so that what does not concern it need not look at it."""

from __future__ import annotations

from dataclasses import dataclass

from cypher_translate import ast
from cypher_translate.transform import walk

UPDATING: frozenset[type[ast.Node]] = frozenset({ast.Create, ast.Merge, ast.Set, ast.Remove, ast.Delete, ast.Foreach})


@dataclass(frozen=True, slots=True)
class Content:
    """The kinds of a query's nodes, the names of its variables, and the functions and procedures it calls.

    ``aliases`` are the variables that projections name columns by. The names of functions are in lower case.
    """

    kinds: set[type[ast.Node]]
    variables: set[str]
    aliases: set[str]
    functions: set[str]

    @property
    def is_write(self) -> bool:
        """Whether the query may change data."""
        return not self.kinds.isdisjoint(UPDATING)


def content_of(query: ast.Query) -> Content:
    """What a query consists of."""
    variables: set[str] = set()
    aliases: set[str] = set()
    functions: set[str] = set()
    nodes = walk(query)
    for node in nodes:
        if isinstance(node, ast.Variable):
            variables.add(node.name)
        elif isinstance(node, ast.FunctionCall | ast.CallProcedure):
            functions.add(node.name.lower())
        elif isinstance(node, ast.ProjectionItem) and node.alias is not None:
            aliases.add(node.alias.name)
    return Content(set(map(type, nodes)), variables, aliases, functions)


def is_write(node: ast.Node) -> bool:
    """Whether a part of a query may change data."""
    return any(type(part) in UPDATING for part in walk(node))
