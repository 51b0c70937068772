"""Parameters as the prefix ``CYPHER name=value …`` of a query.

The server reads the prefix with a parser of its own, to which most of Cypher's literals are unknown: no escapes
like ``\\u0041``, no NaN, no dates, no backtick inside backticks, and a NUL ends the query. Temporal values and
points go as tagged text. NaN and keys with a backtick go as typed text, which the compatibility function `LIFT`
turns back into the value inside the query.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, cast

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.falkordb import temporal_text
from cypher_translate.names import server_name
from cypher_translate.types import Date, DateTime, Duration, Point, Time

LIFT = "neo4j.parameter"
"""The compatibility function that reads typed text."""

_NONE: frozenset[str] = frozenset()

MAX_DEPTH = 100
"""How deep lists and maps may be nested: the server's parser is recursive, and 100,000 levels kill it."""


def header(parameters: Mapping[str, object] | None) -> tuple[str, frozenset[str]]:
    """The prefix for these parameters, and the names of those that the query must wrap in `LIFT`.

    Values are what Neo4j's driver takes: None, bool, int, float, str, lists, tuples, maps with strings as keys,
    Python's and our temporal values, points; besides those the driver's own durations and points, Decimal (as a float)
    and NumPy's scalars and arrays.
    Raises CypherRuntimeError for anything else, with the parameter's name and the place inside it.
    """
    if not parameters:
        return "", _NONE
    prefix = "CYPHER "
    lifted = []
    for name, value in parameters.items():
        try:
            if not isinstance(name, str):
                raise _Refused("has a name that is no string", "pass {'1': value} for $1")
            try:
                text = _PREFIX.write(value, MAX_DEPTH)
            except _NeedsLift:
                text = _PREFIX.quoted(_TYPED.write(value, MAX_DEPTH))
                lifted.append(name)
            # The server takes a name like cypherText for one more prefix.
            plain = name.isidentifier() and name.isascii() and name[:6].lower() != "cypher"
            prefix += f"{name}={text} " if plain else f"`{_checked(server_name(name))}`={text} "
        except _Refused as refused:
            raise CypherRuntimeError(
                f"the parameter ${name}{refused.place} {refused.reason}",
                code="Parameter",
                status="Neo.ClientError.Statement.ArgumentError",
                hint=refused.hint,
            ) from None
    return prefix, frozenset(lifted) if lifted else _NONE


class _Refused(Exception):
    """The value cannot be a parameter; `place` says where inside the parameter it is."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.place = ""


class _NeedsLift(Exception):
    """The prefix has no way to write this value."""


class _PrefixWriter:
    """Writes values as the server's parser of the prefix reads them."""

    def __init__(self) -> None:
        self.writers: dict[type, Callable[[Any, int], str]] = {
            type(None): lambda value, depth: "null",
            bool: lambda value, depth: "true" if value else "false",
            int: self.integer,
            float: self.number,
            str: self.string,
            list: self.sequence,
            tuple: self.sequence,
            dict: self.mapping,
            Decimal: lambda value, depth: self.number(float(value), depth),
            **dict.fromkeys((date, time, datetime, timedelta, Date, Time, DateTime, Duration, Point), self.temporal),
        }

    def write(self, value: object, depth: int) -> str:
        """The value's text; lists and maps may be nested `depth` levels deep."""
        writer = self.writers.get(type(value))
        return writer(value, depth) if writer else self.write(_plain(value), depth)

    def integer(self, value: int, depth: int) -> str:
        if not -(2**63) <= value < 2**63:
            raise _Refused("is an integer beyond 64 bits", "pass it as a float or as a string")
        return str(value)

    def number(self, value: float, depth: int) -> str:
        if math.isnan(value):
            raise _NeedsLift
        if math.isinf(value):
            return "1e999" if value > 0 else "-1e999"
        return repr(value)

    def string(self, value: str, depth: int) -> str:
        if value[:1] == temporal_text.MARK:
            raise _Refused("begins with U+0002, which marks temporal values in the database", "remove that character")
        return self.quoted(value)

    def temporal(self, value: Any, depth: int) -> str:
        try:
            return self.quoted(temporal_text.encode(value))
        except ValueError as error:
            raise _Refused(f"cannot be held by Neo4j: {error}") from None

    def quoted(self, text: str) -> str:
        return '"' + _checked(text).replace("\\", "\\\\").replace('"', '\\"') + '"'

    def sequence(self, value: list[object] | tuple[object, ...], depth: int) -> str:
        if depth == 0:
            raise _Refused(f"is nested more than {MAX_DEPTH} levels deep")
        if set(map(type, value)) == {float}:
            text = self.numbers(value)
            if text:
                return text
        parts = []
        for index, item in enumerate(value):
            try:
                parts.append(self.write(item, depth - 1))
            except _Refused as refused:
                refused.place = f"[{index}]{refused.place}"
                raise
        return f"[{','.join(parts)}]"

    def numbers(self, values: list[Any] | tuple[Any, ...]) -> str:
        """The short cut for vectors: the text of a list of floats, empty where one is NaN or infinite."""
        text = repr(list(values))
        return "" if "n" in text else text

    def mapping(self, value: dict[object, object], depth: int) -> str:
        if depth == 0:
            raise _Refused(f"is nested more than {MAX_DEPTH} levels deep")
        parts = []
        for key, item in value.items():
            if not isinstance(key, str):
                raise _Refused(f"has the key {key!r}", "keys of maps are strings")
            try:
                parts.append(f"{self.key(key)}:{self.write(item, depth - 1)}")
            except _Refused as refused:
                refused.place = f".{key}{refused.place}"
                raise
        return f"{{{','.join(parts)}}}"

    def key(self, key: str) -> str:
        if key.isidentifier() and key.isascii():
            return key
        if "`" in key:
            raise _NeedsLift
        return f"`{_checked(key)}`"


