"""Names as they are written in a query: in backticks where they must be."""

from __future__ import annotations

from functools import lru_cache

RESERVED = frozenset(
    [
        "ALL",
        "AND",
        "ANY",
        "AS",
        "ASC",
        "ASCENDING",
        "BY",
        "CALL",
        "CASE",
        "CONTAINS",
        "COUNT",
        "CREATE",
        "DELETE",
        "DESC",
        "DESCENDING",
        "DETACH",
        "DISTINCT",
        "ELSE",
        "END",
        "ENDS",
        "EXISTS",
        "FALSE",
        "FINISH",
        "FOR",
        "FOREACH",
        "IN",
        "INF",
        "INFINITY",
        "INSERT",
        "IS",
        "LIMIT",
        "MATCH",
        "MERGE",
        "NAN",
        "NONE",
        "NOT",
        "NULL",
        "OFFSET",
        "ON",
        "OPTIONAL",
        "OR",
        "ORDER",
        "REDUCE",
        "REMOVE",
        "RETURN",
        "SET",
        "SHORTESTPATH",
        "ALLSHORTESTPATHS",
        "SINGLE",
        "SKIP",
        "STARTS",
        "THEN",
        "TRUE",
        "UNION",
        "UNWIND",
        "USE",
        "USING",
        "WHEN",
        "WHERE",
        "WITH",
        "XOR",
        "YIELD",
        "COLLECT",
        "TRIM",
    ]
)
"""Words that cannot stand for a variable everywhere."""


@lru_cache(maxsize=4096)
def quote(name: str) -> str:
    """A name as it is written in a query, in backticks unless it is a plain word."""
    plain = name.isascii() and name.isidentifier() and name.upper() not in RESERVED
    return name if plain else "`" + name.replace("`", "``") + "`"


@lru_cache(maxsize=1024)
def quote_dotted(name: str) -> str:
    """A function's or procedure's name, whose parts are separated by dots; reserved words are no obstacle here."""
    return ".".join([part if part.isascii() and part.isidentifier() else quote(part) for part in name.split(".")])


def server_name(name: str) -> str:
    """A name without the backtick that FalkorDB cannot read; different names stay different."""
    return name.replace("\x01", "\x01\x01").replace("`", "\x01\x02")
