"""What FalkorDB could not read in any reasonable time is refused.

Its parser tries calls, CASE and the like twice and comprehensions several times, again for each one inside another: 25
calls inside one another take a minute, which no timeout ends.

>>> show("RETURN abs(abs(abs(1))) AS x")
RETURN abs(abs(abs(1))) AS x
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import children, spine_of

_FACTORS: dict[type[ast.Node], float] = {
    **dict.fromkeys((ast.FunctionCall, ast.Case, ast.Reduce, ast.ListPredicate), 2),
    ast.ListComprehension: 3.5,
}
_MOST = 500_000
"""A unit takes some 6 µs."""


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    _check(query, context)
    return query


def _check(node: ast.Node, context: Context) -> float:
    """How often the parser reads the innermost parts of a node."""
    below = (*(link.right for link in spine_of(node)[0]), spine_of(node)[1]) if isinstance(node, ast.Binary) else None
    inner = max((_check(child, context) for child in below or children(node)), default=1.0)
    times = inner * _FACTORS.get(type(node), 1)
    if times > _MOST:
        raise context.refuse(
            "NestedTooDeeply",
            node,
            "FalkorDB would take minutes to read calls that are nested so deeply",
            "compute the inner part in a WITH before",
        )
    return times


PASS = Pass(
    code="parser-limits",
    neo4j="calls can be nested deeply",
    falkordb="takes twice as long to read a query for each call inside another, and no timeout ends it",
    remedy="what would take seconds is refused",
    rewrite=_rewrite,
    triggers=(*_FACTORS,),
)
