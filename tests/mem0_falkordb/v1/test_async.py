"""AsyncMemory does what Memory does."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any


async def open_memory(configuration: dict[str, Any]) -> Any:
    from mem0 import AsyncMemory

    made = AsyncMemory.from_config(configuration)
    return await made if inspect.isawaitable(made) else made


async def relations(memory: Any, **scope: str) -> set[tuple[str, str, str]]:
    found = (await memory.get_all(**scope))["relations"]
    return {(each["source"], each["relationship"], each["target"]) for each in found}


def test_every_operation(configure: Callable[..., dict[str, Any]]) -> None:
    async def scenario() -> None:
        memory = await open_memory(configure())
        await memory.add("Alice | lives in | Paris", user_id="alice")
        await memory.add("Alice | lives in | Rome", user_id="alice")
        await memory.add("Planner | uses | maps", agent_id="planner", infer=False)
        assert await relations(memory, user_id="alice") == {("alice", "lives_in", "rome")}
        assert await relations(memory, agent_id="planner") == {("planner", "uses", "maps")}
        found = (await memory.search("Alice | is | where", user_id="alice"))["relations"]
        assert found == [{"source": "alice", "relationship": "lives_in", "destination": "rome"}]
        (stored,) = (await memory.get_all(agent_id="planner"))["results"]
        await memory.delete(memory_id=stored["id"])
        assert await relations(memory, agent_id="planner") == set()
        await memory.delete_all(user_id="alice")
        assert await relations(memory, user_id="alice") == set()
        await memory.add("Alice | likes | tea", user_id="alice")
        await memory.reset()
        assert await relations(memory, user_id="alice") == set()

    asyncio.run(scenario())


def test_many_users_at_once(configure: Callable[..., dict[str, Any]]) -> None:
    async def scenario() -> None:
        memory = await open_memory(configure())
        users = [f"user{i}" for i in range(12)]
        await asyncio.gather(*(memory.add(f"{user} | likes | of{user}", user_id=user) for user in users))
        assert [await relations(memory, user_id=user) for user in users] == [
            {(user, "likes", f"of{user}")} for user in users
        ]

    asyncio.run(scenario())
