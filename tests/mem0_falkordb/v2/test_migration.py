"""Graphs that older programs wrote open on 2.x as they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mem0_falkordb.v2 import relation_history
from tests.mem0_falkordb.v2.asking import hits, relations, rows
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

Configure = Callable[..., dict[str, Any]]
ROOT = Path(__file__).parents[3]

# What FalkorDB's own plugin leaves in a graph: no key, no scope, names with underscores, one user's data.
PLUGIN = """
CREATE (a:__Entity__:person {name: 'alice', user_id: 'alice', mentions: 3, created: 17e11, embedding: vecf32($a)})
CREATE (b:__Entity__:city {name: 'new_york', user_id: 'alice', mentions: 1, created: 17e11, embedding: vecf32($b)})
CREATE (c:__Entity__:company {name: 'acme', user_id: 'alice', mentions: 1, embedding: vecf32($c)})
CREATE (a)-[:lives_in {mentions: 1, created_at: 1700000000000, valid: true}]->(b)
CREATE (a)-[:works_at {mentions: 2, created: 1700000000000}]->(c)
CREATE (a)-[:`co-owns` {created_at: 1700000000000, valid: false, invalidated_at: 1700000001000}]->(c)
"""


@pytest.fixture
def plugin_graph(memory: Any) -> Any:
    graph = memory.graph.db.select_graph(f"{memory.graph.config.database}_alice")
    embed = memory.embedding_model.embed
    graph.query(PLUGIN, {"a": embed("alice", "add"), "b": embed("new_york", "add"), "c": embed("acme", "add")})
    return memory


def test_a_graph_of_the_plugin_opens(plugin_graph: Any) -> None:
    memory = plugin_graph
    assert relations(memory, user_id="alice") == {("alice", "lives_in", "new_york"), ("alice", "works_at", "acme")}
    assert relations(memory, user_id="alice", agent_id="a") == set()
    assert hits(memory, "Who lives in New York?", user_id="alice")[0] == ("alice", "lives_in", "new_york")
    assert len(relation_history(memory, user_id="alice")) == 3


def test_a_graph_of_the_plugin_goes_on_growing(plugin_graph: Any) -> None:
    memory = plugin_graph
    say(said("User left Acme for Beta", "User | works at | Beta", obsolete=("r0", "r1")))
    answer = memory.add("I left Acme for Beta", user_id="alice")
    assert len(answer["relations"]["deleted_entities"]) == 2
    say(said("User is back in New York", "User | lives in | New York"))
    memory.add("Back in New York", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "works_at", "Beta"), ("alice", "lives_in", "new_york")}
    assert rows(memory, "MATCH (n) RETURN n.name AS name, n.key AS key ORDER BY key") == [
        {"name": "acme", "key": "acme"},
        {"name": "alice", "key": "alice"},
        {"name": "Beta", "key": "beta"},
        {"name": "new_york", "key": "new york"},
    ]


def test_entities_of_several_agents_become_one_with_relations_apart(memory: Any) -> None:
    graph = memory.graph.db.select_graph(f"{memory.graph.config.database}_alice")
    for agent in ("a", "b"):
        graph.query(
            "CREATE (s:person {name: 'alice', user_id: 'alice', agent_id: $agent})-[:likes {mentions: 1}]->"
            "(d:food {name: $food, user_id: 'alice', agent_id: $agent})"
            "CREATE (d)-[:is_liked_by]->(s)",
            {"agent": agent, "food": f"dish {agent}"},
        )
    for agent in ("a", "b"):
        assert relations(memory, user_id="alice", agent_id=agent) == {
            ("alice", "likes", f"dish {agent}"),
            (f"dish {agent}", "is_liked_by", "alice"),
        }
    assert len(relations(memory, user_id="alice")) == 4
    assert rows(memory, "MATCH (n:__Entity__ {key: 'alice'}) RETURN count(n) AS n") == [{"n": 1}]


OLD_SESSION = """
import json, sys
from mem0 import Memory
from mem0.utils.factory import EmbedderFactory, LlmFactory
from mem0_falkordb import register
LlmFactory.register_provider("scripted", "tests.mem0_falkordb.scripted.ScriptedModel")
EmbedderFactory.provider_to_class["scripted"] = "tests.mem0_falkordb.scripted.Embedder"
register()
memory = Memory.from_config(json.loads(sys.argv[1]))
memory.add("Alice | works at | Acme; Alice | lives in | Paris", user_id="alice")
memory.add("Alice | lives in | Berlin", user_id="alice")
memory.add("Alice | sings | songs", user_id="alice", agent_id="choir")
"""


@pytest.mark.parametrize("base_label", [True, False])
def test_a_graph_of_mem0_1_opens(configure: Configure, base_label: bool) -> None:
    from mem0 import Memory

    old = ROOT / ".mem0" / "1.0.11"
    if not old.is_dir():
        pytest.skip("needs .mem0/1.0.11: python tools/mem0_environments.py 1.0.11")
    config = configure(base_label=base_label)
    section = {name: config["graph_store"]["config"][name] for name in ("url", "database", "base_label")}
    settings = {**config, "graph_store": {"provider": "falkordb", "config": section}}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(old), *(path for path in sys.path if path)])}
    done = subprocess.run(
        [sys.executable, "-c", OLD_SESSION, json.dumps(settings)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    memory = Memory.from_config(configure())
    work, home, song = ("alice", "works_at", "acme"), ("alice", "lives_in", "berlin"), ("alice", "sings", "songs")
    assert relations(memory, user_id="alice") == {work, home, song}
    assert relations(memory, user_id="alice", agent_id="choir") == {song}
    assert hits(memory, "Where does alice work at?", user_id="alice")[0] == work
    say(said("User works at Beta now", "User | works at | Beta"))
    memory.add("I work at Beta now", user_id="alice")
    assert relations(memory, user_id="alice") == {work, home, song, ("alice", "works_at", "Beta")}
    (berlin,) = relation_history(memory, user_id="alice", destination="Berlin")
    (paris,) = relation_history(memory, user_id="alice", destination="Paris")
    assert (paris.valid, berlin.valid) == (False, True)
    assert paris.invalidated_at is not None
