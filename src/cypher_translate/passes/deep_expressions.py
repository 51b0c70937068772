"""Expressions that are nested deeply are computed in steps.

The time that FalkorDB's parser takes doubles with each level of parentheses, brackets, calls, comprehensions, CASE, NOT
and signs: 15 levels take half a second, 20 as much as half a minute, and no timeout ends it. What is nested deeper than
7 levels becomes a variable of a WITH before the clause. Inside CASE, coalesce(), AND, OR and comprehensions that cannot
be done, since such parts may never be evaluated: what is too deep there is refused.

>>> show("RETURN NOT NOT NOT NOT NOT $x AS x")
WITH NOT (NOT (NOT (NOT (NOT $x)))) AS _part RETURN _part AS x
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.visible import after
from cypher_translate.semantics.functions import contains_aggregation
from cypher_translate.transform import child_fields, children, rebuild, spine_of, transform, walk

_DEEP, _TOO_DEEP = 7, 14
_LEVELS: frozenset[type[ast.Node]] = frozenset(
    (
        ast.FunctionCall,
        ast.ListLiteral,
        ast.MapLiteral,
        ast.MapProjection,
        ast.Case,
        ast.ListComprehension,
        ast.PatternComprehension,
        ast.ListPredicate,
        ast.Reduce,
        ast.Not,
        ast.Unary,
    )
)
_OPERATORS = (ast.Or, ast.Xor, ast.And, ast.Comparison, ast.In, ast.StringPredicate, ast.IsNull, ast.Binary)
_LOOSE = (ast.Or, ast.Xor, ast.And)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    depths = _Depths()
    if depths.of(query) <= _DEEP:
        return query

    def step(node: ast.Node) -> ast.Node:
        return _steps(node, context, depths) if isinstance(node, ast.SingleQuery) else node

    return transform(query, step)


class _Depths:
    """How deep nodes are nested; each is measured once."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[ast.Node, int]] = {}

    def of(self, node: ast.Node) -> int:
        if not child_fields[type(node)]:
            return 0
        known = self.known.get(id(node))
        if known is None:
            known = self.known[id(node)] = (node, self._measured(node))
        return known[1]

    def _measured(self, node: ast.Node) -> int:
        if isinstance(node, ast.Binary):
            spine, left = spine_of(node)
            return max(self._operand(node, part) for part in (left, *(link.right for link in spine)))
        if isinstance(node, _OPERATORS):
            return max(self._operand(node, part) for part in children(node))
        inner = max(map(self.of, children(node)), default=0)
        in_parentheses = isinstance(node, ast.Not | ast.Unary) and isinstance(node.operand, (*_OPERATORS, type(node)))
        return inner + (type(node) in _LEVELS) + in_parentheses

    def _operand(self, operator: ast.Node, operand: ast.Node) -> int:
        in_parentheses = isinstance(operand, _LOOSE if not isinstance(operator, _LOOSE) else ast.Or) or (
            isinstance(operator, ast.Binary) and isinstance(operand, _OPERATORS)
        )
        return self.of(operand) + in_parentheses


def _steps(query: ast.SingleQuery, context: Context, depths: _Depths) -> ast.SingleQuery:
    clauses: list[ast.Clause] = []
    visible: tuple[str, ...] = ()
    for clause in query.clauses:
        if depths.of(clause) > _DEEP:
            lifting = _Lifting(context, depths, bool(visible))
            clauses += lifting.clause(clause)
        else:
            clauses.append(clause)
        visible = after(clause, visible)
    return replace(query, clauses=tuple(clauses)) if len(clauses) > len(query.clauses) else query


