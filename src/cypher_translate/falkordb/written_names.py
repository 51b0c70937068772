"""The labels, types and keys that a query takes for each row from its parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cypher_translate.errors import SYNTAX_ERROR, CypherRuntimeError
from cypher_translate.plan import Origin
from cypher_translate.rewriting.context import Names


def names_in(origins: Iterable[Origin], parameters: Mapping[str, object]) -> tuple[Names, ...]:
    """What the parameters give for each origin, in an order that does not depend on theirs.

    Raises CypherRuntimeError where something is no name.
    """
    return tuple([_names(origin, parameters) for origin in origins])


def _names(origin: Origin, parameters: Mapping[str, object]) -> Names:
    values = list(_values(parameters.get(origin.parameter), origin.keys))
    names = [name for value in values for name in (value if isinstance(value, list | tuple) else (value,))]
    for name in names:
        if not isinstance(name, str) or not name:
            raise CypherRuntimeError(
                f"{name!r} is no name of a label, type or property", code="TokenName", status=SYNTAX_ERROR
            )
    has_lists = any(isinstance(value, list | tuple) for value in values)
    return Names(origin, tuple(sorted(set(map(str, names)))), has_lists)


def _values(value: object, keys: tuple[str | None, ...]) -> Iterator[object]:
    """The values that keys lead to."""
    if not keys:
        yield value
    elif keys[0] is None:
        for item in value if isinstance(value, list | tuple) else () if value is None else (value,):
            yield from _values(item, keys[1:])
    elif value is None or isinstance(value, Mapping):
        yield from _values(None if value is None else value.get(keys[0]), keys[1:])
