"""Make Mem0 0.1.116 to 1.x take the provider "falkordb", in place, so that earlier imports see it too."""

from __future__ import annotations

import asyncio
import functools
import importlib
import inspect
import logging
from collections.abc import Callable
from typing import Any

from pydantic import Field, create_model, field_validator

from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.owner import IDENTITIES
from mem0_falkordb.register import PROVIDER

logger = logging.getLogger(__name__)

MEMORY_GRAPH = "mem0_falkordb.v1.memory.MemoryGraph"

Arguments = dict[str, Any]


def install() -> None:
    """Extend Mem0's configuration, its table of graph classes, and Memory and AsyncMemory. Once is enough."""
    providers = importlib.import_module("mem0.utils.factory").GraphStoreFactory.provider_to_class
    if providers.get(PROVIDER) == MEMORY_GRAPH:
        return
    main = importlib.import_module("mem0.memory.main")
    _extend_configuration()
    for memory in (main.Memory, main.AsyncMemory):
        _prepend(memory, "_add_to_graph", _own_scope)
        _prepend(memory, "delete", _take_back)
        _prepend(memory, "reset", _reset)
    providers[PROVIDER] = MEMORY_GRAPH


def _extend_configuration() -> None:
    """Let GraphStoreConfig validate the provider; the rest of it stays Mem0's.

    Pydantic builds the extended model; its parts then replace those of Mem0's class, which others have imported.
    """
    graph_store: Any = importlib.import_module("mem0.graphs.configs").GraphStoreConfig
    memory: Any = importlib.import_module("mem0.configs.base").MemoryConfig
    field = graph_store.model_fields["config"]
    original = graph_store.validate_config

    def default(data: dict[str, Any]) -> FalkorDBConfig | None:
        return FalkorDBConfig.parse(None) if data.get("provider") == PROVIDER else None

    def validate_config(cls: type, value: Any, handler: Any, info: Any) -> Any:
        if info.data.get("provider") == PROVIDER:
            return FalkorDBConfig.parse(value)
        return original(handler(value), info)

    extended: Any = create_model(
        graph_store.__name__,
        __base__=graph_store,
        __validators__={"validate_config": field_validator("config", mode="wrap")(validate_config)},
        config=(field.annotation | FalkorDBConfig, Field(default_factory=default, description=field.description)),
    )
    graph_store.__pydantic_fields__ = extended.__pydantic_fields__
    graph_store.__pydantic_decorators__ = extended.__pydantic_decorators__
    for model in (graph_store, memory):
        model.model_rebuild(force=True)


def _prepend(memory: Any, name: str, step: Callable[[Any, Arguments], None]) -> None:
    """Where the graph is ours, run `step` on a method's bound arguments before the method."""
    method = getattr(memory, name)
    signature = inspect.signature(method)

    def bind(self: Any, args: Any, kwargs: Any) -> inspect.BoundArguments | None:
        ours = self.enable_graph and self.config.graph_store.provider == PROVIDER
        return signature.bind(self, *args, **kwargs) if ours else None

    @functools.wraps(method)
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        if bound := bind(self, args, kwargs):
            step(self, bound.arguments)
            args, kwargs = bound.args[1:], bound.kwargs
        return method(self, *args, **kwargs)

    @functools.wraps(method)
    async def call_async(self: Any, *args: Any, **kwargs: Any) -> Any:
        if bound := bind(self, args, kwargs):
            await asyncio.to_thread(step, self, bound.arguments)
            args, kwargs = bound.args[1:], bound.kwargs
        return await method(self, *args, **kwargs)

    setattr(memory, name, call_async if inspect.iscoroutinefunction(method) else call)


def _own_scope(memory: Any, arguments: Arguments) -> None:
    """An agent or a run named alone owns its graph; Mem0 would file it under a user called "user"."""
    arguments["filters"] = memory.graph.scoped(arguments["filters"])


def _take_back(memory: Any, arguments: Arguments) -> None:
    """Before a memory is deleted, take its relations back where this Mem0, or this scope, lacks that.

    As in Mem0 1.0.11, a failure of the graph is logged and the memory is deleted all the same.
    """
    stored = memory.vector_store.get(vector_id=arguments["memory_id"])
    payload = (stored and stored.payload) or {}
    scope = {name: payload[name] for name in IDENTITIES if payload.get(name)}
    if not scope or not payload.get("data") or (memory.graph.mem0_deletes and "user_id" in scope):
        return
    try:
        memory.graph.delete(payload["data"], scope)
    except Exception:
        logger.exception("the relations of memory %s were not taken back", arguments["memory_id"])


def _reset(memory: Any, arguments: Arguments) -> None:
    """Reset the graphs in every version (before 1.0, Mem0 leaves them), and say so when it fails."""
    memory.graph.reset()
