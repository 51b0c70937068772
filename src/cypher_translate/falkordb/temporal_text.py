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

import re
import struct
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from cypher_translate.types import Date, DateTime, Duration, Point, Time

MARK = "\x02"
"""How every tagged text begins, and no other string in the database should."""

TemporalValue: TypeAlias = date | time | datetime | timedelta | Date | Time | DateTime | Duration | Point

AVERAGE_MONTH = 2_629_746
"""Seconds: a twelfth of the mean year of the Gregorian calendar."""

_DAYS_BEFORE_400 = date(400, 1, 1).toordinal()
_DAYS_IN_400_YEARS = 146_097
_DAY = 86_400


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
            return encode(_wide_datetime(value))
        case date():
            return f"{MARK}4{value.isoformat()}"
        case time():
            return encode(_wide_time(value))
        case timedelta():
            return encode(Duration.of(value))
        case Date():
            return f"{MARK}4{_date_text(_day_number(value))}"
        case Time(offset=None):
            return f"{MARK}6{value}"
        case Time():
            days, moment = divmod(_second_of_day(value) - _offset(value), _DAY)
            return f"{MARK}5{days + 1}T{_clock(moment)}{_fraction(value)} {_clock(_second_of_day(value))}"
        case DateTime(time=Time(offset=None)):
            return f"{MARK}3{_date_text(_day_number(value.date))}T{value.time}"
        case DateTime():
            return MARK + "2" + _zoned_text(value)
        case Duration():
            return MARK + "7" + _duration_text(value)
        case Point():
            keys = "".join(map(_sortable_float, value.coordinates))
            return f"{MARK}1{value.srid}{keys} {' '.join(map(_decimal, value.coordinates))}"
    raise TypeError(f"{type(value).__name__} is no temporal value and no point")


def decode(text: str) -> TemporalValue | str:
    """The value of a tagged text; any other text as it is.

    Dates and times come as Python's own types where those hold them exactly: a zoned date-time in a named zone with
    `zoneinfo`, other zoned values with a fixed offset. Otherwise as `Date`, `Time` and `DateTime`.
    """
    if not text.startswith(MARK):
        return text
    reader = _READERS.get(text[1:2])
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


# --- from Python's types


def _wide_time(value: time) -> Time:
    if value.tzinfo is None:
        offset = None
    else:
        shift = value.utcoffset()
        if shift is None:
            raise ValueError(f"the offset of {value.tzinfo} depends on the date: give the time a fixed offset")
        offset = _seconds(shift)
    return Time(value.hour, value.minute, value.second, value.microsecond * 1000, offset)


def _wide_datetime(value: datetime) -> DateTime:
    shift = value.utcoffset()
    offset = None if shift is None else _seconds(shift)
    day = Date(value.year, value.month, value.day)
    clock = Time(value.hour, value.minute, value.second, value.microsecond * 1000, offset)
    return DateTime(day, clock, _zone_name(value.tzinfo))


def _seconds(shift: timedelta) -> int:
    if shift.microseconds:
        raise ValueError(f"the offset {shift} has fractions of a second")
    return shift.days * _DAY + shift.seconds


def _zone_name(zone: tzinfo | None) -> str | None:
    """The IANA name that `zoneinfo` and `pytz` keep."""
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    return name if isinstance(name, str) else None


# --- writing


def _day_number(day: Date) -> int:
    return _ordinal(day.year, day.month, day.day)


def _ordinal(year: int, month: int, day: int) -> int:
    """What `date.toordinal()` would give, for any year."""
    cycles, rest = divmod(year, 400)
    return date(rest + 400, month, day).toordinal() + (cycles - 1) * _DAYS_IN_400_YEARS


def _date_text(number: int) -> str:
    cycles, rest = divmod(number - _DAYS_BEFORE_400, _DAYS_IN_400_YEARS)
    day = date.fromordinal(_DAYS_BEFORE_400 + rest)
    return f"{_year_text(day.year + cycles * 400)}-{day.month:02}-{day.day:02}"


def _year_text(year: int) -> str:
    if year < 0:
        return f"-{9_999_999_999 + year:010}"
    return f"{year:04}" if year <= 9999 else f"y{year:010}"


def _second_of_day(value: Time) -> int:
    return value.hour * 3600 + value.minute * 60 + value.second


def _offset(value: Time) -> int:
    return value.offset or 0


