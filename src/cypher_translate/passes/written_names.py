"""Labels, types and keys that are computed, where they are written.

FalkorDB writes names that stand in the query. What comes out of a parameter is known when the query is to run: then
`FalkorGraph` translates it with these names. A name that is the same for all rows is put in its place; else there is a
loop of one round, or of none, for each name.

>>> show("MATCH (n) SET n:$($label), n[$key] = 1", names={("label",): "Person", ("key",): "age"})
MATCH (n) SET n:Person, n.age = 1
>>> show("UNWIND $rows AS row MERGE (n:Node {id: row.id}) SET n:$(row.type)", names={("rows", "type"): ["A", "B"]})
... # doctest: +NORMALIZE_WHITESPACE
UNWIND $rows AS row MERGE (n:Node {id: row.id})
FOREACH (_once IN CASE WHEN 'A' IN ([] + row.type) THEN [1] ELSE [] END | SET n:A)
FOREACH (_once2 IN CASE WHEN 'B' IN ([] + row.type) THEN [1] ELSE [] END | SET n:B)
>>> show("UNWIND [[1, 2]] AS e MERGE (:Node {id: e[0]})")
UNWIND [[1, 2]] AS e MERGE (:Node {id: e[0]})
>>> show("UNWIND $rows AS row MATCH (a {id: row.a}), (b {id: row.b}) CREATE (a)-[:$(row.type)]->(b)",
... names={("rows", "type"): ["KNOWS"]})  # doctest: +NORMALIZE_WHITESPACE
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
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Names, Pass
from cypher_translate.rewriting.seeks import Origins
from cypher_translate.semantics import types as t
from cypher_translate.transform import rebuild, transform, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    written = [node for clause in walk(query) for node in _computed(clause)]
    if not written:
        return query
    origins = Origins(query)
    needed = {origin for node in written if (origin := origins.of(_expression(node))) is not None}
    missing = needed - {names.origin for names in context.options.names}
    if missing:
        raise NamesNeeded(
            "FalkorDB cannot write a label, type or key that is computed",
            code=PASS.code,
            hint="write the name itself, or run the query by FalkorGraph, which takes it from the parameter",
            text=context.text,
            span=written[0].span,
            origins=tuple(sorted(missing)),
        )
    writer = _Writer(origins, {names.origin: names for names in context.options.names}, context)
    rewritten: ast.Query = writer.nested(query)
    return rewritten


def _computed(clause: ast.Node) -> list[ast.DynamicLabel | ast.Subscript]:
    """The names that a clause writes and that no literal gives."""
    found: list[Any] = []
    if isinstance(clause, ast.Set | ast.Remove):
        for item in clause.items:
            found += getattr(item, "labels", ())
            found.append(item.target)
    elif isinstance(clause, ast.Create | ast.Merge):
        found += [node for node in walk(clause.pattern) if isinstance(node, ast.DynamicLabel)]
    return [node for node in found if _is_computed(node)]


def _is_computed(node: ast.Node) -> bool:
    if isinstance(node, ast.DynamicLabel | ast.Subscript):
        return not isinstance(_expression(node), ast.StringLiteral)
    return False


def _expression(node: ast.DynamicLabel | ast.Subscript) -> Expression:
    return node.expression if isinstance(node, ast.DynamicLabel) else node.index


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes clauses anew with the names that are known."""

    origins: Origins
    known: dict[tuple[str, ...], Names]
    context: Context

    def nested(self, node: Any) -> Any:
        """The node with all clauses in it, those of subqueries and loops too."""
        node = rebuild(node, self.nested)
        if not isinstance(node, ast.SingleQuery | ast.Foreach):
            return node
        return replace(node, clauses=tuple(self.clauses(node.clauses)))

    def clauses(self, clauses: Sequence[ast.Clause]) -> list[ast.Clause]:
        """The clauses, one after the other."""
        written: list[ast.Clause] = []
        for i, clause in enumerate(clauses):
            clause = self.with_constants(clause)
            if not _computed(clause):
                written.append(clause)
            elif isinstance(clause, ast.Set | ast.Remove):
                written += self.changes(clause) or [self.nothing()]
            elif isinstance(clause, ast.Create) and all(map(_is_of_node, _patterns(clause))):
                written += self.creation(clause)
            else:
                return [*written, *self.branches(clause, clauses[i + 1 :])]
        return written

    def names(self, node: ast.DynamicLabel | ast.Subscript) -> Names:
        """The names that an expression gives."""
        origin = self.origins.of(_expression(node))
        if origin is None:
            raise self.context.refuse(
                PASS.code,
                node,
                "FalkorDB cannot write a label, type or key that is computed, unless it comes out of a parameter",
                "write the name itself, or pass it as a parameter",
            )
        return self.known[origin]

    def with_constants(self, clause: ast.Clause) -> ast.Clause:
        """The clause with the names that are the same for all rows in their places."""
        known = [(node, self.names(node)) for node in _computed(clause)]
        constants = {id(node): names for node, names in known if names.is_constant and names.names}
        if not constants:
            return clause

        def visit(node: Any) -> Any:
            if id(node) not in constants:
                return rebuild(node, visit)
            return _named(node, constants[id(node)].names)

        written = transform(visit(clause), _flat)
        for node in walk(written):
            if isinstance(node, ast.RelationshipPattern) and isinstance(node.types, ast.LabelAnd):
                raise self.context.refuse(PASS.code, clause, "A relationship has one type", "pass one name")
        return written  # type: ignore[no-any-return]

    def changes(self, clause: ast.Set | ast.Remove) -> list[ast.Clause]:
        """SET or REMOVE, with a loop for each name of an item that has computed ones."""
        clauses: list[ast.Clause] = []
        changed: Any = clause
        for item in clause.items:
            part: Any = item
            computed = _computed(replace(changed, items=(item,)))
            if not computed:
                clauses.append(replace(changed, items=(item,)))
            elif isinstance(item, ast.SetLabels | ast.RemoveLabels):
                static = tuple(label for label in item.labels if label not in computed)
                clauses += [replace(changed, items=(replace(item, labels=static),))] if static else []
                for label in computed:
                    clauses += self.labelled(label, changed, item)
            else:
                for name in self.names(computed[0]).names:
                    named = replace(part, target=_named(computed[0], (name,)))
                    clauses.append(self.loop(computed[0], name, (replace(changed, items=(named,)),)))
        return clauses

    def labelled(
        self, label: ast.DynamicLabel | ast.Subscript, clause: Any, item: ast.SetLabels | ast.RemoveLabels
    ) -> list[ast.Clause]:
        """For each name, a loop that sets or removes it as a label."""
        names = self.names(label).names
        items = [replace(item, labels=(ast.LabelName(name),)) for name in names]
        return [self.loop(label, name, (replace(clause, items=(i,)),)) for name, i in zip(names, items, strict=True)]

    def creation(self, clause: ast.Create) -> list[ast.Clause]:
        """CREATE of nodes, which get their computed labels behind it."""
        later: list[ast.Clause] = []

        def visit(node: Any) -> Any:
            if not isinstance(node, ast.NodePattern) or not _computed_labels(node):
                return rebuild(node, visit)
            computed = _computed_labels(node)
            variable = node.variable or self.context.fresh("n", t.NODE)
            for label in computed:
                later.extend(self.labelled(label, ast.Set(()), ast.SetLabels(variable, ())))
            static = [label for label in _operands(node.labels) if label not in computed]
            return replace(node, variable=variable, labels=_joined(static))

        return [visit(clause), *later]

    def loop(self, node: ast.DynamicLabel | ast.Subscript, name: str, clauses: tuple[ast.Clause, ...]) -> ast.Foreach:
        """One round where the expression gives this name, else none."""
        given = ast.In(build.text(name), build.binary("+", ast.ListLiteral(()), _expression(node)))
        rounds = build.case(None, (given, build.numbers(1)), build.numbers())
        return ast.Foreach(self.context.fresh("once", t.INTEGER), rounds, clauses)

    def branches(self, clause: ast.Clause, following: Sequence[ast.Clause]) -> list[ast.Clause]:
        """The clause and the updating ones behind it once for each name; then what follows."""
        size = next((i for i, each in enumerate(following) if type(each) not in UPDATING), len(following))
        segment, rest = [clause, *following[:size]], following[size:]
        node = _computed(clause)[0]
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
            first = transform(_put(clause, node, name), _flat)
            branches.append(self.loop(node, name, tuple(self.clauses([first, *segment[1:]]))))
        return [*(branches or [self.nothing()]), *found, *self.clauses(rest)]

    def nothing(self) -> ast.Clause:
        """An updating clause without effect: a query may end with it."""
        empty = ast.Create(ast.Pattern((ast.PatternPart(ast.PathPattern((ast.NodePattern(),))),)))
        return ast.Foreach(self.context.fresh("once", t.INTEGER), ast.ListLiteral(()), (empty,))


