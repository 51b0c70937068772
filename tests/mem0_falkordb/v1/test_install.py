"""What register() changes in Mem0 and what it leaves as it was; every way to a database by Mem0's configuration."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from mem0_falkordb import ConfigurationError, ConnectionFailedError, register
from mem0_falkordb.config import FalkorDBConfig
from tests.mem0_falkordb.conftest import Start, free_port
from tests.mem0_falkordb.v1.test_memory import relations

Configure = Callable[..., dict[str, Any]]


def open_memory(configuration: dict[str, Any]) -> Any:
    from mem0 import Memory

    return Memory.from_config(configuration)


def works(memory: Any) -> bool:
    memory.add("Alice | works at | Acme", user_id="alice")
    return relations(memory, user_id="alice") == {("alice", "works_at", "acme")}


def test_registering_again_changes_nothing() -> None:
    from mem0 import AsyncMemory, Memory
    from mem0.graphs.configs import GraphStoreConfig

    def parts() -> list[Any]:
        methods = [getattr(memory, name) for memory in (Memory, AsyncMemory) for name in ("_add_to_graph", "delete")]
        return [*methods, GraphStoreConfig.__pydantic_validator__]

    before = parts()
    register()
    assert parts() == before


@pytest.mark.parametrize(
    "order",
    [
        "from mem0_falkordb import register; register(); from mem0 import Memory",
        "from mem0 import Memory; from mem0_falkordb import register; register()",
        "from mem0.graphs.configs import GraphStoreConfig; import mem0_falkordb as m; m.register()",
    ],
)
def test_any_order_of_imports_and_neither_langchain_nor_neo4j(order: str, tmp_path: Path) -> None:
    program = f"""
import sys
{order}
from mem0.configs.base import MemoryConfig
from mem0.graphs.configs import GraphStoreConfig
config = {{"path": sys.argv[1]}}
print(MemoryConfig(graph_store={{"provider": "falkordb", "config": config}}).graph_store.config.path == sys.argv[1])
print(GraphStoreConfig(provider="falkordb", config=config).config.path == sys.argv[1])
import mem0_falkordb.v1.memory
print(not {{"langchain_neo4j", "neo4j", "mem0.memory.graph_memory"}} & set(sys.modules))
"""
    command = [sys.executable, "-c", program, str(tmp_path / "x.rdb")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["True"] * 3


def test_other_providers_are_as_before() -> None:
    from mem0.graphs.configs import GraphStoreConfig, Neo4jConfig

    neo4j = {"url": "bolt://h", "username": "u", "password": "p"}
    assert GraphStoreConfig(provider="neo4j", config=neo4j).config == Neo4jConfig(**neo4j)
    assert GraphStoreConfig().config is None
    with pytest.raises(ValidationError, match="Unsupported graph store provider: other"):
        GraphStoreConfig(provider="other", config=neo4j)
    with pytest.raises(ValidationError):
        GraphStoreConfig(provider="neo4j", config={"url": "bolt://h"})


def test_a_memory_without_graphs_is_as_before(configure: Configure) -> None:
    configuration = configure()
    del configuration["graph_store"]
    memory = open_memory(configuration)
    stored = memory.add("Alice | works at | Acme", user_id="alice", infer=False)
    assert set(stored) == set(memory.get_all(user_id="alice")) == {"results"}
    memory.delete(stored["results"][0]["id"])
    memory.reset()


def test_the_provider_alone_means_the_defaults() -> None:
    from mem0.configs.base import MemoryConfig

    config = MemoryConfig(graph_store={"provider": "falkordb"}).graph_store.config
    assert config == FalkorDBConfig.parse(None)


def test_a_mistake_is_loud_and_shows_no_password(configure: Configure) -> None:
    with pytest.raises(ConfigurationError, match='did you mean "host"') as caught:
        open_memory(configure({"provider": "falkordb", "config": {"hots": "h", "password": "geheim"}}))
    assert "geheim" not in str(caught.value)


def test_an_embedded_database(configure: Configure, tmp_path: Path) -> None:
    path = str(tmp_path / "memory.rdb")
    assert works(open_memory(configure(path=path)))
    assert relations(open_memory(configure(path=path)), user_id="alice") == {("alice", "works_at", "acme")}


def test_a_server_with_a_password(configure: Configure, start: Start) -> None:
    port = start("--requirepass", "geheim")
    assert works(open_memory(configure(host="127.0.0.1", port=port, password="geheim")))
    with pytest.raises(ConnectionFailedError, match="refused the username or password"):
        open_memory(configure(host="127.0.0.1", port=port, password="wrong"))


def test_a_cluster(configure: Configure, cluster: list[int]) -> None:
    memory = open_memory(configure(host="127.0.0.1", port=cluster[0]))
    users = [f"user{number}" for number in range(6)]
    for user in users:
        memory.add(f"{user} | likes | tea", user_id=user)
    assert [relations(memory, user_id=user) for user in users] == [{(user, "likes", "tea")} for user in users]
    memory.reset()
    assert [relations(memory, user_id=user) for user in users] == [set()] * len(users)


def test_no_server_fails_at_construction(configure: Configure) -> None:
    with pytest.raises(ConnectionFailedError, match="no FalkorDB answers"):
        open_memory(configure(host="127.0.0.1", port=free_port()))


def test_a_failing_reset_is_no_silent_success(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = open_memory(configure())

    def fail() -> None:
        raise ConnectionFailedError("gone")

    monkeypatch.setattr(memory.graph, "reset", fail)
    with pytest.raises(ConnectionFailedError, match="gone"):
        memory.reset()
