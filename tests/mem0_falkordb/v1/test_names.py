"""Whatever a model answers, the usable facts are stored and the graph stays sound."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from tests.mem0_falkordb.scripted import overrides
from tests.mem0_falkordb.v1.test_memory import hits, relations, rows

ODD_NAMES = [
    "co-worker",
    "back`tick",
    "`",
    'quote\'d "twice"',
    "semi; colon, comma. dot",
    "a -- b",
    "match",
    "1st",
    "🎉 party",
    "снег",
    "работает_в",
    "x]->() DETACH DELETE n //",
    "line\nbreak",
    "back\\slash",
    "___",
    "$user_id",
    "{}",
    "long" * 2_500,
]


def answer(tool: str, *entities: Any) -> dict[str, Any]:
    return {"content": None, "tool_calls": [{"name": tool, "arguments": {"entities": list(entities)}}]}


def script(source: str, relationship: str, destination: str, entity_type: str = "thing") -> None:
    """Let the model answer just this relation."""
    entities = [{"entity": name, "entity_type": entity_type} for name in (source, destination)]
    relation = {"source": source, "relationship": relationship, "destination": destination}
    overrides["extract_entities"] = answer("extract_entities", *entities)
    overrides["establish_relationships"] = answer("establish_relationships", relation)


@pytest.mark.parametrize("name", ODD_NAMES, ids=lambda name: name[:12].encode("unicode_escape").decode())
def test_an_odd_relationship_is_stored_found_and_contradicted(memory: Any, name: str) -> None:
    script("alice", name, "acme")
    memory.add("…", user_id="alice")
    ((source, stored, target),) = relations(memory, user_id="alice")
    assert (source, target) == ("alice", "acme")
    assert stored
    assert hits(memory, "…", user_id="alice") == {("alice", stored, "acme")}
    script("alice", name, "globex")
    old = {"source": "alice", "relationship": stored, "destination": "acme"}
    overrides["delete_graph_memory"] = {"tool_calls": [{"name": "delete_graph_memory", "arguments": old}]}
    memory.add("…", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", stored, "globex")}


@pytest.mark.parametrize("name", ODD_NAMES, ids=lambda name: name[:12].encode("unicode_escape").decode())
def test_odd_entities_and_types_are_stored_once_and_taken_back(memory: Any, name: str) -> None:
    expected = name.strip().lower().replace(" ", "_")
    for _ in range(2):
        script("alice", "knows", name, entity_type=name)
        memory.add("…", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "knows", expected)}
    assert rows(memory, "MATCH (n) RETURN count(n) AS n") == [{"n": 2}]
    memory.graph.delete("…", {"user_id": "alice"})
    assert relations(memory, user_id="alice") == set()


def test_two_long_relationships_stay_two(memory: Any) -> None:
    for ending in ("x", "y"):
        script("alice", "long" * 2_500 + ending, "acme")
        memory.add("…", user_id="alice")
    assert len(relations(memory, user_id="alice")) == 2


def test_what_cannot_be_used_is_left_out_and_the_rest_is_stored(memory: Any, caplog: pytest.LogCaptureFixture) -> None:
    script("alice", "knows", "bob")
    usable = overrides["establish_relationships"]["tool_calls"][0]["arguments"]["entities"]
    usable += [None, {}, "text", 3, {"source": "alice"}, {"source": None, "relationship": "r", "destination": "x"}]
    usable += [{"source": ["a"], "relationship": {}, "destination": True}]
    overrides["extract_entities"]["tool_calls"][0]["arguments"]["entities"] += [{"entity": "eve"}, None, {"entity": 7}]
    with caplog.at_level(logging.WARNING):
        memory.add("…", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "knows", "bob")}
    assert "left out" in caplog.text


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "I cannot help with that.",
        {},
        {"tool_calls": None},
        {"tool_calls": [None]},
        {"tool_calls": [{}]},
        {"tool_calls": [{"name": "x", "arguments": "{not json"}]},
        {"tool_calls": [{"name": "establish_relationships", "arguments": {"entities": None}}]},
        {"tool_calls": [{"name": "noop", "arguments": {}}]},
    ],
    ids=str,
)
@pytest.mark.parametrize("tool", ["extract_entities", "establish_relationships", "delete_graph_memory"])
def test_an_answer_without_usable_calls_loses_nothing(memory: Any, tool: str, odd: Any) -> None:
    memory.add("Alice | likes | tea", user_id="alice")
    overrides[tool] = odd
    memory.add("Alice | knows | Bob", user_id="alice", infer=False)
    overrides.clear()
    assert ("alice", "likes", "tea") in relations(memory, user_id="alice")
    assert len(memory.get_all(user_id="alice")["results"]) == 2


def test_relations_spread_over_several_calls_are_all_stored(memory: Any) -> None:
    script("alice", "knows", "bob")
    calls = overrides["establish_relationships"]["tool_calls"]
    calls.insert(0, {"name": "noop", "arguments": {}})
    calls += answer("establish_relationships", {"source": "bob", "relationship": "knows", "destination": "eve"})[
        "tool_calls"
    ]
    memory.add("…", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "knows", "bob"), ("bob", "knows", "eve")}


def test_arguments_as_json_text_are_read(memory: Any) -> None:
    script("alice", "knows", "bob")
    for name in ("extract_entities", "establish_relationships"):
        call = overrides[name]["tool_calls"][0]
        call["arguments"] = json.dumps(call["arguments"])
    memory.add("…", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "knows", "bob")}
