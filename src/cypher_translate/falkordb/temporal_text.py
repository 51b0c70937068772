"""Temporal values and points as tagged text, the form in which they are stored in FalkorDB.

FalkorDB's own temporal values have whole seconds, no time zones and no durations of months; its points have 32-bit
coordinates. So these values are strings here: the control character U+0002, a digit for the kind, and a text which
is equal exactly where Neo4j calls the values equal, and sorts as Neo4j's ORDER BY sorts them. FalkorDB's own `=`,
`<`, ORDER BY, DISTINCT, min(), grouping, MERGE and range indexes then work on them.

====  ==============  ============================================================================================
kind  value           text after the kind, and an example
====  ==============  ============================================================================================
1     point           the SRID, each coordinate as 16 sortable hexadecimal digits, a blank, the coordinates in
                      decimal: ``7203bff0000000000000c032000000000000 1 1.8e1``
2     zoned datetime  the moment in UTC, a blank, the local date and time without fraction, the zone if named:
                      ``2024-05-06T08:11:12.5 2024-05-06T10:11:12[Europe/Paris]``
3     local datetime  ``2024-05-06T10:11:12.5``
4     date            ``2024-05-06``
5     zoned time      in UTC after the day it falls on (0 the day before, 1, or 2), a blank, the local time without
                      fraction: ``1T08:11:12.5 10:11:12``
6     local time      ``10:11:12.5``
7     duration        the mean length in seconds, nine digits of nanoseconds, months and days, all sortable, a blank,
                      and ISO text: ``0586400000000000010011 P1D``
====  ==============  ============================================================================================

The kinds are numbered in the order in which Neo4j sorts values of different types, all before strings. Seconds are
always written, a fraction without trailing zeros. Years from 0 to 9999 have four digits, later ones ``y`` and ten
digits, negative ones ``-`` and what is missing to 9999999999. A sortable integer has two digits for the number of its
digits before them; a negative one ``-`` and the nines' complement of that. The coordinates' hexadecimal digits are
the bits of the float, all inverted for a negative one, else with the sign bit set.

One exception: two zoned date-times of the hour that the clocks repeat in autumn, with one zone and the same local
time, are equal for Neo4j, but one is also less than the other. Here they differ.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from cypher_translate.falkordb.temporal_reading import READERS
from cypher_translate.falkordb.temporal_writing import (
    DAY,
    clock,
    date_text,
    day_number,
    decimal_text,
    duration_text,
    fraction,
    offset_of,
    second_of_day,
    sortable_float,
    wide_datetime,
    wide_time,
    zoned_text,
)
from cypher_translate.types import Date, DateTime, Duration, Point, Time

MARK = "\x02"
"""How every tagged text begins, and no other string in the database should."""

TemporalValue: TypeAlias = date | time | datetime | timedelta | Date | Time | DateTime | Duration | Point


def is_tagged(text: str) -> bool:
    """Whether a string would be taken for a tagged text: such parameters and literals are to be refused."""
    return text.startswith(MARK)


def encode(value: TemporalValue) -> str:
    """The tagged text of a temporal value or a point.

    Raises TypeError for other types, ValueError for a value that Neo4j cannot hold: an offset with fractions of a
    second or beyond 18 hours, a time whose zone has no offset of its own, a year out of range.
    """
    match value:
        case datetime():
            return encode(wide_datetime(value))
        case date():
            return f"{MARK}4{value.isoformat()}"
        case time():
            return encode(wide_time(value))
        case timedelta():
            return encode(Duration.of(value))
        case Date():
            return f"{MARK}4{date_text(day_number(value))}"
        case Time(offset=None):
            return f"{MARK}6{value}"
        case Time():
            days, moment = divmod(second_of_day(value) - offset_of(value), DAY)
            return f"{MARK}5{days + 1}T{clock(moment)}{fraction(value)} {clock(second_of_day(value))}"
        case DateTime(time=Time(offset=None)):
            return f"{MARK}3{date_text(day_number(value.date))}T{value.time}"
        case DateTime():
            return MARK + "2" + zoned_text(value)
        case Duration():
            return MARK + "7" + duration_text(value)
        case Point():
            keys = "".join(map(sortable_float, value.coordinates))
            return f"{MARK}1{value.srid}{keys} {' '.join(map(decimal_text, value.coordinates))}"
    raise TypeError(f"{type(value).__name__} is no temporal value and no point")


def decode(text: str) -> TemporalValue | str:
    """The value of a tagged text; any other text as it is.

    Dates and times come as Python's own types where those hold them exactly: a zoned date-time in a named zone with
    `zoneinfo`, other zoned values with a fixed offset. Otherwise as `Date`, `Time` and `DateTime`.
    """
    if not text.startswith(MARK):
        return text
    reader = READERS.get(text[1:2])
    if reader is None:
        return text
    pattern, read = reader
    found = pattern.fullmatch(text, 2)
    if found is None:
        return text
    try:
        value: TemporalValue = read(*found.groups())
    except ValueError:  # no such day, time or coordinate system
        return text
    return value
