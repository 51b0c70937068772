"""CASE compares as = does, and its conditions are booleans.

In Neo4j CASE null WHEN null takes no branch, as null = null is not true, WHEN may hold a predicate (WHEN > 3), and a
condition that is no boolean is an error. FalkorDB takes null for equal to null, has neither such predicates nor lists
of tests (WHEN 1, 2), and takes 1 and 'a' for true. Simple CASEs of constants stay.

>>> show("MATCH (n) RETURN CASE n.x WHEN 1 THEN 'a' WHEN 'b' THEN 'b' END AS a, CASE n.x WHEN n.y THEN 1 ELSE 2 END AS b")
MATCH (n) RETURN CASE n.x WHEN 1 THEN 'a' WHEN 'b' THEN 'b' END AS a, CASE WHEN n.x = n.y THEN 1 ELSE 2 END AS b
>>> show("MATCH (n) RETURN CASE n.x WHEN IS NULL, > 3 THEN 1 END AS a, CASE WHEN n.ok THEN 1 END AS b")
MATCH (n) RETURN CASE WHEN n.x IS NULL OR n.x > 3 THEN 1 END AS a, CASE WHEN n.ok AND true THEN 1 END AS b
"""  # noqa: E501

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import once
from cypher_translate.transform import transform, walk

_CONSTANT = (ast.IntegerLiteral, ast.StringLiteral, ast.BooleanLiteral)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.Case):
            return node
        return _searched(node, context) if node.subject is None else _simple(node, node.subject, context)

    return transform(query, step)


def _simple(node: ast.Case, subject: Expression, context: Context) -> Expression:
    if all(len(each.tests) == 1 and isinstance(each.tests[0], _CONSTANT) for each in node.alternatives):
        return node

    def searched(values: list[Expression]) -> Expression:
        alternatives = tuple(
            replace(alternative, tests=(_condition(alternative.tests, values[0]),)) for alternative in node.alternatives
        )
        return replace(node, subject=None, alternatives=alternatives)

    return once(context, [subject], searched)


def _condition(tests: tuple[Expression, ...], subject: Expression) -> Expression:
    conditions = [_test(test, subject) for test in tests]
    return conditions[0] if len(conditions) == 1 else ast.Or(tuple(conditions))


def _test(test: Expression, subject: Expression) -> Expression:
    if not any(isinstance(node, ast.CaseOperand) for node in walk(test)):
        return build.compare(subject, "=", test)
    return transform(test, lambda node: subject if isinstance(node, ast.CaseOperand) else node)


def _searched(node: ast.Case, context: Context) -> ast.Case:
    def checked(alternative: ast.CaseAlternative) -> ast.CaseAlternative:
        (test,) = alternative.tests
        if context.type_of(test).is_only("BOOLEAN") or isinstance(test, ast.NullLiteral):
            return alternative
        return replace(alternative, tests=(ast.And((test, ast.BooleanLiteral(True))),))

    alternatives = tuple(map(checked, node.alternatives))
    same = all(new is old for new, old in zip(alternatives, node.alternatives, strict=True))
    return node if same else replace(node, alternatives=alternatives)


PASS = Pass(
    code="case",
    neo4j="CASE null WHEN null takes no branch, WHEN can hold a predicate, a condition must be a boolean",
    falkordb="takes null for equal to null, has one value in WHEN and no predicates, takes 1 and 'a' for true",
    remedy="a simple CASE with other tests than constants becomes a searched one",
    rewrite=_rewrite,
    triggers=(ast.Case,),
)
