"""Real Mem0 of 0.1.116 to 1.x, with a scripted model and embedder, on embedded graphs of their own.

The installed Mem0 is usually a later one: `tests/mem0_falkordb/test_releases.py` runs these tests with each release.
"""

from __future__ import annotations

import importlib.util
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.mem0_falkordb import scripted

if importlib.util.find_spec("mem0") is None or importlib.util.find_spec("mem0.memory.graph_memory") is None:
    collect_ignore_glob = ["test_*.py"]

Configure = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def _offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from mem0.utils.factory import EmbedderFactory, LlmFactory

    from mem0_falkordb import register

    LlmFactory.register_provider("scripted", "tests.mem0_falkordb.scripted.ScriptedModel")
    EmbedderFactory.provider_to_class["scripted"] = "tests.mem0_falkordb.scripted.Embedder"
    register()
    yield
    scripted.overrides.clear()


@pytest.fixture
def configure(address: str, tmp_path: Path) -> Configure:
    """A configuration of Mem0; the arguments go into the graph store's, `store` replaces that whole."""
    database = f"t{uuid.uuid4().hex}"

    def build(store: dict[str, Any] | None = None, **graph: Any) -> dict[str, Any]:
        if not graph.keys() & {"path", "url", "host", "port"}:
            graph["url"] = address
        settings = {"database": database, "socket_timeout": 30, **graph}
        vectors = {"path": ":memory:", "embedding_model_dims": scripted.DIMENSIONS}
        return {
            "graph_store": store or {"provider": "falkordb", "config": settings},
            "vector_store": {"provider": "qdrant", "config": vectors},
            "llm": {"provider": "scripted"},
            "embedder": {"provider": "scripted"},
            "history_db_path": str(tmp_path / f"{uuid.uuid4().hex}.db"),
        }

    return build


@pytest.fixture
def memory(configure: Configure) -> Any:
    """A Memory with a graph database of its own on the session's server."""
    from mem0 import Memory

    return Memory.from_config(configure())
