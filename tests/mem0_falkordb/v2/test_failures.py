"""When one half fails: no memory is lost, and doing it again completes what was left."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from mem0_falkordb.v2 import DimensionError, GraphMemoryError, catch_up, rebuild_embeddings
from tests.mem0_falkordb import scripted as common
from tests.mem0_falkordb.v2 import scripted
from tests.mem0_falkordb.v2.asking import graphs, hits, relations
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

Configure = Callable[..., dict[str, Any]]
WORK = ("alice", "works_at", "Acme")


@pytest.fixture
def breaking(memory: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Break the graph's connection, or mend it."""
    execute = memory.graph.db.execute_command

    def fail(*_: Any, **__: Any) -> Any:
        raise ConnectionError("the graph is down")

    def switch(down: bool) -> None:
        if down:
            from cypher_translate import FalkorGraph

            monkeypatch.setattr(FalkorGraph, "query", fail)
        else:
            monkeypatch.undo()
        assert memory.graph.db.execute_command == execute

    return switch


def stored(memory: Any) -> list[str]:
    return sorted(item["memory"] for item in memory.get_all(filters={"user_id": "alice"})["results"])


def test_add_keeps_the_memory_and_a_repeated_add_completes_the_graph(
    memory: Any, breaking: Callable[[bool], None], caplog: pytest.LogCaptureFixture
) -> None:
    breaking(True)
    say(said("User works at Acme", "User | works at | Acme"))
    answer = memory.add("I work at Acme", user_id="alice")
    assert [item["memory"] for item in answer["results"]] == ["User works at Acme"]
    assert "the graph is down" in answer["relations"]["error"]
    assert "repeat the call, or use catch_up()" in caplog.text
    assert stored(memory) == ["User works at Acme"]
    breaking(False)
    assert graphs(memory) == []
    say(said("User works at Acme", "User | works at | Acme"))
    assert memory.add("I work at Acme", user_id="alice")["results"] == []
    assert relations(memory, user_id="alice") == {WORK}
    assert stored(memory) == ["User works at Acme"]


def test_search_and_get_all_give_the_memories_without_the_graph(
    memory: Any, breaking: Callable[[bool], None], caplog: pytest.LogCaptureFixture
) -> None:
    say(said("User works at Acme", "User | works at | Acme"))
    memory.add("I work at Acme", user_id="alice")
    breaking(True)
    for answer in (memory.search("Acme", filters={"user_id": "alice"}), memory.get_all(filters={"user_id": "alice"})):
        assert [item["memory"] for item in answer["results"]] == ["User works at Acme"]
        assert answer["relations"] == []
    assert "the relations could not be read" in caplog.text


def test_a_delete_that_the_graph_missed_can_be_repeated(memory: Any, breaking: Callable[[bool], None]) -> None:
    say(said("User works at Acme", "User | works at | Acme"))
    (result,) = memory.add("I work at Acme", user_id="alice")["results"]
    breaking(True)
    with pytest.raises(GraphMemoryError, match=r"the memory is deleted, but its relations .* repeat the call"):
        memory.delete(result["id"])
    breaking(False)
    assert stored(memory) == []
    assert relations(memory, user_id="alice") == {WORK}
    assert memory.delete(result["id"])["message"] == "Memory deleted successfully!"
    assert relations(memory, user_id="alice") == set()
    with pytest.raises(Exception):  # noqa: B017, PT011 -- Mem0's own, which differs by release
        memory.delete(result["id"])


def test_an_update_that_the_graph_missed_can_be_repeated(memory: Any, breaking: Callable[[bool], None]) -> None:
    say(said("User works at Acme", "User | works at | Acme"))
    (result,) = memory.add("I work at Acme", user_id="alice")["results"]
    breaking(True)
    with pytest.raises(GraphMemoryError, match="repeat the call"):
        memory.update(result["id"], "User sings")
    breaking(False)
    assert stored(memory) == ["User sings"]
    memory.update(result["id"], "User sings")
    assert relations(memory, user_id="alice") == set()


