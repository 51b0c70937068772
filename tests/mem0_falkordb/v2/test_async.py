"""AsyncMemory does what Memory does."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

from tests.mem0_falkordb.v2 import scripted
from tests.mem0_falkordb.v2.asking import triple
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

Configure = Callable[..., dict[str, Any]]


async def opened(config: dict[str, Any]) -> Any:
    """AsyncMemory.from_config is a coroutine in some releases."""
    from mem0 import AsyncMemory

    memory = AsyncMemory.from_config(config)
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


def test_adds_at_once_each_keep_their_own(configure: Configure) -> None:
    """The ride of one call is no other's, though all share one model and one embedder."""
    users = [f"user{number}" for number in range(8)]

    async def run() -> None:
        memory = await opened(configure())
        memory.llm = Echo()
        memory.graph  # noqa: B018 -- the instance has one
        from mem0_falkordb.v2.ride import carry

        carry(memory.llm, memory.embedding_model)
        answers = await asyncio.gather(*(memory.add(f"I am {user}", user_id=user) for user in users))
        for user, answer in zip(users, answers, strict=True):
            assert [triple(one) for one in answer["relations"]["added_entities"]] == [(user, "said", f"I am {user}")]
            assert await valid(memory, user_id=user) == {(user, "said", f"I am {user}")}

    asyncio.run(run())


class Echo:
    """A model that remembers what the message says."""

    def generate_response(self, messages: list[dict[str, str]], **_: Any) -> str:
        import json

        text = messages[-1]["content"].rpartition("I am ")[2].split()[0].strip('"}],')
        name = text.split("\\")[0].split('"')[0]
        return json.dumps({"memory": [said(f"User is {name}", f"User | said | I am {name}")]})
