"""Lists in parameters that become properties: Neo4j stores values of one type, integers beside floats as floats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.plan import Stored
from cypher_translate.types import Date, DateTime, Duration, Point, Time

_KINDS = (
    bool,
    int,
    float,
    str,
    list,
    dict,
    datetime,
    date,
    time,
    timedelta,
    Date,
    Time,
    DateTime,
    Duration,
    Point,
    type(None),
)


def with_storable_lists(parameters: Mapping[str, object], stored: Sequence[Stored]) -> Mapping[str, object]:
    """The parameters with lists as Neo4j stores them. Raises CypherRuntimeError for a list that it does not store."""
    for each in stored:
        value = parameters.get(each.parameter)
        storable = _at(value, each.keys, each.is_map)
        if storable is not value:
            parameters = {**parameters, each.parameter: storable}
    return parameters


def _at(value: Any, keys: tuple[str | None, ...], is_map: bool) -> Any:
    """The value with what its keys lead to made storable, the very same one where nothing changed."""
    if not keys and not is_map:
        return _storable(value) if isinstance(value, list | tuple) else value
    if keys and keys[0] is None:
        if not isinstance(value, list | tuple):
            return _at(value, keys[1:], is_map)
        items = [_at(item, keys[1:], is_map) for item in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if not isinstance(value, Mapping):
        return value
    names = keys[:1] or tuple(value)
    changed = {name: _at(value[name], keys[1:], bool(keys) and is_map) for name in names if name in value}
    return value if all(new is value[name] for name, new in changed.items()) else {**value, **changed}


def _storable(values: Sequence[object]) -> Sequence[object]:
    if len(set(map(type, values))) < 2 and not isinstance(next(iter(values), None), list | tuple):
        return values
    kinds = set(map(_kind, values))
    if list in kinds:
        raise _refusal("A list of lists cannot be stored", "store its parts")
    if type(None) in kinds:
        raise _refusal("A stored list cannot have null", "leave it out")
    if kinds == {int, float}:
        return [float(value) for value in values]  # type: ignore[arg-type]
    if len(kinds - {None}) > 1:
        raise _refusal("A stored list holds values of one type", "make them strings, or numbers")
    return values


def _kind(value: object) -> type | None:
    """The type that counts; None for those of other libraries, which are left to the server."""
    return list if isinstance(value, tuple) else next((kind for kind in _KINDS if isinstance(value, kind)), None)


def _refusal(message: str, hint: str) -> CypherRuntimeError:
    status = "Neo.ClientError.Statement.TypeError"
    return CypherRuntimeError(message, code="InvalidPropertyType", status=status, hint=hint)
