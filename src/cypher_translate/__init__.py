"""Neo4j's Cypher, translated for FalkorDB.

`translate` gives what FalkorDB runs for a query; `FalkorGraph` runs it. `parse` and `generate` are the way from text to
the syntax tree (`ast`) and back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cypher_translate import ast
from cypher_translate.errors import (
    CypherError,
    CypherRuntimeError,
    CypherSyntaxError,
    Diagnostic,
    UnsupportedCypher,
)
from cypher_translate.generator import generate
from cypher_translate.parser import parse, parse_script
from cypher_translate.passes.rewriting import Options
from cypher_translate.translate import Translation, translate

if TYPE_CHECKING:
    from cypher_translate.falkordb import FalkorGraph, Result
    from cypher_translate.types import Duration, Point

__all__ = [
    "CypherError",
    "CypherRuntimeError",
    "CypherSyntaxError",
    "Diagnostic",
    "Duration",
    "FalkorGraph",
    "Options",
    "Point",
    "Result",
    "Translation",
    "UnsupportedCypher",
    "ast",
    "generate",
    "parse",
    "parse_script",
    "translate",
]

_LATER = {
    "FalkorGraph": "cypher_translate.falkordb",
    "Result": "cypher_translate.falkordb",
    "Duration": "cypher_translate.types",
    "Point": "cypher_translate.types",
}


def __getattr__(name: str) -> Any:
    """What needs the client library is imported when it is first used."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)
