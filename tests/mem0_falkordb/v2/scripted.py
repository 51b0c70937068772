"""A model for tests of Mem0 2.x: it says what a test put into `answers`, and notes what it was asked.

An answer is a string, said as it is, an exception, raised, or anything else, said as JSON. Without one it has nothing
to remember.
"""

from __future__ import annotations

import json
from collections import deque
from typing import Any

answers: deque[Any] = deque()
prompts: list[list[dict[str, str]]] = []


class ScriptedModel:
    """A model client as Mem0's factory makes it."""

    def __init__(self, config: Any = None) -> None:
        self.config = config

    def generate_response(self, messages: list[dict[str, str]], **_: Any) -> Any:
        prompts.append(messages)
        answer = answers.popleft() if answers else {"memory": []}
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, str) else json.dumps(answer)


def say(*memories: dict[str, Any]) -> None:
    """Let the model's next answer hold these memories."""
    answers.append({"memory": [{"id": str(number), **memory} for number, memory in enumerate(memories)]})


def memory(text: str, *facts: str, obsolete: tuple[str, ...] = ()) -> dict[str, Any]:
    """A memory that says facts, each as "Alice | works at | Acme"; a fourth part is the confidence."""
    return {"text": text, "relations": [_relation(fact) for fact in facts], "obsolete": list(obsolete)}


def _relation(fact: str) -> dict[str, Any]:
    source, relationship, destination, *rest = (part.strip() for part in fact.split("|"))
    relation: dict[str, Any] = {"source": source, "relationship": relationship, "destination": destination}
    return {**relation, "confidence": float(rest[0])} if rest else relation
