"""A private copy of Mem0's module for Neo4j, loaded without langchain and without Neo4j's driver.

Mem0's ``mem0.memory.graph_memory`` imports ``langchain_neo4j`` and stops where that is missing. The copy gets it from
here: its own import statement is answered with a substitute, nobody else's is. Mem0's real module is not touched,
so a Neo4j graph memory in the same process works as before.
"""

from __future__ import annotations

import builtins
import importlib.util
from importlib.abc import InspectLoader
from types import ModuleType, SimpleNamespace
from typing import Any

from mem0_falkordb.errors import MissingPackageError, UnsupportedMem0Error

ORIGINAL = "mem0.memory.graph_memory"


class Recorder:
    """Stands for Neo4jGraph while Mem0's constructor runs, and keeps the statements (index DDL) that it sends."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.statements: list[str] = []

    def query(self, cypher: str, params: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        self.statements.append(cypher)
        return []


def load() -> ModuleType:
    """Mem0's graph module with ``Recorder`` in the place of Neo4jGraph.

    Raises MissingPackageError where another package that it imports (rank_bm25) is not installed.
    """
    spec = importlib.util.find_spec(ORIGINAL)
    code = spec.loader.get_code(ORIGINAL) if spec and isinstance(spec.loader, InspectLoader) else None
    if spec is None or code is None:
        raise UnsupportedMem0Error(f"{ORIGINAL} cannot be read: install mem0ai from its wheel")
    module = ModuleType(f"{__package__}.mem0_graph_memory", f"A private copy of {ORIGINAL}.")
    module.__file__ = spec.origin
    module.__dict__["__builtins__"] = {**vars(builtins), "__import__": _import}
    try:
        exec(code, module.__dict__)
    except ImportError as error:
        raise MissingPackageError(f"Mem0's graph memory: {error}; pip install 'mem0-falkordb[mem0]'") from error
    return module


def _import(name: str, *arguments: Any, **options: Any) -> Any:
    if name == "langchain_neo4j":
        return SimpleNamespace(Neo4jGraph=Recorder)
    return builtins.__import__(name, *arguments, **options)
