"""Labels, types and keys that are written for each row, out of a parameter.

FalkorDB writes names that stand in the query. What comes out of a list in a parameter is known when the query is to
run: then `FalkorGraph` translates it with these names, and there is a loop of one round, or of none, for each name.

>>> show("UNWIND $rows AS row MERGE (n:Node {id: row.id}) SET n:$(row.type)", names={"type": ["A", "B"]})
... # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row MERGE (n:Node {id: row.id})
FOREACH (_once IN CASE WHEN 'A' IN ([] + row.type) THEN [1] ELSE [] END | SET n:A)
FOREACH (_once2 IN CASE WHEN 'B' IN ([] + row.type) THEN [1] ELSE [] END | SET n:B)
>>> show("UNWIND $rows AS row MATCH (a {id: row.a}), (b {id: row.b}) CREATE (a)-[:$(row.type)]->(b)",
... names={"type": ["KNOWS"]})  # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row MATCH (a {id: row.a}), (b {id: row.b})
FOREACH (_once IN CASE WHEN 'KNOWS' IN ([] + row.type) THEN [1] ELSE [] END | CREATE (a)-[:KNOWS]->(b))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.content import UPDATING
from cypher_translate.errors import NamesNeeded
from cypher_translate.plan import Origin
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Names, Pass
from cypher_translate.rewriting.seeks import Origins
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, walk

Computed = ast.DynamicLabel | ast.Subscript


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    writer = _Writer(Origins(query), {names.origin: names for names in context.options.names}, context)
    written = [node for clause in walk(query) for node in writer.by_row(clause)]
    if not written:
        return query
    needed = {origin for node in written if (origin := writer.origin(node)) is not None}
    if needed - writer.known.keys():
        raise NamesNeeded(
            "FalkorDB cannot write a label, type or key that is computed",
            code=PASS.code,
            hint="write the name itself, or run the query by FalkorGraph, which takes it from the parameter",
            text=context.text,
            span=written[0].span,
            origins=tuple(sorted(needed, key=repr)),
        )
    rewritten: ast.Query = writer.nested(query)
    return rewritten


def _computed(clause: ast.Node) -> list[Computed]:
    """The names that a clause writes and that do not stand in the query."""
    found: list[Any] = []
    if isinstance(clause, ast.Set | ast.Remove):
        for item in clause.items:
            found += getattr(item, "labels", ())
            found.append(item.target)
    elif isinstance(clause, ast.Create | ast.Merge):
        found += [node for node in walk(clause.pattern) if isinstance(node, ast.DynamicLabel)]
    return [node for node in found if isinstance(node, Computed)]


def _expression(node: Computed) -> Expression:
    return node.expression if isinstance(node, ast.DynamicLabel) else node.index


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes clauses anew with the names that are known."""

    origins: Origins
    known: dict[Origin, Names]
    context: Context

    def origin(self, node: Computed) -> Origin | None:
        """Where the name is found if it depends on the row; others are put into the query's text."""
        origin = self.origins.of(_expression(node))
        return origin if origin is not None and None in origin.keys else None

    def by_row(self, clause: ast.Node) -> list[Computed]:
        """The names that a clause writes and that depend on the row."""
        return [node for node in _computed(clause) if self.origin(node) is not None]

    def names(self, node: Computed) -> Names:
        """The names that an expression gives."""
        origin = self.origin(node)
        assert origin is not None
        return self.known[origin]

    def nested(self, node: Any) -> Any:
        """The node with all clauses in it, those of subqueries and loops too."""
        node = rebuild(node, self.nested)
        if not isinstance(node, ast.SingleQuery | ast.Foreach) or not any(map(self.by_row, node.clauses)):
            return node
        return replace(node, clauses=tuple(self.clauses(node.clauses)))

    def clauses(self, clauses: Sequence[ast.Clause]) -> list[ast.Clause]:
        """The clauses, one after the other."""
        written: list[ast.Clause] = []
        for i, clause in enumerate(clauses):
            if not self.by_row(clause):
                written.append(clause)
            elif isinstance(clause, ast.Set | ast.Remove):
                written += self.changes(clause) or [self.nothing()]
            elif isinstance(clause, ast.Create) and not any(map(self.by_row_of_type, walk(clause.pattern))):
                written += self.creation(clause)
            else:
                return [*written, *self.branches(clause, clauses[i + 1 :])]
        return written

    def by_row_of_type(self, node: ast.Node) -> bool:
        """Whether the type of a relationship depends on the row."""
        types = node.types if isinstance(node, ast.RelationshipPattern) else None
        return isinstance(types, ast.DynamicLabel) and self.origin(types) is not None

    def changes(self, clause: ast.Set | ast.Remove) -> list[ast.Clause]:
        """SET or REMOVE, with a loop for each name of an item that has such."""
        clauses: list[ast.Clause] = []
        changed: Any = clause
        for item in clause.items:
            part: Any = item
            computed = self.by_row(replace(changed, items=(item,)))
            if not computed:
                clauses.append(replace(changed, items=(item,)))
            elif isinstance(item, ast.SetLabels | ast.RemoveLabels):
                static = tuple(label for label in item.labels if label not in computed)
                clauses += [replace(changed, items=(replace(item, labels=static),))] if static else []
                for label in computed:
                    clauses += self.labelled(label, changed, item)
            else:
                for name in self.names(computed[0]).names:
                    named = replace(part, target=_named(computed[0], name))
                    clauses.append(self.loop(computed[0], name, (replace(changed, items=(named,)),)))
        return clauses

    def labelled(self, label: Computed, clause: Any, item: ast.SetLabels | ast.RemoveLabels) -> list[ast.Clause]:
        """For each name, a loop that sets or removes it as a label."""
        names = self.names(label).names
        items = [replace(item, labels=(ast.LabelName(name),)) for name in names]
        return [self.loop(label, name, (replace(clause, items=(i,)),)) for name, i in zip(names, items, strict=True)]

    def creation(self, clause: ast.Create) -> list[ast.Clause]:
        """CREATE of nodes, which get their computed labels behind it."""
        later: list[ast.Clause] = []

        def visit(node: Any) -> Any:
            computed = self.labels(node) if isinstance(node, ast.NodePattern) else []
            if not computed:
                return rebuild(node, visit)
            variable = node.variable or self.context.fresh("n", t.NODE)
            for label in computed:
                later.extend(self.labelled(label, ast.Set(()), ast.SetLabels(variable, ())))
            static = [label for label in _operands(node.labels) if label not in computed]
            joined = ast.LabelAnd(tuple(static)) if len(static) > 1 else static[0] if static else None
            return replace(node, variable=variable, labels=joined)

        return [visit(clause), *later]

    def labels(self, node: ast.NodePattern) -> list[ast.DynamicLabel]:
        """A node's labels that depend on the row."""
        labels = [each for each in _operands(node.labels) if isinstance(each, ast.DynamicLabel)]
        return [label for label in labels if self.origin(label) is not None]

    def loop(self, node: Computed, name: str, clauses: tuple[ast.Clause, ...]) -> ast.Foreach:
        """One round where the expression gives this name, else none."""
        given = ast.In(build.text(name), build.binary("+", ast.ListLiteral(()), _expression(node)))
        rounds = build.case(None, (given, build.numbers(1)), build.numbers())
        return ast.Foreach(self.context.fresh("once", t.INTEGER), rounds, clauses)

    def branches(self, clause: ast.Clause, following: Sequence[ast.Clause]) -> list[ast.Clause]:
        """The clause and the updating ones behind it once for each name; then what follows."""
        size = next((i for i, each in enumerate(following) if type(each) not in UPDATING), len(following))
        segment, rest = [clause, *following[:size]], following[size:]
        node = self.by_row(clause)[0]
        made = {name for each in segment for name in visible.declared(each)}
        needed = made & visible.used(rest)
        found: list[ast.Clause] = []
        if self.names(node).has_lists or (needed and not (isinstance(clause, ast.Merge) and size == 0)):
            raise self.context.refuse(
                PASS.code,
                node,
                "FalkorDB cannot hand on what is made with a computed name",
                "write the name itself, or match afterwards what was made",
            )
        if needed and isinstance(clause, ast.Merge):
            found = [build.with_everything(), ast.Match(ast.Pattern((clause.pattern,)))]
        branches: list[ast.Clause] = []
        for name in self.names(node).names:
            branches.append(self.loop(node, name, tuple(self.clauses([_put(clause, node, name), *segment[1:]]))))
        return [*(branches or [self.nothing()]), *found, *self.clauses(rest)]

    def nothing(self) -> ast.Clause:
        """An updating clause without effect: a query may end with it."""
        empty = ast.Create(ast.Pattern((ast.PatternPart(ast.PathPattern((ast.NodePattern(),))),)))
        return ast.Foreach(self.context.fresh("once", t.INTEGER), ast.ListLiteral(()), (empty,))


def _put(clause: Any, node: ast.Node, name: str) -> Any:
    def visit(part: Any) -> Any:
        return _named(part, name) if part is node else rebuild(part, visit)

    return visit(clause)


def _named(node: ast.Node, name: str) -> ast.Node:
    """A label or property with the name in place of what was computed."""
    return ast.Property(node.subject, name, span=node.span) if isinstance(node, ast.Subscript) else ast.LabelName(name)


def _operands(labels: ast.LabelExpression | None) -> tuple[ast.LabelExpression, ...]:
    if labels is None:
        return ()
    return labels.operands if isinstance(labels, ast.LabelAnd) else (labels,)


PASS = Pass(
    code="written-names",
    neo4j="labels, types and keys that are written can be computed for each row",
    falkordb="writes names that stand in the query",
    remedy="names that come out of a list in a parameter are written out, one loop for each",
    rewrite=_rewrite,
    triggers=(ast.DynamicLabel, ast.Subscript),
    cost="the translation is made anew for other names",
)
