"""Functions of temporal values become compatibility functions, and the clock a parameter.

Neo4j's temporal values have nanoseconds, time zones, and durations of months, days and seconds. FalkorDB's have whole
seconds and no zones, so such values are text there, and the functions of that text are JavaScript. All parts of a
query see one moment, which the adapter sends along.

>>> show("MATCH (n) SET n.day = date(), n.seen = datetime(), n.at = timestamp()")
MATCH (n) SET n.day = neo4j.date.at($_now), n.seen = $_now, n.at = $_timestamp
>>> show("RETURN date('2020-02-29') AS a, datetime({year: 2020}) AS b, date.truncate('month') AS c")
RETURN neo4j.date('2020-02-29', $_now) AS a, neo4j.datetime({year: 2020}, $_now) AS b, neo4j.date.truncate('month', $_now, NULL, $_now) AS c
"""  # noqa: E501

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clock import clock
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import transform

_CONSTRUCTORS = frozenset({"date", "localtime", "time", "localdatetime", "datetime"})
_RENAMED = {
    "duration": "duration",
    "duration.between": "duration.between",
    "duration.inmonths": "duration.inMonths",
    "duration.indays": "duration.inDays",
    "duration.inseconds": "duration.inSeconds",
    "datetime.fromepoch": "datetime.fromepoch",
    "datetime.fromepochmillis": "datetime.fromepochmillis",
}
_METHODS = ("truncate", "transaction", "statement", "realtime")


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        return _replaced(node, context) if isinstance(node, ast.FunctionCall) else node

    return transform(query, step)


def _replaced(node: ast.FunctionCall, context: Context) -> Expression:
    name = node.name.lower()
    if name == "timestamp":
        return clock(context, "timestamp")
    if name in _RENAMED:
        return build.call(f"neo4j.{_RENAMED[name]}", *node.arguments)
    kind, _, method = name.partition(".")
    if kind not in _CONSTRUCTORS:
        return node
    if method == "truncate":
        return _truncated(kind, node.arguments, context)
    if not method and node.arguments:
        return build.call(f"neo4j.{kind}", node.arguments[0], clock(context, "now"))
    if method == "realtime":
        return build.call(f"neo4j.{kind}.realtime", *node.arguments)
    now = clock(context, "now")
    if kind == "datetime" and not node.arguments:
        return now
    return build.call(f"neo4j.{kind}.at", now, *node.arguments)


def _truncated(kind: str, arguments: tuple[Expression, ...], context: Context) -> Expression:
    now = clock(context, "now")
    unit, value, fields, *_ = (*arguments, None, None)
    return build.call(
        f"neo4j.{kind}.truncate", unit or ast.NullLiteral(), value or now, fields or ast.NullLiteral(), now
    )


PASS = Pass(
    code="temporal-functions",
    neo4j="temporal values with nanoseconds, time zones and durations of months, days and seconds",
    falkordb="temporal values in whole seconds without zones, which no function of ours can take",
    remedy="they are text that compares and sorts as the values do; their functions are compatibility functions, "
    "and the clock is a parameter",
    rewrite=_rewrite,
    functions=frozenset(
        {"timestamp", *_RENAMED, *_CONSTRUCTORS, *(f"{kind}.{method}" for kind in _CONSTRUCTORS for method in _METHODS)}
    ),
    cost="some 3 µs a call",
)
