"""Tagged text: every value comes back, equal text means equal values, and the text sorts as Neo4j sorts the values."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from falkordb import FalkorDB
from hypothesis import given
from hypothesis import strategies as st

from cypher_translate.falkordb import compatibility
from cypher_translate.falkordb.temporal_text import MARK, decode, encode, is_tagged
from cypher_translate.falkordb.temporal_writing import AVERAGE_MONTH
from cypher_translate.types import COORDINATE_SYSTEMS, Date, DateTime, Duration, Point, Time

ZONES = ("Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns")
OFFSETS = st.integers(-64_800, 64_800)


def days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


@st.composite
def wide_dates(draw: st.DrawFn) -> Date:
    year = draw(st.one_of(st.integers(-999_999_999, 999_999_999), st.integers(-3, 3), st.integers(9997, 10_002)))
    month = draw(st.integers(1, 12))
    return Date(year, month, draw(st.integers(1, days_in(year, month))))


def wide_times(offsets: st.SearchStrategy[int | None]) -> st.SearchStrategy[Time]:
    nanoseconds = st.one_of(st.integers(0, 999_999_999), st.sampled_from((0, 1, 500_000_000, 120_000_000)))
    return st.builds(Time, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59), nanoseconds, offsets)


LOCAL_TIMES = wide_times(st.none())
ZONED_TIMES = wide_times(OFFSETS)
DURATIONS = st.builds(
    Duration,
    st.integers(-10_000_000, 10_000_000),
    st.integers(-10_000_000, 10_000_000),
    st.integers(-(10**15), 10**15),
    st.integers(-(10**10), 10**10),
)
COORDINATES = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def points(draw: st.DrawFn) -> Point:
    srid = draw(st.sampled_from(sorted(COORDINATE_SYSTEMS)))
    count = 3 if COORDINATE_SYSTEMS[srid].endswith("3d") else 2
    return Point(srid, tuple(draw(COORDINATES) for _ in range(count)))


KINDS = {
    "date": wide_dates(),
    "localtime": LOCAL_TIMES,
    "time": ZONED_TIMES,
    "localdatetime": st.builds(DateTime, wide_dates(), LOCAL_TIMES),
    "datetime": st.builds(DateTime, wide_dates(), ZONED_TIMES),
    "duration": DURATIONS,
    "point": points(),
}


def day_number(day: Date) -> int:
    cycles, year = divmod(day.year, 400)
    return date(year + 400, day.month, day.day).toordinal() + cycles * 146_097


def nanosecond(clock: Time) -> int:
    return ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 10**9 + clock.nanosecond


def neo4j_order(value: Any) -> tuple[Any, ...]:
    """What Neo4j compares, in this order, to sort values of one kind."""
    match value:
        case Date():
            return (value.year, value.month, value.day)
        case Time():
            return (nanosecond(value) - (value.offset or 0) * 10**9, value.offset or 0)
        case DateTime():
            offset = value.time.offset or 0
            moment = day_number(value.date) * 86_400 * 10**9 + nanosecond(value.time) - offset * 10**9
            return (moment, offset, value.zone is not None, value.zone)
        case Duration():
            average = value.months * AVERAGE_MONTH + value.days * 86_400 + value.seconds
            return (average, value.nanoseconds, value.months, value.days)
        case Point():
            return (value.srid, *((number, math.copysign(1, number)) for number in value.coordinates))
    raise TypeError(value)


@pytest.mark.parametrize("kind", KINDS)
def test_order_and_equality_are_those_of_the_values(kind: str) -> None:
    @given(KINDS[kind], KINDS[kind])
    def check(left: Any, right: Any) -> None:
        first, second = encode(left), encode(right)
        assert first.isascii()
        assert (first < second) == (neo4j_order(left) < neo4j_order(right))
        assert (first == second) == (neo4j_order(left) == neo4j_order(right))

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_comes_back(kind: str) -> None:
    @given(KINDS[kind])
    def check(value: Any) -> None:
        text = encode(value)
        back: Any = decode(text)
        assert encode(back) == text
        if type(back) is type(value):
            assert back == value

    check()


@given(
    st.one_of(
        st.dates(),
        st.times(),
        st.times(timezones=OFFSETS.map(lambda seconds: timezone(timedelta(seconds=seconds)))),
        st.datetimes(),
        st.datetimes(timezones=OFFSETS.map(lambda seconds: timezone(timedelta(seconds=seconds)))),
    )
)
def test_pythons_values_come_back_as_they_were(value: date | time) -> None:
    back: Any = decode(encode(value))
    assert (type(back), back, back.isoformat()) == (type(value), value, value.isoformat())


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from([*map(ZoneInfo, ZONES)])))
def test_named_zones_come_back_by_name(value: datetime) -> None:
    back = decode(encode(value))
    assert isinstance(back, datetime)
    assert (back.replace(tzinfo=None), back.tzinfo, back.utcoffset()) == (
        value.replace(tzinfo=None, fold=back.fold),
        value.tzinfo,
        value.utcoffset(),
    )


@given(st.timedeltas())
def test_timedeltas_come_back_as_durations(value: timedelta) -> None:
    assert decode(encode(value)) == Duration.of(value)


def test_what_python_cannot_hold_keeps_its_parts() -> None:
    for value, text in (
        (Date(-44, 3, 15), "-0044-03-15"),
        (Date(12345, 1, 2), "+12345-01-02"),
        (Time(1, 2, 3, 4), "01:02:03.000000004"),
        (Time(1, 2, 3, 4, -12_600), "01:02:03.000000004-03:30"),
        (DateTime(Date(0, 1, 1), Time()), "0000-01-01T00:00:00"),
        (DateTime(Date(999_999_999, 12, 31), Time(23, 59, 59, 0, -64_800)), "+999999999-12-31T23:59:59-18:00"),
        (DateTime(Date(2024, 1, 1), Time(0, 0, 0, 0, 3600), "Mars/Base"), "2024-01-01T00:00:00+01:00[Mars/Base]"),
        # A zone whose rules say otherwise on this machine: the stored offset counts.
        (DateTime(Date(2024, 1, 1), Time(0, 0, 0, 0, 7200), "Europe/Paris"), "2024-01-01T00:00:00+02:00[Europe/Paris]"),
    ):
        assert decode(encode(value)) == value
        assert str(value) == text


def test_examples_of_the_documentation() -> None:
    for value, text in (
        (
            Point(7203, (1, 18)),
            "17203bff0000000000000c032000000000000 1 1.8e1",
        ),
        (
            datetime(2024, 5, 6, 10, 11, 12, 500_000, ZoneInfo("Europe/Paris")),
            "22024-05-06T08:11:12.5 2024-05-06T10:11:12[Europe/Paris]",
        ),
        (datetime(2024, 5, 6, 10, 11, 12, 500_000), "32024-05-06T10:11:12.5"),
        (date(2024, 5, 6), "42024-05-06"),
        (time(10, 11, 12, 500_000, timezone(timedelta(hours=2))), "51T08:11:12.5 10:11:12"),
        (time(10, 11, 12, 500_000), "610:11:12.5"),
        (Duration(0, 1, 0, 0), "70586400000000000010011 P1D"),
    ):
        assert encode(value) == MARK + text


@given(st.text())
def test_other_text_stays_as_it_is(text: str) -> None:
    assert decode(text) == text or is_tagged(text)
    decode(MARK + text)  # whatever a foreign client left there: no error


def test_what_neo4j_cannot_hold_is_refused() -> None:
    for value, complaint in (
        (time(1, tzinfo=ZoneInfo("Europe/Paris")), "depends on the date"),
        (datetime(2024, 1, 1, tzinfo=timezone(timedelta(microseconds=5))), "fractions of a second"),
        (datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=20))), "beyond 18 hours"),
        (Duration(seconds=2**63), "longer than Neo4j can hold"),
    ):
        with pytest.raises(ValueError, match=complaint):
            encode(value)
    with pytest.raises(TypeError, match="str is no temporal value"):
        encode("2024-01-01")  # type: ignore[arg-type]


SAMPLES = [
    *(date(year, 2, 28) for year in (1, 1899, 1970, 2024, 9999)),
    Date(-44, 3, 15),
    Date(0, 1, 1),
    Date(12_345, 6, 7),
    *(time(hour, 30, tzinfo=timezone(timedelta(hours=shift))) for hour in (0, 12, 23) for shift in (-12, 0, 14)),
    *(time(hour, 30, 0, micro) for hour in (0, 23) for micro in (0, 1, 500_000)),
    *(datetime(2024, 10, 27, hour, 30, tzinfo=ZoneInfo(zone)) for hour in (0, 2, 12) for zone in ZONES),
    *(
        datetime(2024, 10, 27, hour, 30, tzinfo=timezone(timedelta(hours=shift)))
        for hour in (0, 12)
        for shift in (-5, 0)
    ),
    *(datetime(2024, 10, 27, hour, 30, 0, micro) for hour in (0, 12) for micro in (0, 1, 500_000)),
    *(
        Duration(months, days, seconds, 0)
        for months in (-1, 0, 1)
        for days in (-30, 0, 30)
        for seconds in (-1, 0, 86_400)
    ),
    Point(7203, (1.5, -2.0)),
    Point(7203, (-1.5, 2.0)),
    Point(4326, (1.5, 2.0)),
    Point(9157, (1e300, 5e-324, -0.0)),
]


@pytest.fixture(scope="module")
def stored(server: FalkorDB) -> Iterator[Any]:
    """The samples as the property x, once with a range index (I) and once without (P)."""
    compatibility.ensure_loaded(server)
    graph = server.select_graph("temporal_text")
    graph.query("CREATE INDEX FOR (n:I) ON (n.x)")
    graph.query("UNWIND $texts AS x CREATE (:I {x: x}), (:P {x: x})", {"texts": [encode(value) for value in SAMPLES]})
    try:
        yield graph
    finally:
        graph.delete()


@pytest.mark.parametrize("label", ["I", "P"])
def test_the_server_finds_groups_and_sorts_the_text(stored: Any, label: str) -> None:
    texts = sorted({encode(value) for value in SAMPLES})
    assert len(texts) == len(SAMPLES)

    def ask(query: str, **parameters: Any) -> list[Any]:
        return [row[0] for row in stored.query(query, parameters).result_set]

    assert ask(f"MATCH (n:{label}) RETURN n.x ORDER BY n.x") == texts
    assert ask(f"MATCH (n:{label}) RETURN n.x ORDER BY n.x DESC") == texts[::-1]
    assert ask(f"MATCH (n:{label}) RETURN [min(n.x), max(n.x)]") == [[texts[0], texts[-1]]]
    assert sorted(ask(f"MATCH (n:{label}) WHERE n.x IN $texts RETURN DISTINCT n.x", texts=texts)) == texts
    for place, text in enumerate(texts):
        assert ask(f"MATCH (n:{label} {{x: $text}}) RETURN n.x", text=text) == [text]
        assert sorted(ask(f"MATCH (n:{label}) WHERE n.x > $text RETURN n.x", text=text)) == texts[place + 1 :]
        assert sorted(ask(f"MATCH (n:{label}) WHERE n.x >= $text RETURN n.x", text=text)) == texts[place:]
        # FalkorDB 4.22.1 finds too much by an index for < and <= of strings, so the translator hides those from it.
        assert sorted(ask(f"MATCH (n:{label}) WHERE coalesce(n.x) < $text RETURN n.x", text=text)) == texts[:place]


def test_the_functions_write_the_same_text(stored: Any) -> None:
    """What JavaScript makes of a value's ISO text, and of the tagged text itself, is the text that Python writes."""
    names = {"2": "datetime", "3": "localdatetime", "4": "date", "5": "time", "6": "localtime", "7": "duration"}
    for value in SAMPLES:
        text = encode(value)
        iso = stored.query("RETURN neo4j.text($text)", {"text": text}).result_set[0][0]
        if isinstance(value, Point):
            place = dict(zip("xyz", value.coordinates, strict=False)) | {"srid": value.srid}
            made = stored.query("RETURN neo4j.point($map)", {"map": place}).result_set[0][0]
            assert iso == str(value)
        else:
            made = stored.query(f"RETURN neo4j.{names[text[1]]}($iso)", {"iso": iso}).result_set[0][0]
        assert made == text, value


def test_decimals_of_coordinates_are_the_same_in_javascript(stored: Any) -> None:
    powers = [2.0**exponent for exponent in range(-1000, 1000, 7)]
    for number in (*powers, 6.84940421565126e-195, 0.1 + 0.2, -1e-7, 123456789012.5, 0.1234567890123456):
        made = stored.query("RETURN neo4j.point({x: $number, y: -$number})", {"number": number}).result_set[0][0]
        assert made == encode(Point(7203, (number, -number)))


@given(COORDINATES)
def test_coordinates_are_exact(number: float) -> None:
    back = decode(encode(Point(7203, (number, 0.0))))
    assert isinstance(back, Point)
    assert struct.pack("d", back.coordinates[0]) == struct.pack("d", number)
