"""Users, agents and runs: whoever asks sees what was added for them, whatever the ids look like."""

from __future__ import annotations

from typing import Any

import pytest

from mem0_falkordb.v2.scope import Scope, scope_of_filters
from tests.mem0_falkordb.v2.asking import graphs, hits, relations
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

SCOPES: list[dict[str, str]] = [
    {"user_id": "alice"},
    {"user_id": "alice", "agent_id": "cook"},
    {"user_id": "alice", "agent_id": "cook", "run_id": "r1"},
    {"user_id": "alice", "run_id": "r2"},
    {"user_id": "bob", "agent_id": "cook"},
    {"agent_id": "cook"},
    {"agent_id": "alice"},
    {"run_id": "alice"},
]


@pytest.fixture
def filled(memory: Any) -> Any:
    for number, scope in enumerate(SCOPES):
        say(said(f"Memory {number}", f"Carl | likes | dish {number}"))
        memory.add(f"Message {number}", **scope)
    return memory


def expected(filters: dict[str, str]) -> set[tuple[str, str, str]]:
    return {
        ("Carl", "likes", f"dish {number}") for number, scope in enumerate(SCOPES) if filters.items() <= scope.items()
    }


@pytest.mark.parametrize("filters", [*SCOPES, {"run_id": "r1"}, {"run_id": "r2"}, {"user_id": "carol"}], ids=str)
def test_relations_are_those_of_the_memories_that_the_filters_show(filled: Any, filters: dict[str, str]) -> None:
    memories = {item["memory"] for item in filled.get_all(filters=filters, top_k=100)["results"]}
    assert relations(filled, **filters) == expected(filters)
    assert {destination.replace("dish", "Memory") for _, _, destination in expected(filters)} == memories
    assert set(hits(filled, "What does Carl like?", **filters)) == expected(filters)


@pytest.mark.parametrize(
    "scope", [{"user_id": "alice", "agent_id": "cook"}, {"agent_id": "cook"}, {"run_id": "r1"}, {"user_id": "bob"}]
)
def test_delete_all_of_a_scope_takes_its_relations_and_leaves_the_others(filled: Any, scope: dict[str, str]) -> None:
    filled.delete_all(**scope)
    for other in SCOPES:
        gone = expected(scope)
        assert relations(filled, **other) == expected(other) - gone, other


def test_an_invalidated_relation_stays_valid_for_others(memory: Any) -> None:
    for agent in ("a", "b"):
        say(said(f"Alice lives in Paris, says {agent}", "Alice | lives in | Paris"))
        memory.add("…", user_id="alice", agent_id=agent)
    say(said("Alice lives in Berlin", "Alice | lives in | Berlin", obsolete=("r0",)))
    memory.add("…", user_id="alice", agent_id="a")
    assert relations(memory, user_id="alice", agent_id="a") == {("Alice", "lives_in", "Berlin")}
    assert relations(memory, user_id="alice", agent_id="b") == {("Alice", "lives_in", "Paris")}


HOSTILE = ["a.b", "a'b", 'a"b', "a`b", "a\\b", "{a}", "$a", "a:b", "é", "\U0001f600", "x" * 3000, "agent:cook", "*a"]


def test_hostile_ids_have_graphs_of_their_own(memory: Any) -> None:
    for number, name in enumerate(HOSTILE):
        say(said(f"Memory {number}", f"User | likes | dish {number}"))
        memory.add(f"Message {number}", user_id=name)
    for number, name in enumerate(HOSTILE):
        assert {destination for _, _, destination in relations(memory, user_id=name)} == {f"dish {number}"}
    assert len(graphs(memory)) == len(HOSTILE)


@pytest.mark.parametrize(
    ("filters", "scope"),
    [
        ({"user_id": " alice ", "category": "food"}, Scope("alice")),
        ({"user_id": 7}, Scope("7")),
        ({"user_id": "*", "agent_id": "cook"}, Scope(agent_id="cook")),
        ({"user_id": "alice", "AND": [{"agent_id": "cook"}, {"price": {"gt": 3}}]}, Scope("alice", "cook")),
        ({"user_id": "alice", "agent_id": {"eq": "cook"}}, Scope("alice", "cook")),
        ({"user_id": "alice", "OR": [{"price": 1}]}, Scope("alice")),
        ({"user_id": "alice", "OR": [{"agent_id": "a"}, {"agent_id": "b"}]}, None),
        ({"user_id": "alice", "NOT": [{"run_id": "r"}]}, None),
        ({"user_id": "alice", "agent_id": {"in": ["a", "b"]}}, None),
        ({"user_id": "alice", "AND": [{"user_id": "bob"}]}, None),
    ],
)
def test_filters_are_understood_or_give_no_relation(filters: dict[str, Any], scope: Scope | None) -> None:
    assert scope_of_filters(filters) == scope


def test_scopes_have_different_texts() -> None:
    texts = {Scope("a", "b").text, Scope("a&agent_id=b").text, Scope("a%26agent_id=b").text, Scope("a", None, "b").text}
    assert len(texts) == 4
