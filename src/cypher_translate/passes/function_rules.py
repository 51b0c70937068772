"""Functions whose answers differ are computed by an expression that gives Neo4j's.

What is known of the types of the arguments decides: most functions are called as they are where FalkorDB's answer is
Neo4j's for that type.

>>> show("MATCH (n) RETURN toUpper(n.name), left(n.name, 2), round(n.x, 2), toString(1)")
MATCH (n) RETURN neo4j.toUpper(n.name) AS `toUpper(n.name)`, left(n.name, 2), neo4j.round(n.x, 2) AS `round(n.x, 2)`, toString(1)
"""  # noqa: E501

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.transform import transform

_PLACES = ("x", "y", "z")

_RULES: dict[str, tuple[tuple[tuple[str, ...] | None, str], ...]] = {
    # function: (types of the first argument, None for any; what is written, "" to leave it as it is), …
    "tostring": (
        (("INTEGER", "BOOLEAN"), ""),
        (("FLOAT",), "neo4j.floatText($x)"),
        (("STRING",), "$x"),
        (None, "neo4j.toString($x, toString($x))"),
    ),
    "tostringornull": (
        (("INTEGER", "BOOLEAN"), ""),
        (("FLOAT",), "neo4j.floatText($x)"),
        (("STRING",), "$x"),
        (None, "neo4j.toString($x, toStringOrNull($x))"),
    ),
    "tointeger": (
        (("INTEGER",), "$x"),
        (("FLOAT", "STRING", "BOOLEAN"), "neo4j.toInteger($x)"),
        (None, "CASE typeof($x) WHEN 'Integer' THEN $x ELSE neo4j.toInteger($x) END"),
    ),
    "tointegerornull": (
        (("INTEGER",), "$x"),
        (("FLOAT", "STRING", "BOOLEAN"), "neo4j.toIntegerOrNull($x)"),
        (None, "CASE typeof($x) WHEN 'Integer' THEN $x ELSE neo4j.toIntegerOrNull($x) END"),
    ),
    "tofloat": ((("INTEGER", "FLOAT"), ""), (None, "neo4j.toFloat($x)")),
    "tofloatornull": ((("INTEGER", "FLOAT"), "toFloat($x)"), (None, "neo4j.toFloatOrNull($x)")),
    "toboolean": (
        (("BOOLEAN",), "$x"),
        (("STRING", "INTEGER"), "neo4j.toBoolean($x)"),
        (None, "CASE WHEN typeof($x) IN ['String', 'Integer'] THEN neo4j.toBoolean($x) ELSE toBoolean($x) END"),
    ),
    "tobooleanornull": (
        (("BOOLEAN",), "$x"),
        (("STRING", "INTEGER"), "neo4j.toBoolean($x)"),
        (None, "CASE WHEN typeof($x) IN ['String', 'Integer'] THEN neo4j.toBoolean($x) ELSE toBooleanOrNull($x) END"),
    ),
    "tointegerlist": ((None, "[q IN $x | CASE typeof(q) WHEN 'Integer' THEN q ELSE neo4j.toIntegerOrNull(q) END]"),),
    "tofloatlist": ((None, "[q IN $x | neo4j.toFloatOrNull(q)]"),),
    "tobooleanlist": (
        (
            None,
            "[q IN $x | CASE WHEN typeof(q) IN ['String', 'Integer'] THEN neo4j.toBoolean(q) "
            "ELSE toBooleanOrNull(q) END]",
        ),
    ),
    "tostringlist": ((None, "[q IN $x | neo4j.toString(q, toStringOrNull(q))]"),),
    "toupper": ((None, "neo4j.toUpper($x)"),),
    "upper": ((None, "neo4j.toUpper($x)"),),
    "tolower": ((None, "neo4j.toLower($x)"),),
    "lower": ((None, "neo4j.toLower($x)"),),
    "trim": ((None, "neo4j.trim($x)"),),
    "btrim": ((None, "neo4j.trim($x)"),),
    "btrim/2": ((None, "neo4j.trim($x, $y)"),),
    "ltrim": ((None, "neo4j.ltrim($x)"),),
    "ltrim/2": ((None, "neo4j.ltrim($x, $y)"),),
    "rtrim": ((None, "neo4j.rtrim($x)"),),
    "rtrim/2": ((None, "neo4j.rtrim($x, $y)"),),
    "left/2": ((None, "neo4j.left($x, $y)"),),
    "right/2": ((None, "neo4j.right($x, $y)"),),
    "substring/2": ((None, "neo4j.substring($x, $y)"),),
    "substring/3": ((None, "neo4j.substring($x, $y, $z)"),),
    "replace/3": ((None, "neo4j.replace($x, $y, $z)"),),
    "split/2": ((None, "neo4j.split($x, $y)"),),
    "char_length": ((("STRING",), "size($x)"), (None, "neo4j.charLength($x)")),
    "character_length": ((("STRING",), "size($x)"), (None, "neo4j.charLength($x)")),
    "normalize": ((None, "neo4j.normalize($x)"),),
    "normalize/2": ((None, "neo4j.normalize($x, $y)"),),
    "round": ((("INTEGER",), "toFloat($x)"), (None, "neo4j.round($x)")),
    "round/2": ((None, "neo4j.round($x, $y)"),),
    "round/3": ((None, "neo4j.round($x, $y, $z)"),),
    "ceil": ((("FLOAT",), ""), (None, "toFloat(ceil($x))")),
    "floor": ((("FLOAT",), ""), (None, "toFloat(floor($x))")),
    "abs": ((("INTEGER",), ""), (None, "abs($x) + 0")),
    "cot": ((None, "1.0 / tan($x)"),),
    "isnan": ((None, "(abs($x) <> abs($x))"),),
    "nullif/2": ((None, "CASE WHEN $x = $y THEN null ELSE $x END"),),
}
_CONSTANT_POSITIONS = frozenset({"left", "right", "substring"})
_INT_LIMIT = 2**31


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.FunctionCall):
            return _replaced(node, context)
        if isinstance(node, ast.Trim):
            return _trim(node, context)
        return node

    return transform(query, step)


