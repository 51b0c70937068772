"""A mistake in ``graph_store`` shows when the Memory is made, and the message says what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mem0_falkordb import ConfigurationError

Configure = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ({"provider": "neo4j", "config": {}}, 'gives it the provider "falkordb"'),
        ({"config": {}}, "provider is None"),
        ({"provider": "falkordb", "host": "x"}, 'unknown keys: host; where FalkorDB is belongs into "config"'),
        ("falkordb", "graph_store must be a map"),
        ({"provider": "falkordb", "config": "localhost"}, "config must be a map"),
        ({"provider": "falkordb", "config": {"hots": "x"}}, 'did you mean "host"'),
        ({"provider": "falkordb", "config": {"hops": 0}}, "hops: Input should be greater than or equal to 1"),
        ({"provider": "falkordb", "config": {"hops": "2"}}, "hops: Input should be a valid integer"),
        ({"provider": "falkordb", "config": {"extraction": "never"}}, "extraction: Input should be 'inline'"),
        ({"provider": "falkordb", "config": {"threshold": 2}}, "threshold: Input should be less than or equal to 1"),
        ({"provider": "falkordb", "llm": "gpt"}, "graph_store.llm must be a map"),
    ],
)
def test_mistakes_are_named(configure: Configure, section: Any, message: str) -> None:
    from mem0 import Memory

    with pytest.raises(ConfigurationError) as caught:
        Memory.from_config({**configure(graph=False), "graph_store": section})
    assert message in str(caught.value)


def test_no_server_is_said_at_construction(configure: Configure) -> None:
    from mem0 import Memory

    with pytest.raises(ConnectionError, match="no FalkorDB answers at localhost:1 "):
        Memory.from_config(configure(host="localhost", port=1))


def test_an_embedded_graph_needs_no_server(configure: Configure, tmp_path: Any) -> None:
    from mem0 import Memory

    from tests.mem0_falkordb.v2.asking import relations
    from tests.mem0_falkordb.v2.scripted import memory as said
    from tests.mem0_falkordb.v2.scripted import say

    memory = Memory.from_config(configure(path=str(tmp_path / "graph.rdb")))
    say(said("User works at Acme", "User | works at | Acme"))
    memory.add("I work at Acme", user_id="alice")
    memory.close()
    again = Memory.from_config(configure(path=str(tmp_path / "graph.rdb")))
    assert relations(again, user_id="alice") == {("alice", "works_at", "Acme")}


def test_keys_of_mem0_1_stand_where_they_stood(configure: Configure) -> None:
    from mem0 import Memory

    config = configure()
    config["graph_store"] |= {"custom_prompt": "Look for pets.", "threshold": 0.7}
    memory = Memory.from_config(config)
    assert memory.graph.config.custom_prompt == "Look for pets."
    assert memory.graph.config.threshold == 0.7


def test_a_password_is_never_shown(configure: Configure) -> None:
    from mem0.configs.base import MemoryConfig

    section = {"provider": "falkordb", "config": {"password": "hunter2"}}
    config = MemoryConfig(**{**configure(graph=False), "graph_store": section})
    assert "hunter2" not in repr(config)
    with pytest.raises(ConfigurationError) as caught:
        MemoryConfig(graph_store={"provider": "falkordb", "config": {"password": "hunter2", "prot": 1}})
    assert "hunter2" not in str(caught.value)
