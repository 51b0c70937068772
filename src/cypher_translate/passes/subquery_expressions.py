"""A subquery or pattern inside an expression becomes a subquery before its clause.

EXISTS {…}, COUNT {…} and COLLECT {…} are unknown to FalkorDB. A pattern used as a value, and a pattern comprehension,
it does know, but gives wrong answers in many places: inside CASE, XOR, ORDER BY or another comprehension, or where the
projection is null. One rule replaces them all, and costs no more than FalkorDB's own way.

>>> show("MATCH (n:Person) WHERE n.age IS NOT NULL AND COUNT { (n)-[:KNOWS]->() } > 2 RETURN n.name")
... # doctest: +NORMALIZE_WHITESPACE
MATCH (n:Person) WHERE n.age IS NOT NULL
CALL { WITH n MATCH (n)-[_r:KNOWS]->() WHERE _r IS NOT NULL RETURN count(*) AS _count }
WITH * WHERE _count > 2 RETURN n.name

>>> show("MATCH (n) RETURN [(n)-->(m) | m.name] AS names, EXISTS { (n)<--() } AS known")
... # doctest: +NORMALIZE_WHITESPACE
MATCH (n)
CALL { WITH n MATCH (n)-[_r]->(m) WHERE _r IS NOT NULL RETURN collect([m.name]) AS _list }
CALL { WITH n MATCH (n)<--() WITH 1 AS _one LIMIT 1 RETURN count(_one) > 0 AS _exists }
RETURN [_item IN _list | _item[0]] AS names, _exists AS known

A condition that is a plain pattern stays one.

>>> show("MATCH (n) WHERE NOT EXISTS { (n)-[:KNOWS]->(m) } RETURN n.name")
MATCH (n) WHERE NOT (n)-[:KNOWS]->() RETURN n.name
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.content import UPDATING
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.conditions import SUBQUERIES, contains, native
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.optional_rows import optional_rows
from cypher_translate.rewriting.visible import Names
from cypher_translate.semantics import types as t
from cypher_translate.transform import children, rebuild, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not isinstance(query.body, ast.SingleQuery | ast.Union):
        return query
    body = _Lifter(context).query(query.body, ())
    return query if body is query.body else replace(query, body=body)


class _Lifter:
    """Takes the subqueries out of the expressions of a query, and of those of its subqueries."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def query(self, query: Any, outer: Names) -> Any:
        if isinstance(query, ast.Union):
            return rebuild(query, lambda part: self.single(part, outer))
        return self.single(query, outer)

    def single(self, query: ast.SingleQuery, outer: Names) -> ast.SingleQuery:
        clauses: list[ast.Clause] = []
        names = outer
        for clause in query.clauses:
            lifted = self.clause(clause, names)
            if isinstance(lifted[0], ast.CallSubquery) and clauses and type(clauses[-1]) in UPDATING:
                clauses.append(build.with_everything())
            clauses += lifted
            names = visible.after(clause, names)
        if len(clauses) == len(query.clauses) and all(a is b for a, b in zip(clauses, query.clauses, strict=True)):
            return query
        return replace(query, clauses=tuple(clauses))

    # --- Clauses

    def clause(self, clause: Any, names: Names) -> list[Any]:
        """The clause, with what must come before it and behind it."""
        if isinstance(clause, ast.CallSubquery):
            if clause.scope == "*":
                imports = _imports([clause.query], names)
                return [visible.call(self.query(clause.query, names), imports, grouping=True)]
            return [rebuild(clause, lambda part: self.query(part, names) if part is clause.query else part)]
        if not contains(clause):
            return [clause]
        if isinstance(clause, ast.Match):
            return self.match(clause, names)
        if isinstance(clause, ast.With | ast.Return):
            return self.projection(clause, names)
        if isinstance(clause, ast.Merge):
            raise CypherSyntaxError(
                "A subquery cannot stand in MERGE",
                code="InvalidClauseComposition",
                span=clause.span,
                hint="compute it in a WITH before",
            )
        calls: list[ast.Clause] = []
        lifted = self.lift(clause, names, _own(clause), calls)
        return [*calls, lifted]

    def match(self, clause: ast.Match, names: Names) -> list[ast.Clause]:
        before: list[ast.Clause] = []
        clause = _with_inner_conditions(clause)
        pattern = self.lift(clause.pattern, names, visible.declared(clause), before)
        inside = visible.after(clause, names)
        conditions = _conjuncts(clause.where)
        staying = [native(condition, inside) for condition in conditions]
        kept = build.conjunction(*(condition for condition in staying if condition is not None))
        rest = [old for old, new in zip(conditions, staying, strict=True) if new is None]
        matched = replace(clause, pattern=pattern, where=kept)
        if not rest:
            return [*before, matched]
        calls: list[ast.Clause] = []
        filtered = build.conjunction(*(self.lift(condition, inside, (), calls) for condition in rest))
        filter_ = build.with_everything(where=filtered)
        if not clause.optional:
            return [*before, matched, *calls, filter_]
        columns = tuple(dict.fromkeys(name for name in visible.declared(clause) if name not in names))
        clauses = (replace(matched, optional=False), *calls, filter_)
        return [*before, *optional_rows(clauses, columns, _imports(clauses, names), self.context)]

    def projection(self, clause: Any, names: Names) -> list[ast.Clause]:
        calls: list[ast.Clause] = []
        body: ast.ProjectionBody = clause.body
        items = tuple(
            item
            if (new := self.lift(item.expression, names, (), calls)) is item.expression
            else replace(item, expression=new)
            for item in body.items
        )
        where = clause.where if isinstance(clause, ast.With) else None
        if not contains(*body.order_by, *([] if where is None else [where])):
            return [*calls, replace(clause, body=replace(body, items=items))]
        return [*calls, *self.behind(clause, items, names)]

    def behind(self, clause: Any, items: tuple[ast.ProjectionItem, ...], names: Names) -> list[ast.Clause]:
        """A projection whose ORDER BY or WHERE has subqueries: they see its columns, so it is made two."""
        body: ast.ProjectionBody = clause.body
        columns = [Variable(visible.column(item) or self.context.fresh("column", t.ANY).name) for item in items]
        closed = body.distinct or visible.aggregates(body)
        first = ast.ProjectionBody(
            tuple(
                build.item(item.expression, None if item.expression == name else name.name)
                for item, name in zip(items, columns, strict=True)
                if closed or item.expression != name
            ),
            star=not closed,
            distinct=body.distinct,
        )
        inside = (() if closed else names) + tuple(column.name for column in columns)
        last = tuple(replace(item, expression=name) for item, name in zip(items, columns, strict=True))
        last = tuple(item if item.alias != item.expression else build.item(item.expression) for item in last)
        order_calls: list[ast.Clause] = []
        where_calls: list[ast.Clause] = []
        order = self.lift_all(body.order_by, inside, order_calls)
        paged = replace(body, items=(), distinct=False, order_by=order)
        if isinstance(clause, ast.Return):
            return [ast.With(first), *order_calls, replace(clause, body=replace(paged, items=last))]
        where = None if clause.where is None else self.lift(clause.where, inside, (), where_calls)
        middle: list[ast.Clause] = [ast.With(first), *order_calls, ast.With(replace(paged, star=True))]
        if not order_calls:
            middle = [ast.With(replace(paged, items=first.items, star=first.star, distinct=first.distinct))]
        filter_: list[ast.Clause] = [build.with_everything(where=where)] if where is not None else []
        kept = [] if body.star else [ast.With(ast.ProjectionBody(last))]
        return [*middle, *where_calls, *filter_, *kept]

    # --- Expressions

    def lift_all(self, nodes: Sequence[Any], names: Names, calls: list[ast.Clause]) -> tuple[Any, ...]:
        return tuple(self.lift(node, names, (), calls) for node in nodes)

    def lift(self, node: Any, names: Names, hidden: Names, calls: list[ast.Clause]) -> Any:
        """The node with variables in place of its subqueries, which are added to ``calls``.

        ``names`` are visible where the calls will stand, ``hidden`` are variables that are not.
        """
        if isinstance(node, SUBQUERIES):
            return self.subquery(node, names, hidden, calls)
        if isinstance(node, ast.FunctionCall) and len(node.arguments) == 1:
            (argument,) = node.arguments
            if node.name.lower() == "exists" and isinstance(argument, ast.PatternExpression):
                return self.subquery(argument, names, hidden, calls)
        if isinstance(node, ast.ListComprehension | ast.ListPredicate | ast.Reduce):
            return self.local(node, names, hidden, calls)
        return rebuild(node, lambda child: self.lift(child, names, hidden, calls))

    def subquery(self, node: Any, names: Names, hidden: Names, calls: list[ast.Clause]) -> Expression:
        known = visible.used([node])
        for name in hidden:
            if name in known and name not in names:
                raise self.context.refuse(
                    "SubqueryOfNewVariable",
                    node,
                    f"This subquery needs {name}, which is declared by its own clause",
                    "compute it behind a WITH",
                )
        body, result, unwrap = self.body(node)
        imports = _imports([body], names)
        calls.append(visible.call(self.single(body, imports), imports, grouping=True))
        return self.unwrapped(result) if unwrap else result

    def unwrapped(self, values: Variable) -> Expression:
        item = self.context.fresh("item", t.list_of(t.ANY))
        return ast.ListComprehension(item, values, None, ast.Subscript(item, build.number(0)))

    def body(self, node: Any) -> tuple[ast.SingleQuery, Variable, bool]:
        """What is run for a subquery, the variable that it returns, and whether that is a list of lists of one."""
        fresh = self.context.fresh
        if isinstance(node, ast.PatternComprehension):
            part = ast.PatternPart(node.path, node.variable)
            projection = ast.Return(ast.ProjectionBody((build.item(node.projection),)))
            match = ast.Match(ast.Pattern((part,)), node.where)
            return self.body(ast.CollectSubquery(ast.SingleQuery((match, projection))))
        if isinstance(node, ast.PatternExpression):
            match = ast.Match(ast.Pattern((ast.PatternPart(node.path),)))
            return self.body(ast.ExistsSubquery(ast.SingleQuery((match,))))
        if isinstance(node.query, ast.Union):
            return self.union(node)
        clauses = self.grouped(node.query.clauses)
        if isinstance(node, ast.CollectSubquery):
            last = clauses[-1]
            assert isinstance(last, ast.Return)
            body = last.body
            (item,) = body.items
            result = fresh("list", t.list_of(t.list_of(t.ANY)))
            value = item.expression
            if body.distinct or body.order_by or body.skip or body.limit:
                name = item.alias or (value if isinstance(value, Variable) else fresh("value", t.ANY))
                projected = build.item(value, None if value == name else name.name)
                clauses = (*clauses[:-1], ast.With(replace(body, items=(projected,))))
                value = name
            else:
                clauses = clauses[:-1]
            collected = build.call("collect", ast.ListLiteral((value,)))
            return _returning(clauses, collected, result), result, True
        clauses = self.counted(clauses)
        if isinstance(node, ast.CountSubquery):
            result = fresh("count", t.INTEGER)
            return _returning(clauses, ast.CountStar(), result), result, False
        result, one = fresh("exists", t.BOOLEAN), fresh("one", t.INTEGER)
        first = ast.With(ast.ProjectionBody((build.item(build.number(1), one.name),), limit=build.number(1)))
        some = build.compare(build.call("count", one), ">", build.number(0))
        return _returning((*clauses, first), some, result), result, False

    def counted(self, clauses: tuple[ast.Clause, ...]) -> tuple[ast.Clause, ...]:
        """The clauses without RETURN: it becomes a WITH where it has a say in how many rows there are."""
        last = clauses[-1]
        if not isinstance(last, ast.Return):
            return clauses
        body = last.body
        if not (body.distinct or body.skip or body.limit) and len(clauses) > 1:
            return clauses[:-1]
        return (*clauses[:-1], ast.With(replace(body, items=self.named(body))))

    def named(self, body: ast.ProjectionBody) -> tuple[ast.ProjectionItem, ...]:
        return tuple(
            item if visible.column(item) else replace(item, alias=self.context.fresh("column", t.ANY))
            for item in body.items
        )

    def grouped(self, clauses: tuple[ast.Clause, ...]) -> tuple[ast.Clause, ...]:
        """The clauses, in a subquery of their own where their RETURN aggregates, and so gives a row for no rows."""
        last = clauses[-1]
        if not isinstance(last, ast.Return) or not visible.aggregates(last.body):
            return clauses
        returned = replace(last, body=replace(last.body, items=self.named(last.body)))
        items = tuple(build.item(Variable(visible.column(item))) for item in returned.body.items)
        inner = ast.CallSubquery(ast.SingleQuery((*clauses[:-1], returned)), scope="*")
        return (inner, ast.Return(ast.ProjectionBody(items)))

    def union(self, node: Any) -> tuple[ast.SingleQuery, Variable, bool]:
        """A subquery that is a UNION: its rows are those of a subquery inside."""
        union: ast.Union = node.query
        if not all(isinstance(part.clauses[-1], ast.Return) for part in union.queries):
            one = build.item(build.number(1), self.context.fresh("one", t.INTEGER).name)
            last = ast.Return(ast.ProjectionBody((one,)))
            queries = tuple(replace(part, clauses=(*part.clauses, last)) for part in union.queries)
            union = replace(union, queries=queries)
        inner = ast.CallSubquery(union, scope="*")
        items = tuple(build.item(Variable(name)) for name in visible.returned(union))
        single = ast.SingleQuery((inner, ast.Return(ast.ProjectionBody(items))))
        return self.body(replace(node, query=single))

    # --- Variables inside expressions

    def local(self, node: Any, names: Names, hidden: Names, calls: list[ast.Clause]) -> Expression:
        """A comprehension, predicate or reduce; where a subquery inside depends on its variable, a subquery itself."""
        inside = [part for part in walk(node) if isinstance(part, SUBQUERIES)]
        if not any(_locals(node) & visible.used([part]) for part in inside):
            return rebuild(node, lambda child: self.lift(child, names, hidden, calls))  # type: ignore[no-any-return]
        if isinstance(node, ast.Reduce):
            return self.reduce(node, names, hidden, calls)
        if isinstance(node, ast.ListPredicate):
            value = self.context.fresh("holds", t.BOOLEAN)
            each = ast.ListComprehension(node.variable, node.list, None, node.where)
            return replace(node, variable=value, list=self.local(each, names, hidden, calls), where=value)
        unwind = ast.Unwind(node.list, node.variable)
        where = [] if node.where is None else [build.with_everything(where=node.where)]
        projection = ast.Return(ast.ProjectionBody((build.item(node.projection or node.variable),)))
        collect = ast.CollectSubquery(ast.SingleQuery((unwind, *where, projection)))
        values = self.subquery(collect, names, hidden, calls)
        if isinstance(node.list, ast.ListLiteral | ast.ListComprehension):
            return values
        return build.case(None, (build.is_not_null(self.lift(node.list, names, hidden, calls)), values))

    def reduce(self, node: ast.Reduce, names: Names, hidden: Names, calls: list[ast.Clause]) -> Expression:
        """Each item is accompanied by the values of the subqueries that it is needed for."""
        outermost: list[Expression] = []

        def replaced(part: Any) -> Any:
            if isinstance(part, SUBQUERIES):
                if node.accumulator.name in visible.used([part]):
                    raise self.context.refuse(
                        "SubqueryOfAccumulator", part, "A subquery inside reduce() cannot depend on what is accumulated"
                    )
                outermost.append(part)
                return ast.Subscript(item, build.number(len(outermost)))
            if isinstance(part, Variable) and part.name == node.variable.name:
                return ast.Subscript(item, build.number(0))
            return rebuild(part, replaced)

        item = self.context.fresh("item", t.list_of(t.ANY))
        expression = replaced(node.expression)
        values = ast.ListLiteral((node.variable, *outermost))
        listed = self.local(ast.ListComprehension(node.variable, node.list, None, values), names, hidden, calls)
        initial = self.lift(node.initial, names, hidden, calls)
        return replace(node, initial=initial, variable=item, list=listed, expression=expression)


