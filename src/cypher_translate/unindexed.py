"""The values that FalkorDB's range indexes do not find, or not all of them; found by experiment on 4.22.1."""

from __future__ import annotations

EXACT = 2**53
"""Indexes hold numbers as floats: integers from here on are mixed up with their neighbours, infinity is lost."""

LONGEST = 4096
"""Strings are compared by so many bytes."""

_BLANKS = "\t\n\v\f\r "
_SEPARATOR = "\x01"


def is_missed(value: object, ordered: bool) -> bool:
    """Whether an index misses what equals this value, or any item of this list.

    With ``ordered``: what comes before or after it, which no string and no boolean can be asked by an index.
    """
    if isinstance(value, str):
        return (
            ordered
            or not value
            or value[0] in _BLANKS
            or value[-1] in _BLANKS
            or _SEPARATOR in value
            or (len(value) * 4 > LONGEST <= len(value.encode(errors="replace")))
        )
    if isinstance(value, bool):
        return ordered
    if isinstance(value, int | float):
        return not -EXACT < value < EXACT
    if isinstance(value, list | tuple):
        if set(map(type, value)) == {float}:  # a vector, of which one look at all is enough
            return not (min(value) > -EXACT and max(value) < EXACT)
        return True in [is_missed(item, ordered) for item in value]
    return False