def test_delete_all_and_reset_can_be_repeated(memory: Any, breaking: Callable[[bool], None]) -> None:
    say(said("User works at Acme", "User | works at | Acme"))
    memory.add("I work at Acme", user_id="alice")
    for erase in (lambda: memory.delete_all(user_id="alice"), memory.reset):
        breaking(True)
        with pytest.raises(GraphMemoryError, match="repeat the call"):
            erase()
        breaking(False)
    memory.delete_all(user_id="alice")
    assert graphs(memory) == []


def test_a_failing_vector_store_leaves_the_graph_alone(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    say(said("User lives in Paris", "User | lives in | Paris"))
    (result,) = memory.add("I live in Paris", user_id="alice")["results"]

    def fail(*_: Any, **__: Any) -> Any:
        raise OSError("the disk is full")

    for name in ("insert", "delete", "update"):
        monkeypatch.setattr(memory.vector_store, name, fail)
    # Before 2.2, Mem0 reports a memory as stored that the vector store refused; nobody else can know then.
    if "persisted_records" in inspect.getsource(type(memory)._add_to_vector_store):
        say(said("User works at Acme", "User | works at | Acme", obsolete=("r0",)))
        with pytest.raises(Exception, match="Failed to insert"):
            memory.add("I work at Acme", user_id="alice")
    for change in (lambda: memory.delete(result["id"]), lambda: memory.update(result["id"], "User sings")):
        with pytest.raises(OSError, match="disk is full"):
            change()
    assert relations(memory, user_id="alice") == {("alice", "lives_in", "Paris")}


def test_a_failing_model_is_mem0s_to_report(memory: Any) -> None:
    scripted.answers.append(RuntimeError("no quota"))
    with pytest.raises(Exception):  # noqa: B017, PT011 -- Mem0's own, which differs by release
        assert memory.add("I work at Acme", user_id="alice")["results"]
    assert graphs(memory) == []


def test_a_failing_second_call_keeps_the_memory(memory: Any) -> None:
    say({"text": "User works at Acme"})
    scripted.answers.append(RuntimeError("no quota"))
    answer = memory.add("I work at Acme", user_id="alice")
    assert len(answer["results"]) == 1
    assert "no quota" in answer["relations"]["error"]


def test_catching_up_with_memories_that_have_no_relations(configure: Configure) -> None:
    from mem0 import Memory

    config = configure(graph=False)
    plain = Memory.from_config(config)
    texts = [f"User met person {number}" for number in range(23)]
    say(*({"text": text} for text in texts))
    plain.add("I met people", user_id="alice", agent_id="diary")
    plain.add("A message", user_id="bob", infer=False)
    plain.close()
    plain.vector_store.client.close()
    scripted.prompts.clear()
    memory = Memory.from_config({**config, "graph_store": configure()["graph_store"]})
    for size in (20, 3):
        say(*(said("", f"User | met | someone {size} {number}") for number in range(size)))
    assert catch_up(memory, user_id="alice") == 23
    assert len(scripted.prompts) == 2
    assert len(relations(memory, user_id="alice", agent_id="diary")) == 23
    assert catch_up(memory, user_id="alice") == 0
    assert len(scripted.prompts) == 2


def test_another_embedder_is_refused_until_the_graph_is_rebuilt(
    configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mem0 import Memory

    memory = Memory.from_config(configure())
    say(said("User works at Acme", "User | works at | Acme"))
    memory.add("I work at Acme", user_id="alice")
    monkeypatch.setattr(common, "DIMENSIONS", 32)
    config = configure()
    config["vector_store"]["config"]["embedding_model_dims"] = 32
    other = Memory.from_config(config)
    for call in (
        lambda: other.add("I sing", user_id="alice"),
        lambda: other.search("Acme", filters={"user_id": "alice"}),
    ):
        with pytest.raises(DimensionError, match=r"64 numbers.* gives 32.*rebuild_embeddings"):
            call()
    assert scripted.prompts[1:] == []
    assert relations(other, user_id="alice") == {WORK}
    assert rebuild_embeddings(other) == 3
    assert hits(other, "Who works at Acme?", user_id="alice") == [WORK]
    say(said("User sings songs", "User | sings | songs"))
    other.add("I sing", user_id="alice")
    assert relations(other, user_id="alice") == {WORK, ("alice", "sings", "songs")}
