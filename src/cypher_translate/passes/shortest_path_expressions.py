"""shortestPath and allShortestPaths outside of a pattern are matched by a subquery.

As an expression FalkorDB has only shortestPath, of relationships from left to right, and null where both ends are the
same node, which is an error to Neo4j.

>>> show("MATCH (a:A), (b:B) RETURN length(shortestPath((a)-[:T*]->(b))) AS l")  # doctest: +NORMALIZE_WHITESPACE
MATCH (a:A), (b:B)
CALL { WITH a, b CALL { WITH a, b WITH a, b WHERE neo4j.differentEnds(id(a), id(b))
MATCH _p = allShortestPaths((a)-[:T*]->(b)) WITH _p LIMIT 1 RETURN _p } RETURN collect([_p]) AS _list }
RETURN length(head([_item IN _list | _item[0]])) AS l
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    in_patterns = {id(part.path) for part in walk(query) if isinstance(part, ast.PatternPart)}

    def step(node: ast.Node) -> ast.Node:
        if not isinstance(node, ast.ShortestPath) or id(node) in in_patterns:
            return node
        found = _found(node, context)
        if not node.all:
            return build.call("head", found)
        ends = (end.variable for end in node.path.elements if isinstance(end, ast.NodePattern) and end.variable)
        return build.case(None, (ast.And(tuple(map(build.is_not_null, ends))), found))

    return transform(query, step)


def _found(node: ast.ShortestPath, context: Context) -> ast.CollectSubquery:
    """``COLLECT { MATCH p = shortestPath(…) RETURN p }``"""
    path = context.fresh("p", t.PATH)
    match = ast.Match(ast.Pattern((ast.PatternPart(node, path),)))
    return ast.CollectSubquery(ast.SingleQuery((match, ast.Return(ast.ProjectionBody((build.item(path),))))))


PASS = Pass(
    code="shortest-path-expressions",
    neo4j="shortestPath and allShortestPaths are expressions, too",
    falkordb="has shortestPath from left to right only, and gives null for a path from a node to itself",
    remedy="they become COLLECT { MATCH p = shortestPath(…) RETURN p }",
    rewrite=_rewrite,
    triggers=(ast.ShortestPath,),
)
