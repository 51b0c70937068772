"""AsyncMemory does what Memory does."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from collections.abc import Callable
from typing import Any

from mem0_falkordb.v2.ride import carry
from tests.mem0_falkordb.v2 import scripted
from tests.mem0_falkordb.v2.asking import rows, triple
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

Configure = Callable[..., dict[str, Any]]


async def opened(config: dict[str, Any]) -> Any:
    """A memory whose vectors are in memory: AsyncMemory uses several threads, and Qdrant's files take one at a time."""
    from mem0 import AsyncMemory

    config["vector_store"]["config"]["path"] = ":memory:"
    memory = AsyncMemory.from_config(config)  # a coroutine in some releases
    return await memory if inspect.isawaitable(memory) else memory


async def valid(memory: Any, **filters: str) -> set[tuple[str, str, str]]:
    return {triple(item) for item in (await memory.get_all(filters=filters))["relations"]}


def test_every_operation(configure: Configure) -> None:
    async def run() -> None:
        memory = await opened(configure())
        say(
            said("User works at Acme", "User | works at | Acme"), said("User lives in Paris", "User | lives in | Paris")
        )
        stored = await memory.add("I work at Acme and live in Paris", user_id="alice")
        assert len(stored["relations"]["added_entities"]) == 2
        assert len(scripted.prompts) == 1
        (best, *_) = (await memory.search("works at Acme", filters={"user_id": "alice"}))["relations"]
        assert triple(best) == ("alice", "works_at", "Acme")
        assert (await memory.search("works at Acme", filters={"user_id": "bob"}))["relations"] == []
        updated = await memory.update(stored["results"][1]["id"], "User lives in Berlin")
        assert [triple(one) for one in updated["relations"]["deleted_entities"]] == [("alice", "lives_in", "Paris")]
        deleted = await memory.delete(stored["results"][0]["id"])
        assert [triple(one) for one in deleted["relations"]["deleted_entities"]] == [("alice", "works_at", "Acme")]
        assert len(await memory.history(stored["results"][0]["id"])) == 2
        say(said("User sings", "User | does | singing"))
        await memory.add("I sing", user_id="alice")
        assert await valid(memory, user_id="alice") == {("alice", "does", "singing")}
        await memory.delete_all(user_id="alice")
        assert memory.graph.registry.graphs() == []
        say(said("User sings", "User | does | singing"))
        await memory.add("I sing", user_id="alice")
        await memory.reset()
        assert memory.graph.registry.graphs() == []
        memory.close()

    asyncio.run(run())


class Echo:
    """A model that remembers what the message says: "I am someone"."""

    def generate_response(self, messages: list[dict[str, str]], **_: Any) -> str:
        text = messages[-1]["content"].partition("## New Messages")[2].partition("##")[0]
        name = re.findall(r"I am (\w+)", text)[0]
        return json.dumps(
            {"memory": [said(f"User is {name}", f"User | is called | {name}", "User | lives in | Paris")]}
        )


async def echoing(config: dict[str, Any]) -> Any:
    memory = await opened(config)
    memory.llm = Echo()
    carry(memory.llm, memory.embedding_model)
    return memory


def test_adds_at_once_for_several_users_each_keep_their_own(configure: Configure) -> None:
    """The ride of one call is no other's, though all share one model and one embedder."""
    users = [f"user{number}" for number in range(8)]

    async def run() -> None:
        memory = await echoing(configure())
        answers = await asyncio.gather(*(memory.add(f"I am {user}s", user_id=user) for user in users))
        for user, answer in zip(users, answers, strict=True):
            expected = {(user, "is_called", f"{user}s"), (user, "lives_in", "Paris")}
            assert {triple(one) for one in answer["relations"]["added_entities"]} == expected
            assert await valid(memory, user_id=user) == expected

    asyncio.run(run())


def test_adds_at_once_for_one_user_lose_and_double_nothing(configure: Configure) -> None:
    names = [f"name{number}" for number in range(12)]

    async def run() -> None:
        memory = await echoing(configure())
        answers = await asyncio.gather(*(memory.add(f"I am {name}", user_id="alice") for name in names))
        assert all(len(answer["relations"]["added_entities"]) == 2 for answer in answers), answers
        expected = {("alice", "is_called", name) for name in names} | {("alice", "lives_in", "Paris")}
        assert await valid(memory, user_id="alice") == expected
        assert rows(memory, "MATCH (n) RETURN count(n) AS n") == [{"n": 2 + len(names)}]
        assert rows(memory, "MATCH ()-[r:lives_in]->() RETURN size(r.memory_ids) AS n") == [{"n": len(names)}]

    asyncio.run(run())
