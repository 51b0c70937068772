"""AsyncMemory in a web service: OPENAI_API_KEY=… uvicorn examples.fastapi_memory:app

pip install fastapi uvicorn; then
curl -X POST 'localhost:8000/alice' -H 'content-type: application/json' -d '{"text": "I work at Acme."}'
curl 'localhost:8000/alice?question=Where+do+I+work'
"""

import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from mem0 import AsyncMemory
from pydantic import BaseModel

from mem0_falkordb import register

CONFIG: dict[str, Any] = {"graph_store": {"provider": "falkordb", "config": {"host": "localhost", "port": 6379}}}


class Message(BaseModel):
    text: str


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """One memory serves all users; each has a graph of their own."""
    register()
    memory = AsyncMemory.from_config(CONFIG)
    app.state.memory = await memory if inspect.isawaitable(memory) else memory
    yield
    app.state.memory.close()


app = FastAPI(lifespan=lifespan)


@app.post("/{user_id}")
async def remember(user_id: str, message: Message) -> dict[str, Any]:
    stored: dict[str, Any] = await app.state.memory.add(message.text, user_id=user_id)
    return stored


@app.get("/{user_id}")
async def recall(user_id: str, question: str) -> dict[str, Any]:
    found: dict[str, Any] = await app.state.memory.search(question, filters={"user_id": user_id})
    return found
