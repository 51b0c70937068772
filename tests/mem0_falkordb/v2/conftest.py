"""Real Mem0 2.x, with a scripted model and embedder, on graphs of their own on the session's embedded server.

`tests/mem0_falkordb/test_releases.py` runs these tests with each supported release.
"""

from __future__ import annotations

import importlib.util
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from falkordb import FalkorDB

from tests.mem0_falkordb.scripted import DIMENSIONS
from tests.mem0_falkordb.v2 import scripted

if importlib.util.find_spec("mem0") is None or importlib.util.find_spec("mem0.memory.graph_memory") is not None:
    collect_ignore_glob = ["test_*.py"]

Configure = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    from mem0.utils.factory import EmbedderFactory, LlmFactory

    from mem0_falkordb import register

    LlmFactory.register_provider("scripted", "tests.mem0_falkordb.v2.scripted.ScriptedModel")
    EmbedderFactory.provider_to_class["scripted"] = "tests.mem0_falkordb.scripted.Embedder"
    register()
    scripted.answers.clear()
    scripted.prompts.clear()
    yield
    assert not scripted.answers, "the model was asked less often than the test says"


@pytest.fixture
def address(server: FalkorDB) -> str:
    """Where the session's server is, as a url."""
    return f"unix://{server.connection.connection_pool.connection_kwargs['path']}"


@pytest.fixture
def configure(address: str, tmp_path: Path) -> Configure:
    """A configuration of Mem0; the arguments go into the graph store's, ``graph=False`` leaves that out.

    All configurations of one test share a database; each has vectors and a history of its own.
    """
    database = f"t{uuid.uuid4().hex}"

    def build(graph: bool = True, **settings: Any) -> dict[str, Any]:
        if not settings.keys() & {"path", "url", "host", "port"}:
            settings["url"] = address
        config: dict[str, Any] = {
            "vector_store": {
                "provider": "qdrant",
                "config": {"path": str(tmp_path / uuid.uuid4().hex), "embedding_model_dims": DIMENSIONS},
            },
            "llm": {"provider": "scripted"},
            "embedder": {"provider": "scripted"},
            "history_db_path": str(tmp_path / f"{uuid.uuid4().hex}.db"),
        }
        if graph:
            section = {"database": database, "socket_timeout": 30, **settings}
            config["graph_store"] = {"provider": "falkordb", "config": section}
        return config

    return build


@pytest.fixture
def memory(configure: Configure) -> Any:
    """A Memory with a graph database of its own on the session's server."""
    from mem0 import Memory

    return Memory.from_config(configure())
