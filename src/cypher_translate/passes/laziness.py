"""What CASE, coalesce(), AND and OR leave out is not evaluated.

FalkorDB evaluates all their parts, so x <> 0 does not keep 10 / x from an error. A part that can end in an error gets
null for an operand where it is not reached, or is evaluated in a reduce() over no list. In a WHERE, AND and
OR stop at the first operand that decides; Neo4j drops an error beside an operand that decides on either side, so those
that can fail come last there.

>>> show("UNWIND [0, 1] AS x RETURN CASE WHEN x <> 0 THEN 10 / x ELSE -1 END AS y, coalesce(x, range(1, x)) AS z")
UNWIND [0, 1] AS x RETURN CASE WHEN x <> 0 THEN 10 / CASE WHEN x <> 0 THEN x END ELSE -1 END AS y, \
coalesce(x, reduce(_value = NULL, _reached IN CASE WHEN x IS NULL THEN [1] END | range(1, x))) AS z
>>> show("UNWIND [0, 1] AS x WITH x WHERE 10 / x > 1 OR x = 0 RETURN x = 0 OR 10 / x > 1 AS y")
UNWIND [0, 1] AS x WITH x WHERE x = 0 OR 10 / x > 1 RETURN \
x = 0 OR 10 / CASE WHEN NOT coalesce(x = 0, false) THEN x END > 1 AS y
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.filters import filters
from cypher_translate.rewriting.raising import may_fail, raisers, tells_types
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, walk

_NULL = ast.NullLiteral()
_Reached = Callable[[Expression], Expression]
"""Of an expression: its value where the part is reached, null where it is not."""


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not any(may_fail(node) for node in walk(query)):
        return query
    guards = _Guards(context)
    lazy = filters(query, cases=False)

    def visit(node: ast.Node) -> ast.Node:
        rebuilt = rebuild(node, visit)
        if isinstance(rebuilt, ast.Case):
            return guards.case(rebuilt)
        if isinstance(rebuilt, ast.And | ast.Or):
            return guards.ordered(rebuilt) if id(node) in lazy else guards.junction(rebuilt)
        if isinstance(rebuilt, ast.FunctionCall) and rebuilt.name.lower() == "coalesce":
            return guards.coalesce(rebuilt)
        return rebuilt

    return visit(query)  # type: ignore[return-value]


class _Guards:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.safe: dict[int, Expression] = {}

    def raisers(self, part: Expression, types: bool) -> list[Expression]:
        return list(raisers(part, self.context, types, set(self.safe)))

    def guarded(self, part: Expression, types: bool, reached: _Reached) -> Expression:
        """The part, which cannot fail any more where it is not reached."""
        found = self.raisers(part, types)
        if not found:
            return part
        if len(found) == 1 and isinstance(found[0], ast.Binary) and found[0].operator in ("/", "%"):
            return self._with_null(part, found[0], reached)
        value, item = self.context.fresh("value", t.ANY), self.context.fresh("reached", t.INTEGER)
        return self._safe(ast.Reduce(value, _NULL, item, reached(build.numbers(1)), part))

    def _with_null(self, part: Expression, division: ast.Binary, reached: _Reached) -> Expression:
        def visit(node: ast.Node) -> ast.Node:
            if node is division:
                return self._safe(replace(division, right=reached(division.right)))
            return _rebuilt(node, visit)

        return visit(part)  # type: ignore[return-value]

    def _safe(self, expression: Expression) -> Expression:
        self.safe[id(expression)] = expression
        return expression

    # --- What decides whether a part is reached

    def case(self, node: ast.Case) -> ast.Case:
        alternatives: list[ast.CaseAlternative] = []
        passed: tuple[ast.CaseAlternative, ...] = ()
        types = False
        for alternative in node.alternatives:
            before = passed
            tests = tuple(
                self.guarded(test, types, lambda x, before=before: ast.Case(before, node.subject, x))  # type: ignore[misc]
                if before
                else test
                for test in alternative.tests
            )
            types = types or node.subject is not None or any(map(tells_types, tests))
            result = self.guarded(
                alternative.result,
                types,
                lambda x, before=before, tests=tests: ast.Case(  # type: ignore[misc]
                    (*before, ast.CaseAlternative(tests, x)), node.subject
                ),
            )
            passed = (*passed, ast.CaseAlternative(tests, _NULL))
            alternatives.append(replace(alternative, tests=tests, result=result))
        default = node.default and self.guarded(node.default, types, lambda x: ast.Case(passed, node.subject, x))
        return replace(node, alternatives=tuple(alternatives), default=default)

    def coalesce(self, node: ast.FunctionCall) -> ast.FunctionCall:
        arguments = list(node.arguments[:1])
        for argument in node.arguments[1:]:
            before = arguments[0] if len(arguments) == 1 else build.call("coalesce", *arguments)
            reached = build.case(None, (ast.IsNull(before), _NULL))
            arguments.append(
                self.guarded(
                    argument,
                    False,
                    lambda x, reached=reached: replace(  # type: ignore[misc]
                        reached, alternatives=(replace(reached.alternatives[0], result=x),)
                    ),
                )
            )
        return replace(node, arguments=tuple(arguments))

    def ordered(self, node: ast.And | ast.Or) -> ast.And | ast.Or:
        """The operands, those that can fail last."""
        operands = tuple(sorted(node.operands, key=lambda operand: bool(self.raisers(operand, False))))
        return node if operands == node.operands else replace(node, operands=operands)

    def junction(self, node: ast.And | ast.Or) -> ast.And | ast.Or:
        """The operands, those that can fail last and only evaluated where the others do not decide."""
        node = self.ordered(node)
        undecided: list[Expression] = []
        operands: list[Expression] = []
        for operand in node.operands:
            types = any(map(tells_types, operands))
            if undecided:
                condition = build.conjunction(*undecided) or _NULL
                operand = self.guarded(operand, types, lambda x, c=condition: build.case(None, (c, x)))  # type: ignore[misc]
            operands.append(operand)
            if isinstance(node, ast.And):
                undecided.append(build.call("coalesce", operand, ast.BooleanLiteral(True)))
            else:
                undecided.append(ast.Not(build.call("coalesce", operand, ast.BooleanLiteral(False))))
        return replace(node, operands=tuple(operands))


def _rebuilt(node: ast.Node, visit: Callable[[ast.Node], ast.Node]) -> ast.Node:
    """Like rebuild, but a chain of operators is taken link by link, so that a link of it can be found."""
    if isinstance(node, ast.Binary):
        left, right = visit(node.left), visit(node.right)
        return node if left is node.left and right is node.right else replace(node, left=left, right=right)  # type: ignore[arg-type]
    return rebuild(node, visit)


PASS = Pass(
    code="laziness",
    neo4j="CASE, coalesce(), AND and OR do not evaluate what they leave out, or drop its error",
    falkordb="evaluates all parts, except in the AND and OR of a WHERE",
    remedy="a part that can end in an error gets null where it is not reached; in a WHERE it comes last",
    rewrite=_rewrite,
    triggers=(ast.Case, ast.And, ast.Or),
    functions=frozenset({"coalesce"}),
    cost="0.2 to 1.5 µs, where a part can end in an error",
)
