"""A stand-in for the language model, with canned answers, in the forms that Mem0 1.x and 2.x ask for."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable
from typing import Any

from mem0_falkordb.demo.story import QUESTIONS, Fact, Triple, facts_in

KNOWN = "Known relations: "


class CannedModel:
    """A model client as Mem0's factory makes it; it knows the story of the demo and nothing else."""

    def __init__(self, config: Any = None) -> None:
        self.config = config

    def generate_response(self, messages: list[dict[str, str]], tools: Any = None, **_: Any) -> Any:
        text = messages[-1]["content"]
        if tools:
            name = tools[0]["function"]["name"]
            return {"content": None, "tool_calls": [{"name": name, "arguments": one} for one in _TOOLS[name](text)]}
        if "## New Messages" in text:
            return json.dumps({"memory": _memories(text)})
        if messages[0]["role"] == "system":
            return json.dumps({"facts": [fact.text for fact in facts_in(text)]})
        return json.dumps({"memory": _events(text)})


# Mem0 2.x: one call, in which each memory carries its relations.


def _memories(prompt: str) -> list[dict[str, Any]]:
    new = prompt.partition("## New Messages")[2].partition("\n## ")[0]
    known: list[dict[str, str]] = []
    if KNOWN in prompt:
        known = json.JSONDecoder().raw_decode(prompt, prompt.index(KNOWN) + len(KNOWN))[0]
    numbers = {item["relation"].casefold(): item["id"] for item in known}
    return [
        {
            "id": str(number),
            "text": fact.text,
            "relations": [_named(triple) for triple in fact.relations],
            "obsolete": [numbers[" -- ".join(fact.replaces).casefold()]] if fact.replaces else [],
        }
        for number, fact in enumerate(facts_in(new))
    ]


# Mem0 1.x: a call for the facts, one for what to do with them, and one for each step of the graph.


def _events(prompt: str) -> list[dict[str, Any]]:
    facts = ast.literal_eval(prompt.rpartition("You must return")[0].split("```")[-2].strip())
    return [{"id": str(number), "text": text, "event": "ADD"} for number, text in enumerate(facts)]


def _entities(text: str) -> list[dict[str, Any]]:
    asked = [name for question, names in QUESTIONS.items() if question in text for name in names]
    names = asked or [name for source, _, destination in _triples(facts_in(text)) for name in (source, destination)]
    return [{"entities": [{"entity": name, "entity_type": "thing"} for name in dict.fromkeys(names)]}]


def _relations(text: str) -> list[dict[str, Any]]:
    return [{"entities": [_named(triple) for triple in _triples(facts_in(text))]}]


def _outdated(text: str) -> list[dict[str, Any]]:
    return [_named(fact.replaces) for fact in facts_in(text.rpartition("New Information: ")[2]) if fact.replaces]


def _triples(facts: Iterable[Fact]) -> list[Triple]:
    return [triple for fact in facts for triple in fact.relations]


def _named(triple: Triple) -> dict[str, str]:
    return dict(zip(("source", "relationship", "destination"), triple, strict=True))


_TOOLS = {
    "extract_entities": _entities,
    "establish_relationships": _relations,
    "establish_relations": _relations,
    "delete_graph_memory": _outdated,
}
