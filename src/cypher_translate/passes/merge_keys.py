"""MERGE by a value that no index finds marks what there is, instead of looking it up.

Neo4j's MERGE finds every node. FalkorDB's looks nodes up by way of a range index where there is one, which misses ''
and some other values: it would create the node once more. Then all that match get a label of their own, on which there
is no index, MERGE goes by that label, and it is taken off again.

>>> show("MERGE (n:Person {name: ''}) ON CREATE SET n.new = true RETURN n")  # doctest: +NORMALIZE_WHITESPACE
OPTIONAL MATCH (_n:Person) WHERE _n['name'] = ''
FOREACH (_found IN CASE WHEN _n IS NULL THEN [] ELSE [_n] END | SET _found:_merged) WITH DISTINCT 1 AS _row
MERGE (n:_merged {name: ''}) ON CREATE SET n:Person, n.new = true REMOVE n:_merged RETURN n
>>> show("MATCH (c:City) MERGE (n:Person {name: $name, town: c.name}) RETURN n")  # doctest: +NORMALIZE_WHITESPACE
MATCH (c:City) MERGE (n:Person {name: $name, town: coalesce(neo4j.sought(c.name), c.name)}) RETURN n
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.seeks import Finding, Origins, checked, finding, hidden
from cypher_translate.rewriting.visible import after
from cypher_translate.semantics.types import ANY, INTEGER, NODE, list_of
from cypher_translate.transform import transform

_MARK = ast.LabelName("_merged")
_HINT = "MERGE the nodes first, each by itself; or write MATCH, and CREATE what is missing"


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    merging = _Merging(context, Origins(query))

    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.SingleQuery):
            return merging.query(node)
        if isinstance(node, ast.Foreach):
            return merging.foreach(node)
        return node

    return transform(query, step)


class _Merging:
    def __init__(self, context: Context, origins: Origins) -> None:
        self.context = context
        self.origins = origins

    def query(self, query: ast.SingleQuery) -> ast.SingleQuery:
        clauses: list[ast.Clause] = []
        visible: tuple[str, ...] = ()
        for clause in query.clauses:
            if isinstance(clause, ast.Merge):
                clauses += self.merge(clause, visible)
            else:
                clauses.append(clause)
            visible = after(clause, visible)
        return query if tuple(clauses) == query.clauses else replace(query, clauses=tuple(clauses))

    def foreach(self, node: ast.Foreach) -> ast.Foreach:
        clauses: list[ast.Clause] = []
        for clause in node.clauses:
            if isinstance(clause, ast.Merge):
                if self.worst(clause, ()) == "missed":
                    raise self.refused(clause, "inside FOREACH")
                clauses += self.merge(clause, ())
            else:
                clauses.append(clause)
        return node if tuple(clauses) == node.clauses else replace(node, clauses=tuple(clauses))

    def merge(self, merge: ast.Merge, visible: tuple[str, ...]) -> Iterator[ast.Clause]:
        how = self.worst(merge, visible)
        if how == "found":
            yield merge
        elif how == "unknown":
            yield self.with_checks(merge)
        elif len(merge.pattern.path.elements) > 1:  # type: ignore[union-attr]
            raise self.refused(merge, "of a path")
        else:
            yield from self.marked(merge, visible)

    def worst(self, merge: ast.Merge, visible: tuple[str, ...]) -> Finding:
        """How well the nodes and relationships of the pattern are found that an index may be asked for."""
        path = merge.pattern.path
        if not isinstance(path, ast.PathPattern):
            return "found"
        nodes = [element for element in path.elements if isinstance(element, ast.NodePattern)]
        bound = sum(node.variable is not None and node.variable.name in visible for node in nodes)
        sought: list[ast.PathElement] = [] if bound else [node for node in nodes if node.labels is not None]
        if bound < len(nodes):
            sought += [element for element in path.elements if isinstance(element, ast.RelationshipPattern)]
        findings: set[Finding] = set()
        for element in sought:
            if isinstance(element.properties, ast.MapLiteral):  # type: ignore[union-attr]
                for entry in element.properties.entries:  # type: ignore[union-attr]
                    findings.add(finding(entry.value, False, self.context, self.origins))
        return "missed" if "missed" in findings else "unknown" if "unknown" in findings else "found"

    def with_checks(self, merge: ast.Merge) -> ast.Merge:
        def step(node: ast.Node) -> ast.Node:
            if isinstance(node, ast.MapEntry) and finding(node.value, False, self.context, self.origins) == "unknown":
                return replace(node, value=checked(node.value))
            return node

        return replace(merge, pattern=transform(merge.pattern, step))

    def marked(self, merge: ast.Merge, visible: tuple[str, ...]) -> Iterator[ast.Clause]:
        """What marks the nodes that match, the MERGE by the mark, and what takes it off.

        Marking gives each row as often as it finds a node, so the rows are put aside in a list meanwhile.
        """
        (node,) = merge.pattern.path.elements  # type: ignore[union-attr]
        assert isinstance(node, ast.NodePattern)
        assert isinstance(node.properties, ast.MapLiteral)
        self.context.marks = True
        labels = node.labels.operands if isinstance(node.labels, ast.LabelAnd) else (node.labels,)
        variable = node.variable or self.context.fresh("n", NODE)
        found, item = self.context.fresh("n", NODE), self.context.fresh("found", NODE)
        row = self.context.fresh("row", ANY if visible else INTEGER)
        if visible:
            rows = self.context.fresh("rows", list_of(ANY))
            columns = [ast.Variable(name) for name in visible]
            values = [build.item(ast.Subscript(row, build.number(index)), name) for index, name in enumerate(visible)]
            yield build.with_(build.item(build.call("collect", ast.ListLiteral(tuple(columns))), rows.name))
            yield ast.Unwind(rows, row)
            yield build.with_(build.item(rows), *values)
        yield ast.Match(
            ast.Pattern((ast.PatternPart(ast.PathPattern((replace(node, variable=found, properties=None),))),)),
            build.conjunction(
                *(
                    build.compare(hidden(ast.Property(found, entry.key)), "=", entry.value)
                    for entry in node.properties.entries
                )
            ),
            optional=True,
        )
        nothing = ast.IsNull(found)
        one = build.case(None, (nothing, ast.ListLiteral(())), ast.ListLiteral((found,)))
        yield ast.Foreach(item, one, (ast.Set((ast.SetLabels(item, (_MARK,)),)),))
        first = build.item(rows) if visible else build.item(build.number(1), row.name)
        yield ast.With(ast.ProjectionBody((first,), distinct=True))
        if visible:
            yield ast.Unwind(rows, row)
            yield build.with_(*values)
        relabel = ast.SetLabels(variable, tuple(labels))  # type: ignore[arg-type]
        created = [item for action in merge.actions if action.on == "CREATE" for item in action.set.items]
        yield ast.Merge(
            ast.PatternPart(ast.PathPattern((replace(node, variable=variable, labels=_MARK),)), merge.pattern.variable),
            (
                ast.MergeAction("CREATE", ast.Set((relabel, *created))),
                *(action for action in merge.actions if action.on == "MATCH"),
            ),
        )
        yield ast.Remove((ast.RemoveLabels(variable, (_MARK,)),))

    def refused(self, merge: ast.Merge, where: str) -> Exception:
        return self.context.refuse(
            "merge-keys", merge, f"FalkorDB's indexes do not find every value that this MERGE {where} looks up", _HINT
        )


PASS = Pass(
    code="merge-keys",
    neo4j="MERGE finds every node that matches",
    falkordb="looks nodes up by way of a range index, which misses some values",
    remedy="what matches is marked by a label, MERGE goes by that label; an error where the pattern is a path",
    rewrite=_rewrite,
    triggers=(ast.Merge,),
    cost="nothing for usual values; for those that no index finds, a scan of the label",
)
