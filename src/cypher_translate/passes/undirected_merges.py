"""MERGE without direction sees what it has merged for the rows before, whichever way round.

FalkorDB merges all rows at once: where one row has a and b and another b and a, it creates two relationships. So the
rows of each pair of nodes, and of the same properties, are put together, and all go by the ends of the first one.

>>> show("MATCH (a:Person), (b:Person) MERGE (a)-[r:KNOWS]-(b) RETURN r")  # doctest: +NORMALIZE_WHITESPACE
MATCH (a:Person), (b:Person) WITH *, CASE WHEN id(a) < id(b) THEN [id(a), id(b)] ELSE [id(b), id(a)] END AS _pair
WITH _pair, collect([a, b]) AS _rows UNWIND _rows AS _row
WITH _rows[0][0] AS _from, _rows[0][1] AS _to, _row[0] AS a, _row[1] AS b MERGE (_from)-[r:KNOWS]-(_to) RETURN r
>>> show("MATCH (a:Person) MERGE (a)-[:LIVES_IN]-(b:City)")
MATCH (a:Person) MERGE (a)-[:LIVES_IN]-(b:City)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.content import UPDATING
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def merged(clause: ast.Merge, place: Place) -> Sequence[ast.Clause]:
        ends = _ends(clause, place)
        return (clause,) if ends is None else _by_pairs(clause, *ends, sorted(place.visible), context)

    return rewrite_clauses(query, ast.Merge, merged)


def _ends(clause: ast.Merge, place: Place) -> tuple[Variable, Variable] | None:
    """The two nodes, if they are there already and there may be several rows of them."""
    path = clause.pattern.path
    if clause.pattern.variable is not None or not isinstance(path, ast.PathPattern) or len(path.elements) != 3:
        return None
    one, relationship, other = path.elements
    if not isinstance(relationship, ast.RelationshipPattern) or relationship.direction != "BOTH":
        return None
    if not isinstance(one, ast.NodePattern) or not isinstance(other, ast.NodePattern):
        return None
    if one.variable is None or other.variable is None or one.variable == other.variable:
        return None
    many = any(type(part) not in UPDATING and not isinstance(part, ast.With) for part in place.before)
    both = {one.variable.name, other.variable.name} <= place.visible
    return (one.variable, other.variable) if many and both else None


def _by_pairs(
    clause: ast.Merge, one: Variable, other: Variable, names: Sequence[str], context: Context
) -> list[ast.Clause]:
    pair = context.fresh("pair", t.list_of(t.ANY))
    rows, row = context.fresh("rows", t.list_of(t.list_of(t.ANY))), context.fresh("row", t.list_of(t.ANY))
    start, end = context.fresh("from", t.NODE), context.fresh("to", t.NODE)
    part = clause.pattern
    relationship = part.path.elements[1]  # type: ignore[union-attr]
    assert isinstance(relationship, ast.RelationshipPattern)
    ids = build.call("id", one), build.call("id", other)
    entries = relationship.properties.entries if isinstance(relationship.properties, ast.MapLiteral) else ()
    values = [entry.value for entry in entries]
    in_order = build.compare(ids[0], "<", ids[1])
    either = build.case(None, (in_order, ast.ListLiteral((*ids, *values))), ast.ListLiteral((*ids[::-1], *values)))
    carried = [one.name, other.name, *(name for name in names if name not in (one.name, other.name))]
    together = build.call("collect", ast.ListLiteral(tuple(map(Variable, carried))))
    first = ast.Subscript(rows, build.number(0))
    path = ast.PathPattern((ast.NodePattern(start), relationship, ast.NodePattern(end)))
    return [
        build.with_everything(build.item(either, pair.name)),
        build.with_(build.item(pair), build.item(together, rows.name)),
        ast.Unwind(rows, row),
        build.with_(
            build.item(ast.Subscript(first, build.number(0)), start.name),
            build.item(ast.Subscript(first, build.number(1)), end.name),
            *(build.item(ast.Subscript(row, build.number(i)), name) for i, name in enumerate(carried)),
        ),
        replace(clause, pattern=replace(part, path=path)),
    ]


PASS = Pass(
    code="undirected-merges",
    neo4j="MERGE without direction sees the relationships that it has merged for the rows before",
    falkordb="merges all rows at once, a and b as well as b and a",
    remedy="the rows of each pair of nodes go by the ends of the first one",
    rewrite=_rewrite,
    triggers=(ast.Merge,),
    cost="grouping the rows, for MERGE without direction between nodes that are there",
)