class _Lifting:
    """Takes the deep parts out of one clause."""

    def __init__(self, context: Context, depths: _Depths, anything_visible: bool) -> None:
        self.context = context
        self.depths = depths
        self.anything_visible = anything_visible
        self.steps: list[ast.Clause] = []

    def clause(self, clause: ast.Clause) -> list[ast.Clause]:
        rewritten: list[ast.Clause]
        if isinstance(clause, ast.Match) and clause.where is not None and not clause.optional:
            self.anything_visible = True
            where = self.visit(clause.where, True)
            rewritten = [replace(clause, where=None), *self.steps, build.with_everything(where=where)]
        elif isinstance(clause, ast.With) and clause.where is not None and self.depths.of(clause.where) > _DEEP:
            rewritten = self.clause(replace(clause, where=None))
            self.steps, self.anything_visible = [], True
            where = self.visit(clause.where, True)
            rewritten += [*self.steps, build.with_everything(where=where)]
        elif isinstance(clause, ast.With | ast.Return):
            items = tuple(replace(item, expression=self.visit(item.expression, True)) for item in clause.body.items)
            rewritten = [*self.steps, replace(clause, body=replace(clause.body, items=items))]
        elif isinstance(clause, ast.Merge):
            pattern = rebuild(clause.pattern, self.anywhere)
            rewritten = [*self.steps, replace(clause, pattern=pattern)]
        elif isinstance(clause, ast.Unwind | ast.Create | ast.CallProcedure | ast.Delete) or (
            isinstance(clause, ast.Set) and len(clause.items) == 1
        ):
            last = rebuild(clause, self.anywhere)
            rewritten = [*self.steps, last]
        else:
            rewritten = [clause]
        for part in rewritten:
            if not isinstance(part, ast.CallSubquery) and self.depths.of(part) > _TOO_DEEP:
                raise self.context.refuse(
                    "NestedTooDeeply",
                    clause,
                    f"FalkorDB's parser takes too long for what is nested {self.depths.of(part)} levels deep",
                    "compute it in several steps, with WITH between them",
                )
        return rewritten

    def anywhere(self, node: ast.Node) -> ast.Node:
        """A part of a clause that is no expression, with the expressions below it visited."""
        return self.visit(node, True) if isinstance(node, ast.Expression) else rebuild(node, self.anywhere)

    def visit(self, node: ast.Expression, always: bool) -> ast.Expression:
        """The expression without its deep parts; ``always``: it is evaluated for each row, whatever happens."""
        if self.depths.of(node) <= _DEEP:
            return node
        if always:
            bound = _binding(node)
            if bound is not None:
                variable, value, result = bound
                self.lift(variable, self.visit(value, True))
                return self.visit(result, True)
        certain = _certain(node)

        def child(part: ast.Node) -> ast.Node:
            if not isinstance(part, ast.Expression):
                return rebuild(part, child)
            return self.visit(part, always and (certain is None or any(part is one for one in certain)))

        shallower = rebuild(node, child)
        if not always or self.depths.of(shallower) <= _DEEP or contains_aggregation(shallower):
            return shallower
        variable = self.context.fresh("part", self.context.type_of(shallower))
        self.lift(variable, shallower)
        return variable

    def lift(self, variable: ast.Variable, value: ast.Expression) -> None:
        item = build.item(value, variable.name)
        self.steps.append(build.with_everything(item) if self.anything_visible else build.with_(item))
        self.anything_visible = True


def _binding(node: ast.Expression) -> tuple[ast.Variable, ast.Expression, ast.Expression] | None:
    """What gives a value a name: ``head([v IN [value] | result])`` or ``reduce(v = value, _ IN [1] | result)``."""
    if isinstance(node, ast.Reduce):
        is_once = isinstance(node.list, ast.ListLiteral) and len(node.list.items) == 1
        is_free = is_once and not contains_aggregation(node) and node.variable not in walk(node.expression)
        return (node.accumulator, node.initial, node.expression) if is_free else None
    if not isinstance(node, ast.FunctionCall) or node.name != "head" or len(node.arguments) != 1:
        return None
    (bound,) = node.arguments
    if not isinstance(bound, ast.ListComprehension) or bound.where is not None or bound.projection is None:
        return None
    if not isinstance(bound.list, ast.ListLiteral) or len(bound.list.items) != 1:
        return None
    if contains_aggregation(bound):
        return None
    return bound.variable, bound.list.items[0], bound.projection


def _certain(node: ast.Expression) -> list[ast.Expression] | None:
    """The parts of an expression that are evaluated in any case; None: all of them."""
    if isinstance(node, ast.Case):
        return [node.alternatives[0].tests[0] if node.subject is None else node.subject]
    if isinstance(node, ast.And | ast.Or):
        return [node.operands[0]]
    if isinstance(node, ast.FunctionCall) and node.name.lower() == "coalesce":
        return [node.arguments[0]]
    if isinstance(node, ast.ListComprehension | ast.ListPredicate):
        return [node.list]
    if isinstance(node, ast.Reduce):
        return [node.initial, node.list]
    return [] if isinstance(node, ast.PatternComprehension) else None


PASS = Pass(
    code="deep-expressions",
    neo4j="expressions can be nested some hundred levels deep",
    falkordb="takes twice as long to read an expression for each level, and no timeout ends it",
    remedy="deep parts are computed before the clause; what is too deep and cannot be taken out is refused",
    rewrite=_rewrite,
    triggers=tuple(kind for kind in _LEVELS if kind not in (ast.ListLiteral, ast.MapLiteral)),
    cost="one step for each 7 levels",
)
