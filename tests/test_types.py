"""The value types write Neo4j's text and refuse what cannot be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cypher_translate.types import Date, DateTime, Duration, Point, Time, float_text


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (Duration(), "PT0S"),
        (Duration(14, 3, 14706), "P1Y2M3DT4H5M6S"),
        (Duration(0, 0, 129_600), "PT36H"),
        (Duration(-14, 40), "P-1Y-2M40D"),
        (Duration(0, 1, -7200), "P1DT-2H"),
        (Duration(0, 0, -2, 1_000_000), "PT-1.999S"),
        (Duration(0, 0, -60, -1_000_000), "PT-1M-0.001S"),
        (Duration(0, 0, 59, 999_000_000), "PT59.999S"),
        (Duration(0, 0, 0, 1), "PT0.000000001S"),
        (Duration(0, 0, 0, -1), "PT-0.000000001S"),
    ],
)
def test_durations_as_text(duration: Duration, text: str) -> None:
    assert str(duration) == text


def test_nanoseconds_carry_into_seconds() -> None:
    assert Duration(0, 0, 1, -1) == Duration(0, 0, 0, 999_999_999)
    assert Duration(0, 0, 1, 2_500_000_000) == Duration(0, 0, 3, 500_000_000)
    assert Duration.of(timedelta(days=-1, microseconds=1)) == Duration(0, -1, 0, 1000)
    assert Duration(days=1) != Duration(seconds=86_400)


def test_points_as_text() -> None:
    assert str(Point(4326, (2, 1))) == "point({x: 2.0, y: 1.0, crs: 'wgs-84'})"
    assert str(Point(9157, (1.5e10, 1e-5, -0.0))) == "point({x: 1.5E10, y: 1.0E-5, z: -0.0, crs: 'cartesian-3d'})"
    assert Point(7203, (1, 2)) == Point(7203, (1.0, 2.0))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1.0"),
        (0.001, "0.001"),
        (0.000999, "9.99E-4"),
        (9999999.0, "9999999.0"),
        (1e7, "1.0E7"),
        (1.2345678901234567e300, "1.2345678901234567E300"),
        (5e-324, "4.9E-324"),
        (-2.5e-10, "-2.5E-10"),
    ],
)
def test_floats_as_text(number: float, text: str) -> None:
    assert float_text(number) == text


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Date(2023, 2, 29), "no day 29 in month 2"),
        (lambda: Date(2023, 13, 1), "in month 13"),
        (lambda: Date(10**9, 1, 1), "not within"),
        (lambda: Time(24), "no time 24:0:0:0"),
        (lambda: Time(nanosecond=10**9), "no time"),
        (lambda: Time(offset=64_801), "beyond 18 hours"),
        (lambda: DateTime(Date(2024, 1, 1), Time(), "Europe/Paris"), "needs the offset"),
        (lambda: Point(1, (1.0, 2.0)), "no SRID that Neo4j knows"),
        (lambda: Point(7203, (1.0, 2.0, 3.0)), "has 2 finite coordinates"),
        (lambda: Point(4979, (1.0, 2.0, float("inf"))), "has 3 finite coordinates"),
    ],
)
def test_impossible_values_are_refused(make: object, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        make()  # type: ignore[operator]


def test_dates_and_times_as_text() -> None:
    assert str(DateTime(Date(2024, 5, 6), Time(1, 2, 3, 40, 5_400), "X/Y")) == "2024-05-06T01:02:03.00000004+01:30[X/Y]"
    assert str(Time(1, 2, 3, 0, 0)) == "01:02:03Z"
    assert str(Time(1, offset=-3_208)) == "01:00:00-00:53:28"
    assert (str(Date(-5, 1, 1)), str(Date(12345, 1, 1))) == ("-0005-01-01", "+12345-01-01")
