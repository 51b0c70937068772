"""The labels, types and keys that a query takes from its parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.rewriting.context import Names

TOKEN_NAME = "Neo.ClientError.Statement.SyntaxError"


def names_in(origins: Iterable[tuple[str, ...]], parameters: Mapping[str, object]) -> tuple[Names, ...]:
    """What the parameters give for each origin, in an order that does not depend on theirs.

    Raises CypherRuntimeError where something is no name.
    """
    return tuple([_names(origin, parameters) for origin in origins])


def _names(origin: tuple[str, ...], parameters: Mapping[str, object]) -> Names:
    values = list(_values(parameters.get(origin[0]), origin[1:]))
    lists = [value for value, _ in values if isinstance(value, list | tuple)]
    names = [name for value, _ in values for name in (value if isinstance(value, list | tuple) else (value,))]
    for name in names:
        if not isinstance(name, str) or not name:
            raise CypherRuntimeError(
                f"{name!r} is no name of a label, type or property", code="TokenName", status=TOKEN_NAME
            )
    is_constant = bool(values) and not any(in_list for _, in_list in values)
    return Names(origin, tuple(sorted(set(map(str, names)))), is_constant, bool(lists))


def _values(value: object, keys: tuple[str, ...], in_list: bool = False) -> Iterator[tuple[object, bool]]:
    """The values that keys lead to, and whether a list was gone through on the way."""
    if isinstance(value, list | tuple) and keys:
        for item in value:
            yield from _values(item, keys, True)
    elif not keys:
        yield value, in_list
    elif isinstance(value, Mapping):
        yield from _values(value.get(keys[0]), keys[1:], in_list)