def _clock(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def _fraction(value: Time) -> str:
    return f".{value.nanosecond:09}".rstrip("0") if value.nanosecond else ""


def _zoned_text(value: DateTime) -> str:
    day, second = _day_number(value.date), _second_of_day(value.time)
    shift, moment = divmod(second - _offset(value.time), _DAY)
    zone = "" if value.zone is None else f"[{value.zone}]"
    return f"{_date_text(day + shift)}T{_clock(moment)}{_fraction(value.time)} {_date_text(day)}T{_clock(second)}{zone}"


def _duration_text(value: Duration) -> str:
    average = value.months * AVERAGE_MONTH + value.days * _DAY + value.seconds
    if not -(2**63) <= average < 2**63:
        raise ValueError(f"the duration {value} is longer than Neo4j can hold")
    keys = f"{_sortable(average)}{value.nanoseconds:09}{_sortable(value.months)}{_sortable(value.days)}"
    return f"{keys} {value}"


def _sortable(number: int) -> str:
    digits = str(abs(number))
    text = f"{len(digits):02}{digits}"
    return text if number >= 0 else "-" + text.translate(_COMPLEMENT)


_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def _sortable_float(number: float) -> str:
    (bits,) = struct.unpack(">Q", struct.pack(">d", number))
    return f"{bits ^ (2**64 - 1) if bits >> 63 else bits | 1 << 63:016x}"


def _decimal(number: float) -> str:
    """The float's one decimal of 15 digits if there is one that means it, else that of 17, as JavaScript rounds it."""
    if number == 0:
        return f"{number:g}"
    text = f"{number:.14e}"
    if float(text) != number:
        text = f"{_SEVENTEEN_DIGITS.create_decimal(Decimal(number)):.16e}"
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.rstrip("0").removesuffix(".")
    return mantissa if int(exponent) == 0 else f"{mantissa}e{int(exponent)}"


_SEVENTEEN_DIGITS = Context(prec=17, rounding=ROUND_HALF_UP)


# --- reading

_DATE = r"(\d{4}|[y-]\d{10})-(\d\d)-(\d\d)"
_CLOCK = r"(\d\d):(\d\d):(\d\d)"
_TIME = _CLOCK + r"(?:\.(\d{1,9}))?"
_NUMBER = r"(-?\d+)"


def _year(text: str) -> int:
    if text[0] == "-":
        return int(text[1:]) - 9_999_999_999
    return int(text.removeprefix("y"))


def _nanosecond(fraction: str | None) -> int:
    return int((fraction or "").ljust(9, "0"))


def _read_date(year: str, month: str, day: str) -> date | Date:
    return _plain_date(Date(_year(year), int(month), int(day)))


def _read_time(hour: str, minute: str, second: str, fraction: str | None) -> time | Time:
    return _plain_time(Time(int(hour), int(minute), int(second), _nanosecond(fraction)))


def _read_zoned_time(day: str, *groups: str | None) -> time | Time:
    *moment, fraction, hour, minute, second = groups
    local = _to_second(hour, minute, second)
    offset = local - _to_second(*moment) - (int(day) - 1) * _DAY
    return _plain_time(Time(int(hour or 0), int(minute or 0), int(second or 0), _nanosecond(fraction), offset))


def _read_datetime(year: str, month: str, day: str, *clock: str | None) -> datetime | DateTime:
    hour, minute, second, fraction = clock
    time_of_day = Time(int(hour or 0), int(minute or 0), int(second or 0), _nanosecond(fraction))
    return _plain_datetime(DateTime(Date(_year(year), int(month), int(day)), time_of_day))


def _read_zoned(*groups: str) -> datetime | DateTime:
    moment, fraction, (year, month, day, hour, minute, second), zone = groups[:6], groups[6], groups[7:13], groups[13]
    local_day = Date(_year(year), int(month), int(day))
    days = _day_number(local_day) - _ordinal(_year(moment[0]), int(moment[1]), int(moment[2]))
    offset = days * _DAY + _to_second(hour, minute, second) - _to_second(*moment[3:])
    clock = Time(int(hour), int(minute), int(second), _nanosecond(fraction), offset)
    return _plain_datetime(DateTime(local_day, clock, zone))


def _read_duration(*groups: str | None) -> Duration:
    years, months, days, hours, minutes, sign, seconds, fraction = groups
    total = int(hours or 0) * 3600 + int(minutes or 0) * 60
    factor = -1 if sign else 1
    return Duration(
        int(years or 0) * 12 + int(months or 0),
        int(days or 0),
        total + factor * int(seconds or 0),
        factor * _nanosecond(fraction),
    )


def _read_point(srid: str, coordinates: str) -> Point:
    return Point(int(srid), tuple(map(float, coordinates.split(" "))))


def _to_second(*parts: str | None) -> int:
    hour, minute, second = (int(part or 0) for part in parts)
    return hour * 3600 + minute * 60 + second


def _plain_date(value: Date) -> date | Date:
    return date(value.year, value.month, value.day) if 1 <= value.year <= 9999 else value


def _plain_time(value: Time) -> time | Time:
    if value.nanosecond % 1000:
        return value
    zone = None if value.offset is None else _fixed(value.offset)
    return time(value.hour, value.minute, value.second, value.nanosecond // 1000, zone)


def _plain_datetime(value: DateTime) -> datetime | DateTime:
    day, clock = _plain_date(value.date), value.time
    if isinstance(day, Date) or clock.nanosecond % 1000:
        return value
    local = datetime(day.year, day.month, day.day, clock.hour, clock.minute, clock.second, clock.nanosecond // 1000)
    if clock.offset is None:
        return local
    if value.zone is None:
        return local.replace(tzinfo=_fixed(clock.offset))
    try:
        zone = ZoneInfo(value.zone)
    except (OSError, ValueError, LookupError):  # this machine does not know the zone
        return value
    for fold in (0, 1):
        zoned = local.replace(tzinfo=zone, fold=fold)
        if zoned.utcoffset() == timedelta(seconds=clock.offset):
            return zoned
    return value


def _fixed(offset: int) -> timezone:
    return timezone(timedelta(seconds=offset)) if offset else timezone.utc


_READERS: dict[str, tuple[re.Pattern[str], Callable[..., Any]]] = {
    kind: (re.compile(pattern, re.ASCII), read)
    for kind, pattern, read in (
        ("1", r"(\d{4})[0-9a-f]+ (.+)", _read_point),
        ("2", rf"{_DATE}T{_TIME} {_DATE}T{_CLOCK}(?:\[(.+)\])?", _read_zoned),
        ("3", rf"{_DATE}T{_TIME}", _read_datetime),
        ("4", _DATE, _read_date),
        ("5", rf"([012])T{_TIME} {_CLOCK}", _read_zoned_time),
        ("6", _TIME, _read_time),
        (
            "7",
            rf"[-\d]+ P(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}D)?"
            rf"(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:(-)?(\d+)(?:\.(\d+))?S)?)?",
            _read_duration,
        ),
    )
}
