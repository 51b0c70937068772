"""Walking and rebuilding syntax trees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from types import UnionType
from typing import Any, TypeVar, cast

from cypher_translate import ast
from cypher_translate.ast import Node

AnyNode = TypeVar("AnyNode", bound=Node)


class _ChildFields(dict[type[Node], tuple[str, ...]]):
    """The names of the fields of each kind of node that may hold nodes, found out when first asked for."""

    def __missing__(self, kind: type[Node]) -> tuple[str, ...]:
        node_names = {name for name, value in vars(ast).items() if _stands_for_nodes(value)}
        separators = str.maketrans("[]|,.", "     ")
        found = tuple(f.name for f in fields(kind) if node_names & set(str(f.type).translate(separators).split()))
        self[kind] = found
        return found


def _stands_for_nodes(value: object) -> bool:
    return isinstance(value, UnionType) or (isinstance(value, type) and issubclass(value, Node))


child_fields = _ChildFields()


def children(node: Node) -> list[Node]:
    """The nodes directly below a node, in order."""
    below: list[Node] = []
    for name in child_fields[type(node)]:
        value = getattr(node, name)
        if value.__class__ is tuple:
            below += value
        elif isinstance(value, Node):
            below.append(value)
    return below


def walk(node: Node) -> list[Node]:
    """The node and all nodes below it, each before what is below it, in the order of the text."""
    nodes: list[Node] = []
    stack = [node]
    fields_of = child_fields
    while stack:
        node = stack.pop()
        nodes.append(node)
        names = fields_of[type(node)]
        if names:
            below: list[Node] = []
            for name in names:
                value = getattr(node, name)
                if value.__class__ is tuple:
                    below += value
                elif isinstance(value, Node):
                    below.append(value)
            below.reverse()
            stack += below
    return nodes


def transform(node: AnyNode, function: Callable[[Any], Node]) -> AnyNode:
    """The tree with the function applied to every node, those below a node first.

    The function gets a node whose children have been transformed and gives the node to put in its place: the very
    same one to leave it. Where nothing changed, the very same tree is returned.
    """

    def visit(node: Any) -> Any:
        if not child_fields[type(node)]:
            return function(node)
        if isinstance(node, ast.Binary):
            return _transform_chain(node, visit, function)
        return function(rebuild(node, visit))

    return cast(AnyNode, visit(node))


def _transform_chain(node: ast.Binary, visit: Callable[[Any], Any], function: Callable[[Any], Node]) -> Node:
    """Chains of binary operators lean to the left and may be long, so the left spine is walked, not recursed into."""
    spine, leftmost = spine_of(node)
    left = visit(leftmost)
    for link in reversed(spine):
        right = visit(link.right)
        same = left is link.left and right is link.right
        left = function(link if same else replace(link, left=left, right=right))
    return cast(Node, left)


def spine_of(node: ast.Binary) -> tuple[list[ast.Binary], ast.Expression]:
    """A chain of binary operators, from the last to the first, and its leftmost operand."""
    spine: list[ast.Binary] = []
    left: ast.Expression = node
    while isinstance(left, ast.Binary):
        spine.append(left)
        left = left.left
    return spine, left


def rebuild(node: AnyNode, function: Callable[[Any], Any]) -> AnyNode:
    """The node with the function applied to each node directly below it, the very same one where nothing changed."""
    if isinstance(node, ast.Binary):
        return cast(AnyNode, _rebuild_chain(node, function))
    changes: dict[str, Any] | None = None
    for name in child_fields[type(node)]:
        value = getattr(node, name)
        if value.__class__ is tuple:
            items = None
            for i, item in enumerate(value):
                new = function(item)
                if new is not item:
                    if items is None:
                        items = list(value)
                    items[i] = new
            if items is not None:
                changes = changes or {}
                changes[name] = tuple(items)
        elif isinstance(value, Node):
            new = function(value)
            if new is not value:
                changes = changes or {}
                changes[name] = new
    return replace(node, **changes) if changes else node


def with_parts(node: AnyNode, **parts: Any) -> AnyNode:
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


def _rebuild_chain(node: ast.Binary, function: Callable[[Any], Any]) -> ast.Expression:
    """A chain of binary operators counts as one node, whose operands are the nodes directly below it."""
    spine, leftmost = spine_of(node)
    left: ast.Expression = function(leftmost)
    for link in reversed(spine):
        right = function(link.right)
        left = link if left is link.left and right is link.right else replace(link, left=left, right=right)
    return left
