"""Temporal values and points from the parts of their tagged text: what `temporal_text.decode` calls."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from cypher_translate.falkordb.temporal_writing import DAY, day_number, ordinal
from cypher_translate.types import Date, DateTime, Duration, Point, Time

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
    offset = local - _to_second(*moment) - (int(day) - 1) * DAY
    return _plain_time(Time(int(hour or 0), int(minute or 0), int(second or 0), _nanosecond(fraction), offset))


def _read_datetime(year: str, month: str, day: str, *clock: str | None) -> datetime | DateTime:
    hour, minute, second, fraction = clock
    time_of_day = Time(int(hour or 0), int(minute or 0), int(second or 0), _nanosecond(fraction))
    return _plain_datetime(DateTime(Date(_year(year), int(month), int(day)), time_of_day))


def _read_zoned(*groups: str) -> datetime | DateTime:
    moment, fraction, (year, month, day, hour, minute, second), zone = groups[:6], groups[6], groups[7:13], groups[13]
    local_day = Date(_year(year), int(month), int(day))
    days = day_number(local_day) - ordinal(_year(moment[0]), int(moment[1]), int(moment[2]))
    offset = days * DAY + _to_second(hour, minute, second) - _to_second(*moment[3:])
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


READERS: dict[str, tuple[re.Pattern[str], Callable[..., Any]]] = {
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
"""By the kind: what the text after it looks like, and what makes the value of its groups."""
