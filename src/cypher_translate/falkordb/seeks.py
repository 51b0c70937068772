"""Whether the parameters of a query have values that FalkorDB's range indexes do not find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cypher_translate.plan import Seek
from cypher_translate.unindexed import is_missed


def any_missed(seeks: Sequence[Seek], parameters: Mapping[str, object]) -> bool:
    """Whether one of the seeks is for a value that needs the translation without indexes."""
    for seek in seeks:  # noqa: SIM110 - a generator takes twice as long
        if _is_missed(parameters.get(seek.parameter), seek.keys, seek.ordered):
            return True
    return False


def _is_missed(value: object, keys: tuple[str, ...], ordered: bool) -> bool:
    if not keys:
        return is_missed(value, ordered)
    if isinstance(value, list | tuple):
        return True in [_is_missed(item, keys, ordered) for item in value]
    if type(value) is dict or isinstance(value, Mapping):  # the second question alone takes long
        return _is_missed(value.get(keys[0]), keys[1:], ordered)
    return False
