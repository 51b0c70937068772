"""What graph memory adds to each method of Mem0's Memory: something before it, something after it.

The vector memory is always written first, by Mem0 itself. Where the graph fails afterwards, an add() or a search()
still gives Mem0's result and the failure is logged; a delete() or an update() raises, and can be repeated.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from mem0_falkordb.errors import Mem0FalkorDBError
from mem0_falkordb.v2.learning import Lesson, learn, learn_update
from mem0_falkordb.v2.ride import Ride
from mem0_falkordb.v2.schema import DimensionError
from mem0_falkordb.v2.scope import Scope, scope_of, scope_of_filters
from mem0_falkordb.v2.store import GraphMemory

logger = logging.getLogger(__name__)

PROCEDURAL = "procedural_memory"
DEFAULT_TOP_K = 20
DEFAULT_THRESHOLD = 0.1

Arguments = Mapping[str, Any]


class GraphMemoryError(Mem0FalkorDBError):
    """Mem0 did its part of a call, the graph did not do its own."""


@dataclass(slots=True)
class Call:
    """One call of a method on a Memory with a graph. `answer` replaces Mem0's own work where it is set."""

    memory: Any
    graph: GraphMemory
    arguments: Arguments
    ride: Ride
    state: Any = None
    answer: Any = None


@dataclass(frozen=True, slots=True)
class Steps:
    """What happens before and after Mem0's own method; `after` gives the result."""

    before: Callable[[Call], None]
    after: Callable[[Call, Any], Any]


@contextmanager
def _repeatable(what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise GraphMemoryError(f"{what}: repeat the call once FalkorDB answers ({error})") from error


@contextmanager
def _told(relations: dict[str, Any]) -> Iterator[None]:
    """A memory that is stored stays stored: what goes wrong with its relations is logged and told."""
    try:
        yield
    except Exception as error:
        logger.exception("the memories are stored, their relations are not: repeat the call, or use catch_up()")
        relations["error"] = f"{type(error).__name__}: {error}"


def _nothing(call: Call) -> None:
    """Most methods need no preparation."""


# add


def _before_add(call: Call) -> None:
    arguments = call.arguments
    scope = scope_of(arguments)
    procedural = arguments.get("memory_type") == PROCEDURAL
    if not scope.identities or not arguments.get("infer", True) or procedural or call.graph.config.extraction == "off":
        return
    try:
        call.graph.check(scope)
    except DimensionError:
        raise
    except Exception:
        logger.exception("the graph could not be read before add()")
    lesson = Lesson(call.graph, scope)
    call.state = lesson
    call.ride.speaker = scope.speaker
    if call.graph.config.extraction == "inline":
        call.ride.ask = lesson.ask


def _after_add(call: Call, result: Any) -> Any:
    relations: dict[str, Any] = {"added_entities": [], "deleted_entities": []}
    if call.state is not None:
        with _told(relations):
            relations |= learn(call.memory, call.graph, call.ride, call.state, result["results"])
    return {**result, "relations": relations}


# search and get_all


def _after_search(call: Call, result: Any) -> Any:
    text = str(call.arguments["query"]).strip()
    threshold = call.arguments.get("threshold")
    threshold = DEFAULT_THRESHOLD if threshold is None else threshold
    vector = call.ride.searched.get(text, call.ride.searched.get(str(call.arguments["query"])))
    found = _read(call, lambda scope: call.graph.search(scope, text, vector, threshold))
    return {**result, "relations": found}


def _after_get_all(call: Call, result: Any) -> Any:
    limit = call.arguments.get("top_k", DEFAULT_TOP_K)
    return {**result, "relations": _read(call, lambda scope: call.graph.all(scope, limit))}


def _read(call: Call, read: Callable[[Scope], list[dict[str, Any]]]) -> list[dict[str, Any]]:
    scope = scope_of_filters(call.arguments.get("filters"))
    if scope is None:
        logger.warning("no relations for these filters: identities are only understood as equal, at the top or in AND")
        return []
    try:
        return read(scope)
    except DimensionError:
        raise
    except Exception:
        logger.exception("the relations could not be read")
        return []


# update and delete


def _before_change(call: Call) -> None:
    """Note what the memory is now, while it still can be seen."""
    stored = call.memory.vector_store.get(vector_id=call.arguments["memory_id"])
    call.state = dict(stored.payload or {}) if stored is not None else None


def _after_update(call: Call, result: Any) -> Any:
    memory_id = call.arguments["memory_id"]
    text = call.arguments.get("text") or call.arguments.get("data")
    relations: dict[str, Any] = {"added_entities": [], "deleted_entities": []}
    if text is not None and (text != call.state.get("data") or memory_id in call.graph.unreleased):
        scope = scope_of(call.state)
        call.graph.unreleased.add(memory_id)
        with _repeatable("the memory has its new text, but the relations of the old one could not be taken back"):
            relations["deleted_entities"] = call.graph.release(memory_id, scope)
        call.graph.unreleased.discard(memory_id)
        if call.graph.config.extract_on_update:
            with _told(relations):
                relations["added_entities"] = learn_update(call.memory, call.graph, scope, memory_id, text)
    return {**result, "relations": relations}


def _before_delete(call: Call) -> None:
    _before_change(call)
    if call.state is None and (released := call.graph.release(call.arguments["memory_id"], Scope())):
        # Repeated after the graph had failed: Mem0 has no such memory any more, its relations were still there.
        call.answer = {"message": "Memory deleted successfully!", "relations": _deleted(released)}


def _after_delete(call: Call, result: Any) -> Any:
    with _repeatable("the memory is deleted, but its relations could not be taken back"):
        released = call.graph.release(call.arguments["memory_id"], scope_of(call.state or {}))
    return {**result, "relations": _deleted(released)}


def _deleted(triples: list[dict[str, Any]]) -> dict[str, Any]:
    return {"added_entities": [], "deleted_entities": triples}


# The rest


def _after_delete_all(call: Call, result: Any) -> Any:
    with _repeatable("the memories are deleted, but their relations are not"):
        call.graph.forget(scope_of(call.arguments))
    return result


def _after_reset(call: Call, result: Any) -> Any:
    with _repeatable("the memories are deleted, but the graphs are not"):
        call.graph.reset()
    return result


def _after_close(call: Call, result: Any) -> Any:
    call.graph.close()
    return result


STEPS = {
    "add": Steps(_before_add, _after_add),
    "search": Steps(_nothing, _after_search),
    "get_all": Steps(_nothing, _after_get_all),
    "update": Steps(_before_change, _after_update),
    "delete": Steps(_before_delete, _after_delete),
    "delete_all": Steps(_nothing, _after_delete_all),
    "reset": Steps(_nothing, _after_reset),
    "close": Steps(_nothing, _after_close),
}
