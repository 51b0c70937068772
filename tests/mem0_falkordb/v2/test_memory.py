"""Mem0's operations on the real Mem0 2.x: what is stored, found, contradicted, taken back and deleted."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.mem0_falkordb.v2 import scripted
from tests.mem0_falkordb.v2.asking import graphs, hits, relations, rows
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

Configure = Callable[..., dict[str, Any]]
WORK = ("alice", "works_at", "Acme")
PARIS = ("alice", "lives_in", "Paris")
BERLIN = ("alice", "lives_in", "Berlin")


def test_add_reports_results_and_relations_after_one_model_call(memory: Any) -> None:
    say(said("User works at Acme", "User | works at | Acme | 0.9"), said("User lives in Paris", "I | lives in | Paris"))
    answer = memory.add("I work at Acme and live in Paris", user_id="alice")
    assert [item["memory"] for item in answer["results"]] == ["User works at Acme", "User lives in Paris"]
    assert answer["relations"] == {
        "added_entities": [
            {"source": "alice", "relationship": "works_at", "destination": "Acme"},
            {"source": "alice", "relationship": "lives_in", "destination": "Paris"},
        ],
        "deleted_entities": [],
    }
    assert len(scripted.prompts) == 1
    assert graphs(memory) == [f"{memory.graph.config.database}_alice"]


def test_what_is_written(memory: Any) -> None:
    say(said("User works at Acme", "User | works at | Acme | 0.9"))
    memory_id = memory.add("I work at Acme", user_id="alice", agent_id="helper")["results"][0]["id"]
    (edge,) = rows(memory, "MATCH (s)-[r:works_at]->(d) RETURN properties(r) AS r, s.key AS s, d.key AS d")
    written = edge["r"]
    assert (edge["s"], edge["d"]) == ("alice", "acme")
    assert {
        name: written[name] for name in ("valid", "user_id", "agent_id", "memory_ids", "confidence", "mentions")
    } == {
        "valid": True,
        "user_id": "alice",
        "agent_id": "helper",
        "memory_ids": [memory_id],
        "confidence": 0.9,
        "mentions": 1,
    }
    assert isinstance(written["created_at"], int)
    assert "run_id" not in written
    assert rows(memory, "MATCH (n) RETURN DISTINCT n.user_id AS owner, n.mentions AS mentions") == [
        {"owner": "alice", "mentions": 1}
    ]


def test_entities_have_a_type_once_it_is_known(memory: Any) -> None:
    plain = said("User works at Acme", "User | works at | Acme")
    typed = said("User still works at Acme", "User | works at | Acme")
    typed["relations"][0] |= {"source_type": "Person", "destination_type": "Software Company"}
    for one in (plain, typed, plain | {"text": "Again"}):
        say(one)
        memory.add(one["text"], user_id="alice")
    assert rows(memory, "MATCH (n) RETURN labels(n) AS labels ORDER BY n.key") == [
        {"labels": ["__Entity__", "software_company"]},
        {"labels": ["__Entity__", "person"]},
    ]


def test_the_model_is_shown_what_is_known_and_custom_instructions_stay(configure: Configure) -> None:
    from mem0 import Memory

    config = configure(custom_prompt="Look for instruments above all.")
    memory = Memory.from_config({**config, "custom_instructions": "Speak of work only."})
    say(said("User works at Acme", "User | works at | Acme"))
    memory.add("I work at Acme", user_id="alice")
    memory.add("What else?", user_id="alice")
    first, second = (messages[-1]["content"] for messages in scripted.prompts)
    assert "Known relations: []\nLook for instruments above all." in first
    assert 'Known relations: [{"id": "r0", "relation": "alice -- works_at -- Acme"}]' in second
    assert "Speak of work only." in second
    assert second.endswith("# Output:")
    assert 'Call the person who says "I", or whom the memory calls User, "alice"' in second


def test_a_newer_fact_invalidates_the_one_it_contradicts(memory: Any) -> None:
    say(said("User lives in Paris", "User | lives in | Paris"))
    memory.add("I live in Paris", user_id="alice")
    say(said("User moved to Berlin", "User | lives in | Berlin", obsolete=("r0",)))
    answer = memory.add("I moved to Berlin", user_id="alice")
    assert answer["relations"]["deleted_entities"] == [
        {"source": "alice", "relationship": "lives_in", "destination": "Paris"}
    ]
    assert relations(memory, user_id="alice") == {BERLIN}
    assert hits(memory, "alice", user_id="alice") == [BERLIN]
    (paris,) = rows(memory, "MATCH ()-[r]->({name: 'Paris'}) RETURN r.valid AS valid, r.invalidated_by AS by")
    assert paris == {"valid": False, "by": answer["results"][0]["id"]}


def test_a_fact_that_is_said_again_is_valid_again(memory: Any) -> None:
    for text, place, obsolete in (("a", "Paris", ()), ("b", "Berlin", ("r0",)), ("c", "Paris", ("r0",))):
        say(said(text, f"User | lives in | {place}", obsolete=obsolete))
        memory.add(text, user_id="alice")
    assert relations(memory, user_id="alice") == {PARIS}


def test_saying_it_again_adds_nothing_but_a_mention_and_a_source(memory: Any) -> None:
    ids = []
    for text in ("User works at Acme", "User has a job at Acme"):
        say(said(text, "User | works at | ACME"))
        ids.append(memory.add(text, user_id="alice")["results"][0]["id"])
    assert rows(memory, "MATCH (n)-[r]->(m) RETURN n.mentions AS n, r.mentions AS r, r.memory_ids AS ids") == [
        {"n": 2, "r": 2, "ids": ids}
    ]
    assert rows(memory, "MATCH (n) RETURN count(n) AS n") == [{"n": 2}]


def test_a_relation_goes_with_the_last_memory_behind_it(memory: Any) -> None:
    ids = []
    for text in ("User works at Acme", "User has a job at Acme"):
        say(said(text, "User | works at | Acme"))
        ids.append(memory.add(text, user_id="alice")["results"][0]["id"])
    answer = memory.delete(ids[0])
    assert answer["message"] == "Memory deleted successfully!"
    assert answer["relations"]["deleted_entities"] == []
    assert relations(memory, user_id="alice") == {WORK}
    assert memory.delete(ids[1])["relations"]["deleted_entities"] == [dict(zip(KEYS, WORK, strict=True))]
    assert relations(memory, user_id="alice") == set()
    assert rows(memory, "MATCH ()-[r]->() RETURN r.valid AS valid, r.memory_ids AS ids") == [
        {"valid": False, "ids": [ids[1]]}
    ]
    assert len(scripted.prompts) == 2


def test_an_updated_memory_leaves_no_stale_relation_and_asks_no_model(memory: Any) -> None:
    say(said("User lives in Paris", "User | lives in | Paris"), said("User works at Acme", "User | works at | Acme"))
    results = memory.add("I live in Paris and work at Acme", user_id="alice")["results"]
    answer = memory.update(results[0]["id"], "User lives in Berlin")
    assert answer["message"] == "Memory updated successfully!"
    assert answer["relations"]["deleted_entities"] == [dict(zip(KEYS, PARIS, strict=True))]
    assert relations(memory, user_id="alice") == {WORK}
    assert memory.update(results[1]["id"], "User works at Acme")["relations"]["deleted_entities"] == []
    assert relations(memory, user_id="alice") == {WORK}
    assert len(scripted.prompts) == 1


def test_an_updated_memory_can_teach_the_graph_its_new_text(configure: Configure) -> None:
    from mem0 import Memory

    memory = Memory.from_config(configure(extract_on_update=True))
    say(said("User lives in Paris", "User | lives in | Paris"))
    (result,) = memory.add("I live in Paris", user_id="alice")["results"]
    say(said("User lives in Berlin", "User | lives in | Berlin"))
    answer = memory.update(result["id"], "User lives in Berlin")
    assert answer["relations"]["added_entities"] == [dict(zip(KEYS, BERLIN, strict=True))]
    assert relations(memory, user_id="alice") == {BERLIN}


def test_metadata_alone_changes_no_relation(memory: Any) -> None:
    if "metadata" not in inspect.signature(type(memory).update).parameters:
        pytest.skip("this Mem0 has no metadata in update()")
    say(said("User works at Acme", "User | works at | Acme"))
    (result,) = memory.add("I work at Acme", user_id="alice")["results"]
    memory.update(result["id"], "User works at Acme", metadata={"source": "cv"})
    assert relations(memory, user_id="alice") == {WORK}


def test_delete_all_drops_the_users_graph_and_no_other(memory: Any) -> None:
    for user in ("alice", "bob"):
        say(said(f"{user} works at Acme", "User | works at | Acme"))
        memory.add(f"{user} works at Acme", user_id=user)
    assert memory.delete_all(user_id="alice") == {"message": "Memories deleted successfully!"}
    assert graphs(memory) == [f"{memory.graph.config.database}_bob"]
    assert relations(memory, user_id="bob") == {("bob", "works_at", "Acme")}
    say(said("User is back at Acme", "User | works at | Acme"))
    memory.add("I am back", user_id="alice")
    assert relations(memory, user_id="alice") == {WORK}


def test_reset_drops_all_graphs_of_this_database_and_no_other(configure: Configure) -> None:
    from mem0 import Memory

    config = configure()
    other = configure()
    other["graph_store"]["config"]["database"] += "_prod"
    mine, theirs = Memory.from_config(config), Memory.from_config(other)
    for memory in (mine, theirs):
        say(said("User works at Acme", "User | works at | Acme"))
        memory.add("I work at Acme", user_id="alice")
    mine.reset()
    assert graphs(theirs) == [f"{theirs.graph.config.database}_alice"]
    assert relations(mine, user_id="alice") == set()
    assert relations(theirs, user_id="alice") == {WORK}


def test_reading_creates_no_graph(memory: Any) -> None:
    assert hits(memory, "anything", user_id="nobody") == []
    assert relations(memory, user_id="nobody") == set()
    memory.delete_all(user_id="nobody")
    assert graphs(memory) == []


def test_infer_false_extracts_nothing(memory: Any) -> None:
    answer = memory.add("I work at Acme", user_id="alice", infer=False)
    assert [item["memory"] for item in answer["results"]] == ["I work at Acme"]
    assert answer["relations"] == {"added_entities": [], "deleted_entities": []}
    assert scripted.prompts == []
    assert graphs(memory) == []


def test_a_procedural_memory_teaches_the_graph_nothing(memory: Any) -> None:
    scripted.answers.append("The agent opened the door.")
    answer = memory.add("I open the door", user_id="u", agent_id="robot", memory_type="procedural_memory")
    assert answer["relations"] == {"added_entities": [], "deleted_entities": []}
    assert len(scripted.prompts) == 1
    assert "Known relations" not in json.dumps(scripted.prompts)


def test_what_mem0_forgets_to_store_is_no_relation_either(memory: Any) -> None:
    """A memory that Mem0 has already is not stored twice; its relations then belong to the first."""
    say(said("User works at Acme", "User | works at | Acme"))
    (first,) = memory.add("I work at Acme", user_id="alice")["results"]
    say(said("User works at Acme", "User | works at | Acme"))
    again = memory.add("I work at Acme", user_id="alice")
    assert again["results"] == []
    assert rows(memory, "MATCH ()-[r]->() RETURN r.memory_ids AS ids") == [{"ids": [first["id"]]}]


def test_history_is_mem0s(memory: Any) -> None:
    say(said("User works at Acme", "User | works at | Acme"))
    (result,) = memory.add("I work at Acme", user_id="alice")["results"]
    (entry,) = memory.history(result["id"])
    assert (entry["event"], entry["new_memory"]) == ("ADD", "User works at Acme")


def test_close_gives_everything_back(memory: Any) -> None:
    memory.close()
    assert memory.db is None


KEYS = ("source", "relationship", "destination")
