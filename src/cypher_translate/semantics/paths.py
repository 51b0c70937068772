"""What paths in parentheses, path selectors, shortest paths and patterns as expressions may consist of."""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.content import Content
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.semantics.names import refuse
from cypher_translate.transform import walk

_CONCERNED = (
    ast.Range,
    ast.ParenthesizedPath,
    ast.PathSelector,
    ast.ShortestPath,
    ast.PatternComprehension,
    ast.PatternExpression,
)
_CODE = "UnexpectedSyntax"


def check_paths(query: ast.Query, content: Content) -> None:
    """Refuse paths of parts that Neo4j does not compile. Raises CypherSyntaxError."""
    if content.kinds.isdisjoint(_CONCERNED):
        return
    for node in walk(query):
        match node:
            case ast.Create(pattern=pattern):
                for part in pattern.parts:
                    _check_no_selector(part, "CREATE")
            case ast.Merge(pattern=part):
                _check_no_selector(part, "MERGE")
            case ast.PathPattern():
                _check_neighbours(node)
            case ast.ParenthesizedPath():
                _check_parenthesized(node)
            case ast.RelationshipPattern(quantifier=ast.Range(), length=ast.Range()):
                refuse(_CODE, node, "A relationship has a length like * or a quantifier, not both")
            case ast.ShortestPath():
                _check_shortest(node)
            case ast.PatternComprehension():
                if len(node.path.elements) == 1:
                    refuse(_CODE, node.path, "A pattern comprehension needs a relationship")
            case ast.PatternExpression():
                _check_no_where(node.path)


def _check_no_selector(part: ast.PatternPart, clause: str) -> None:
    if part.selector is not None:
        refuse(_CODE, part.selector, f"A path selector cannot stand in {clause}")


def _check_neighbours(path: ast.PathPattern) -> None:
    for element in path.elements if len(path.elements) > 1 else ():
        if isinstance(element, ast.ParenthesizedPath) and element.quantifier is None:
            refuse(_CODE, element, "Beside others, a path in parentheses needs a quantifier")


def _check_parenthesized(node: ast.ParenthesizedPath) -> None:
    if node.part.variable is not None:
        refuse(_CODE, node.part.variable, "A path in parentheses cannot have a name", "name the whole path")
    if node.part.selector is not None:
        refuse(_CODE, node.part.selector, "A path selector can only stand before the whole path")
    for part in walk(node.part) if node.quantifier is not None else ():
        if isinstance(part, ast.RelationshipPattern) and part.length is not None:
            refuse(_CODE, part, "A length like * cannot stand in a quantified path")


def _check_shortest(node: ast.ShortestPath) -> None:
    elements = node.path.elements
    relationship = elements[1] if len(elements) == 3 else None
    if not isinstance(relationship, ast.RelationshipPattern):
        refuse(_CODE, node, "A shortest path has one relationship between two nodes")
    if relationship.length is not None and (relationship.length.lower or 0) > 1:
        refuse(_CODE, relationship, "A shortest path has no least length but 0 or 1")
    ends = [end.variable for end in elements if isinstance(end, ast.NodePattern) and end.variable is not None]
    if len(ends) == 2 and ends[0] == ends[1]:
        raise CypherSyntaxError(
            "A shortest path cannot end where it begins",
            code=_CODE,
            status="Neo.DatabaseError.Statement.ExecutionFailed",
            span=ends[1].span,
        )


def _check_no_where(path: ast.PathPattern) -> None:
    for element in path.elements:
        if isinstance(element, ast.NodePattern | ast.RelationshipPattern) and element.where is not None:
            refuse(_CODE, element.where, "A pattern as an expression cannot have a WHERE", "write EXISTS { … }")
