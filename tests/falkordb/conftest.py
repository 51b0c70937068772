"""A graph that runs FalkorDB's Cypher as it is, so that the adapter is tested apart from the translator."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from falkordb import FalkorDB

from cypher_translate.falkordb.graph import FalkorGraph
from cypher_translate.plan import Statement

Native = Callable[..., FalkorGraph]

WRITES = ("CREATE", "MERGE", "SET", "DELETE")


@dataclass(frozen=True, slots=True)
class Untranslated:
    statements: tuple[Statement, ...]
    columns: tuple[str, ...] = ()
    distinct: bool = False


def untranslated(text: str) -> Untranslated:
    """The text as the only statement; it writes if it has one of the words in capitals."""
    kind = "write" if any(word in WRITES for word in text.split()) else "read"
    return Untranslated((Statement(text, kind=kind),))


@pytest.fixture
def native(server: FalkorDB) -> Iterator[FalkorGraph]:
    """An empty graph that takes FalkorDB's Cypher."""
    graph = FalkorGraph(server, f"native_{uuid.uuid4().hex}", translate=untranslated)
    try:
        yield graph
    finally:
        graph.delete()
