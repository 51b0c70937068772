"""Teach the installed Mem0 the graph store provider "falkordb"."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import inspect

from mem0_falkordb.errors import UnsupportedMem0Error

PROVIDER = "falkordb"
INSTALL = "pip install 'mem0-falkordb[mem0]' brings one that works (any of 0.1.116 to 1.0.11, or 2.0 and later)"


def register() -> None:
    """Make ``{"graph_store": {"provider": "falkordb", "config": {…}}}`` work in Mem0, sync and async.

    Call it once, before or after ``from mem0 import Memory``; more calls change nothing. It goes by what the
    installed Mem0 offers: up to 1.x Mem0's own graph memory runs on FalkorDB, in 2.x, which has none, one is added.
    Raises UnsupportedMem0Error, at every call, where Mem0 is missing or fits neither way.
    """
    if _has_graph_memory():
        from mem0_falkordb import v1

        v1.install()
    elif _lost_graph_memory():
        from mem0_falkordb import v2

        v2.install()
    else:
        raise UnsupportedMem0Error(f"{_installed()} has no place for a graph memory from outside: {INSTALL}")


def _has_graph_memory() -> bool:
    """Whether this is a Mem0 of 0.1.116 to 1.x: with a graph class for Neo4j, chosen by a table of providers."""
    if not _exists("mem0.memory.graph_memory"):
        return False
    factory = getattr(importlib.import_module("mem0.utils.factory"), "GraphStoreFactory", None)
    return "default" in getattr(factory, "provider_to_class", ())


def _lost_graph_memory() -> bool:
    """Whether this is a Mem0 of 2.x: without graphs, and with filters in place of ids where it reads."""
    if _exists("mem0.graphs") or not _exists("mem0.memory.main"):
        return False
    memory = getattr(importlib.import_module("mem0.memory.main"), "Memory", None)
    return {"filters", "top_k"} <= set(inspect.signature(memory.get_all).parameters) if memory else False


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _installed() -> str:
    if not _exists("mem0"):
        return "Mem0 is not installed, and nothing"
    try:
        return f"Mem0 {importlib.metadata.version('mem0ai')}"
    except importlib.metadata.PackageNotFoundError:
        return "The installed package mem0 (not mem0ai)"