def _put(clause: Any, node: ast.Node, name: str) -> Any:
    def visit(part: Any) -> Any:
        return _named(part, (name,)) if part is node else rebuild(part, visit)

    return visit(clause)


def _named(node: ast.Node, names: Sequence[str]) -> ast.Node:
    """A label expression or property with the names in place of what was computed."""
    if isinstance(node, ast.Subscript):
        return ast.Property(node.subject, names[0], span=node.span)
    return ast.LabelAnd(tuple(map(ast.LabelName, names))) if len(names) > 1 else ast.LabelName(names[0])


def _flat(node: ast.Node) -> ast.Node:
    """Labels of a conjunction inside a conjunction, or of an item, at its own level."""
    if isinstance(node, ast.LabelAnd) and any(isinstance(each, ast.LabelAnd) for each in node.operands):
        return ast.LabelAnd(tuple(label for each in node.operands for label in _operands(each)))
    if isinstance(node, ast.SetLabels | ast.RemoveLabels):
        labels: Any = tuple(label for each in node.labels for label in _operands(each))
        return replace(node, labels=labels)
    return node


def _operands(labels: ast.LabelExpression | None) -> tuple[ast.LabelExpression, ...]:
    if labels is None:
        return ()
    return labels.operands if isinstance(labels, ast.LabelAnd) else (labels,)


def _joined(labels: Sequence[ast.LabelExpression]) -> ast.LabelExpression | None:
    return ast.LabelAnd(tuple(labels)) if len(labels) > 1 else labels[0] if labels else None


def _computed_labels(node: ast.NodePattern) -> list[ast.DynamicLabel]:
    return [each for each in _operands(node.labels) if isinstance(each, ast.DynamicLabel) and _is_computed(each)]


def _patterns(clause: ast.Create) -> list[ast.Node]:
    return [node for node in walk(clause.pattern) if isinstance(node, ast.NodePattern | ast.RelationshipPattern)]


def _is_of_node(node: ast.Node) -> bool:
    """Whether no type of a relationship is computed."""
    types = node.types if isinstance(node, ast.RelationshipPattern) else None
    return types is None or not any(map(_is_computed, walk(types)))


PASS = Pass(
    code="written-names",
    neo4j="labels, types and keys that are written can be computed",
    falkordb="writes names that stand in the query",
    remedy="names that come out of parameters are written out, one loop for each; others are refused",
    rewrite=_rewrite,
    triggers=(ast.DynamicLabel, ast.Subscript),
    cost="the translation is made anew for other names",
)
