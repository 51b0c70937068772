"""What a model answered, brought into the shape that Mem0's graph class takes for granted.

Mem0 writes relationship types and entity types into its Cypher and indexes into the answer without looking. A missing
key, a null or a backtick would lose the whole message; here what cannot be used is left out, and the rest is kept.
"""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

logger = logging.getLogger(__name__)

MAX_NAME_LENGTH = 128
UNKNOWN_TYPE = "entity"
UNKNOWN_RELATIONSHIP = "related_to"
RELATION = ("source", "relationship", "destination")


class ModelAnswers:
    """A model client of Mem0, whose answers to tool calls are well formed."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def generate_response(self, *arguments: Any, **options: Any) -> dict[str, Any]:
        """The client's answer as ``{"content": …, "tool_calls": [{"name": …, "arguments": {…}}, …]}``."""
        return well_formed(self._client.generate_response(*arguments, **options))


def well_formed(answer: Any) -> dict[str, Any]:
    """The usable tool calls of an answer; those of one name that list entities are joined into one.

    >>> answer = well_formed({"tool_calls": [{"name": "f", "arguments": {"entities": [{"entity": "Bob"}, None]}}]})
    >>> answer["tool_calls"][0]["arguments"]
    {'entities': [{'entity': 'Bob', 'entity_type': 'entity'}]}
    >>> well_formed("I cannot help with that.")
    {'content': 'I cannot help with that.', 'tool_calls': []}
    """
    if not isinstance(answer, dict):
        return {"content": answer, "tool_calls": []}
    listing: dict[str, list[dict[str, str]]] = {}
    calls: list[dict[str, Any]] = []
    for call in _list(answer.get("tool_calls")):
        name, arguments = _call(call)
        if "entities" in arguments:
            items = [item for item in map(_item, _list(arguments["entities"])) if item]
            if items and name not in listing:
                calls.append({"name": name, "arguments": {"entities": listing.setdefault(name, [])}})
            listing.get(name, []).extend(items)
        elif relation := _item(arguments):
            calls.append({"name": name, "arguments": relation})
    return {"content": answer.get("content"), "tool_calls": calls}


def identifier(name: str, fallback: str) -> str:
    """A name that FalkorDB can keep as a label or a relationship type.

    It comes out the same when given again, whether or not Mem0 (which drops needless underscores) had it in between.

    >>> identifier("co`worker", "related_to"), identifier(" ", "related_to")
    ('co_worker', 'related_to')
    """
    words = "".join(" " if c in "`_" or not c.isprintable() else c for c in name).split()
    safe = "_".join(words)
    if len(safe) > MAX_NAME_LENGTH:
        digest = hashlib.sha256(safe.encode()).hexdigest()[:8]
        safe = f"{safe[: MAX_NAME_LENGTH - len(digest) - 1].rstrip('_')}_{digest}"
    return safe or fallback


def quoted(name: str) -> str:
    """A relationship type in backticks, so that Mem0 can write any name into its Cypher."""
    return f"`{identifier(name, UNKNOWN_RELATIONSHIP)}`"


def _call(call: Any) -> tuple[str, dict[str, Any]]:
    if not isinstance(call, dict):
        return "", {}
    arguments = call.get("arguments")
    if isinstance(arguments, str):
        try:
            arguments = json.loads(arguments)
        except ValueError:
            logger.warning("a tool call's arguments are not JSON and were left out: %.200r", arguments)
    return _text(call.get("name")), arguments if isinstance(arguments, dict) else {}


def _item(item: Any) -> dict[str, str]:
    """An entity with its type, or a relation; empty where it is neither."""
    if isinstance(item, dict):
        if entity := _text(item.get("entity")):
            return {"entity": entity, "entity_type": identifier(_text(item.get("entity_type")), UNKNOWN_TYPE)}
        relation = {key: _text(item.get(key)) for key in RELATION}
        if relation["source"] and relation["destination"]:
            return relation
    logger.warning("an item of the model's answer is no entity and no relation and was left out: %.200r", item)
    return {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    """The value as text that can be stored: no NUL, no half of a surrogate pair; empty for what is no text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).replace("\0", "").encode(errors="ignore").decode().strip()
