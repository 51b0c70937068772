"""Riding on the calls that Mem0 makes anyway: its one model call asks for relations too, its embeddings are noted.

While a call of `Memory` runs, its `Ride` is in a context variable, which threads started by asyncio.to_thread see as
well. The model client and the embedder of an instance are wrapped in place; without a ride they do what they did.
"""

from __future__ import annotations

import functools
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from mem0_falkordb.v2.extraction import Answer, read_answer

logger = logging.getLogger(__name__)

Vector = Sequence[float]

_OUTPUT = "# Output:"


@dataclass(slots=True)
class Ride:
    """What one call of Mem0 is asked to carry, and what it brought.

    `ask` gives the words that ask for relations when the model is about to be called (None: nothing is asked), from
    the text and the embedding that Mem0 searches with. Afterwards `answer` holds what the model said.
    """

    speaker: str = ""
    ask: Callable[[str, Vector | None], str] | None = None
    searched: dict[str, Vector] = field(default_factory=dict)
    answer: Answer | None = None


_riding: ContextVar[Ride | None] = ContextVar("mem0_falkordb_ride", default=None)


@contextmanager
def riding(ride: Ride) -> Iterator[Ride]:
    """Let the calls of the model and the embedder inside the block belong to `ride`."""
    token = _riding.set(ride)
    try:
        yield ride
    finally:
        _riding.reset(token)


def carry(model: Any, embedder: Any) -> None:
    """Wrap a model client's generate_response and an embedder's embed, on these instances alone."""
    model.generate_response = _asking(model.generate_response)
    embedder.embed = _noting(embedder.embed)


def _asking(generate: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(generate)
    def generate_response(*args: Any, **kwargs: Any) -> Any:
        ride = _riding.get()
        messages = kwargs.get("messages", args[0] if args else None)
        # Of the calls during an add, only the one that extracts memories wants JSON.
        if ride is None or ride.ask is None or "response_format" not in kwargs or not isinstance(messages, list):
            return generate(*args, **kwargs)
        text, vector = next(reversed(ride.searched.items()), ("", None))
        asked = _with_instructions(messages, ride.ask(text, vector))
        args, kwargs = (args[1:], {**kwargs, "messages": asked})
        ride.ask = None
        said = generate(*args, **kwargs)
        ride.answer = read_answer(said, ride.speaker)
        if ride.answer is None:
            return said
        return json.dumps({"memory": ride.answer.memories}, ensure_ascii=False)

    return generate_response


def _noting(embed: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(embed)
    def noted(*args: Any, **kwargs: Any) -> Any:
        vector = embed(*args, **kwargs)
        ride = _riding.get()
        text = kwargs.get("text", args[0] if args else None)
        action = kwargs.get("memory_action", args[1] if len(args) > 1 else None)
        if ride is not None and action == "search" and isinstance(text, str):
            ride.searched[text] = vector
        return vector

    return noted


def _with_instructions(messages: list[dict[str, Any]], instructions: str) -> list[dict[str, Any]]:
    """The messages with the instructions before the last one's closing line, as custom instructions stand there."""
    *before, last = messages
    content = str(last.get("content", ""))
    body, marker, rest = content.rpartition(_OUTPUT)
    if rest.strip():
        body, marker = content, ""
    return [*before, {**last, "content": f"{body.rstrip()}\n\n## Relations\n{instructions}\n\n{marker}".rstrip()}]
