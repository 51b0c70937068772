"""Walking and rebuilding syntax trees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from cypher_translate import ast
from cypher_translate.ast import Node

AnyNode = TypeVar("AnyNode", bound=Node)


@cache
def child_fields(kind: type[Node]) -> tuple[str, ...]:
    """The names of the fields of a kind of node that may hold nodes."""
    node_names = {name for name, value in vars(ast).items() if name[0].isupper() and value is not ast.Literal}
    separators = str.maketrans("[]|,.", "     ")
    return tuple(f.name for f in fields(kind) if node_names & set(str(f.type).translate(separators).split()))


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below a node, in order."""
    for name in child_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                yield item


def walk(node: Node) -> Iterator[Node]:
    """The node and all nodes below it, each before what is below it, in the order of the text."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        names = child_fields(type(node))
        if names:
            below: list[Node] = []
            for name in names:
                value = getattr(node, name)
                if isinstance(value, tuple):
                    below += value
                elif isinstance(value, Node):
                    below.append(value)
            stack += reversed(below)


def transform(node: AnyNode, function: Callable[[Any], Node]) -> AnyNode:
    """The tree with the function applied to every node, those below a node first.

    The function gets a node whose children have been transformed and gives the node to put in its place: the very
    same one to leave it. Where nothing changed, the very same tree is returned.
    """
    return function(rebuild(node, lambda child: transform(child, function)))  # type: ignore[return-value]


def rebuild(node: AnyNode, function: Callable[[Any], Any]) -> AnyNode:
    """The node with the function applied to each node directly below it, the very same one where nothing changed."""
    changes: dict[str, Any] = {}
    for name in child_fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple):
            items = [function(item) for item in value]
            if any(new is not old for new, old in zip(items, value, strict=True)):
                changes[name] = tuple(items)
        elif isinstance(value, Node):
            new = function(value)
            if new is not value:
                changes[name] = new
    return replace(node, **changes) if changes else node
