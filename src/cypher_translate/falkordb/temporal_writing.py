"""The parts of the tagged text of temporal values and points: what `temporal_text.encode` puts together."""

from __future__ import annotations

import struct
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import ROUND_HALF_UP, Context, Decimal

from cypher_translate.types import Date, DateTime, Duration, Time

AVERAGE_MONTH = 2_629_746
"""Seconds: a twelfth of the mean year of the Gregorian calendar."""

_DAYS_BEFORE_400 = date(400, 1, 1).toordinal()
_DAYS_IN_400_YEARS = 146_097
DAY = 86_400


def wide_time(value: time) -> Time:
    """A Python time as `Time`; ValueError where its zone has no offset without a date."""
    if value.tzinfo is None:
        offset = None
    else:
        shift = value.utcoffset()
        if shift is None:
            raise ValueError(f"the offset of {value.tzinfo} depends on the date: give the time a fixed offset")
        offset = _seconds(shift)
    return Time(value.hour, value.minute, value.second, value.microsecond * 1000, offset)


def wide_datetime(value: datetime) -> DateTime:
    """A Python date-time as `DateTime`, with the name of its zone, if any."""
    shift = value.utcoffset()
    offset = None if shift is None else _seconds(shift)
    day = Date(value.year, value.month, value.day)
    clock = Time(value.hour, value.minute, value.second, value.microsecond * 1000, offset)
    return DateTime(day, clock, _zone_name(value.tzinfo))


def _seconds(shift: timedelta) -> int:
    if shift.microseconds:
        raise ValueError(f"the offset {shift} has fractions of a second")
    return shift.days * DAY + shift.seconds


def _zone_name(zone: tzinfo | None) -> str | None:
    """The IANA name that `zoneinfo` and `pytz` keep."""
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    return name if isinstance(name, str) else None


def day_number(day: Date) -> int:
    """The date as a number of days."""
    return ordinal(day.year, day.month, day.day)


def ordinal(year: int, month: int, day: int) -> int:
    """What `date.toordinal()` would give, for any year."""
    cycles, rest = divmod(year, 400)
    return date(rest + 400, month, day).toordinal() + (cycles - 1) * _DAYS_IN_400_YEARS


def date_text(number: int) -> str:
    """The sortable text of a date, given as a number of days."""
    cycles, rest = divmod(number - _DAYS_BEFORE_400, _DAYS_IN_400_YEARS)
    day = date.fromordinal(_DAYS_BEFORE_400 + rest)
    return f"{_year_text(day.year + cycles * 400)}-{day.month:02}-{day.day:02}"


def _year_text(year: int) -> str:
    if year < 0:
        return f"-{9_999_999_999 + year:010}"
    return f"{year:04}" if year <= 9999 else f"y{year:010}"


def second_of_day(value: Time) -> int:
    """The time in whole seconds."""
    return value.hour * 3600 + value.minute * 60 + value.second


def offset_of(value: Time) -> int:
    """The offset in seconds, of a local time 0."""
    return value.offset or 0


def clock(second: int) -> str:
    """A second of the day as hh:mm:ss."""
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def fraction(value: Time) -> str:
    """The fraction of the second with its point, empty where it is 0."""
    return f".{value.nanosecond:09}".rstrip("0") if value.nanosecond else ""


def zoned_text(value: DateTime) -> str:
    """A zoned date-time: its moment in UTC, then its local time and zone."""
    day, second = day_number(value.date), second_of_day(value.time)
    shift, moment = divmod(second - offset_of(value.time), DAY)
    zone = "" if value.zone is None else f"[{value.zone}]"
    return f"{date_text(day + shift)}T{clock(moment)}{fraction(value.time)} {date_text(day)}T{clock(second)}{zone}"


def duration_text(value: Duration) -> str:
    """A duration: its mean length and parts as sortable numbers, then ISO text; ValueError where it is too long."""
    average = value.months * AVERAGE_MONTH + value.days * DAY + value.seconds
    if not -(2**63) <= average < 2**63:
        raise ValueError(f"the duration {value} is longer than Neo4j can hold")
    keys = f"{_sortable(average)}{value.nanoseconds:09}{_sortable(value.months)}{_sortable(value.days)}"
    return f"{keys} {value}"


def _sortable(number: int) -> str:
    digits = str(abs(number))
    text = f"{len(digits):02}{digits}"
    return text if number >= 0 else "-" + text.translate(_COMPLEMENT)


_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def sortable_float(number: float) -> str:
    """The bits of a float as hexadecimal digits that sort as the numbers do."""
    (bits,) = struct.unpack(">Q", struct.pack(">d", number))
    return f"{bits ^ (2**64 - 1) if bits >> 63 else bits | 1 << 63:016x}"


def decimal_text(number: float) -> str:
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