def _replaced(node: ast.FunctionCall, context: Context) -> Expression:
    name, count = node.name.lower(), len(node.arguments)
    rules = _RULES.get(name if count == 1 else f"{name}/{count}")
    if rules is None or _is_same(name, node.arguments):
        return node
    first = context.type_of(node.arguments[0])
    template = next(written for types, written in rules if types is None or first.is_only(*types))
    if not template:
        return node
    return fill(template, context, **dict(zip(_PLACES, node.arguments, strict=False)))


def _is_same(name: str, arguments: tuple[Expression, ...]) -> bool:
    """Whether constant arguments are such that FalkorDB's function does as Neo4j's."""
    if name in _CONSTANT_POSITIONS:
        return all(
            isinstance(argument, ast.IntegerLiteral) and argument.value < _INT_LIMIT for argument in arguments[1:]
        )
    if name == "replace":
        return isinstance(arguments[1], ast.StringLiteral) and arguments[1].value != ""
    return name == "split" and isinstance(arguments[1], ast.StringLiteral)


_SIDES = {"BOTH": "trim", "LEADING": "ltrim", "TRAILING": "rtrim"}


def _trim(node: ast.Trim, context: Context) -> Expression:
    function = _SIDES[node.specification]
    if node.characters is None:
        return fill(f"neo4j.{function}($x)", context, x=node.text)
    return fill(f"neo4j.{function}($x, neo4j.trimCharacter($y))", context, x=node.text, y=node.characters)


PASS = Pass(
    code="functions",
    neo4j="its functions of strings and numbers and its conversions, with Java's rules",
    falkordb="differs in rounding, white space, letters, the text of floats, bounds and odd arguments, or lacks them",
    remedy="the calls that differ become an expression or a compatibility function that gives Neo4j's answer",
    rewrite=_rewrite,
    triggers=(ast.Trim,),
    functions=frozenset(name.partition("/")[0] for name in _RULES),
    cost="0.5 to 1.5 µs a call",
)
