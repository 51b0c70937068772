"""Give Mem0 2.x its ``graph_store`` back, in place, so that earlier imports of Memory have it too."""

from __future__ import annotations

import asyncio
import functools
import importlib
import inspect
from collections.abc import Callable
from typing import Any

from pydantic import Field, create_model, field_validator

from mem0_falkordb.connection import connect
from mem0_falkordb.v2.calls import STEPS, Call, Steps
from mem0_falkordb.v2.config import parse_graph_store
from mem0_falkordb.v2.embedder import Embedder
from mem0_falkordb.v2.ride import Ride, carry, riding
from mem0_falkordb.v2.store import GraphMemory

FIELD = "graph_store"
GRAPH = "graph"


def install() -> None:
    """Extend Mem0's MemoryConfig, and the methods of Memory and AsyncMemory. Once is enough; more change nothing.

    An instance without ``graph_store`` runs Mem0's own methods and nothing else.
    """
    base = importlib.import_module("mem0.configs.base")
    if FIELD in base.MemoryConfig.model_fields:
        return
    main = importlib.import_module("mem0.memory.main")
    for memory in (main.Memory, main.AsyncMemory):
        memory.__init__ = _constructing(memory.__init__)
        for name, steps in STEPS.items():
            method = getattr(memory, name)
            wrap = _calling_async if inspect.iscoroutinefunction(method) else _calling
            setattr(memory, name, wrap(method, steps))
    _extend(base.MemoryConfig)


def _extend(config: Any) -> None:
    """Add the field to Mem0's class itself, which others have imported: Pydantic builds it on a subclass first."""

    # As before, a configuration without a graph is written without the field (Pydantic 2.12 can do that).
    unseen: Any = (
        {"exclude_if": lambda value: value is None} if "exclude_if" in inspect.signature(Field).parameters else {}
    )
    field: Any = Field(default=None, repr=False, description="Configuration for the graph memory", **unseen)

    def check(cls: type, value: Any) -> Any:
        if value is not None:
            parse_graph_store(value)
        return value

    extended: Any = create_model(
        config.__name__,
        __base__=config,
        __validators__={"check_graph_store": field_validator(FIELD, mode="before")(check)},
        graph_store=(Any, field),
    )
    config.__pydantic_fields__ = extended.__pydantic_fields__
    config.__pydantic_decorators__ = extended.__pydantic_decorators__
    config.model_rebuild(force=True)


def _constructing(construct: Callable[..., None]) -> Callable[..., None]:
    """Wrap __init__: connect first, so that a mistake shows before Mem0 opens anything."""
    signature = inspect.signature(construct)

    @functools.wraps(construct)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        wanted = getattr(_configuration(signature, self, args, kwargs), FIELD, None)
        if wanted is None:
            construct(self, *args, **kwargs)
            return
        config, model = parse_graph_store(wanted)
        db = connect(config)
        construct(self, *args, **kwargs)
        carry(self.llm, self.embedding_model)
        embedder = Embedder(self.embedding_model)
        setattr(self, GRAPH, GraphMemory(config, db, embedder, _model(model) if model else None))

    return __init__


def _configuration(signature: inspect.Signature, memory: Any, args: Any, kwargs: Any) -> Any:
    """The argument `config`; None where the arguments are wrong, which Mem0 itself complains of."""
    try:
        return signature.bind(memory, *args, **kwargs).arguments.get("config")
    except TypeError:
        return None


def _model(section: dict[str, Any]) -> Any:
    factory = importlib.import_module("mem0.utils.factory").LlmFactory
    return factory.create(section["provider"], section.get("config"))


def _calling(method: Callable[..., Any], steps: Steps) -> Callable[..., Any]:
    signature = inspect.signature(method)

    @functools.wraps(method)
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        current = _call(self, signature, args, kwargs)
        if current is None:
            return method(self, *args, **kwargs)
        steps.before(current)
        if current.answer is not None:
            return current.answer
        with riding(current.ride):
            result = method(self, *args, **kwargs)
        return steps.after(current, result)

    return call


def _calling_async(method: Callable[..., Any], steps: Steps) -> Callable[..., Any]:
    signature = inspect.signature(method)

    @functools.wraps(method)
    async def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        current = _call(self, signature, args, kwargs)
        if current is None:
            return await method(self, *args, **kwargs)
        await asyncio.to_thread(steps.before, current)
        if current.answer is not None:
            return current.answer
        with riding(current.ride):
            result = await method(self, *args, **kwargs)
        return await asyncio.to_thread(steps.after, current, result)

    return call


def _call(memory: Any, signature: inspect.Signature, args: Any, kwargs: Any) -> Call | None:
    """The call, where the instance has a graph and the arguments are right; Mem0 itself complains of wrong ones."""
    graph = getattr(memory, GRAPH, None)
    if graph is None:
        return None
    try:
        bound = signature.bind(memory, *args, **kwargs)
    except TypeError:
        return None
    return Call(memory, graph, bound.arguments, Ride())
