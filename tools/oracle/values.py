"""Neo4j values as canonical JSON: the one form in which recorded answers are written and compared.

| Neo4j | JSON |
| --- | --- |
| null, boolean, integer, string, list, map | itself |
| float | itself, always with a point or an exponent; `{"$float": "NaN" / "Infinity" / "-Infinity"}` |
| date, local time, local date-time | `{"$date" / "$localtime" / "$localdatetime": ISO text}` |
| time, date-time | `{"$time" / "$datetime": ISO text with offset}`, and `"tz"` where the zone has a name |
| duration | `{"$duration": [months, days, seconds, nanoseconds]}` |
| point | `{"$point": [coordinates], "srid": number}` |
| node | `{"$node": {"labels": [...], "props": {...}}}` |
| relationship | `{"$rel": {"type": "T", "props": {...}}}` |
| path | `{"$path": [node, [">" or "<", relationship], node, ...]}` |

Entities are told by what they hold, never by their ids, which no two databases share.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

Json = Any


def encode(value: Any) -> Json:
    """Return the canonical JSON of a value that the Neo4j driver returned; `TypeError` for anything else."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else {"$float": _non_finite(value)}
        case Node():
            return {"$node": {"labels": sorted(value.labels), "props": _properties(value)}}
        case Relationship():
            return {"$rel": {"type": value.type, "props": _properties(value)}}
        case Path():
            return {"$path": _path(value)}
        case Duration():
            return {"$duration": [value.months, value.days, value.seconds, value.nanoseconds]}
        case Point():
            return {"$point": list(value), "srid": value.srid}
        case DateTime():
            return _zoned("$datetime", "$localdatetime", value)
        case Date():
            return {"$date": value.iso_format()}
        case Time():
            return _zoned("$time", "$localtime", value)
        case list():
            return [encode(item) for item in value]
        case Mapping():
            return {key: encode(item) for key, item in value.items()}
    raise TypeError(f"no canonical form for {type(value).__name__}: {value!r}")


def _non_finite(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"


def _properties(entity: Node | Relationship) -> dict[str, Json]:
    return {key: encode(entity[key]) for key in sorted(entity.keys())}


def _path(path: Path) -> list[Json]:
    steps: list[Json] = [encode(path.start_node)]
    for before, relationship, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        steps += [[">" if relationship.start_node == before else "<", encode(relationship)], encode(after)]
    return steps


def _zoned(zoned: str, local: str, value: DateTime | Time) -> Json:
    text = _shortest_fraction(value.iso_format())
    if value.tzinfo is None:
        return {local: text}
    name = getattr(value.tzinfo, "zone", None) or getattr(value.tzinfo, "key", None)
    return {zoned: text} | ({"tz": name} if name else {})


def _shortest_fraction(text: str) -> str:
    """Drop the zeros that end the fraction of a second: the driver writes nine digits, Neo4j as few as will do."""
    head, point, rest = text.partition(".")
    digits = rest[:9]
    return head + (point + digits.rstrip("0") if digits.strip("0") else "") + rest[9:]