def _own(clause: ast.Clause) -> Names:
    """What a clause declares, and what those inside a FOREACH do."""
    if isinstance(clause, ast.Foreach):
        return (clause.variable.name, *(name for inner in clause.clauses for name in _own(inner)))
    return visible.declared(clause)


def _locals(node: ast.Node) -> set[str]:
    """The variables that an expression declares, those inside its subqueries left out."""
    names: set[str] = set()
    stack = [node]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.ListComprehension | ast.ListPredicate | ast.Reduce):
            names.add(node.variable.name)
        if isinstance(node, ast.Reduce):
            names.add(node.accumulator.name)
        if not isinstance(node, SUBQUERIES):
            stack += children(node)
    return names


def _imports(nodes: Sequence[ast.Node], names: Names) -> Names:
    known = visible.used(nodes)
    return tuple(name for name in names if name in known)


def _returning(clauses: tuple[ast.Clause, ...], value: Expression, name: Variable) -> ast.SingleQuery:
    return ast.SingleQuery((*clauses, ast.Return(ast.ProjectionBody((build.item(value, name.name),)))))


def _conjuncts(predicate: Expression | None) -> tuple[Expression, ...]:
    if predicate is None:
        return ()
    return predicate.operands if isinstance(predicate, ast.And) else (predicate,)


def _with_inner_conditions(clause: ast.Match) -> ast.Match:
    """The MATCH with what stands as WHERE inside its nodes and relationships behind it, where that has subqueries."""
    moved: list[Expression] = []

    def element(node: Any) -> Any:
        if isinstance(node, ast.NodePattern | ast.RelationshipPattern):
            if node.where is not None and contains(node.where):
                moved.append(node.where)
                return replace(node, where=None)
            return node
        return node if isinstance(node, Expression | ast.ParenthesizedPath) else rebuild(node, element)

    pattern = rebuild(clause.pattern, element)
    return replace(clause, pattern=pattern, where=build.conjunction(clause.where, *moved)) if moved else clause


PASS = Pass(
    code="subquery-expressions",
    neo4j="EXISTS {…}, COUNT {…}, COLLECT {…}, patterns as conditions and pattern comprehensions, anywhere",
    falkordb="has no such subqueries; patterns as values are wrong inside CASE, XOR, ORDER BY and comprehensions",
    remedy="they become CALL {…} before the clause; a condition that is a plain pattern stays",
    rewrite=_rewrite,
    triggers=SUBQUERIES,
)
