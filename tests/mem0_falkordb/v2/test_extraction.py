"""What models really send: everything usable is kept, the rest is dropped with a reason, the memory is stored."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest

from mem0_falkordb.v2.extraction import read_answer
from tests.mem0_falkordb.v2 import scripted
from tests.mem0_falkordb.v2.asking import relations, rows
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

Configure = Callable[..., dict[str, Any]]

WORK = '{"source": "alice", "relationship": "works_at", "destination": "Acme"}'
ITEM = f'{{"id": "0", "text": "User works at Acme", "relations": [{WORK}], "obsolete": []}}'


@pytest.mark.parametrize(
    "answer",
    [
        f'{{"memory": [{ITEM}]}}',
        f'Sure! Here is the JSON:\n```json\n{{"memory": [{ITEM}]}}\n```\nLet me know {{if}} you need more.',
        f'<think>{{"a": 1}} hmm</think>{{"memory": [{ITEM}]}}',
        f'{{"memory": [{ITEM},],}}',
        f'{{"memory": {ITEM}}}',
        f'{{"memory": [{ITEM}, {{"id": "1", "te',
        f'{{"memory": [{ITEM[:-18]}, {WORK[:30]}',
        f'{{"memory": [{ITEM}, null, 3, [], {{}}]}}',
        '{"memory": [{"text": "User works at Acme", "relations": [["I", "works at", "Acme"]]}]}',
        '{"memory": [{"text": "User works at Acme", "relations": '
        '{"subject": {"name": "User"}, "predicate": "Works-At", "object": "Acme"}}]}',
    ],
    ids=["plain", "prose", "think", "commas", "object", "cut", "cut-inside", "junk", "triple", "synonyms"],
)
def test_the_memory_and_its_relation_are_found(memory: Any, answer: str) -> None:
    scripted.answers.append(answer)
    stored = memory.add("I work at Acme", user_id="alice")
    assert [item["memory"] for item in stored["results"]] == ["User works at Acme"]
    assert relations(memory, user_id="alice") == {("alice", "works_at", "Acme")}
    assert len(scripted.prompts) == 1


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        ({"source": "alice", "relationship": "knows", "destination": "Alice"}, "relates a thing to itself"),
        ({"source": "alice", "relationship": "knows"}, "is missing"),
        ({"source": "", "relationship": "knows", "destination": "Bob"}, "is missing"),
        ({"source": "alice", "relationship": "!!!", "destination": "Bob"}, "relationship is missing"),
        ({"source": "alice", "relationship": ["knows"], "destination": "Bob"}, "relationship is missing"),
        ({"source": "x" * 10_000, "relationship": "knows", "destination": "Bob"}, "longer than"),
        ("alice knows bob", "not an object"),
        (None, "not an object"),
    ],
)
def test_what_cannot_be_used_is_dropped_with_a_reason(
    memory: Any, caplog: pytest.LogCaptureFixture, relation: Any, reason: str
) -> None:
    say({"text": "User works at Acme", "relations": [relation, json.loads(WORK)]})
    with caplog.at_level(logging.WARNING, logger="mem0_falkordb"):
        stored = memory.add("I work at Acme", user_id="alice")
    assert len(stored["results"]) == 1
    assert relations(memory, user_id="alice") == {("alice", "works_at", "Acme")}
    assert reason in caplog.text


def test_wrong_types_everywhere_still_store_the_memory(memory: Any) -> None:
    say({"text": "User likes tea", "relations": 7, "obsolete": {"r0": True}, "attributed_to": "user"})
    stored = memory.add("I like tea", user_id="alice")
    assert [item["memory"] for item in stored["results"]] == ["User likes tea"]
    assert stored["relations"]["added_entities"] == []


@pytest.mark.parametrize("confidence", [None, "high", 7, -1, True, [1], "0.5", 0.25])
def test_confidence_is_a_number_from_0_to_1_or_nothing(confidence: Any) -> None:
    item = {"text": "t", "relations": [{**json.loads(WORK), "confidence": confidence}]}
    answer = read_answer(json.dumps({"memory": [item]}), "alice")
    assert answer is not None
    ((relation,),) = (memory.relations or () for memory in answer.extracted)
    assert relation.confidence == {"0.5": 0.5, "0.25": 0.25}.get(str(confidence))


def test_spellings_of_one_thing_are_one_entity(memory: Any) -> None:
    names = ["New York", "new_york", "NEW  YORK", '"New York."', "Ｎｅｗ York"]
    say(*(said(f"memory {number}", f"User | lives in | {name}") for number, name in enumerate(names)))
    memory.add("…", user_id="alice")
    assert rows(memory, "MATCH (n) RETURN n.name AS name, n.key AS key ORDER BY key") == [
        {"name": "alice", "key": "alice"},
        {"name": "New York", "key": "new york"},
    ]
    (edge,) = rows(memory, "MATCH ()-[r]->() RETURN size(r.memory_ids) AS memories")
    assert edge["memories"] == len(names)


def test_other_languages_keep_their_names_and_relationships(memory: Any) -> None:
    say(
        said("a", "Алиса | живёт в | Москва"),
        said("b", "愛麗絲 | 住在 | 北京"),
        said("c", "अलीसा | काम करती है | दिल्ली"),
        said("d", "Ali `; MATCH (n) DELETE n // | mag's | \\' OR 1=1 \U0001f600"),
    )
    memory.add("…", user_id="alice")
    assert relations(memory, user_id="alice") == {
        ("Алиса", "живёт_в", "Москва"),
        ("愛麗絲", "住在", "北京"),
        ("अलीसा", "काम_करती_है", "दिल्ली"),
        ("Ali `; MATCH (n) DELETE n //", "mag_s", "\\' OR 1=1 \U0001f600"),
    }


def test_a_thousand_relations_are_cut_to_the_limit(configure: Configure, caplog: pytest.LogCaptureFixture) -> None:
    from mem0 import Memory

    memory = Memory.from_config(configure(max_relations=40))
    say(said("User knows everybody", *(f"User | knows | person {number}" for number in range(1000))))
    answer = memory.add("I know everybody", user_id="alice")
    assert len(answer["results"]) == 1
    assert len(answer["relations"]["added_entities"]) == 40
    assert "dropped 960 of 1000 relations" in caplog.text
    assert len(relations(memory, user_id="alice")) == 40


def test_duplicates_of_one_answer_are_one_relation(memory: Any) -> None:
    say(said("User works at Acme", "User | works at | Acme", "alice | Works At | ACME", "me | works-at | acme"))
    answer = memory.add("I work at Acme", user_id="alice")
    assert len(answer["relations"]["added_entities"]) == 1


def test_a_model_that_leaves_relations_out_is_asked_once_more(memory: Any) -> None:
    say({"text": "User works at Acme"}, said("User lives in Paris", "User | lives in | Paris"), {"text": "User sings"})
    scripted.answers.append({"memory": [{"id": 0, "relations": [json.loads(WORK)]}]})
    answer = memory.add("…", user_id="alice")
    assert len(answer["results"]) == 3
    assert len(scripted.prompts) == 2
    assert json.loads(scripted.prompts[1][1]["content"]) == [
        {"id": "0", "text": "User works at Acme"},
        {"id": "1", "text": "User sings"},
    ]
    assert relations(memory, user_id="alice") == {("alice", "works_at", "Acme"), ("alice", "lives_in", "Paris")}
    (edge,) = rows(memory, "MATCH ()-[r:works_at]->() RETURN r.memory_ids AS ids")
    assert edge["ids"] == [answer["results"][0]["id"]]


def test_nothing_to_remember_needs_no_second_call(memory: Any) -> None:
    assert memory.add("Hello", user_id="alice")["results"] == []
    assert len(scripted.prompts) == 1


def test_separate_extraction_leaves_mem0s_call_alone(configure: Configure) -> None:
    from mem0 import Memory

    memory = Memory.from_config(configure(extraction="separate"))
    say({"text": "User works at Acme"})
    say(said("", "User | works at | Acme"))
    memory.add("I work at Acme", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "works_at", "Acme")}
    first, second = scripted.prompts
    assert "Known relations" not in json.dumps(first)
    assert "Known relations" in json.dumps(second)


def test_extraction_off_asks_nothing(configure: Configure) -> None:
    from mem0 import Memory

    memory = Memory.from_config(configure(extraction="off"))
    say(said("User works at Acme", "User | works at | Acme"))
    answer = memory.add("I work at Acme", user_id="alice")
    assert len(answer["results"]) == 1
    assert answer["relations"] == {"added_entities": [], "deleted_entities": []}
    assert "Known relations" not in json.dumps(scripted.prompts)


def test_a_model_of_its_own_for_the_graph(configure: Configure) -> None:
    from mem0 import Memory

    config = configure(extraction="separate")
    config["graph_store"]["llm"] = {"provider": "scripted"}
    memory = Memory.from_config(config)
    assert memory.graph.model is not memory.llm
    say({"text": "User works at Acme"})
    say(said("", "User | works at | Acme"))
    memory.add("I work at Acme", user_id="alice")
    assert relations(memory, user_id="alice") == {("alice", "works_at", "Acme")}


@pytest.mark.parametrize("number", ["r0", 0, "0", {"id": "r0"}, ["r0"]])
def test_an_obsolete_relation_is_named_in_any_form(memory: Any, number: Any) -> None:
    say(said("User lives in Paris", "User | lives in | Paris"))
    memory.add("I live in Paris", user_id="alice")
    say({"text": "User lives in Berlin", "relations": [], "obsolete": number if isinstance(number, list) else [number]})
    assert len(memory.add("I live in Berlin", user_id="alice")["relations"]["deleted_entities"]) == 1


def test_made_up_ids_of_obsolete_relations_are_ignored(memory: Any) -> None:
    say(said("User works at Acme", "User | works at | Acme", obsolete=("r0", "r99", "'; DROP")))
    answer = memory.add("I work at Acme", user_id="alice")
    assert answer["relations"]["deleted_entities"] == []
    assert relations(memory, user_id="alice") == {("alice", "works_at", "Acme")}
