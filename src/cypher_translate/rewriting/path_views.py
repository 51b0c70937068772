"""What a MATCH says of its relationships of variable length, as views of named paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from cypher_translate import ast
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t
from cypher_translate.transform import children

_LISTED = (
    "head([l IN [relationships($r)] | CASE WHEN all(i IN range(0, coalesce(size(l), 0) - 1) "
    "WHERE id({end}(l[i])) = id(nodes($r)[i])) THEN l ELSE reverse(l) END])"
)
_TURNED = "head([q IN [$p, $p] WHERE [x IN relationships(q) | id(x)] = [y IN $l | id(y)]])"
AnyElement = TypeVar("AnyElement", bound=ast.PathElement)
_UNORDERED_FUNCTIONS = frozenset({"size", "length"})


@dataclass(frozen=True, slots=True)
class View:
    """A variable ``name`` that is read from the path ``path``.

    ``turned`` is the path the right way round, ``listed`` the relationships of one that has a direction. ``hops``
    tells how many hops stand before and after the relationships that the name means, and is None where it means the
    whole path. ``ordered``: their order can be seen.
    """

    name: str
    path: str
    turned: ast.Expression
    hops: tuple[int, int] | None
    ordered: bool
    listed: ast.Expression | None = None

    @property
    def value(self) -> ast.Expression:
        """What the name means."""
        if self.hops is not None and self.ordered and self.listed is not None:
            return self.listed
        return self.of(self.turned if self.ordered else ast.Variable(self.path))

    def of(self, path: ast.Expression) -> ast.Expression:
        """What the name means, if this is the path."""
        if self.hops is None:
            return path
        before, after = self.hops
        relationships = build.call("relationships", path)
        if not before and not after:
            return relationships
        end = build.binary("-", build.call("length", path), build.number(after)) if after else None
        return ast.Slice(relationships, build.number(before), end)


def views_of(
    match: ast.Match, after: Sequence[ast.Clause], distinct: bool, context: Context
) -> tuple[ast.Match, list[View]]:
    """The MATCH with a named path for each relationship of variable length that is read, and the views of these."""
    reader = _Reader(match, after, distinct, context)
    parts: list[ast.PatternPart] = []
    for part in match.pattern.parts:
        parts += reader.part(part)
    same = len(parts) == len(match.pattern.parts) and all(
        new is old for new, old in zip(parts, match.pattern.parts, strict=True)
    )
    return (match if same else replace(match, pattern=ast.Pattern(tuple(parts)))), reader.views


class _Reader:
    def __init__(self, match: ast.Match, after: Sequence[ast.Clause], distinct: bool, context: Context) -> None:
        self.readers = (*after, *(() if match.where is None else (match.where,)))
        self.read = visible.used(self.readers)
        self.distinct = distinct
        self.context = context
        self.views: list[View] = []

    def part(self, part: ast.PatternPart) -> list[ast.PatternPart]:
        """The part, or the parts into which it is cut so that each path has one relationship of variable length."""
        if not isinstance(part.path, ast.PathPattern):
            return [part]
        elements = part.path.elements
        if self.distinct:
            elements = tuple(self.named(node) if isinstance(node, ast.NodePattern) else node for node in elements)
            elements = tuple(
                replace(node, variable=self.context.fresh("r", t.RELATIONSHIP))
                if isinstance(node, ast.RelationshipPattern) and not node.length and not node.variable
                else node
                for node in elements
            )
        long = [node for node in elements if isinstance(node, ast.RelationshipPattern) and node.length]
        if part.variable and part.variable.name in self.read and long:
            return [self.whole(part, part.variable, elements, long)]
        if not any(self.is_wanted(node) for node in long):
            return [part if elements is part.path.elements else replace(part, path=ast.PathPattern(elements))]
        return self.cut(elements)

    def is_wanted(self, node: ast.RelationshipPattern) -> bool:
        if node.length is None:
            return False
        return self.distinct or (node.variable is not None and node.variable.name in self.read)

    def whole(
        self,
        part: ast.PatternPart,
        variable: ast.Variable,
        elements: tuple[ast.PathElement, ...],
        long: list[ast.RelationshipPattern],
    ) -> ast.PatternPart:
        """A named path, of which lists may be slices."""
        lists = [node.variable for node in long if node.variable and node.variable.name in self.read]
        ordered = self.distinct or self.is_ordered(variable.name) or any(self.is_ordered(v.name) for v in lists)
        if not ordered and not lists:
            return part
        path = self.context.fresh("p", t.PATH)
        hops = (0, 0)
        if len(long) == 1:
            before = elements.index(long[0]) // 2
            hops = (before, len(elements) // 2 - before - 1)
        elif lists and ordered:
            raise self.refusal(part, "FalkorDB cannot take apart a path of several variable lengths")
        relationships = [node for node in elements if isinstance(node, ast.RelationshipPattern)]
        directions = {node.direction for node in (long if len(long) == 1 else relationships)}
        undirected = {node.direction for node in long} == {"BOTH"}
        if len(directions) > 1 and not undirected:
            raise self.refusal(part, "FalkorDB loses the direction of a path that changes its direction")
        turned: ast.Expression = path
        listed: ast.Expression | None = None
        new = tuple(self.unnamed(node) for node in elements)
        if ordered and not undirected:
            new = tuple(self.renamed(node) if isinstance(node, ast.RelationshipPattern) else node for node in new)
            pieces = [self.piece(node) for node in new if isinstance(node, ast.RelationshipPattern)]
            everything = pieces[0]
            for piece in pieces[1:]:
                everything = build.binary("+", everything, piece)
            turned = fill(_TURNED, self.context, p=path, l=everything)
            listed = pieces[hops[0]] if len(long) == 1 else None
        self.views.append(View(variable.name, path.name, turned, None, ordered, listed))
        for v in lists:
            self.views.append(View(v.name, path.name, turned, hops, self.is_ordered(v.name), listed))
        return replace(part, variable=path, path=ast.PathPattern(new))

    def cut(self, elements: tuple[ast.PathElement, ...]) -> list[ast.PatternPart]:
        parts: list[ast.PatternPart] = []
        begun: list[ast.PathElement] = [elements[0]]
        for relationship, node in zip(elements[1::2], elements[2::2], strict=True):
            if not isinstance(relationship, ast.RelationshipPattern) or not self.is_wanted(relationship):
                begun += (relationship, node)
                continue
            left, right = self.named(begun[-1]), self.named(node)
            if len(begun) > 1:
                parts.append(ast.PatternPart(ast.PathPattern((*begun[:-1], left))))
                left = ast.NodePattern(left.variable)
            path = self.context.fresh("p", t.PATH)
            between = self.unnamed(relationship)
            if relationship.variable:
                name = relationship.variable.name
                turned: ast.Expression = path
                listed: ast.Expression | None = None
                ordered = self.is_ordered(name)
                if ordered and relationship.direction != "BOTH":
                    between = self.renamed(between)
                    listed = self.piece(between)
                    turned = fill(_TURNED, self.context, p=path, l=listed)
                self.views.append(View(name, path.name, turned, (0, 0), ordered, listed))
            parts.append(ast.PatternPart(ast.PathPattern((left, between, right)), path))
            begun = [ast.NodePattern(right.variable)]
        if len(begun) > 1:
            parts.append(ast.PatternPart(ast.PathPattern(tuple(begun))))
        return parts

    def named(self, node: ast.PathElement) -> ast.NodePattern:
        assert isinstance(node, ast.NodePattern)
        return node if node.variable else replace(node, variable=self.context.fresh("n", t.NODE))

    def unnamed(self, node: AnyElement) -> AnyElement:
        """A relationship of variable length without its name, which FalkorDB would give another meaning."""
        if isinstance(node, ast.RelationshipPattern) and node.length:
            return replace(node, variable=None)
        return node

    def renamed(self, node: ast.RelationshipPattern) -> ast.RelationshipPattern:
        """A relationship with a name, by which FalkorDB gives a path that is never reversed."""
        return node if node.variable else replace(node, variable=self.context.fresh("r", t.ANY))

    def piece(self, node: ast.RelationshipPattern) -> ast.Expression:
        """The relationships that a named pattern with a direction stands for, in their order."""
        assert node.variable is not None
        if node.length is None:
            return ast.ListLiteral((node.variable,))
        end = "startNode" if node.direction == "OUTGOING" else "endNode"
        return fill(_LISTED.format(end=end), self.context, r=node.variable)

    def is_ordered(self, name: str) -> bool:
        """Whether the order of a list or path can be seen: it is used for more than its size and what is in it."""
        return any(sees_order(node, name) for node in self.readers)

    def refusal(self, part: ast.PatternPart, message: str) -> Exception:
        return self.context.refuse(
            "variable-lengths", part, message, "name no more of the path than one relationship of variable length"
        )


def sees_order(node: ast.Node, name: str) -> bool:
    """Whether a part of a query depends on the order of a list or path."""
    if isinstance(node, ast.Variable):
        return node.name == name
    below = list(children(node))
    if isinstance(node, ast.In | ast.ListPredicate):
        below = [child for child in below if child is not node.list or not isinstance(child, ast.Variable)]
    elif isinstance(node, ast.IsNull) or (
        isinstance(node, ast.FunctionCall) and node.name.lower() in _UNORDERED_FUNCTIONS
    ):
        below = [child for child in below if not isinstance(child, ast.Variable)]
    return any(sees_order(child, name) for child in below)
