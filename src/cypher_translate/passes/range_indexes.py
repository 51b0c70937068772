"""What a range index finds is asked again, and what it does not find is not asked of it.

Neo4j's indexes change nothing but the time that a query takes. FalkorDB's find a stored ' a' for 'a' and true for 1,
miss '' and ' ', and have an order of their own for strings. An index is not asked for ``n['key']``. So that is the
second test of what an index has found, and the only one for strings by order and for values that no index finds.
Parameters are looked at by the adapter, values of other origin while the query runs.

>>> show("MATCH (n:Person {name: $name}) WHERE n.age > 30 RETURN n")
MATCH (n:Person {name: $name}) WHERE n.age > 30 AND n['age'] > 30 AND n['name'] = $name RETURN n
>>> show("MATCH (n:Person) WHERE n.name > 'M' OR n.name = '' RETURN n")
MATCH (n:Person) WHERE n['name'] > 'M' OR n['name'] = '' RETURN n
"""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.seeks import Origins, checked, finding, hidden
from cypher_translate.semantics.types import NODE, RELATIONSHIP
from cypher_translate.transform import rebuild, transform, walk

_WITH_CLAUSES = (ast.SingleQuery, ast.Union, ast.CallSubquery)
_ORDER = ("<", "<=", ">", ">=")


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    asking = _Asking(context, _labelled(query), Origins(query))

    def visit(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.Match):
            return asking.match(node)
        if isinstance(node, ast.With) and node.where is not None:
            where = asking.predicate(node.where)
            return node if where is node.where else replace(node, where=where)
        return rebuild(node, visit) if isinstance(node, _WITH_CLAUSES) else node

    return rebuild(query, visit)


def _labelled(query: ast.Query) -> frozenset[str]:
    """The variables that may be looked up by way of an index, which is always one of a label or a type."""
    return frozenset(
        element.variable.name
        for match in walk(query)
        if isinstance(match, ast.Match)
        for part in match.pattern.parts
        if isinstance(part.path, ast.PathPattern)
        for element in part.path.elements
        if not isinstance(element, ast.ParenthesizedPath) and _is_labelled(element) and element.variable is not None
    )


def _is_labelled(element: ast.NodePattern | ast.RelationshipPattern) -> bool:
    if isinstance(element, ast.RelationshipPattern):
        return element.types is not None and element.length is None and element.quantifier is None
    return element.labels is not None


class _Asking:
    """Rewrites predicates about properties of the labelled variables."""

    def __init__(self, context: Context, labelled: frozenset[str], origins: Origins) -> None:
        self.context = context
        self.labelled = labelled
        self.origins = origins

    def match(self, match: ast.Match) -> ast.Match:
        tests: list[Expression] = []

        def element(node: ast.PathElement) -> ast.PathElement:
            return self.element(node, tests)

        def path(node: ast.PathPattern | ast.ShortestPath) -> ast.PathPattern | ast.ShortestPath:
            return rebuild(node, element) if isinstance(node, ast.PathPattern) else node

        parts = tuple(
            part if (new := path(part.path)) is part.path else replace(part, path=new) for part in match.pattern.parts
        )
        where = self.predicate(match.where) if match.where is not None else None
        if any(new is not old for new, old in zip(parts, match.pattern.parts, strict=True)):
            return replace(match, pattern=replace(match.pattern, parts=parts), where=build.conjunction(where, *tests))
        return match if where is match.where else replace(match, where=where)

    def element(self, node: ast.PathElement, tests: list[Expression]) -> ast.PathElement:
        """A part of a pattern, whose property map goes on without what no index finds."""
        if isinstance(node, ast.ParenthesizedPath):
            return node
        if node.where is not None:
            node = replace(node, where=self.predicate(node.where))
        if not _is_labelled(node):
            return node
        if not isinstance(node.properties, ast.MapLiteral) or not node.properties.entries:
            return node
        kind = NODE if isinstance(node, ast.NodePattern) else RELATIONSHIP
        variable = node.variable or self.context.fresh("n", kind)
        kept = []
        for entry in node.properties.entries:
            how = finding(entry.value, False, self.context, self.origins)
            tests.append(build.compare(hidden(ast.Property(variable, entry.key)), "=", entry.value))
            if how != "missed":
                kept.append(entry if how == "found" else replace(entry, value=checked(entry.value)))
        return replace(node, variable=variable, properties=ast.MapLiteral(tuple(kept)) if kept else None)

    def predicate(self, node: Expression) -> Expression:
        """A predicate that is only asked whether it is true."""
        if isinstance(node, ast.And | ast.Or):
            operands = tuple(map(self.predicate, node.operands))
            if all(map(is_, operands, node.operands)):
                return node
            return build.conjunction(*operands) or node if isinstance(node, ast.And) else ast.Or(operands)
        if isinstance(node, ast.Comparison) and len(node.operands) == 2:
            return self.comparison(node)
        if isinstance(node, ast.In):
            return self.membership(node)
        return self.without_index(node) if isinstance(node, ast.Not | ast.Xor) else node

    def comparison(self, node: ast.Comparison) -> Expression:
        (left, right), (operator,) = node.operands, node.operators
        sought = [side for side in (left, right) if self.is_sought(side)]
        if operator == "<>":
            return node
        alone = self.without_index(node)
        if len(sought) != 1:
            return alone
        value = right if left is sought[0] else left
        how = finding(value, operator in _ORDER, self.context, self.origins)
        if how == "missed":
            return alone
        if how == "unknown":
            node = build.compare(sought[0], operator, checked(value))
        return build.conjunction(node, alone) or node

    def membership(self, node: ast.In) -> Expression:
        alone = self.without_index(node)
        if not self.is_sought(node.item):
            return alone
        items = node.list.items if isinstance(node.list, ast.ListLiteral) else (node.list,)
        if not isinstance(node.list, ast.ListLiteral | ast.Parameter) or not items:
            return alone
        found = [finding(item, False, self.context, self.origins) == "found" for item in items]
        return (build.conjunction(node, alone) or node) if all(found) else alone

    def is_sought(self, node: Expression) -> bool:
        return (
            isinstance(node, ast.Property)
            and isinstance(node.subject, ast.Variable)
            and node.subject.name in self.labelled
        )

    def without_index(self, node: Expression) -> Expression:
        """The same predicate, for which no index is asked."""

        def step(part: ast.Node) -> ast.Node:
            return hidden(part) if isinstance(part, ast.Property) and self.is_sought(part) else part

        return transform(node, step)


PASS = Pass(
    code="range-indexes",
    neo4j="an index changes only the time that a query takes",
    falkordb="range indexes miss some values and find others too many",
    remedy="what an index finds is asked again; values that it misses are not asked of it",
    rewrite=_rewrite,
    triggers=(ast.Match,),
    cost="0.2 µs for each row that an index finds; a scan for strings by order and for strings that no index finds",
)
