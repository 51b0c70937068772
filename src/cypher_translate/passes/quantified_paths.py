"""A quantified path becomes a relationship of variable length, or is written out.

A group whose relationships all have one direction is a relationship of variable length: the nodes of each repetition
are the ends of its relationships, what a repetition demands is a predicate on each. So is a group of several
directions, or of none, but the nodes are found by going along the relationships. A group that is repeated a fixed
number of times is written out. FalkorDB has neither.

>>> show("MATCH (a)((x)-[r:T]->(y) WHERE r.w = 3){1,3}(b) RETURN b.name")
MATCH _p = (a)-[:T*1..3]->(b) WHERE all(_r IN relationships(_p) WHERE _r.w = 3) RETURN b.name
>>> show("MATCH (a)-[:T]->+(b) RETURN b.name")
MATCH (a)-[:T*1..]->(b) RETURN b.name
>>> show("MATCH (a)((x)-[:T]->()<-[:U]-(y)){1}(b) RETURN x")
MATCH (a)-[_r:T]->()<-[_r2:U]-(b) WHERE _r IS NOT NULL AND _r2 IS NOT NULL WITH *, [a] AS x RETURN x
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression, NodePattern, ParenthesizedPath, RelationshipPattern
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.definitions import define
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics import types as t
from cypher_translate.transform import AnyNode, rebuild, transform

_REPETITIONS = "range(0, coalesce(size($list), 0) / $step - 1)"
_WHOLE = "size($list) % $step = 0"
_NODES = (
    "reduce(nodes = [$start], r IN $relationships | nodes + "
    "[CASE WHEN id(startNode(r)) = id(last(nodes)) THEN endNode(r) ELSE startNode(r) END])"
)
_MOST = 8
"""Longer groups of a fixed number of repetitions are not written out."""


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        writer = _Writer(context)

        def part(node: ast.Node) -> ast.Node:
            return writer.path(node) if isinstance(node, ast.PathPattern) else node

        pattern = rebuild(match.pattern, lambda child: rebuild(child, part))
        if pattern is match.pattern:
            return (match,)
        where = build.conjunction(match.where, *writer.predicates)
        return define(replace(match, pattern=pattern, where=where), writer.definitions, place, writer.found)

    return rewrite_clauses(query, ast.Match, step)


class _Writer:
    """What becomes of the quantified paths of one MATCH, with what they demand and what their variables mean."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.predicates: list[Expression] = []
        self.definitions: dict[str, Expression] = {}
        self.found: ast.Variable | None = None
        self.made: set[str] = set()

    def path(self, path: ast.PathPattern) -> ast.PathPattern:
        if not any(
            isinstance(element, ParenthesizedPath)
            or (isinstance(element, RelationshipPattern) and element.quantifier is not None)
            for element in path.elements
        ):
            return path
        elements: list[ast.PathElement] = []
        for element in path.elements:
            if isinstance(element, ParenthesizedPath):
                for inner in self.group(element, path, elements):
                    self.append(elements, inner)
            else:
                if isinstance(element, RelationshipPattern) and element.quantifier is not None:
                    element = self.relationship(element)
                self.append(elements, element)
        if not isinstance(elements[-1], NodePattern):
            elements.append(NodePattern())
        return ast.PathPattern(tuple(elements))

    def append(self, elements: list[ast.PathElement], element: ast.PathElement) -> None:
        """Put an element behind others; a node that was made up gives way to the one that it meets."""
        last = elements[-1] if elements else None
        old = last.variable if isinstance(last, NodePattern) else None
        new = element.variable if isinstance(element, NodePattern) else None
        if last and old and new and old != new and old.name in self.made:
            names = {old.name: new}
            self.predicates = [_with(predicate, names) for predicate in self.predicates]
            self.definitions = {name: _with(value, names) for name, value in self.definitions.items()}
            elements[-1] = _with(last, names)
        _append(elements, element)

    def relationship(self, element: RelationshipPattern) -> RelationshipPattern:
        """``-[r:T WHERE …]->{1,3}``"""
        assert element.quantifier is not None
        plain = replace(element, quantifier=None, where=None, length=_length(element.quantifier))
        if element.where is None:
            return plain
        variable = element.variable or self.context.fresh("r", t.list_of(t.RELATIONSHIP))
        item = self.context.fresh("r", t.RELATIONSHIP)
        where = _with(element.where, {} if element.variable is None else {element.variable.name: item})
        self.predicates.append(ast.ListPredicate("all", item, variable, where))
        return replace(plain, variable=variable)

    def group(
        self, group: ParenthesizedPath, path: ast.PathPattern, before: list[ast.PathElement]
    ) -> Sequence[ast.PathElement]:
        if not isinstance(group.part.path, ast.PathPattern) or group.part.selector or group.part.variable:
            raise self.refusal(group, "FalkorDB has no names and selectors inside a path in parentheses")
        elements = group.part.path.elements
        if group.quantifier is None:
            if len(path.elements) > 1:
                raise self.refusal(group, "FalkorDB has no path in parentheses beside others")
            if group.where is not None:
                self.predicates.append(group.where)
            return self.path(group.part.path).elements
        if not all(isinstance(element, NodePattern | RelationshipPattern) for element in elements) or any(
            isinstance(element, RelationshipPattern) and (element.length or element.quantifier) for element in elements
        ):
            raise self.refusal(group, "FalkorDB has no quantified path inside another")
        length = _length(group.quantifier)
        relationships = [element for element in elements if isinstance(element, RelationshipPattern)]
        directions = {element.direction for element in relationships}
        size = (length.upper or 0) * len(relationships)
        if length.lower == length.upper and 0 < size <= _MOST:
            return self.written_out(group, elements, length.lower or 0, before)
        if len(directions) == 1 and "BOTH" not in directions:
            return self.of_variable_length(group, elements, relationships, length)
        if len(relationships) == 1 and not self.has_nodes(group, elements):
            return self.of_variable_length(group, elements, relationships, length)
        return self.of_any_direction(elements, relationships, length, group.where, before)

    def has_nodes(self, group: ParenthesizedPath, elements: Sequence[ast.PathElement]) -> bool:
        return any(isinstance(element, NodePattern) and element != NodePattern() for element in elements)

    def written_out(
        self,
        group: ParenthesizedPath,
        elements: Sequence[ast.PathElement],
        times: int,
        before: list[ast.PathElement],
    ) -> list[ast.PathElement]:
        written: list[ast.PathElement] = []
        values: dict[str, list[Expression]] = {}
        for number in range(times):
            names: dict[str, Expression] = {}
            for i, element in enumerate(elements):
                assert not isinstance(element, ParenthesizedPath)
                type_ = t.NODE if isinstance(element, NodePattern) else t.RELATIONSHIP
                variable = element.variable
                if variable is not None:
                    new = self.context.fresh(variable.name, type_)
                    self.made.add(new.name)
                    if i == 0 and (written or before):
                        last = written[-1] if written else before[-1]
                        if isinstance(last, NodePattern):
                            if last.variable is None:
                                last = replace(last, variable=new)
                                (written if written else before)[-1] = last
                            new = last.variable or new
                    names[variable.name] = new
                    values.setdefault(variable.name, []).append(new)
            for i, element in enumerate(elements):
                assert not isinstance(element, ParenthesizedPath)
                new_element = _with(element, names)
                if isinstance(new_element, RelationshipPattern):
                    if new_element.variable is None:
                        new_element = replace(new_element, variable=self.context.fresh("r", t.RELATIONSHIP))
                    self.found = new_element.variable
                if i == 0 and number:
                    _append(written, new_element)
                else:
                    written.append(new_element)
            if group.where is not None:
                self.predicates.append(_with(group.where, names))
        for name, items in values.items():
            self.definitions[name] = ast.ListLiteral(tuple(items))
        return written

    def of_variable_length(
        self,
        group: ParenthesizedPath,
        elements: Sequence[ast.PathElement],
        relationships: list[RelationshipPattern],
        length: ast.Range,
    ) -> list[ast.PathElement]:
        step = len(relationships)
        forward = relationships[0].direction == "OUTGOING"
        named = relationships[0].variable if step == 1 else None
        whole = named or self.context.fresh("r", t.list_of(t.RELATIONSHIP))
        counter = self.context.fresh("r" if step == 1 else "i", t.RELATIONSHIP if step == 1 else t.INTEGER)

        def item(number: int) -> Expression:
            return counter if step == 1 else ast.Subscript(whole, _place(counter, step, number))

        meanings: list[tuple[ast.PathElement, Expression]] = []
        for i, element in enumerate(elements):
            if i % 2:
                meanings.append((element, item(i // 2)))
            else:
                of, end = (item(i // 2), forward) if i // 2 < step else (item(step - 1), not forward)
                meanings.append((element, build.call("startNode" if end else "endNode", of)))
        names: dict[str, Expression] = {
            element.variable.name: meaning
            for element, meaning in meanings
            if not isinstance(element, ParenthesizedPath) and element.variable
        }
        demands: list[Expression] = []
        for element, meaning in meanings:
            demands += self.demands(element, meaning, names, single=step == 1)
        if group.where is not None:
            demands.append(_with(group.where, names))
        times: Expression = whole
        if step > 1:
            times = fill(_REPETITIONS, self.context, list=whole, step=build.number(step))
            self.predicates.append(fill(_WHOLE, self.context, list=whole, step=build.number(step)))
        if demands:
            self.predicates.append(ast.ListPredicate("all", counter, times, build.conjunction(*demands)))
        for name, meaning in names.items():
            if named is None or name != named.name:
                local = self.context.fresh(name, self.context.types.get(name, t.ANY).item)
                body = _with(meaning, {counter.name: local})
                values = ast.ListComprehension(local, times, None, body)
                self.definitions[name] = values if step == 1 else _unless_null(whole, values)
        kept = relationships[0]
        if step > 1:
            kept = RelationshipPattern(kept.direction, types=_union(relationships))
        is_read = named is not None or demands or step > 1 or names
        new = replace(
            kept,
            variable=whole if is_read else None,
            where=None,
            length=ast.Range((length.lower or 0) * step, None if length.upper is None else length.upper * step),
        )
        return [new]

    def of_any_direction(
        self,
        elements: Sequence[ast.PathElement],
        relationships: list[RelationshipPattern],
        length: ast.Range,
        where: Expression | None,
        before: list[ast.PathElement],
    ) -> list[ast.PathElement]:
        """A relationship of variable length without direction, whose nodes are told by going along it."""
        step = len(relationships)
        start = self.named_end(before)
        first = relationships[0]
        named = first.variable if step == 1 else None
        whole = named or self.context.fresh("r", t.list_of(t.RELATIONSHIP))
        nodes = self.context.fresh("nodes", t.list_of(t.NODE))
        i = self.context.fresh("i", t.INTEGER)
        times = fill(_REPETITIONS, self.context, list=whole, step=build.number(step))
        meanings: list[tuple[ast.PathElement, Expression]] = [
            (element, ast.Subscript(whole if number % 2 else nodes, _place(i, step, number // 2)))
            for number, element in enumerate(elements)
        ]
        names: dict[str, Expression] = {
            element.variable.name: meaning
            for element, meaning in meanings
            if not isinstance(element, ParenthesizedPath) and element.variable
        }
        demands: list[Expression] = []
        for (element, meaning), (_, previous) in zip(meanings, meanings[:1] + meanings, strict=False):
            demands += self.demands(element, meaning, names, single=step == 1)
            if isinstance(element, RelationshipPattern) and element.direction != "BOTH":
                end = build.call("startNode" if element.direction == "OUTGOING" else "endNode", meaning)
                demands.append(build.compare(end, "=", previous))
        if where is not None:
            demands.append(_with(where, names))
        if step > 1:
            self.predicates.append(fill(_WHOLE, self.context, list=whole, step=build.number(step)))
        if demands:
            every = ast.ListPredicate("all", i, times, build.conjunction(*demands))
            self.predicates.append(ast.ListPredicate("any", nodes, self.walks(start, whole), every))
        for name, meaning in names.items():
            if named is None or name != named.name:
                each = ast.ListComprehension(i, times, None, meaning)
                values = build.call("head", ast.ListComprehension(nodes, self.walks(start, whole), None, each))
                self.definitions[name] = _unless_null(whole, values)
        kept = first if step == 1 else RelationshipPattern("BOTH", types=_union(relationships))
        bounds = ast.Range((length.lower or 0) * step, None if length.upper is None else length.upper * step)
        return [replace(kept, direction="BOTH", variable=whole, where=None, length=bounds)]

    def named_end(self, before: list[ast.PathElement]) -> ast.Variable:
        """The node with which a path ends, as far as it is written."""
        last = before[-1] if before else None
        if not isinstance(last, NodePattern):
            last = NodePattern()
            before.append(last)
        if last.variable is None:
            last = before[-1] = replace(last, variable=self.context.fresh("n", t.NODE))
        assert last.variable is not None
        return last.variable

    def walks(self, start: ast.Variable, relationships: ast.Variable) -> Expression:
        """A list with the list of the nodes along relationships."""
        return ast.ListLiteral((fill(_NODES, self.context, start=start, relationships=relationships),))

    def demands(
        self, element: ast.PathElement, meaning: Expression, names: Mapping[str, Expression], single: bool
    ) -> list[Expression]:
        """What one element demands of each repetition."""
        assert not isinstance(element, ParenthesizedPath)
        found: list[Expression] = []
        if isinstance(element, NodePattern):
            if element.labels is not None:
                found.append(ast.HasLabels(meaning, element.labels))
        elif not single and element.types is not None:
            found.append(ast.HasLabels(meaning, element.types))
        if element.properties is not None and not (single and isinstance(element, RelationshipPattern)):
            if not isinstance(element.properties, ast.MapLiteral):
                raise self.refusal(element, "FalkorDB cannot compare all properties with a parameter")
            for entry in element.properties.entries:
                found.append(build.compare(ast.Property(meaning, entry.key), "=", _with(entry.value, names)))
        if element.where is not None:
            found.append(_with(element.where, names))
        return found

    def refusal(self, node: ast.Node, message: str) -> Exception:
        return self.context.refuse(
            PASS.code, node, message, "write the pattern out, or give its relationships one direction"
        )


def _place(i: Expression, step: int, offset: int) -> Expression:
    """``i * step + offset``"""
    begin = i if step == 1 else build.binary("*", i, build.number(step))
    return build.binary("+", begin, build.number(offset)) if offset else begin


def _unless_null(subject: Expression, value: Expression) -> Expression:
    """The value, null where the subject is."""
    return build.case(None, (build.is_not_null(subject), value))


def _append(elements: list[ast.PathElement], element: ast.PathElement) -> None:
    """Nodes that meet are one node; between relationships there is one."""
    last = elements[-1] if elements else None
    if isinstance(element, NodePattern):
        if isinstance(last, NodePattern):
            elements[-1] = _merged(last, element)
            return
    elif not isinstance(last, NodePattern):
        elements.append(NodePattern())
    elements.append(element)


def _merged(a: NodePattern, b: NodePattern) -> NodePattern:
    labels = tuple(labels for labels in (a.labels, b.labels) if labels is not None)
    entries: tuple[ast.MapEntry, ...] = ()
    for node in (a, b):
        if isinstance(node.properties, ast.MapLiteral):
            entries += node.properties.entries
    return NodePattern(
        a.variable or b.variable,
        ast.LabelAnd(labels) if len(labels) > 1 else labels[0] if labels else None,
        ast.MapLiteral(entries) if entries else a.properties or b.properties,
        build.conjunction(a.where, b.where),
    )


def _length(quantifier: ast.Range) -> ast.Range:
    """A missing lower bound is 0 for a quantifier, and 1 for a variable length."""
    return replace(quantifier, lower=quantifier.lower or 0)


def _union(relationships: list[RelationshipPattern]) -> ast.LabelExpression | None:
    types = [element.types for element in relationships]
    if any(type_ is None for type_ in types):
        return None
    distinct = tuple(dict.fromkeys(type_ for type_ in types if type_ is not None))
    return distinct[0] if len(distinct) == 1 else ast.LabelOr(distinct)


def _with(node: AnyNode, names: Mapping[str, Expression]) -> AnyNode:
    """The node with variables replaced by what they mean."""

    def step(part: ast.Node) -> ast.Node:
        return names.get(part.name, part) if isinstance(part, ast.Variable) else part

    return transform(node, step) if names else node


PASS = Pass(
    code="quantified-paths",
    neo4j="((a)-[r]->(b)){1,3} repeats a path, -[r]->+ a relationship; their variables are lists",
    falkordb="has relationships of variable length only",
    remedy="a group becomes such a relationship, with predicates on what it finds; one repeated a fixed number of "
    "times is written out",
    rewrite=_rewrite,
    triggers=(ast.ParenthesizedPath, ast.Range),
    cost="what each repetition demands is asked of the paths that were found",
)
