"""What Neo4j refuses in patterns that can be read: mostly mixtures of older and newer ways to write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cypher_translate import ast
from cypher_translate.content import Content
from cypher_translate.semantics.names import refuse
from cypher_translate.semantics.types import Type, infer
from cypher_translate.transform import children, walk

_CONCERNED = (
    ast.LabelAnd,
    ast.LabelOr,
    ast.LabelNot,
    ast.LabelWildcard,
    ast.DynamicLabel,
    ast.Range,
    ast.ParenthesizedPath,
    ast.PathSelector,
    ast.ShortestPath,
)
_CODE = "UnexpectedSyntax"
_SUBQUERIES = (ast.ExistsSubquery, ast.CountSubquery, ast.CollectSubquery)
_NEW = (ast.LabelNot, ast.LabelWildcard)
_NEW_OF_NODES = (*_NEW, ast.LabelOr)


def check_notation(query: ast.Query, content: Content, types: Mapping[str, Type]) -> None:
    """Refuse patterns that Neo4j refuses for how they are written. Raises CypherSyntaxError.

    ``types`` has the types of the variables.
    """
    if content.kinds.isdisjoint(_CONCERNED):
        return
    for node in walk(query):
        match node:
            case ast.Match():
                _check_lengths(node)
                _check_paths(node.pattern)
                _check_symbols(node, types)
            case ast.With(body=body):
                _check_symbols(body, types)
            case ast.Clause():
                _check_symbols(node, types)
            case ast.NodePattern():
                _check_node(node)
            case ast.RelationshipPattern():
                _check_relationship(node)
                _check_quantifier(node.quantifier)
            case ast.ParenthesizedPath():
                _check_quantifier(node.quantifier)
                _check_group(node)
            case ast.HasLabels():
                _check_predicate(node)
            case ast.ShortestPath():
                _check_shortest_path(node)
            case ast.PatternExpression() | ast.PatternComprehension():
                _check_plain(node.path)


def _within(node: ast.Node, outside: tuple[type[ast.Node], ...]) -> Iterator[ast.Node]:
    """What is below a node, but not below nodes of these kinds, which are left out too."""
    for child in children(node):
        if not isinstance(child, outside):
            yield child
            yield from _within(child, outside)


def _check_symbols(clause: ast.Node, types: Mapping[str, Type]) -> None:
    """``:A:B`` cannot stand in one clause with ``&``, ``|``, ``!`` and ``%``."""
    conjunctions: list[ast.LabelAnd] = []
    mixed = False
    for node in _within(clause, (ast.CallSubquery,)):
        match node:
            case ast.NodePattern(labels=labels):
                of_node = True
            case ast.HasLabels(subject=subject, labels=labels):
                of_node = not infer(subject, types).is_only("RELATIONSHIP")
            case ast.RelationshipPattern(types=labels):
                of_node = False
            case _:
                continue
        parts = [] if labels is None else list(walk(labels))
        new = any(isinstance(part, _NEW_OF_NODES if of_node else _NEW) for part in parts)
        found = [part for part in parts if isinstance(part, ast.LabelAnd)]
        conjunctions += (part for part in found if part.colons)
        mixed = mixed or new or any(not part.colons for part in found)
    if conjunctions and mixed:
        refuse(
            _CODE,
            conjunctions[0],
            "Labels joined by a colon cannot stand beside label expressions with |, &, ! and %",
            "write & in place of the colon between two labels",
        )


def _check_node(node: ast.NodePattern) -> None:
    if node.labels is not None:
        _check_bars(node.labels)


def _check_bars(labels: ast.LabelExpression) -> None:
    for part in walk(labels):
        if isinstance(part, ast.LabelOr) and part.colons:
            refuse(_CODE, part, "A label expression cannot contain |:", "write :A|B")


def _check_predicate(node: ast.HasLabels) -> None:
    _check_bars(node.labels)
    for part in walk(node.labels):
        if isinstance(part, ast.DynamicLabel):
            refuse(
                _CODE,
                part,
                "A label that is computed can stand in the pattern of a clause only",
                "write $label IN labels(n)",
            )


def _check_relationship(node: ast.RelationshipPattern) -> None:
    if node.where is not None and node.length is not None:
        refuse(
            _CODE,
            node.where,
            "A relationship of variable length cannot have a WHERE",
            "write all(r IN relationships WHERE …) behind the pattern, or a quantifier: -[r WHERE …]->{1,3}",
        )
    if node.types is None:
        return
    is_plain = node.variable is None and node.length is None and node.properties is None and node.where is None
    for part in walk(node.types):
        if isinstance(part, ast.LabelAnd) and part.colons:
            refuse(_CODE, part, "Relationship types cannot be joined by a colon", "write :T|U")
        if isinstance(part, ast.LabelOr) and part.colons and not is_plain:
            refuse(_CODE, part, "|: can only stand in a relationship that has nothing but types", "write :T|U")
        if isinstance(part, ast.LabelNot | ast.LabelWildcard | ast.LabelAnd) and node.length is not None:
            refuse(
                _CODE,
                part,
                "A relationship of variable length can have types joined by | only",
                "write a quantifier in place of the length: -[:!T]->{1,3}",
            )


def _check_lengths(match: ast.Match) -> None:
    """Variable lengths (``*1..3``) cannot stand in one MATCH with quantifiers (``{1,3}``)."""
    variable: ast.RelationshipPattern | None = None
    quantified = False
    for node in _within(match, _SUBQUERIES):
        if isinstance(node, ast.RelationshipPattern) and node.length is not None:
            variable = variable or node
        elif isinstance(node, ast.RelationshipPattern | ast.ParenthesizedPath) and node.quantifier is not None:
            quantified = True
    if variable is not None and quantified:
        refuse(
            _CODE,
            variable,
            "A relationship of variable length cannot stand in one MATCH with a quantified path",
            "write a quantifier in place of the length: -[:T]->{1,3}",
        )


def _check_quantifier(quantifier: ast.Range | None) -> None:
    if quantifier is None or quantifier.upper is None:
        return
    if quantifier.upper == 0:
        refuse(_CODE, quantifier, "A quantifier cannot be limited by 0")
    if (quantifier.lower or 0) > quantifier.upper:
        refuse(_CODE, quantifier, "The lower bound of a quantifier cannot be greater than the upper one")


def _check_group(group: ast.ParenthesizedPath) -> None:
    """A path that is repeated has a relationship, and nothing in it is repeated."""
    if group.quantifier is None:
        return
    inside = walk(group.part)
    if not any(isinstance(node, ast.RelationshipPattern) for node in inside):
        refuse(_CODE, group, "A quantified path needs a relationship")
    for node in inside:
        if isinstance(node, ast.RelationshipPattern | ast.ParenthesizedPath) and node.quantifier is not None:
            refuse(_CODE, node, "A quantified path cannot stand inside another")


def _check_paths(pattern: ast.Pattern) -> None:
    for part in pattern.parts:
        elements = part.path.elements if isinstance(part.path, ast.PathPattern) else ()
        if elements and all(map(_may_be_empty, elements)):
            refuse(_CODE, part, "A path must have a node, however often its parts are repeated", "write () before it")
        selector = part.selector
        if selector is None or selector.kind == "ALL":
            continue
        if selector.count is not None and selector.count.value < 1:
            refuse(_CODE, selector.count, "The number of paths must be greater than 0")
        if len(pattern.parts) > 1:
            refuse(
                _CODE,
                selector,
                "A path selector cannot stand in a MATCH of several paths",
                "write a MATCH of its own for each path",
            )


def _may_be_empty(element: ast.PathElement) -> bool:
    return (
        isinstance(element, ast.ParenthesizedPath) and element.quantifier is not None and not element.quantifier.lower
    )


def _check_shortest_path(node: ast.ShortestPath) -> None:
    _check_plain(node.path)
    for element in node.path.elements:
        if isinstance(element, ast.RelationshipPattern) and element.properties is not None:
            refuse(
                _CODE,
                element.properties,
                "The relationships in shortestPath cannot have properties",
                "write WHERE all(r IN relationships(p) WHERE …) behind the pattern",
            )


def _check_plain(path: ast.PathPattern) -> None:
    """Pattern expressions, pattern comprehensions and shortestPath know no quantifiers and parentheses."""
    for element in path.elements:
        if isinstance(element, ast.ParenthesizedPath):
            refuse(_CODE, element, "There can be no path in parentheses here", "write EXISTS { … } or COLLECT { … }")
        if isinstance(element, ast.RelationshipPattern) and element.quantifier is not None:
            refuse(_CODE, element, "There can be no quantifier here", "write EXISTS { … } or COLLECT { … }")
