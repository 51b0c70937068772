"""Values of Cypher that Python's own types cannot hold.

Dates and times come as Python's `date`, `time` and `datetime` wherever those are exact. `Date`, `Time` and `DateTime`
here stand in for them beyond that: years outside 1 to 9999, nanoseconds, and time zones that this machine does not
know. Durations and points have no counterpart in Python. `str()` of each is the text that Neo4j's `toString()` gives.
"""

from __future__ import annotations

import calendar
import math
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

MAX_YEAR = 999_999_999
MAX_OFFSET = 18 * 3600

COORDINATE_SYSTEMS = {4326: "wgs-84", 4979: "wgs-84-3d", 7203: "cartesian", 9157: "cartesian-3d"}
"""The names of the coordinate reference systems by their SRID; those that end in 3d have three coordinates."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time whose parts are kept apart: a month is no fixed number of days, a day not always 24 hours.

    Nanoseconds may have any size and sign; they are kept within 0 to 999,999,999, the rest goes to the seconds, as in
    Neo4j. Equal durations have equal parts: 24 hours are not a day.
    """

    months: int = 0
    days: int = 0
    seconds: int = 0
    nanoseconds: int = 0

    def __post_init__(self) -> None:
        carry, rest = divmod(self.nanoseconds, 10**9)
        object.__setattr__(self, "seconds", self.seconds + carry)
        object.__setattr__(self, "nanoseconds", rest)

    @classmethod
    def of(cls, length: timedelta) -> Duration:
        """The duration of a timedelta: its days and seconds, no months."""
        return cls(0, length.days, length.seconds, length.microseconds * 1000)

    def __str__(self) -> str:
        years, months = _towards_zero(self.months, 12)
        text = _part(years, "Y") + _part(months, "M") + _part(self.days, "D")
        total = self.seconds * 10**9 + self.nanoseconds
        if total:
            seconds, nanoseconds = _towards_zero(total, 10**9)
            minutes, seconds = _towards_zero(seconds, 60)
            hours, minutes = _towards_zero(minutes, 60)
            text += "T" + _part(hours, "H") + _part(minutes, "M")
            if seconds or nanoseconds:
                text += ("-" if total < 0 else "") + f"{abs(seconds)}{_fraction(abs(nanoseconds))}S"
        return "P" + (text or "T0S")


@dataclass(frozen=True, slots=True)
class Point:
    """A place: the SRID of its coordinate reference system and two or three coordinates.

    The order is x, y, z or longitude, latitude, height. Raises ValueError for an unknown SRID, the wrong number of
    coordinates, or one that is not finite.
    """

    srid: int
    coordinates: tuple[float, ...]

    def __post_init__(self) -> None:
        coordinates = tuple(float(value) for value in self.coordinates)
        if self.srid not in COORDINATE_SYSTEMS:
            known = ", ".join(map(str, COORDINATE_SYSTEMS))
            raise ValueError(f"{self.srid} is no SRID that Neo4j knows: use one of {known}")
        dimension = 3 if self.crs.endswith("3d") else 2
        if len(coordinates) != dimension or not all(map(math.isfinite, coordinates)):
            raise ValueError(f"a point with SRID {self.srid} has {dimension} finite coordinates, not {coordinates}")
        object.__setattr__(self, "coordinates", coordinates)

    @property
    def crs(self) -> str:
        """The name of the coordinate reference system."""
        return COORDINATE_SYSTEMS[self.srid]

    def __str__(self) -> str:
        axes = ", ".join(f"{axis}: {float_text(value)}" for axis, value in zip("xyz", self.coordinates, strict=False))
        return f"point({{{axes}, crs: '{self.crs}'}})"


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the proleptic ISO calendar in the years -999,999,999 to 999,999,999; year 0 is 1 BC.

    Raises ValueError for a date that does not exist.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if abs(self.year) > MAX_YEAR:
            raise ValueError(f"the year {self.year} is not within -{MAX_YEAR} to {MAX_YEAR}")
        if not 1 <= self.month <= 12 or not 1 <= self.day <= calendar.monthrange(self.year % 400 + 400, self.month)[1]:
            raise ValueError(f"there is no day {self.day} in month {self.month} of the year {self.year}")

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else "+" if self.year > 9999 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the day with nanoseconds; with an offset (seconds east of Greenwich) a zoned time, else a local one.

    Raises ValueError for a part that is out of range.
    """

    hour: int = 0
    minute: int = 0
    second: int = 0
    nanosecond: int = 0
    offset: int | None = None

    def __post_init__(self) -> None:
        parts = ((self.hour, 24), (self.minute, 60), (self.second, 60), (self.nanosecond, 10**9))
        if not all(0 <= part < limit for part, limit in parts):
            raise ValueError(f"there is no time {':'.join(str(part) for part, _ in parts)}")
        if self.offset is not None and abs(self.offset) > MAX_OFFSET:
            raise ValueError(f"the offset {self.offset} is beyond 18 hours ({MAX_OFFSET} seconds)")

    def __str__(self) -> str:
        offset = "" if self.offset is None else _offset_text(self.offset)
        return f"{self.hour:02}:{self.minute:02}:{self.second:02}{_fraction(self.nanosecond)}{offset}"


@dataclass(frozen=True, slots=True)
class DateTime:
    """A date with a time: local where the time has no offset, else zoned; `zone` is the zone's name, if it has one.

    Raises ValueError for a zone without an offset.
    """

    date: Date
    time: Time
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.zone is not None and self.time.offset is None:
            raise ValueError(f"a date-time in the zone {self.zone} needs the offset that holds there at this time")

    def __str__(self) -> str:
        return f"{self.date}T{self.time}" + ("" if self.zone is None else f"[{self.zone}]")


def float_text(number: float) -> str:
    """A float as Java, and so Neo4j, writes it: `1.0`, `1.0E10`."""
    if number == 0 or not math.isfinite(number) or 1e-3 <= abs(number) < 1e7:
        return repr(number)
    decimal = Decimal(repr(number)).normalize()
    if len(decimal.as_tuple().digits) == 1:
        decimal = Decimal(f"{number:.1e}")  # Java writes two digits at least, and the nearest: 4.9E-324
    digits = "".join(map(str, decimal.as_tuple().digits))
    return f"{'-' if number < 0 else ''}{digits[0]}.{digits[1:]}E{decimal.adjusted()}"


def _towards_zero(number: int, divisor: int) -> tuple[int, int]:
    """Quotient and remainder, both with the sign of the number."""
    quotient, rest = divmod(abs(number), divisor)
    return (quotient, rest) if number >= 0 else (-quotient, -rest)


def _part(amount: int, unit: str) -> str:
    return f"{amount}{unit}" if amount else ""


def _fraction(nanosecond: int) -> str:
    return f".{nanosecond:09}".rstrip("0") if nanosecond else ""


def _offset_text(offset: int) -> str:
    if offset == 0:
        return "Z"
    minutes, seconds = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
