"""Agents and runs: alone they own a graph, together with a user they are kept apart inside the user's."""

from __future__ import annotations

from typing import Any

import pytest

from mem0_falkordb import InvalidOwnerError
from tests.mem0_falkordb.v1.test_memory import hits, own_graphs, relations

ALONE = [{"agent_id": "same"}, {"run_id": "same"}, {"user_id": "same"}, {"user_id": "user"}, {"user_id": "agent:same"}]


def test_owners_of_each_kind_are_kept_apart(memory: Any) -> None:
    for number, scope in enumerate(ALONE):
        memory.add(f"Subject{number} | likes | thing{number}", **scope)
    for number, scope in enumerate(ALONE):
        expected = {(f"subject{number}", "likes", f"thing{number}")}
        assert relations(memory, **scope) == expected
        assert hits(memory, f"Subject{number} | is | what", **scope) == expected
    assert len(own_graphs(memory)) == len(ALONE)


def test_an_agents_memories_stay_in_the_agents_scope(memory: Any) -> None:
    memory.add("Planner | uses | maps", agent_id="planner", infer=False)
    assert [each["memory"] for each in memory.get_all(agent_id="planner")["results"]] == ["Planner | uses | maps"]
    assert memory.get_all(user_id="user")["results"] == []


@pytest.mark.parametrize("scope", [{"agent_id": "planner"}, {"run_id": "r1"}])
def test_delete_works_for_agents_and_runs(memory: Any, scope: dict[str, str]) -> None:
    stored = memory.add("Planner | uses | maps", infer=False, **scope)["results"][0]["id"]
    memory.add("Planner | knows | Bob", infer=False, **scope)
    memory.delete(stored)
    assert relations(memory, **scope) == {("planner", "knows", "bob")}


@pytest.mark.parametrize("scope", [{"agent_id": "planner"}, {"run_id": "r1"}])
def test_delete_all_of_an_agent_or_run_drops_its_graph_alone(memory: Any, scope: dict[str, str]) -> None:
    memory.add("Planner | uses | maps", **scope)
    memory.add("Alice | uses | maps", user_id="alice")
    memory.delete_all(**scope)
    assert relations(memory, **scope) == set()
    assert relations(memory, user_id="alice") == {("alice", "uses", "maps")}


def test_agents_and_runs_of_a_user_are_parts_of_the_users_graph(memory: Any) -> None:
    memory.add("Alice | likes | tea", user_id="alice", agent_id="cook")
    memory.add("Bob | likes | chess", user_id="alice", agent_id="coach", run_id="r1")
    assert len(own_graphs(memory)) == 1
    assert relations(memory, user_id="alice", agent_id="cook") == {("alice", "likes", "tea")}
    assert relations(memory, user_id="alice", run_id="r1") == {("bob", "likes", "chess")}
    assert relations(memory, user_id="alice") == {("alice", "likes", "tea"), ("bob", "likes", "chess")}
    assert relations(memory, agent_id="cook") == set()
    memory.delete_all(user_id="alice", agent_id="cook")
    assert relations(memory, user_id="alice") == {("bob", "likes", "chess")}


HOSTILE = [
    "o'brien\"",
    "`; MATCH (n) DETACH DELETE n //",
    "}) DETACH DELETE n //",
    "line\nbreak",
    "tab\tand\x7f",
    " ",
    "  padded  ",
    "a_b_c",
    "_",
    "~" + "0" * 32,
    "☃ снег 雪",
    "🎉",
    "e\u0301",
    "\u00e9",
    "*",
    "{tag}",
    "alice#1234",
    "../../etc/passwd",
    "u" * 10_000,
    "u" * 9_999 + "v",
]


def test_hostile_user_ids_are_ids_like_any_other(memory: Any) -> None:
    for number, user in enumerate(HOSTILE):
        memory.graph.add(f"Subject{number} | likes | thing{number}", {"user_id": user})
    for number, user in enumerate(HOSTILE):
        found = memory.graph.get_all({"user_id": user})
        assert [(each["source"], each["target"]) for each in found] == [(f"subject{number}", f"thing{number}")], user
        memory.graph.add(f"Subject{number} | likes | thing{number}", {"user_id": user})
    assert memory.graph.graph.registry.reset() == len(HOSTILE)


@pytest.mark.parametrize("user", ["nul\0byte", "half \ud83d"])
def test_ids_that_cannot_be_stored_are_refused(memory: Any, user: str) -> None:
    with pytest.raises(InvalidOwnerError, match="valid Unicode"):
        memory.graph.add("Alice | likes | tea", {"user_id": user})


def test_a_call_for_nobody_is_refused(memory: Any) -> None:
    with pytest.raises(InvalidOwnerError, match="user_id, agent_id or run_id"):
        memory.graph.get_all({})
