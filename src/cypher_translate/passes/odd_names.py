"""Names with backticks, and names that FalkorDB cannot store.

It reads no backtick inside backticks. Variables get another name, and a property is read by a string; a label, type
or property that would have to be stored under such a name is refused, as are NUL in a name, labels and types of more
than 512 bytes, and, as in Neo4j, empty ones.

>>> show("MATCH (`a``b`) RETURN `a``b`.x AS x, `a``b`.`c``d` AS y")
MATCH (`a\x01\x02b`) RETURN `a\x01\x02b`.x AS x, `a\x01\x02b`['c`d'] AS y
"""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.names import server_name
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import rebuild, walk

_LONGEST = 512


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if "``" not in context.text and "\0" not in context.text and not _has_long_label(query, context):
        return query

    def visit(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.LabelName):
            _check_label(node, context)
        elif isinstance(node, ast.MapEntry | ast.PropertySelector):
            _check_key(node.key, node, context)
        elif isinstance(node, ast.SetProperty | ast.RemoveProperty) and isinstance(node.target, ast.Property):
            _check_key(node.target.key, node.target, context, stored=True)
        elif isinstance(node, ast.NodePattern | ast.RelationshipPattern):
            if isinstance(node.properties, ast.MapLiteral):
                for entry in node.properties.entries:
                    _check_key(entry.key, entry, context, stored=True)
        elif isinstance(node, ast.VariableSelector):
            _check_key(node.variable.name, node, context)
        return _readable(rebuild(node, visit), context)

    return visit(query)  # type: ignore[return-value]


def _has_long_label(query: ast.Query, context: Context) -> bool:
    if len(context.text) <= _LONGEST // 4:
        return False
    return any(isinstance(node, ast.LabelName) and len(node.name) > _LONGEST // 4 for node in walk(query))


def _readable(node: ast.Node, context: Context) -> ast.Node:
    """The node with a name that FalkorDB reads, where the name is not stored."""
    if isinstance(node, ast.Variable):
        _check_nul(node.name, node, context)
        name = server_name(node.name)
        if name == node.name:
            return node
        context.names.add(name)
        if node.name in context.types:
            context.types[name] = context.types[node.name]
        return replace(node, name=name)
    if isinstance(node, ast.Property):
        _check_nul(node.key, node, context)
        if "`" in node.key:
            return ast.Subscript(node.subject, ast.StringLiteral(node.key), span=node.span)
    return node


def _check_label(node: ast.LabelName, context: Context) -> None:
    _check_key(node.name, node, context, stored=True)
    if len(node.name.encode(errors="replace")) > _LONGEST:
        raise context.refuse(
            "LongName", node, f"FalkorDB's labels and types have {_LONGEST} bytes at most", "use a shorter name"
        )


def _check_key(name: str, node: ast.Node, context: Context, stored: bool = False) -> None:
    if stored and not name:
        raise CypherSyntaxError("A label, type or property needs a name", text=context.text, span=node.span)
    _check_nul(name, node, context)
    if "`" in name:
        raise context.refuse(
            "Name",
            node,
            f"FalkorDB knows no backtick in a name: {name!r}",
            "use another name, or pass the map as a parameter",
        )


def _check_nul(name: str, node: ast.Node, context: Context) -> None:
    if "\0" in name:
        raise context.refuse("Name", node, "FalkorDB ends a name at the character NUL", "use another name")


PASS = Pass(
    code="odd-names",
    neo4j="a backtick in a name is written twice; names have any length",
    falkordb="knows no backtick in a name; labels and types have 512 bytes at most",
    remedy="variables are renamed, properties read by n['name']; names that would be stored are refused",
    rewrite=_rewrite,
)
