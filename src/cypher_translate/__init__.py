"""Neo4j's Cypher, translated for FalkorDB.

`translate` gives what FalkorDB runs for a query; `FalkorGraph` runs it. `parse` and `generate` are the way from text to
the syntax tree (`ast`) and back. Each is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cypher_translate import ast
    from cypher_translate.errors import (
        CypherError,
        CypherRuntimeError,
        CypherSyntaxError,
        Diagnostic,
        UnsupportedCypher,
    )
    from cypher_translate.falkordb import FalkorGraph, Result
    from cypher_translate.generator import generate
    from cypher_translate.parser import parse, parse_script
    from cypher_translate.rewriting.context import Options
    from cypher_translate.translation import Translation, translate
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

_MODULES = {
    "errors": ("CypherError", "CypherRuntimeError", "CypherSyntaxError", "Diagnostic", "UnsupportedCypher"),
    "falkordb": ("FalkorGraph", "Result"),
    "generator": ("generate",),
    "parser": ("parse", "parse_script"),
    "rewriting.context": ("Options",),
    "translation": ("Translation", "translate"),
    "types": ("Duration", "Point"),
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name == "ast":
        return import_module(f"{__name__}.ast")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
