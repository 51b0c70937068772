"""What an add() teaches the graph: from the answer to Mem0's own model call, or from a call of its own."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mem0_falkordb.v2.extraction import Extracted, instructions, read_answer, separate_messages
from mem0_falkordb.v2.relations import Fact, Obsolete, Triple, gathered
from mem0_falkordb.v2.ride import Ride, Vector
from mem0_falkordb.v2.scope import Scope, scope_of
from mem0_falkordb.v2.search import Key
from mem0_falkordb.v2.store import GraphMemory

logger = logging.getLogger(__name__)


# So many memories are put into one model call by `catch_up`.
BATCH = 20
MAX_MEMORIES = 100_000


@dataclass(slots=True)
class Lesson:
    """One call's way from what the model says to the graph."""

    graph: GraphMemory
    scope: Scope
    known: dict[str, Key] = field(default_factory=dict)
    _words: str | None = None

    def ask(self, text: str, vector: Vector | None) -> str:
        """The words that ask for relations, with those known near the text; without these if the graph is out.

        Asked again, the words are the same, so that the ids of the known relations keep their meaning.
        """
        if self._words is None:
            try:
                near = self.graph.known(self.scope, text, vector)
            except Exception:
                logger.exception("the known relations could not be read; the model is asked without them")
                near = []
            self.known = {f"r{number}": key for number, (_, key) in enumerate(near)}
            shown = {f"r{number}": list(names.values()) for number, (names, _) in enumerate(near)}
            self._words = instructions(self.scope.speaker, shown, self.graph.config.custom_prompt)
        return self._words

    def extract(self, model: Any, texts: Sequence[str]) -> list[Extracted | None]:
        """What a model says of each memory's text, by a call of its own; None where it says nothing."""
        messages = separate_messages(texts, self.ask("\n".join(texts), None))
        said = model.generate_response(messages=messages, response_format={"type": "json_object"})
        answer = read_answer(said, self.scope.speaker)
        by_id = {item.id: item for item in reversed(answer.extracted)} if answer else {}
        return [by_id.get(str(number)) for number in range(len(texts))]

    def store(self, said: Mapping[str, Extracted]) -> dict[str, Any]:
        """Put into the graph what the memories with these ids say."""
        relations = ((memory_id, item.relations or ()) for memory_id, item in said.items())
        facts: list[Fact] = gathered(relations, self.graph.config.max_relations)
        obsolete = [
            Obsolete(*self.known[number], memory_id=memory_id)
            for memory_id, item in said.items()
            for number in item.obsolete
            if number in self.known
        ]
        return dict(self.graph.add(self.scope, facts, obsolete))


def learn(memory: Any, graph: GraphMemory, ride: Ride, lesson: Lesson, stored: Iterable[Mapping[str, Any]]) -> Any:
    """The relations of an add() that gave the results `stored`, written into the graph; what to report of them."""
    ids = {item["memory"]: item["id"] for item in stored if item.get("event") == "ADD"}
    inline = {item.text: item for item in ride.answer.extracted} if ride.answer else {}
    said = {ids[text]: item for text, item in inline.items() if text in ids and item.relations is not None}
    said |= _repeated(memory, lesson.scope, [item for text, item in inline.items() if text not in ids])
    missing = {text: memory_id for text, memory_id in ids.items() if memory_id not in said}
    if missing:
        found = lesson.extract(graph.model or memory.llm, list(missing))
        said |= {memory_id: item for memory_id, item in zip(missing.values(), found, strict=True) if item}
    return lesson.store(said)


def learn_update(memory: Any, graph: GraphMemory, scope: Scope, memory_id: str, text: str) -> list[Triple]:
    """The relations of a memory's new text, by a model call of its own; those that were stored."""
    lesson = Lesson(graph, scope)
    (item,) = lesson.extract(graph.model or memory.llm, [text])
    return list(lesson.store({memory_id: item})["added_entities"]) if item else []


def catch_up(memory: Any, graph: GraphMemory, scope: Scope) -> int:
    """The relations of all memories of a scope that no relation comes from yet; returns how many were stored."""
    known = graph.memory_ids(scope)
    texts: dict[Scope, dict[str, str]] = {}
    for item in _listed(memory.vector_store.list(filters=scope.identities, top_k=MAX_MEMORIES)):
        payload = item.payload or {}
        if str(item.id) not in known and payload.get("data"):
            texts.setdefault(scope_of(payload), {})[str(item.id)] = payload["data"]
    stored = 0
    for own, missing in texts.items():
        ids = list(missing)
        for batch in (ids[start : start + BATCH] for start in range(0, len(ids), BATCH)):
            lesson = Lesson(graph, own)
            found = lesson.extract(graph.model or memory.llm, [missing[one] for one in batch])
            said = {memory_id: item for memory_id, item in zip(batch, found, strict=True) if item}
            stored += len(lesson.store(said)["added_entities"])
    return stored


def _listed(answer: Any) -> list[Any]:
    """What a vector store lists: some give a list, some a list (or a tuple) with that in it."""
    rows = list(answer or ())
    return list(rows[0]) if rows and isinstance(rows[0], list | tuple) else rows


def _repeated(memory: Any, scope: Scope, items: Sequence[Extracted]) -> dict[str, Extracted]:
    """What was said of memories that Mem0 did not store again because it has them, by their ids.

    So an add() that is repeated after the graph had failed completes the graph.
    """
    known: dict[str, Extracted] = {}
    for item in items:
        if not item.relations or not item.text:
            continue
        vector = memory.embedding_model.embed(item.text, "search")
        near = memory.vector_store.search(query=item.text, vectors=vector, top_k=5, filters=scope.identities)
        digest = hashlib.md5(item.text.encode(), usedforsecurity=False).hexdigest()
        twin = next((one.id for one in near if (one.payload or {}).get("hash") == digest), None)
        if twin is not None:
            known[str(twin)] = item
    return known
