"""Mem0's operations on the real Mem0: what is stored, found, contradicted, deleted, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from cypher_translate import FalkorGraph
from mem0_falkordb.connection import graph_names

Configure = Callable[..., dict[str, Any]]


def relations(memory: Any, **scope: str) -> set[tuple[str, str, str]]:
    """What get_all tells of the graph."""
    found = memory.get_all(**scope)["relations"]
    return {(each["source"], each["relationship"], each["target"]) for each in found}


def hits(memory: Any, query: str, **scope: str) -> set[tuple[str, str, str]]:
    found = memory.search(query, **scope)["relations"]
    return {(each["source"], each["relationship"], each["destination"]) for each in found}


def own_graphs(memory: Any) -> list[str]:
    registry = memory.graph.graph.registry
    return [name for name in graph_names(registry.db) if name.startswith(registry.database)]


def rows(memory: Any, cypher: str, user: str = "alice") -> list[dict[str, Any]]:
    return memory.graph.graph.query(cypher, {"user_id": user})


def test_add_tells_what_was_added_and_creates_the_users_graph(memory: Any) -> None:
    answer = memory.add("Alice | works at | Acme", user_id="alice")
    assert answer["relations"]["added_entities"] == [
        [{"source": "alice", "relationship": "works_at", "target": "acme"}]
    ]
    assert answer["relations"]["deleted_entities"] == []
    assert [result["memory"] for result in answer["results"]] == ["Alice | works at | Acme"]
    assert own_graphs(memory) == [f"{memory.graph.graph.registry.database}_alice"]


def test_an_unrelated_entity_is_not_taken_for_a_known_one(memory: Any) -> None:
    memory.add("Alice | likes | pizza", user_id="alice")
    memory.add("Alice | works at | Acme", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "likes", "pizza"), ("alice", "works_at", "acme")}
    assert rows(memory, "MATCH (n) RETURN count(n) AS n") == [{"n": 3}]


def test_saying_it_again_counts_mentions_and_adds_nothing(memory: Any) -> None:
    for _ in range(2):
        memory.add("Alice | works at | Acme", user_id="alice")
    assert rows(memory, "MATCH (n)-[r]->(m) RETURN n.mentions AS n, r.mentions AS r, m.mentions AS m") == [
        {"n": 2, "r": 2, "m": 2}
    ]


def test_a_contradicted_fact_is_no_longer_shown(memory: Any) -> None:
    memory.add("Alice | lives in | Paris; Alice | likes | pizza", user_id="alice")
    answer = memory.add("Alice | lives in | Rome", user_id="alice")
    assert [entity["target"] for found in answer["relations"]["deleted_entities"] for entity in found] == ["paris"]
    assert relations(memory, user_id="alice") == {("alice", "lives_in", "rome"), ("alice", "likes", "pizza")}


def test_a_contradicted_fact_is_kept_as_invalid_where_mem0_does_so(memory: Any) -> None:
    if not memory.graph.mem0_deletes:
        pytest.skip("before 1.0.8 Mem0's own query deletes a contradicted relation")
    memory.add("Alice | lives in | Paris", user_id="alice")
    memory.add("Alice | lives in | Rome", user_id="alice")
    old = "MATCH ()-[r {valid: false}]->(m) RETURN m.name AS name, r.invalidated_at IS NOT NULL AS dated"
    assert rows(memory, old) == [{"name": "paris", "dated": True}]
    memory.add("Alice | lives in | Paris", user_id="alice")
    back = "MATCH ()-[r]->(:__Entity__ {name: 'paris'}) RETURN r.valid AS valid, r.invalidated_at AS at"
    assert rows(memory, back) == [{"valid": True, "at": None}]


def test_search_finds_what_is_around_the_entities_of_the_question(memory: Any) -> None:
    memory.add("Alice | works at | Acme; Acme | based in | Berlin; Bob | likes | chess", user_id="alice")
    assert hits(memory, "Acme | is | what", user_id="alice") == {
        ("alice", "works_at", "acme"),
        ("acme", "based_in", "berlin"),
    }
    assert hits(memory, "Zebra | is | unicorn", user_id="alice") == set()


def test_users_of_one_memory_do_not_see_each_other(memory: Any) -> None:
    memory.add("Alice | works at | Acme", user_id="alice")
    memory.add("Acme | sues | Bob", user_id="bob")
    assert relations(memory, user_id="alice") == {("alice", "works_at", "acme")}
    assert hits(memory, "Acme | is | what", user_id="bob") == {("acme", "sues", "bob")}
    assert relations(memory, user_id="carol") == set()


def test_many_users_at_the_same_time(memory: Any) -> None:
    users = [f"user{i}" for i in range(20)]

    def work(user: str) -> set[tuple[str, str, str]]:
        memory.graph.add(f"{user} | likes | thing{user}", {"user_id": user})
        return {(r["source"], r["relationship"], r["target"]) for r in memory.graph.get_all({"user_id": user})}

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, users))
    assert found == [{(user, "likes", f"thing{user}")} for user in users]
    assert len(own_graphs(memory)) == len(users)


def test_reads_and_deletes_create_no_graph(memory: Any) -> None:
    assert relations(memory, user_id="alice") == set()
    assert hits(memory, "Alice | is | what", user_id="alice") == set()
    memory.delete_all(user_id="alice")
    memory.graph.delete("Alice | is | what", {"user_id": "alice"})
    memory.add("nothing to extract", user_id="alice")
    assert own_graphs(memory) == []


def test_delete_takes_back_the_relations_of_that_memory_alone(memory: Any) -> None:
    first = memory.add("Alice | works at | Acme", user_id="alice", infer=False)["results"][0]["id"]
    memory.add("Alice | likes | pizza", user_id="alice", infer=False)
    memory.delete(memory_id=first)
    assert relations(memory, user_id="alice") == {("alice", "likes", "pizza")}
    assert [each["memory"] for each in memory.get_all(user_id="alice")["results"]] == ["Alice | likes | pizza"]


def test_update_and_history_are_mem0s(memory: Any) -> None:
    stored = memory.add("Alice | works at | Acme", user_id="alice", infer=False)["results"][0]["id"]
    memory.update(stored, "Alice | works at | Globex")
    assert memory.get(stored)["memory"] == "Alice | works at | Globex"
    assert [change["event"] for change in memory.history(stored)] == ["ADD", "UPDATE"]


def test_delete_all_drops_the_users_graph_and_no_other(memory: Any) -> None:
    memory.add("Alice | works at | Acme", user_id="alice")
    memory.add("Bob | works at | Acme", user_id="bob")
    memory.delete_all(user_id="alice")
    assert own_graphs(memory) == [f"{memory.graph.graph.registry.database}_bob"]
    memory.add("Alice | likes | tea", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "likes", "tea")}


def test_reset_drops_all_graphs_of_this_database_and_no_other(configure: Configure) -> None:
    from mem0 import Memory

    database = configure()["graph_store"]["config"]["database"]
    memory, longer = Memory.from_config(configure()), Memory.from_config(configure(database=f"{database}_prod"))
    memory.add("Alice | works at | Acme", user_id="alice")
    memory.add("Planner | uses | maps", agent_id="planner")
    longer.add("Alice | works at | Globex", user_id="alice")
    memory.reset()
    assert relations(longer, user_id="alice") == {("alice", "works_at", "globex")}
    assert relations(memory, user_id="alice") == relations(memory, agent_id="planner") == set()
    memory.add("Alice | likes | tea", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "likes", "tea")}


def test_databases_with_confusing_names_do_not_meet(configure: Configure) -> None:
    from mem0 import Memory

    database = configure()["graph_store"]["config"]["database"]
    short, long = Memory.from_config(configure()), Memory.from_config(configure(database=f"{database}_x"))
    short.add("Alice | works at | Acme", user_id="x_y")
    assert relations(long, user_id="y") == set()
    long.add("Bob | works at | Globex", user_id="y")
    assert relations(short, user_id="x_y") == {("alice", "works_at", "acme")}
    long.reset()
    assert relations(short, user_id="x_y") == {("alice", "works_at", "acme")}


@pytest.mark.parametrize("base_label", [True, False])
def test_with_and_without_the_base_label(configure: Configure, base_label: bool) -> None:
    from mem0 import Memory

    memory = Memory.from_config(configure(base_label=base_label))
    memory.add("Alice | works at | Acme", user_id="alice")
    memory.add("Alice | likes | pizza", user_id="alice")
    assert hits(memory, "Alice | is | what", user_id="alice") == {
        ("alice", "works_at", "acme"),
        ("alice", "likes", "pizza"),
    }
    labels = rows(memory, "MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")
    assert {row["label"] for row in labels} == ({"__Entity__", "thing"} if base_label else {"thing"})
    memory.delete_all(user_id="alice")
    assert relations(memory, user_id="alice") == set()


def test_each_new_graph_gets_the_indexes_that_mem0_wants(memory: Any) -> None:
    memory.add("Alice | works at | Acme", user_id="alice")
    graph = FalkorGraph(memory.graph.graph.registry.db, own_graphs(memory)[0])
    indexed = graph.run("CALL db.indexes() YIELD label, properties RETURN label, properties")
    assert [(label, sorted(properties)) for label, properties in indexed] == [("__Entity__", ["name", "user_id"])]


def test_a_graph_of_an_older_program_opens_unchanged(memory: Any) -> None:
    registry = memory.graph.graph.registry
    old = FalkorGraph(registry.db, f"{registry.database}_old_friend")
    old.query(
        "CREATE (:__Entity__ {name: 'eve', user_id: 'old_friend'})-[:knows]->"
        "(:__Entity__ {name: 'mallory', user_id: 'old_friend'})"
    )
    assert relations(memory, user_id="old_friend") == {("eve", "knows", "mallory")}
    assert relations(memory, user_id="friend") == set()
    memory.add("Eve | likes | tea", user_id="old_friend")
    assert ("eve", "knows", "mallory") in relations(memory, user_id="old_friend")
    assert own_graphs(memory) == [old.name]
    memory.reset()
    assert own_graphs(memory) == []
