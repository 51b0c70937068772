"""The components of temporal values and points are read from their text.

Where the subject may be such a value and the key is the name of a component, in any letter case, a compatibility
function reads it. Nodes, relationships and maps are asked as they are.

>>> show("MATCH (n) RETURN n.born.year AS a")
MATCH (n) RETURN neo4j.property(n.born, 'year') AS a
>>> show("MATCH (n) UNWIND $rows AS row RETURN n.year, row.name, row.year AS c")  # doctest: +NORMALIZE_WHITESPACE
MATCH (n) UNWIND $rows AS row RETURN n.year, row.name,
coalesce(neo4j.property(CASE WHEN typeof(row) = 'String' THEN row END, 'year'),
(CASE WHEN typeof(row) <> 'String' THEN row END).year) AS c
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.semantics.types import TEMPORAL, component_type
from cypher_translate.transform import rebuild, walk

_TEXT = "neo4j.property(CASE WHEN typeof($x) = 'String' THEN $x END, $k)"
_WITH_KEYS = ("NODE", "RELATIONSHIP", "MAP")
_OTHER = "CASE WHEN typeof($x) <> 'String' THEN $x END"


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not any(isinstance(node, ast.Property | ast.Subscript) and _differs(node, context) for node in walk(query)):
        return query
    assigned = {id(node.target) for node in walk(query) if isinstance(node, ast.SetProperty | ast.RemoveProperty)}

    def visit(node: ast.Node) -> ast.Node:
        rebuilt = rebuild(node, visit)
        if id(node) in assigned:
            return rebuilt
        if isinstance(rebuilt, ast.Property | ast.Subscript) and _differs(rebuilt, context):
            return _read(rebuilt, context)
        return rebuilt

    return visit(query)  # type: ignore[return-value]


def _key(node: ast.Property | ast.Subscript) -> Expression:
    return ast.StringLiteral(node.key) if isinstance(node, ast.Property) else node.index


def _differs(node: ast.Property | ast.Subscript, context: Context) -> bool:
    """Whether a component may be meant."""
    key = _key(node)
    is_literal = isinstance(key, ast.StringLiteral)
    if is_literal and component_type(key.value) is None:  # type: ignore[attr-defined]
        return False
    type_ = context.type_of(node.subject)
    return type_.may_be("POINT", *TEMPORAL) and (is_literal or not type_.may_be("LIST", *_WITH_KEYS))


def _read(node: ast.Property | ast.Subscript, context: Context) -> Expression:
    key = _key(node)
    if not isinstance(key, ast.StringLiteral) or not context.type_of(node.subject).may_be(*_WITH_KEYS):
        return build.call("neo4j.property", node.subject, key)
    access = f"({_OTHER}).{key.value}" if isinstance(node, ast.Property) else f"({_OTHER})[$k]"
    return fill(f"coalesce({_TEXT}, {access})", context, x=node.subject, k=key)


PASS = Pass(
    code="components",
    neo4j="temporal values and points have components: date().year, point.x",
    falkordb="knows some of them, of its own temporal values",
    remedy="a compatibility function reads them where the subject may be such a value",
    rewrite=_rewrite,
    triggers=(ast.Property, ast.Subscript),
    cost="1 µs where the subject is not known to be a node, relationship or map",
)
