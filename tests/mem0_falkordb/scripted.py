"""A model and an embedder for tests: what they answer follows from the text alone, and no network is used.

A message says its facts as ``Alice | works at | Acme``, several of them with ``;`` between. A relation that the graph
knows with the same source and type and another destination is contradicted by it.
"""

from __future__ import annotations

import ast
import hashlib
import json
import random
from typing import Any

DIMENSIONS = 64

# Tests put answers here, by the name of the tool, to see what becomes of odd ones.
overrides: dict[str, Any] = {}


class ScriptedModel:
    """A model client as Mem0's factory makes it."""

    def __init__(self, config: Any = None) -> None:
        self.config = config

    def generate_response(
        self, messages: list[dict[str, str]], response_format: Any = None, tools: Any = None, **_: Any
    ) -> Any:
        if not tools:
            return _memories(messages)
        name = tools[0]["function"]["name"]
        if name in overrides:
            return overrides[name]
        text = messages[-1]["content"]
        known, _, text = text.partition("\n\n") if name == "delete_graph_memory" else ("", "", text)
        calls = _CALLS[name](facts(text), known)
        return {"content": None, "tool_calls": [{"name": name, "arguments": arguments} for arguments in calls]}


class Embedder:
    """Equal texts have equal embeddings, texts that share no word are all but orthogonal."""

    def __init__(self, config: Any = None) -> None:
        self.config = config

    def embed(self, text: str, memory_action: str | None = None) -> list[float]:
        words = text.lower().replace("_", " ").split() or [text]
        return [sum(values) / len(words) for values in zip(*map(_direction, words), strict=True)]


def facts(text: str) -> list[tuple[str, str, str]]:
    """The facts in a text; what comes before "Text: " or "information: " in Mem0's prompts is none."""
    text = text.rpartition("Text: ")[2].rpartition("nformation: ")[2]
    parts = (tuple(part.strip() for part in fact.split("|")) for fact in text.split(";"))
    return [part for part in parts if len(part) == 3]


def _entities(stated: list[tuple[str, str, str]], _: str) -> list[dict[str, Any]]:
    names = dict.fromkeys(name for source, _, destination in stated for name in (source, destination))
    return [{"entities": [{"entity": name, "entity_type": "thing"} for name in names]}]


def _relations(stated: list[tuple[str, str, str]], _: str) -> list[dict[str, Any]]:
    return [{"entities": [dict(zip(("source", "relationship", "destination"), fact, strict=True)) for fact in stated]}]


def _contradicted(stated: list[tuple[str, str, str]], known: str) -> list[dict[str, Any]]:
    new = {(_name(source), _name(relationship)): _name(destination) for source, relationship, destination in stated}
    calls = []
    for line in known.rpartition("memories: ")[2].splitlines():
        source, _, rest = line.strip().partition(" -- ")
        relationship, _, destination = rest.partition(" -- ")
        if new.get((source, relationship), destination) != destination:
            calls.append({"source": source, "relationship": relationship, "destination": destination})
    return calls


def _memories(messages: list[dict[str, str]]) -> str:
    """The answers to Mem0's two questions about memories: which facts there are, and what to do with each."""
    text = messages[-1]["content"]
    if messages[0]["role"] == "system":
        return json.dumps({"facts": [line.partition(": ")[2] for line in text.splitlines() if "|" in line]})
    new = ast.literal_eval(text.rpartition("You must return")[0].split("```")[-2].strip())
    return json.dumps({"memory": [{"id": str(i), "text": fact, "event": "ADD"} for i, fact in enumerate(new)]})


def _name(text: str) -> str:
    return text.lower().replace(" ", "_")


def _direction(word: str) -> list[float]:
    generator = random.Random(hashlib.sha256(word.encode()).digest())
    vector = [generator.gauss(0, 1) for _ in range(DIMENSIONS)]
    length = sum(value * value for value in vector) ** 0.5
    return [value / length for value in vector]


_CALLS = {
    "extract_entities": _entities,
    "establish_relationships": _relations,
    "establish_relations": _relations,
    "delete_graph_memory": _contradicted,
}
