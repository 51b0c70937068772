"""Puts back the digits that floats lose in the server's replies.

A reply shows floats with 15 digits. Where 17 may be needed, a statement returns ``neo4j.digits(value)`` as well, which
is null where nothing is lost, the exact text of a float, and the same by element for lists, maps, entities and paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from falkordb import Edge, Node, Path


def with_digits(rows: Sequence[tuple[Any, ...]], columns: Sequence[int]) -> list[tuple[Any, ...]]:
    """The rows without their last columns, which hold the lost digits of the given ones, in that order."""
    width = len(columns)
    exact = []
    for row in rows:
        values = list(row[:-width])
        for column, lost in zip(columns, row[-width:], strict=True):
            if lost is not None:
                values[column] = restored(values[column], lost)
        exact.append(tuple(values))
    return exact


def restored(value: Any, lost: Any) -> Any:
    """The value with its lost digits; entities are changed in place."""
    if isinstance(lost, str):
        return float(lost) if isinstance(value, float) else value
    if isinstance(lost, list):
        return [item if part is None else restored(item, part) for item, part in zip(value, lost, strict=True)]
    if isinstance(value, Path):
        for entities, parts in ((value.nodes(), lost.get("nodes")), (value.edges(), lost.get("relationships"))):
            if parts is not None:
                restored(entities, parts)
        return value
    properties = value.properties if isinstance(value, (Node, Edge)) else value
    for key, part in lost.items():
        properties[key] = restored(properties[key], part)
    return value
