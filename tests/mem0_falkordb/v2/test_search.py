"""Search: what it starts from, how far it goes, how it ranks, and that small and large graphs agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mem0_falkordb.v2.scope import Scope
from mem0_falkordb.v2.search import find
from tests.mem0_falkordb.scripted import Embedder
from tests.mem0_falkordb.v2 import scripted
from tests.mem0_falkordb.v2.asking import hits, rows
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

Configure = Callable[..., dict[str, Any]]

CHAIN = ("User | works at | Acme", "Acme | is based in | Berlin", "Berlin | lies in | Germany")
BY_SIZE = [{}, {"exact_limit": 0}]


def filled(config: dict[str, Any], *facts: str) -> Any:
    from mem0 import Memory

    memory = Memory.from_config(config)
    say(said("What the user said", *facts))
    memory.add("…", user_id="alice")
    return memory


@pytest.mark.parametrize("settings", BY_SIZE, ids=["exact", "index"])
def test_a_relation_is_found_by_the_words_of_its_ends(configure: Configure, settings: dict[str, Any]) -> None:
    memory = filled(configure(**settings), *CHAIN, "Bob | likes | pizza")
    acme = {("alice", "works_at", "Acme"), ("Acme", "is_based_in", "Berlin")}
    assert set(hits(memory, "Tell me about acme", user_id="alice")[:2]) == acme
    berlin = {("Acme", "is_based_in", "Berlin"), ("Berlin", "lies_in", "Germany")}
    assert set(hits(memory, "BERLIN?", user_id="alice")[:2]) == berlin


@pytest.mark.parametrize("settings", BY_SIZE, ids=["exact", "index"])
def test_the_most_similar_relation_is_first(configure: Configure, settings: dict[str, Any]) -> None:
    memory = filled(configure(**settings), "User | works at | Acme", "User | likes | pizza", "User | lives in | Berlin")
    assert hits(memory, "alice likes", user_id="alice")[0] == ("alice", "likes", "pizza")
    assert hits(memory, "alice lives in", user_id="alice")[0] == ("alice", "lives_in", "Berlin")
    scores = [item["score"] for item in memory.search("alice likes", filters={"user_id": "alice"})["relations"]]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(("hops", "found"), [(1, 1), (2, 2), (3, 3), (5, 3)])
def test_hops(configure: Configure, hops: int, found: int) -> None:
    memory = filled(configure(hops=hops), *CHAIN)
    (opened,) = memory.graph.graphs(Scope("alice"))
    query = memory.embedding_model.embed("alice", "search")
    reached = {one.key for one in find(opened, "alice", query, Scope("alice"), memory.graph.config)}
    expected = [("alice", "works_at", "acme"), ("acme", "is_based_in", "berlin"), ("berlin", "lies_in", "germany")]
    # What is similar counts as a start as well; of the chain, no more than `hops` steps from alice are added to that.
    assert set(expected[:found]) <= reached


def test_an_invalid_relation_leads_nowhere(configure: Configure) -> None:
    memory = filled(configure(hops=3), "User | works at | Acme")
    say(said("Left Acme", "Acme | is based in | Zanzibar", obsolete=("r0",)))
    memory.add("…", user_id="alice")
    found = memory.graph.search(Scope("alice"), "alice", [1.0] * 64, 0.0)
    assert all(item["source"] != "alice" for item in found)


def test_limit_and_threshold(configure: Configure) -> None:
    memory = filled(configure(limit=3), *(f"User | knows | person {number}" for number in range(30)))
    assert len(hits(memory, "Whom does alice know?", user_id="alice")) == 3
    answer = memory.search("Whom does alice know?", filters={"user_id": "alice"}, threshold=1.0)
    assert answer["relations"] == []


def test_get_all_gives_top_k_relations(configure: Configure) -> None:
    memory = filled(configure(), *(f"User | knows | person {number}" for number in range(30)))
    assert len(memory.get_all(filters={"user_id": "alice"}, top_k=7)["relations"]) == 7


def test_searching_embeds_the_question_once_and_asks_no_model(
    configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded: list[str] = []
    embed = Embedder.embed

    def noting(self: Embedder, text: str, memory_action: str | None = None) -> list[float]:
        embedded.append(text.strip())
        return embed(self, text, memory_action)

    monkeypatch.setattr(Embedder, "embed", noting)
    memory = filled(configure(), *CHAIN)
    asked = len(scripted.prompts)
    assert hits(memory, "  Where does alice work? ", user_id="alice")
    assert embedded.count("Where does alice work?") == 1
    assert len(scripted.prompts) == asked


def test_who_says_i_is_the_user(configure: Configure) -> None:
    memory = filled(configure(), "User | works at | Acme")
    assert ("alice", "works_at", "Acme") in hits(memory, "Where do I work at?", user_id="alice")


def test_similar_names_are_one_entity_and_different_ones_are_not(configure: Configure) -> None:
    facts = ("User | works at | acme software company", "User | owns | acme software", "User | likes | pizza")
    memory = filled(configure(threshold=0.8), *facts)
    assert rows(memory, "MATCH (n) RETURN n.name AS name ORDER BY name") == [
        {"name": "acme software company"},
        {"name": "alice"},
        {"name": "pizza"},
    ]
    say(said("more", "User | left | the acme software company", "User | visits | pasta"))
    memory.add("…", user_id="alice")
    assert rows(memory, "MATCH ({key: 'alice'})-[r]->(n) RETURN type(r) AS r, n.name AS n ORDER BY r") == [
        {"r": "left", "n": "acme software company"},
        {"r": "likes", "n": "pizza"},
        {"r": "owns", "n": "acme software company"},
        {"r": "visits", "n": "pasta"},
        {"r": "works_at", "n": "acme software company"},
    ]


@pytest.mark.parametrize("settings", BY_SIZE, ids=["exact", "index"])
def test_names_that_differ_by_a_number_are_never_one(configure: Configure, settings: dict[str, Any]) -> None:
    memory = filled(configure(threshold=0.5, **settings), "User | booked | room 101")
    say(said("more", "User | cancelled | room 102"))
    memory.add("…", user_id="alice")
    assert rows(memory, "MATCH (n) RETURN count(n) AS n") == [{"n": 3}]


@pytest.mark.parametrize("settings", BY_SIZE, ids=["exact", "index"])
def test_a_dropped_graph_has_its_indexes_again(configure: Configure, settings: dict[str, Any]) -> None:
    memory = filled(configure(**settings), *CHAIN)
    memory.delete_all(user_id="alice")
    say(said("What the user said", *CHAIN))
    memory.add("…", user_id="alice")
    assert ("alice", "works_at", "Acme") in hits(memory, "Acme", user_id="alice")