class _TypedWriter(_PrefixWriter):
    """Writes values as typed text: JSON in which each string says by its first letter what it is."""

    def integer(self, value: int, depth: int) -> str:
        return f'"i{super().integer(value, depth)}"'

    def number(self, value: float, depth: int) -> str:
        return f'"f{value!r}"'.replace("inf", "Infinity").replace("nan", "NaN")

    def numbers(self, values: list[Any] | tuple[Any, ...]) -> str:
        return ""

    def quoted(self, text: str) -> str:
        return json.dumps("s" + _checked(text), ensure_ascii=False)

    def key(self, key: str) -> str:
        return json.dumps(_checked(key), ensure_ascii=False)


_PREFIX, _TYPED = _PrefixWriter(), _TypedWriter()

_BASES: tuple[tuple[type, Callable[[Any], object]], ...] = (
    (str, str.__str__),
    (int, int.__int__),
    (float, float.__float__),
    (Mapping, dict),
    (list, list),
    (tuple, list),
    (datetime, lambda value: datetime.combine(datetime.date(value), datetime.timetz(value))),
    (date, lambda value: date(value.year, value.month, value.day)),
    (timedelta, lambda value: timedelta(value.days, value.seconds, value.microseconds)),
)
"""Subclasses, enumerations among them, count as their base."""

_DRIVER = ("neo4j.time", "neo4j.spatial", "neo4j._spatial")
"""Modules of Neo4j's driver whose durations and points are tuples."""

_HINTS: dict[type, str] = {
    bytes: "Cypher has no bytes: pass a string, such as base64",
    bytearray: "Cypher has no bytes: pass a string, such as base64",
    set: "sets have no order: pass a list",
    frozenset: "sets have no order: pass a list",
}


def _plain(value: Any) -> object:
    """The same value as one of the types that are written directly."""
    if isinstance(value, tuple) and type(value).__module__.startswith(_DRIVER):
        return _of_driver(value)
    for kind, convert in _BASES:
        if isinstance(value, kind):
            return convert(value)
    dtype: Any = getattr(value, "dtype", None)  # NumPy's, without importing it
    code = getattr(dtype, "kind", "")
    if code == "U" or (code in ("b", "i", "u", "f") and dtype.itemsize <= 8):
        return cast(object, value.tolist())
    hint = _HINTS.get(type(value), "convert it to a string, number, list, map or temporal value")
    raise _Refused(f"has the type {type(value).__name__}, which is no Cypher value", hint)


def _of_driver(value: Any) -> Point | Duration:
    """A point or a duration of Neo4j's driver, which are tuples there; it need not be installed."""
    if hasattr(value, "months"):
        return Duration(value.months, value.days, value.seconds, value.nanoseconds)
    try:
        return Point(getattr(value, "srid", 0), value)
    except ValueError as error:
        raise _Refused(f"is a point that Neo4j cannot hold: {error}") from None


def _checked(text: str) -> str:
    """The same text, if the server can hold it."""
    if "\0" in text:
        raise _Refused("contains the character NUL", "FalkorDB ends a string there: remove it")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise _Refused("contains half of a surrogate pair", "it is no valid Unicode: repair or remove it") from None
    return text
