"""STARTS WITH, ENDS WITH and CONTAINS of anything but strings are null.

FalkorDB raises an error for other types, and would find a part of the text that stands for a temporal value or a
point. So the type is asked where it is not known, and for what can be a part of such text also its mark.

>>> show("MATCH (n) WHERE n.name CONTAINS 'an' RETURN n.name STARTS WITH 'A' AS a, toString(n.x) ENDS WITH '1' AS b")
MATCH (n) WHERE typeof(n.name) = 'String' AND n.name CONTAINS 'an' RETURN \
CASE WHEN n.name < '\x02' OR n.name >= '\x03' THEN n.name END STARTS WITH 'A' AS a, \
neo4j.toString(n.x, toString(n.x)) ENDS WITH '1' AS b
>>> show("MATCH (n) WHERE n.name CONTAINS $part RETURN n")
MATCH (n) WHERE (n.name < '\x02' OR n.name >= '\x03') AND typeof($part) = 'String' AND n.name CONTAINS $part RETURN n
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.filters import filters
from cypher_translate.rewriting.templates import once
from cypher_translate.transform import rebuild

_MARK, _BEYOND_MARK = ast.StringLiteral("\x02"), ast.StringLiteral("\x03")
_STRING = ast.StringLiteral("String")


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    conditions = filters(query, cases=False)

    def visit(node: ast.Node) -> ast.Node:
        rebuilt = rebuild(node, visit)
        if isinstance(rebuilt, ast.StringPredicate) and rebuilt.operator != "=~":
            return _checked(rebuilt, id(node) in conditions, context)
        return rebuilt

    return visit(query)  # type: ignore[return-value]


def _checked(node: ast.StringPredicate, is_condition: bool, context: Context) -> Expression:
    types = [context.type_of(side) for side in (node.left, node.right)]
    if all(type_.is_only("STRING") for type_ in types) or not all(type_.names for type_ in types):
        return node

    of_mark = not is_condition or _may_be_in_text(node)

    def checked(sides: list[Expression]) -> Expression:
        left, right = sides
        test_left = None if types[0].is_only("STRING") else _test(left, of_mark)
        test_right = None if types[1].is_only("STRING") else _test(right, not is_condition)
        if is_condition and left is node.left and right is node.right:
            return build.conjunction(test_left, test_right, node) or node
        return ast.StringPredicate(node.operator, _if(test_left, left), _if(test_right, right))

    return once(context, (node.left, node.right), checked)


def _if(condition: Expression | None, value: Expression) -> Expression:
    return value if condition is None else build.case(None, (condition, value))


def _test(side: Expression, of_mark: bool) -> Expression:
    """Whether a value is a string, or a string without the mark."""
    if of_mark:
        return ast.Or((build.compare(side, "<", _MARK), build.compare(side, ">=", _BEYOND_MARK)))
    return build.compare(build.call("typeof", side), "=", _STRING)


def _may_be_in_text(node: ast.StringPredicate) -> bool:
    """Whether what is looked for can be a part of the text of a temporal value: a number, for example."""
    part = node.right
    if not isinstance(part, ast.StringLiteral):
        return True
    return not part.value if node.operator == "STARTS WITH" else not any(map(str.islower, part.value))


PASS = Pass(
    code="string-predicates",
    neo4j="STARTS WITH, ENDS WITH and CONTAINS of anything but strings are null",
    falkordb="raises an error, and takes the text of temporal values for strings",
    remedy="the type is asked where it is not known",
    rewrite=_rewrite,
    triggers=(ast.StringPredicate,),
    cost="0.1 to 0.2 µs",
)
