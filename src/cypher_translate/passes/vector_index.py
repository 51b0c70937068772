"""The nodes most similar to a vector come from the vector index (an option, off by default).

A query that computes the similarity of every node of a label and keeps the best is answered exactly by looking at all
of them. With the option vector_index its MATCH asks the index for the nearest nodes instead; what the query computes
and filters stays as it is, so scores are right, but a node may be missing: the index is approximate, and what else
filters the nodes does so afterwards. Hence more are asked for: vector_k times vector_overfetch.

>>> show("MATCH (n:Entity {owner: $o}) WITH n, vector.similarity.cosine(n.embedding, $v) AS score "
...      "WHERE score > 0.8 RETURN n.name", vector_index=True)  # doctest: +NORMALIZE_WHITESPACE
CALL db.idx.vector.queryNodes('Entity', 'embedding', 40, vecf32($v)) YIELD node AS n
WITH n WHERE n.owner = $o
WITH n, reduce(_v = (2 - vec.cosineDistance(coalesce(head([_vector IN CASE typeof(n.embedding) WHEN 'List' THEN [1]
ELSE [] END | vecf32(n.embedding)]), n.embedding), vecf32($v))) / 2, _once IN [1] |
_v * 536870913.0 - (_v * 536870913.0 - _v)) AS score WHERE score > 0.8 RETURN n.name
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.content import is_write
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.vectors import SIMILARITIES, as_vector
from cypher_translate.transform import walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not context.options.vector_index or not isinstance(query.body, ast.SingleQuery) or is_write(query):
        return query  # a statement that searches an index and changes data would kill the server
    first, *rest = query.body.clauses
    if not isinstance(first, ast.Match) or not rest or not isinstance(rest[0], ast.With | ast.Return):
        return query
    node = _single_node(first)
    if node is None or node.variable is None or not isinstance(node.labels, ast.LabelName):
        return query
    found = _similarity(rest[0], node.variable)
    if found is None or not _keeps_the_best(rest[0], rest[1:]):
        return query
    key, vector = found
    count = context.options.vector_k * context.options.vector_overfetch
    context.remark(
        PASS.code,
        first.span,
        f"Only the {count} vectors that the index finds nearest are looked at, and no lists of numbers",
        "raise vector_k or vector_overfetch, or leave vector_index out for an exact answer",
    )
    arguments = (build.text(node.labels.name), build.text(key), build.number(count), as_vector(vector, context))
    yields = ast.Yield((ast.YieldItem("node", node.variable),))
    call = ast.CallProcedure("db.idx.vector.queryNodes", arguments, yields, span=first.span)
    filtered = build.with_(build.item(node.variable), where=build.conjunction(*_conditions(node), first.where))
    return replace(query, body=replace(query.body, clauses=(call, filtered, *rest)))


def _single_node(match: ast.Match) -> ast.NodePattern | None:
    """The node of ``MATCH (n:Label {…}) WHERE …``."""
    if match.optional or len(match.pattern.parts) != 1:
        return None
    (part,) = match.pattern.parts
    if part.variable or part.selector or not isinstance(part.path, ast.PathPattern) or len(part.path.elements) != 1:
        return None
    (node,) = part.path.elements
    return node if isinstance(node, ast.NodePattern) and not isinstance(node.properties, ast.Parameter) else None


def _conditions(node: ast.NodePattern) -> list[Expression]:
    assert node.variable is not None
    entries = node.properties.entries if isinstance(node.properties, ast.MapLiteral) else ()
    conditions: list[Expression] = [
        build.compare(ast.Property(node.variable, entry.key), "=", entry.value) for entry in entries
    ]
    return [*conditions, node.where] if node.where is not None else conditions


def _similarity(clause: ast.With | ast.Return, node: Variable) -> tuple[str, Expression] | None:
    """The key and the vector of the only ``vector.similarity…(node.key, vector)`` of a projection."""
    calls = {
        part
        for item in clause.body.items
        for part in walk(item)
        if isinstance(part, ast.FunctionCall) and part.name.lower() in SIMILARITIES
    }
    if len(calls) != 1 or visible.aggregates(clause.body) or clause.body.distinct:
        return None
    first, second = calls.pop().arguments
    stored, given = (first, second) if isinstance(first, ast.Property) else (second, first)
    if isinstance(stored, ast.Property) and stored.subject == node and not visible.used([given]):
        return stored.key, given
    return None


def _keeps_the_best(clause: ast.With | ast.Return, following: list[ast.Clause]) -> bool:
    """Whether only similar nodes are kept: by a lower bound, or by the first of a descending order."""
    scores = {
        visible.column(item)
        for item in clause.body.items
        if any(isinstance(part, ast.FunctionCall) and part.name.lower() in SIMILARITIES for part in walk(item))
    }
    bodies = [part.body for part in (clause, *following) if isinstance(part, ast.With | ast.Return)][:2]
    for body in bodies:
        if body.limit is not None and body.order_by:
            first = body.order_by[0]
            if first.descending and visible.used([first.expression]) <= scores:
                return True
    where = clause.where if isinstance(clause, ast.With) else None
    for condition in where.operands if isinstance(where, ast.And) else (where,):
        if isinstance(condition, ast.Comparison) and len(condition.operators) == 1:
            left, right = condition.operands
            if condition.operators[0] in (">", ">=") and isinstance(left, Variable) and left.name in scores:
                return True
            if condition.operators[0] in ("<", "<=") and isinstance(right, Variable) and right.name in scores:
                return True
    return False


PASS = Pass(
    code="vector-index",
    neo4j="computes the similarity of every node that a MATCH finds",
    falkordb="has a vector index that finds the nearest ones, approximately",
    remedy="with the option vector_index, the MATCH becomes a search of that index where only the best are kept",
    rewrite=_rewrite,
    functions=SIMILARITIES,
)
