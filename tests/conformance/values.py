"""One form for the values of all sources, so that two answers can be compared by ``==``.

A canonical value is a tuple that starts with its kind: ``("integer", 1)`` is not ``("float", 1.0)``.
Entities are compared by what can be seen of them (labels, type, properties), never by their ids.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from falkordb import Edge, Node, Path

Canonical = tuple[Any, ...]  # tuples all the way down; nothing more precise helps the reader

NULL: Canonical = ("null",)


def float_of(value: float) -> Canonical:
    """Floats by their shortest text: NaN equals itself, and 0.0 is not -0.0."""
    return ("float", "NaN" if math.isnan(value) else repr(value))


def list_of(items: Iterable[Canonical]) -> Canonical:
    return ("list", *items)


def map_of(entries: Iterable[tuple[str, Canonical]]) -> Canonical:
    """A map; FalkorDB keeps null properties out of entities, maps keep them."""
    return ("map", *sorted(entries))


def node_of(labels: Iterable[str], properties: Canonical) -> Canonical:
    return ("node", tuple(sorted(labels)), properties)


def relationship_of(kind: str, properties: Canonical) -> Canonical:
    return ("relationship", kind, properties)


def path_of(first: Canonical, steps: Iterable[tuple[str, Canonical, Canonical]]) -> Canonical:
    """A path: its first node, then for each step the direction (``>`` or ``<``), relationship and node."""
    return ("path", first, *steps)


def duration_of(text: str, months: int, days: int, seconds: int, nanoseconds: int) -> Canonical:
    """A duration by its text, for the TCK, and by its parts, whatever the split of a negative time."""
    return ("duration", text, (months, days, seconds * 1_000_000_000 + nanoseconds))


def point_of(srid: int, coordinates: Iterable[float]) -> Canonical:
    return ("point", srid, tuple(map(float, coordinates)))


def canonical(value: Any) -> Canonical:
    """The canonical form of what a client returned.

    The library's own types are known by what they have: durations by ``nanoseconds``, points by ``srid``; all others
    become ``("temporal", str(value))``, as their text is Neo4j's.
    """
    match value:
        case None:
            return NULL
        case bool():
            return ("boolean", value)
        case int():
            return ("integer", value)
        case float():
            return float_of(value)
        case str():
            return ("string", value)
        case list() | tuple():
            return list_of(map(canonical, value))
        case Mapping():
            return map_of((str(key), canonical(item)) for key, item in value.items())
        case Node():
            return node_of(value.labels or (), canonical(value.properties))
        case Edge():
            return relationship_of(value.relation, canonical(value.properties))
        case Path():
            return _path(value)
        case datetime.date() | datetime.time():
            return ("temporal", temporal_text(value))
    if hasattr(value, "nanoseconds"):
        return duration_of(str(value), value.months, value.days, value.seconds, value.nanoseconds)
    if hasattr(value, "srid"):
        return point_of(value.srid, value.coordinates)
    return ("temporal", str(value))


def temporal_text(value: datetime.date | datetime.time) -> str:
    """Neo4j's text of one of Python's temporal values: no zero seconds, no zeros at a fraction's end."""
    if isinstance(value, datetime.datetime):
        date, _, clock = value.isoformat().partition("T")
        zone = value.tzinfo.key if isinstance(value.tzinfo, ZoneInfo) else "UTC"
        return f"{date}T{shortest_time(clock)}" + (f"[{zone}]" if zone != "UTC" else "")
    if isinstance(value, datetime.time):
        return shortest_time(value.isoformat())
    return value.isoformat()


def shortest_time(text: str) -> str:
    """``10:11:00.500000+00:00`` → ``10:11:00.5Z``; ``10:11:00`` → ``10:11``."""
    cut = next((i for i, c in enumerate(text) if c in "+-Z"), len(text))
    clock, offset = text[:cut], text[cut:]
    if "." in clock:
        clock = clock.rstrip("0").rstrip(".")
    if clock.count(":") == 2 and clock.endswith(":00"):
        clock = clock[:-3]
    return clock + ("Z" if offset in ("+00:00", "-00:00") else offset)


def unordered(value: Canonical) -> Canonical:
    """The same value with the elements of each list sorted, for lists whose order means nothing."""
    return _rebuilt(value, lambda part: ("list", *sorted(part[1:], key=repr)) if part[0] == "list" else part)


def as_tck_writes(value: Canonical) -> Canonical:
    """The same value as the TCK can write it: temporal values and durations as strings, and one zero."""
    return _rebuilt(value, _as_tck_writes)


def _as_tck_writes(value: Canonical) -> Canonical:
    match value:
        case ("float", "-0.0"):
            return ("float", "0.0")
        case ("temporal" | "duration", text, *_):
            return ("string", text)
    return value


def rounded(value: Canonical, digits: int) -> Canonical:
    """The same value with floats to so many digits, and durations by their parts alone."""
    return _rebuilt(value, lambda part: _rounded(part, digits))


def _rounded(value: Canonical, digits: int) -> Canonical:
    match value:
        case ("float", text):
            return ("float", format(float(text), f".{digits}g"))
        case ("duration", _, parts):
            return ("duration", "", parts)
    return value


def _rebuilt(value: Canonical, change: Callable[[Canonical], Canonical]) -> Canonical:
    """The value with `change` applied to each of its parts, then to itself."""
    match value:
        case ("list", *items):
            value = ("list", *(_rebuilt(item, change) for item in items))
        case ("map", *entries):
            value = ("map", *((key, _rebuilt(item, change)) for key, item in entries))
        case ("node" | "relationship" as kind, name, properties):
            value = (kind, name, _rebuilt(properties, change))
        case ("path", first, *steps):
            rebuilt = ((arrow, _rebuilt(rel, change), _rebuilt(node, change)) for arrow, rel, node in steps)
            value = ("path", _rebuilt(first, change), *rebuilt)
    return change(value)


def _path(path: Path) -> Canonical:
    nodes, edges = path.nodes(), path.edges()
    steps = (
        (">" if edge.src_node == before.id else "<", canonical(edge), canonical(after))
        for before, edge, after in zip(nodes, edges, nodes[1:], strict=False)
    )
    return path_of(canonical(nodes[0]), steps)


def show(value: Canonical) -> str:
    """A canonical value as a reader would write it, for listings."""
    kind, *parts = value
    match kind:
        case "null":
            return "null"
        case "list":
            return "[" + ", ".join(map(show, parts)) + "]"
        case "map":
            return "{" + ", ".join(f"{key}: {show(item)}" for key, item in parts) + "}"
        case "node":
            return "(" + "".join(f":{label}" for label in parts[0]) + _show_properties(parts[1]) + ")"
        case "relationship":
            return f"[:{parts[0]}{_show_properties(parts[1])}]"
        case "path":
            return "<" + show(parts[0]) + "".join(f" {d} {show(r)} {show(n)}" for d, r, n in parts[1:]) + ">"
        case "string":
            return repr(parts[0])
        case "point":
            return f"point({parts[0]}, {list(parts[1])})"
        case "duration":
            return parts[0] or str(parts[1])
        case "boolean":
            return str(parts[0]).lower()
    return str(parts[0])


def _show_properties(properties: Canonical) -> str:
    return f" {show(properties)}" if properties != ("map",) else ""
