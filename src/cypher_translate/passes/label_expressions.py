"""Label expressions, dynamic labels and WHERE inside a pattern become predicates.

FalkorDB knows ``:A:B`` for nodes and ``:T|U`` for relationships; what a relationship's type is cannot be asked with a
colon. What it knows stays in the pattern, where it finds entities fast.

>>> show("MATCH (n:Person&!Admin) RETURN n.name")
MATCH (n:Person) WHERE NOT n:Admin RETURN n.name
>>> show("MATCH (n:Person|Company WHERE n.age = 1) RETURN DISTINCT n:%")
MATCH (n) WHERE (n:Person OR n:Company) AND n.age = 1 RETURN DISTINCT size(labels(n)) > 0 AS `n:%`
>>> show("MATCH (a)-[r:!KNOWS]->(b) WHERE r:LIKES|LOVES RETURN r")
MATCH (a)-[r]->(b) WHERE (type(r) = 'LIKES' OR type(r) = 'LOVES') AND NOT (type(r) = 'KNOWS') RETURN r
>>> show("MATCH (n:$($label)) RETURN n")
MATCH (n) WHERE all(_label IN [] + $label WHERE _label IN labels(n)) RETURN n
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.errors import COMPUTED_NAME
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import conjuncts
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, transform, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not any(map(_is_concerned, walk(query))):
        return query

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.HasLabels):
            return _predicate(node, context)
        if isinstance(node, ast.Match):
            return _match(node, context)
        if isinstance(node, ast.DynamicLabel):
            return _named(node)
        if isinstance(node, ast.LabelAnd) and any(isinstance(operand, ast.LabelAnd) for operand in node.operands):
            return ast.LabelAnd(_flat(node.operands))
        if isinstance(node, ast.SetLabels | ast.RemoveLabels):
            return replace(node, labels=_flat(node.labels))
        if isinstance(node, ast.Create | ast.Merge | ast.Set | ast.Remove):
            _check_written(node, context)
        return node

    return transform(query, step)


def _named(label: ast.DynamicLabel) -> ast.LabelExpression:
    """The labels by their names, where those stand in the query."""
    expression = label.expression
    items = expression.items if isinstance(expression, ast.ListLiteral) else (expression,)
    names = tuple(ast.LabelName(item.value) for item in items if isinstance(item, ast.StringLiteral))
    if not names or len(names) < len(items):
        return label
    if len(names) == 1:
        return names[0]
    return ast.LabelAnd(names) if label.quantifier == "all" else ast.LabelOr(names)


def _flat(labels: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(one for label in labels for one in (label.operands if isinstance(label, ast.LabelAnd) else (label,)))


_EXPRESSIONS = (ast.HasLabels, ast.LabelOr, ast.LabelNot, ast.LabelWildcard, ast.DynamicLabel, ast.LabelAnd)


def _is_concerned(node: ast.Node) -> bool:
    kind = type(node)
    if kind is ast.NodePattern or kind is ast.RelationshipPattern:
        return node.where is not None  # type: ignore[attr-defined]
    return kind in _EXPRESSIONS


def _check_written(node: ast.Node, context: Context) -> None:
    labels: tuple[Any, ...] = ()
    patterns: list[Any] = []
    if isinstance(node, ast.Set | ast.Remove):
        labels = tuple(label for item in node.items for label in getattr(item, "labels", ()))
    elif isinstance(node, ast.Merge):
        patterns = [node.pattern]
    elif isinstance(node, ast.Create):
        patterns = list(node.pattern.parts)
    for part in patterns:
        for element in getattr(part.path, "elements", ()):
            is_node = isinstance(element, ast.NodePattern)
            names = element.labels if is_node else element.types
            labels += names.operands if is_node and isinstance(names, ast.LabelAnd) else (names,)
    for label in labels:
        if isinstance(label, ast.DynamicLabel | ast.LabelAnd):
            raise context.refuse(
                COMPUTED_NAME,
                label,
                "FalkorDB cannot write a label or type that is computed",
                "write the name itself, or take it from a parameter and run the query by FalkorGraph",
            )


def _match(match: ast.Match, context: Context) -> ast.Match:
    predicates: list[Expression] = []

    def element(node: Any) -> Any:
        if isinstance(node, ast.NodePattern):
            return _element(node, "labels", *_node_labels(node.labels), predicates, context)
        if isinstance(node, ast.RelationshipPattern):
            return _element(node, "types", *_types(node.types), predicates, context)
        return rebuild(node, element) if isinstance(node, ast.PathPattern | ast.ShortestPath) else node

    pattern = rebuild(match.pattern, lambda part: rebuild(part, element))
    if pattern is match.pattern:
        return match
    return replace(match, pattern=pattern, where=build.conjunction(match.where, *predicates))


def _element(
    node: Any,
    field: str,
    native: ast.LabelExpression | None,
    rest: tuple[ast.LabelExpression, ...],
    predicates: list[Expression],
    context: Context,
) -> Any:
    if node.where is None and not rest:
        return node if native is getattr(node, field) else replace(node, **{field: native})
    length = getattr(node, "length", None)
    type_ = t.NODE if field == "labels" else t.list_of(t.RELATIONSHIP) if length else t.RELATIONSHIP
    variable = node.variable or context.fresh("n" if field == "labels" else "r", type_)
    subject = context.fresh("r", t.RELATIONSHIP) if length else variable
    found = [_predicate(ast.HasLabels(subject, labels), context) for labels in rest]
    found += conjuncts(node.where)
    if length:
        found = [ast.ListPredicate("all", subject, variable, build.conjunction(*found))]
    predicates += found
    return replace(node, **{"variable": variable, field: native, "where": None})


def _node_labels(
    labels: ast.LabelExpression | None,
) -> tuple[ast.LabelExpression | None, tuple[ast.LabelExpression, ...]]:
    """Which labels stay in the pattern, and what becomes a predicate."""
    operands = labels.operands if isinstance(labels, ast.LabelAnd) else (labels,) if labels else ()
    native = tuple(label for label in operands if isinstance(label, ast.LabelName))
    if len(native) == len(operands):
        return labels, ()
    rest = tuple(label for label in operands if not isinstance(label, ast.LabelName))
    return (ast.LabelAnd(native) if len(native) > 1 else native[0] if native else None), rest


def _types(
    types: ast.LabelExpression | None,
) -> tuple[ast.LabelExpression | None, tuple[ast.LabelExpression, ...]]:
    operands = types.operands if isinstance(types, ast.LabelAnd) else (types,) if types else ()
    native = [types for types in operands if _is_native_type(types)]
    if len(native) == len(operands) < 2:
        return types, ()
    kept = native[0] if native else None
    rest = tuple(types for types in operands if types is not kept and not isinstance(types, ast.LabelWildcard))
    return kept, rest


def _is_native_type(types: ast.LabelExpression) -> bool:
    if isinstance(types, ast.LabelOr):
        return all(isinstance(operand, ast.LabelName) for operand in types.operands)
    return isinstance(types, ast.LabelName)


def _predicate(node: ast.HasLabels, context: Context) -> Expression:
    type_ = context.type_of(node.subject)
    if type_.is_only("RELATIONSHIP"):
        return _Relationship(node.subject, context).satisfies(node.labels)
    if not type_.may_be("RELATIONSHIP"):
        return node if _is_native(node.labels) else _NodeSubject(node.subject, context).satisfies(node.labels)
    names = fill(
        "coalesce(head([x IN [$x] WHERE typeof(x) = 'Edge' | [type(x)]]), "
        "head([y IN [$x] WHERE typeof(y) = 'Node' | labels(y)]))",
        context,
        x=node.subject,
    )
    return _Names(names, context).satisfies(node.labels)


@dataclass(frozen=True, slots=True)
class _Names:
    """Something whose labels are given by an expression, and what a label expression asks of it."""

    subject: Expression
    context: Context

    def has(self, name: Expression) -> Expression:
        """Whether it has this label."""
        return ast.In(name, self.subject)

    def has_any(self) -> Expression:
        """Whether it has a label at all."""
        return build.compare(build.call("size", self.subject), ">", build.number(0))

    def satisfies(self, labels: ast.LabelExpression) -> Expression:
        """The predicate that a label expression stands for."""
        if isinstance(labels, ast.LabelName):
            return self.has(build.text(labels.name))
        if isinstance(labels, ast.DynamicLabel):
            variable = self.context.fresh("label", t.STRING)
            names = build.binary("+", ast.ListLiteral(()), labels.expression)
            return ast.ListPredicate(labels.quantifier, variable, names, self.has(variable))
        if isinstance(labels, ast.LabelNot):
            return ast.Not(self.satisfies(labels.operand))
        if isinstance(labels, ast.LabelWildcard):
            return self.has_any()
        operands = tuple(map(self.satisfies, labels.operands))
        return ast.And(operands) if isinstance(labels, ast.LabelAnd) else ast.Or(operands)


class _NodeSubject(_Names):
    __slots__ = ()

    def has(self, name: Expression) -> Expression:
        if isinstance(name, ast.StringLiteral):
            return ast.HasLabels(self.subject, ast.LabelName(name.value))
        return ast.In(name, build.call("labels", self.subject))

    def has_any(self) -> Expression:
        return build.compare(build.call("size", build.call("labels", self.subject)), ">", build.number(0))


class _Relationship(_Names):
    __slots__ = ()

    def has(self, name: Expression) -> Expression:
        return build.compare(build.call("type", self.subject), "=", name)

    def has_any(self) -> Expression:
        return build.is_not_null(build.call("type", self.subject))


def _is_native(labels: ast.LabelExpression) -> bool:
    """Whether FalkorDB knows the expression as a predicate on a node."""
    operands = labels.operands if isinstance(labels, ast.LabelAnd) else (labels,)
    return all(isinstance(operand, ast.LabelName) for operand in operands)


PASS = Pass(
    code="label-expressions",
    neo4j="labels and types are combined with |, &, !, % and $(…), in patterns and as predicates; nodes and "
    "relationships of a pattern have a WHERE of their own",
    falkordb="knows :A:B for nodes and :T|U for relationships, in patterns, and :A:B as a predicate on nodes",
    remedy="the rest becomes predicates on labels(n) and type(r)",
    rewrite=_rewrite,
    triggers=(*_EXPRESSIONS, ast.NodePattern),
    cost="nodes are found by a label only where one is demanded in every case",
)
