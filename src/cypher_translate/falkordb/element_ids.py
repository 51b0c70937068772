"""The ids of entities in parameters: an application may have made strings of the integers that it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def with_integers(parameters: Mapping[str, object], names: Sequence[str]) -> Mapping[str, object]:
    """The parameters, those with these names as integers where they are digits, or lists of such."""
    changed = {
        name: _integer(parameters[name]) for name in names if isinstance(parameters.get(name), str | list | tuple)
    }
    return {**parameters, **changed} if changed else parameters


def _integer(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_integer(item) for item in value]
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value
