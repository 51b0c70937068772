"""Write src/cypher_translate/falkordb/functions/zones_data.js: the IANA time zones for the functions in the server.

    python tools/make_zones.py          (needs the package tzdata)

One line for each distinct history: the names that share it, the offset before the first transition, the transitions
and the POSIX rule for the years after them:

    Europe/Berlin,Europe/Stockholm|offsets|transitions|rule

Offsets are seconds east of Greenwich in base 36, the first being local mean time. A transition is the minutes since
the previous one in base 36 (and the remaining seconds after a dot), then a letter for the offset that begins:
A is the first. The names are those that Java, and so Neo4j, knows.
"""

from __future__ import annotations

import struct
from importlib import resources
from pathlib import Path

import tzdata

TARGET = Path(__file__).parent.parent / "src/cypher_translate/falkordb/functions/zones_data.js"
UNKNOWN_TO_JAVA = {"EST", "Factory", "HST", "MST", "ROC", "localtime", "posixrules"}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def base36(number: int) -> str:
    """The number in base 36, with a minus sign where negative."""
    if number < 0:
        return "-" + base36(-number)
    return (base36(number // 36) if number >= 36 else "") + DIGITS[number % 36]


def history(data: bytes) -> tuple[int, list[tuple[int, int]], str]:
    """First offset, transitions as (epoch second, offset) and rule of a TZif file (RFC 9636) of version 2 or later."""
    version_1 = struct.unpack(">6l", data[20:44])
    utc_flags, standard_flags, leaps, times, types, characters = version_1
    start = 44 + times * 5 + types * 6 + characters + leaps * 8 + standard_flags + utc_flags
    if data[:4] != b"TZif" or data[start : start + 4] != b"TZif":
        raise ValueError("not a TZif file of version 2 or later")
    utc_flags, standard_flags, leaps, times, types, characters = struct.unpack(">6l", data[start + 20 : start + 44])
    start += 44
    moments = struct.unpack(f">{times}q", data[start : start + 8 * times])
    indexes = data[start + 8 * times : start + 9 * times]
    start += 9 * times
    offsets = [struct.unpack(">l", data[start + 6 * i : start + 6 * i + 4])[0] for i in range(types)]
    footer = start + 6 * types + characters + leaps * 12 + standard_flags + utc_flags
    rule = data[footer:].strip(b"\n").decode("ascii")
    transitions: list[tuple[int, int]] = []
    current = offsets[0]
    for moment, index in zip(moments, indexes, strict=True):
        if offsets[index] != current or moment == moments[-1]:  # the rule begins at the last one in any case
            current = offsets[index]
            transitions.append((moment, current))
    return offsets[0], transitions, rule


def line(first: int, transitions: list[tuple[int, int]], rule: str) -> str:
    """The history as text (see the module's docstring)."""
    offsets = list(dict.fromkeys([first, *(offset for _, offset in transitions)]))
    parts = []
    previous = 0
    for moment, offset in transitions:
        minutes, seconds = divmod(moment - previous, 60)
        parts.append(base36(minutes) + (f".{base36(seconds)}" if seconds else "") + LETTERS[offsets.index(offset)])
        previous = moment
    return "|".join([",".join(map(base36, offsets)), "".join(parts), rule])


def main() -> None:
    """Read every zone of the package tzdata and write the table."""
    folder = resources.files("tzdata")
    names = (folder / "zones").read_text(encoding="utf-8").split()
    shared: dict[str, list[str]] = {}
    for name in sorted(set(names) - UNKNOWN_TO_JAVA):
        text = line(*history((folder / "zoneinfo" / name).read_bytes()))
        shared.setdefault(text, []).append(name)
    lines = sorted(f"{','.join(zones)}|{text}" for text, zones in shared.items())
    header = (
        f"// Time zones of tzdata {tzdata.IANA_VERSION}, written by tools/make_zones.py (see there for the format).\n"
    )
    TARGET.write_text(header + "const ZONE_TABLE = `\n" + "\n".join(lines) + "\n`;\n", encoding="ascii")
    print(f"{TARGET.name}: {len(names)} names, {len(lines)} histories, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
