"""Relations out of a model's answer, and the words that ask for them.

The answer is never trusted: what has no usable source, relationship and destination is dropped, and the reason logged.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mem0_falkordb.v2 import names
from mem0_falkordb.v2.answers import answer_text, json_objects

logger = logging.getLogger(__name__)

INSTRUCTIONS = """\
Besides its other keys, give each object in "memory" two more:
- "relations": the facts of this memory as a list of objects
  {"source", "source_type", "relationship", "destination", "destination_type", "confidence"}.
  Source and destination are short names of people, places, organisations, things or ideas, never sentences.
  The relationship is a short verb phrase in snake_case, such as works_at, lives_in, likes, is_sibling_of.
  Use the wording of the known relations where the fact is of the same kind. Types are one word, such as person.
  Confidence is a number from 0 to 1. Call the person who says "I", or whom the memory calls User, %(speaker)s.
  Write [] where the memory has no relation.
- "obsolete": the ids of those known relations that are no longer true because of this memory, [] where there are none.
Known relations: %(known)s"""

SEPARATE_INSTRUCTIONS = """\
You turn memories into the relations of a knowledge graph. The user gives a JSON list of memories, each with an "id"
and a "text". Answer with JSON alone: {"memory": [{"id": ..., "relations": [...], "obsolete": [...]}]}, one object for
each memory, with its id."""

_SELF = frozenset({"i", "me", "my", "myself", "user", "the user", "user id", "speaker"})
_SOURCE = ("source", "subject", "from", "head", "source_entity")
_RELATIONSHIP = ("relationship", "relation", "predicate", "relation_type", "type", "edge")
_DESTINATION = ("destination", "target", "object", "to", "tail", "destination_entity")
_SOURCE_TYPE = ("source_type", "subject_type", "head_type")
_DESTINATION_TYPE = ("destination_type", "target_type", "object_type", "tail_type")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as it was written, its key, and its type ("" where none was given)."""

    name: str
    key: str
    type: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What a memory says: source -[relationship]-> destination, with the model's confidence if it gave one."""

    source: Entity
    relationship: str
    destination: Entity
    confidence: float | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.source.key, self.relationship, self.destination.key)


@dataclass(frozen=True, slots=True)
class Extracted:
    """One memory of a model's answer; `relations` is None where the model left them out."""

    id: str
    text: str
    relations: tuple[Relation, ...] | None
    obsolete: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A model's whole answer: its memories as Mem0 is to see them, and what they say about relations."""

    memories: tuple[dict[str, Any], ...]
    extracted: tuple[Extracted, ...]


def instructions(speaker: str, known: Mapping[str, Sequence[str]], custom_prompt: str | None) -> str:
    """The words that ask for relations; `known` maps a short id to (source, relationship, destination)."""
    listed = [{"id": number, "relation": " -- ".join(triple)} for number, triple in known.items()]
    text = INSTRUCTIONS % {
        "speaker": json.dumps(speaker, ensure_ascii=False),
        "known": json.dumps(listed, ensure_ascii=False),
    }
    return f"{text}\n{custom_prompt}" if custom_prompt else text


def separate_messages(texts: Iterable[str], wanted: str) -> list[dict[str, str]]:
    """The messages of a call of its own: `texts` are the memories, `wanted` comes from `instructions`."""
    memories = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    return [
        {"role": "system", "content": f"{SEPARATE_INSTRUCTIONS}\n\n{wanted}"},
        {"role": "user", "content": json.dumps(memories, ensure_ascii=False)},
    ]


def read_answer(answer: Any, speaker: str) -> Answer | None:
    """What a model said; None where its answer holds no memory at all in a form that can be read."""
    found = list(_memories(json_objects(answer_text(answer))))
    if not found:
        return None
    reader = _Reader(speaker)
    extracted = tuple(reader.memory(item, number) for number, item in enumerate(found))
    reader.log()
    plain = tuple(
        {name: value for name, value in item.items() if name not in ("relations", "obsolete")} for item in found
    )
    return Answer(plain, extracted)


def _memories(objects: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The memories in the objects of an answer; a bare text is a memory too, "memory" may be one object."""
    for found in objects:
        listed: Any = found.get("memory", found)
        for item in listed if isinstance(listed, list) else [listed]:
            if isinstance(item, str):
                yield {"text": item}
            elif isinstance(item, dict) and (isinstance(item.get("text"), str) or "relations" in item):
                yield item


class _Reader:
    """Reads the relations of one answer and counts what it had to drop."""

    def __init__(self, speaker: str) -> None:
        self._speaker = speaker
        self._dropped: Counter[str] = Counter()
        self._example: dict[str, str] = {}

    def memory(self, item: Mapping[str, Any], number: int) -> Extracted:
        text = item.get("text")
        return Extracted(
            id=str(item.get("id", number)),
            text=text if isinstance(text, str) else "",
            relations=self._relations(item["relations"]) if "relations" in item else None,
            obsolete=tuple(_known_id(number) for number in _listed(item.get("obsolete"))),
        )

    def log(self) -> None:
        for reason, count in self._dropped.items():
            logger.warning("dropped %d of the model's relations: %s, e.g. %s", count, reason, self._example[reason])

    def _relations(self, listed: Any) -> tuple[Relation, ...]:
        unique: dict[tuple[str, str, str], Relation] = {}
        for item in _listed(listed):
            relation = self._relation(item)
            if isinstance(relation, str):
                self._dropped[relation] += 1
                self._example.setdefault(relation, repr(item)[:200])
            else:
                unique.setdefault(relation.key, relation)
        return tuple(unique.values())

    def _relation(self, item: Any) -> Relation | str:
        """The relation, or why it can't be used."""
        if isinstance(item, list) and len(item) == 3:
            item = dict(zip(("source", "relationship", "destination"), item, strict=True))
        if not isinstance(item, dict):
            return "not an object"
        source = self._entity(_first(item, _SOURCE), _first(item, _SOURCE_TYPE))
        destination = self._entity(_first(item, _DESTINATION), _first(item, _DESTINATION_TYPE))
        relationship = names.relationship_type(_text(_first(item, _RELATIONSHIP)))
        if source is None or destination is None:
            return f"the source or the destination is missing or longer than {names.MAX_NAME} characters"
        if not relationship:
            return "the relationship is missing"
        if source.key == destination.key:
            return "it relates a thing to itself"
        return Relation(source, relationship, destination, _confidence(item.get("confidence")))

    def _entity(self, name: Any, kind: Any) -> Entity | None:
        text = " ".join(_text(name).split())
        if names.key(text) in _SELF:
            text = self._speaker
        if not text or (len(text) > names.MAX_NAME and text != self._speaker):
            return None
        return Entity(text, names.key(text), names.relationship_type(_text(kind)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(item: Mapping[str, Any], keys: Iterable[str]) -> Any:
    return next((item[name] for name in keys if item.get(name) is not None), None)


def _text(value: Any) -> str:
    """A string or a number as text; a map gives its name."""
    if isinstance(value, dict):
        value = value.get("name")
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _known_id(value: Any) -> str:
    """The id of a known relation: "r3", 3, "3" and {"id": "r3"} are all understood."""
    text = _text(value.get("id") if isinstance(value, dict) else value)
    return f"r{text}" if text.isdecimal() else text


def _confidence(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if 0.0 <= number <= 1.0 else None
