"""A search by a named vector index also looks at the plain lists, which FalkorDB's index does not hold.

FalkorDB's indexes have no names: what one is on, and how it measures similarity, the adapter fills in, the names of
label and property in the text itself. Its index holds vectors only, and yields a distance. Neo4j's holds every list
of numbers with as many items as the index has dimensions: such lists are compared one by one, and the best of both
are the answer. (A similarity that is not a number, with a vector of zeros, is none in Neo4j.)

>>> show("CALL db.index.vector.queryNodes('moves', 5, $v) YIELD node, score RETURN node.x AS x, score")
... # doctest: +NORMALIZE_WHITESPACE
UNWIND [vecf32($v)] AS _vector UNWIND [5] AS _count
CALL { WITH _count, _vector CALL db.idx.vector.queryNodes($_label, $_property, _count, _vector)
YIELD node AS _entity, score AS _distance
WITH collect([_entity, CASE $_similarity WHEN 'cosine' THEN (2 - _distance) / 2 ELSE 1 / (1 + _distance ^ 2) END])
AS _found RETURN _found }
CALL { WITH _vector MATCH (_entity:`$_label`) WHERE typeof(_entity.`$_property`) = 'List'
AND size(_entity.`$_property`) = $_dimension AND typeof(_entity.`$_property`[0]) IN ['Integer', 'Float']
WITH collect([_entity, CASE $_similarity
WHEN 'cosine' THEN (2 - vec.cosineDistance(vecf32(_entity.`$_property`), _vector)) / 2
ELSE 1 / (1 + vec.euclideanDistance(vecf32(_entity.`$_property`), _vector) ^ 2) END]) AS _listed RETURN _listed }
CALL { WITH _found, _listed UNWIND _found + _listed AS _pair WITH _pair ORDER BY _pair[1] DESC WHERE _pair[1] >= 0
WITH collect(_pair) AS _best RETURN _best }
UNWIND _best[.._count] AS _pair
WITH *, _pair[0] AS node, reduce(_v = _pair[1], _once IN [1] | _v * 536870913.0 - (_v * 536870913.0 - _v)) AS score
RETURN node.x AS x, score
"""

from __future__ import annotations

from collections.abc import Sequence

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, per_row, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.searches import index_name, supply
from cypher_translate.rewriting.templates import fill
from cypher_translate.rewriting.vectors import as_vector, rounded
from cypher_translate.semantics import types as t

_NODES, _RELATIONSHIPS = "db.index.vector.queryNodes", "db.index.vector.queryRelationships"
_FOUND = "CASE $similarity WHEN 'cosine' THEN (2 - $d) / 2 ELSE 1 / (1 + $d ^ 2) END"
_LISTED = (
    "CASE $similarity WHEN 'cosine' THEN (2 - vec.cosineDistance(vecf32($list), $vector)) / 2 "
    "ELSE 1 / (1 + vec.euclideanDistance(vecf32($list), $vector) ^ 2) END"
)
_IS_VECTOR = "typeof($list) = 'List' AND size($list) = $dimension AND typeof($list[0]) IN ['Integer', 'Float']"


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def called(clause: ast.CallProcedure, place: Place) -> Sequence[ast.Clause]:
        return _search(clause, context) if clause.name in (_NODES, _RELATIONSHIPS) else (clause,)

    return rewrite_clauses(query, ast.CallProcedure, called)


def _search(clause: ast.CallProcedure, context: Context) -> Sequence[ast.Clause]:
    _, wanted, query = clause.arguments or ()
    name = index_name(clause, context)
    is_node = clause.name == _NODES
    label = supply("label" if is_node else "type", name, context)
    key, similarity = supply("property", name, context), supply("similarity", name, context)
    dimension = supply("dimension", name, context)
    vector, count = context.fresh("vector", t.ANY), context.fresh("count", t.INTEGER)
    entity = context.fresh("entity", t.NODE if is_node else t.RELATIONSHIP)
    distance, pair = context.fresh("distance", t.FLOAT), context.fresh("pair", t.list_of(t.ANY))
    found, listed, best = (context.fresh(name, t.list_of(t.list_of(t.ANY))) for name in ("found", "listed", "best"))
    stored = ast.Property(entity, f"${key.name}")

    def collected(score: Expression, alias: Variable) -> ast.With:
        return build.with_(build.item(build.call("collect", ast.ListLiteral((entity, score))), alias.name))

    field = "node" if is_node else "relationship"
    yields = ast.Yield((ast.YieldItem(field, entity), ast.YieldItem("score", distance)))
    search = ast.CallProcedure(clause.name.replace("index", "idx"), (label, key, count, vector), yields)
    of_index = collected(fill(_FOUND, context, similarity=similarity, d=distance), found)
    where = fill(_IS_VECTOR, context, list=stored, dimension=dimension)
    scan = ast.Match(ast.Pattern((ast.PatternPart(_pattern(entity, f"${label.name}", is_node)),)), where=where)
    of_lists = collected(fill(_LISTED, context, similarity=similarity, list=stored, vector=vector), listed)
    score = ast.Subscript(pair, build.number(1))
    order = ast.ProjectionBody((build.item(pair),), order_by=(ast.SortItem(score, descending=True),))
    sort = ast.With(order, build.compare(score, ">=", build.number(0)))
    values = {field: ast.Subscript(pair, build.number(0)), "score": rounded(score, context)}
    context.remark(
        PASS.code,
        clause.span,
        "Scores are those of the vectors as they are; Neo4j's index quantizes them unless it is told not to",
    )
    fields = clause.yields.items or () if clause.yields else ()
    items = [build.item(values[item.field], (item.alias or Variable(item.field)).name) for item in fields]
    return (
        ast.Unwind(ast.ListLiteral((as_vector(query, context),)), vector),
        ast.Unwind(ast.ListLiteral((wanted,)), count),
        per_row((search, of_index), (vector.name, count.name), (found.name,)),
        per_row((scan, of_lists), (vector.name,), (listed.name,)),
        per_row(
            (
                ast.Unwind(build.binary("+", found, listed), pair),
                sort,
                build.with_(build.item(build.call("collect", pair), best.name)),
            ),
            (found.name, listed.name),
            (best.name,),
        ),
        ast.Unwind(ast.Slice(best, None, count), pair),
        build.with_everything(*items),
    )


def _pattern(entity: Variable, label: str, is_node: bool) -> ast.PathPattern:
    if is_node:
        return ast.PathPattern((ast.NodePattern(entity, ast.LabelName(label)),))
    relationship = ast.RelationshipPattern("OUTGOING", entity, ast.LabelName(label))
    return ast.PathPattern((ast.NodePattern(), relationship, ast.NodePattern()))


PASS = Pass(
    code="vector-search",
    neo4j="searches a vector index by its name, which holds every list of numbers; scores are similarities",
    falkordb="searches by label and property an index that holds vectors only, and yields distances",
    remedy="the adapter fills in what the index is on; plain lists are looked for and compared one by one",
    rewrite=_rewrite,
    functions=frozenset({_NODES.lower(), _RELATIONSHIPS.lower()}),
    cost="to look for plain lists, 0.4 µs for each node of the label; 15 µs for each list of 384 numbers",
)
