"""What Python's values become in the prefix of a query, and that they come back from a real server unchanged."""

from __future__ import annotations

import enum
import json
import math
from collections import OrderedDict, namedtuple
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.falkordb.compatibility import ensure_loaded
from cypher_translate.falkordb.graph import FalkorGraph
from cypher_translate.falkordb.parameters import MAX_DEPTH, header
from cypher_translate.passes.parameter_names import server_name
from cypher_translate.types import Duration, Point


def text(value: object) -> str:
    """How the prefix shows one value."""
    prefix, lifted = header({"x": value})
    assert not lifted
    assert prefix.startswith("CYPHER x=")
    return prefix[len("CYPHER x=") : -1]


class Colour(str, enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    HIGH = 3


class Stamp(datetime):
    """Like pandas' timestamps."""


Pair = namedtuple("Pair", "first second")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (2**63 - 1, "9223372036854775807"),
        (-(2**63), "-9223372036854775808"),
        (1.0, "1.0"),
        (-0.0, "-0.0"),
        (1e16, "1e+16"),
        (5e-324, "5e-324"),
        (math.inf, "1e999"),
        (-math.inf, "-1e999"),
        (Decimal("0.1"), "0.1"),
        ("", '""'),
        ("a\"b\\c'd`", '"a\\"b\\\\c\'d`"'),
        ("\\u0041\n\t", '"\\\\u0041\n\t"'),
        ([], "[]"),
        ([1.5, -2.0], "[1.5, -2.0]"),
        ((1, "a"), '[1,"a"]'),
        ([1.5, math.inf], "[1.5,1e999]"),
        ([True, 1], "[true,1]"),
        ({}, "{}"),
        ({"a": 1, "b c": None, "é": "", "": 2}, '{a:1,`b c`:null,`é`:"",``:2}'),
        (OrderedDict(a=[{"b": []}]), "{a:[{b:[]}]}"),
        (Colour.RED, '"red"'),
        (Level.HIGH, "3"),
        (Pair(1, 2), "[1,2]"),
        (date(2024, 2, 29), '"\x0242024-02-29"'),
        ([datetime(2024, 2, 29, 1, 2, 3)], '["\x0232024-02-29T01:02:03"]'),
        (Stamp(2024, 2, 29), '"\x0232024-02-29T00:00:00"'),
    ],
)
def test_text(value: object, expected: str) -> None:
    assert text(value) == expected


def test_points_and_durations_of_the_driver() -> None:
    spatial, driver_time = pytest.importorskip("neo4j.spatial"), pytest.importorskip("neo4j.time")
    assert text(spatial.WGS84Point((1, 2.5, 3))) == text(Point(4979, (1, 2.5, 3)))
    assert text(driver_time.Duration(months=-1, seconds=1.5)) == text(Duration(-1, 0, 1, 500_000_000))
    with pytest.raises(CypherRuntimeError, match="is a point that Neo4j cannot hold"):
        header({"x": spatial.Point((1, 2))})


def test_numpy() -> None:
    numpy = pytest.importorskip("numpy", reason="needs numpy")
    assert text(numpy.array([1.5, 2.5])) == "[1.5, 2.5]"
    assert text(numpy.array([[1, 2], [3, 4]], dtype="int8")) == "[[1,2],[3,4]]"
    assert text(numpy.array([True])) == "[true]"
    assert text(numpy.array(["a"])) == '["a"]'
    assert text([numpy.float32(0.1), numpy.float64(0.1), numpy.int64(7), numpy.bool_(True), numpy.str_("é")]) == (
        '[0.10000000149011612,0.1,7,true,"é"]'
    )
    for refused in (numpy.array([1j]), numpy.datetime64("2020-01-01"), numpy.array([object()]), numpy.uint64(2**63)):
        with pytest.raises(CypherRuntimeError):
            header({"x": refused})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (2**63, "the parameter $x is an integer beyond 64 bits"),
        ({"a": [1, -(2**63) - 1]}, "the parameter $x.a[1] is an integer beyond 64 bits"),
        (b"a", "the parameter $x has the type bytes, which is no Cypher value"),
        ([{1}], "the parameter $x[0] has the type set, which is no Cypher value"),
        (object(), "the parameter $x has the type object, which is no Cypher value"),
        ({1: 2}, "the parameter $x has the key 1"),
        ("a\0b", "the parameter $x contains the character NUL"),
        ({"a\0": 1}, "the parameter $x.a\0 contains the character NUL"),
        ("\ud800", "the parameter $x contains half of a surrogate pair"),
        (time(1, tzinfo=ZoneInfo("Europe/Paris")), "the parameter $x cannot be held by Neo4j"),
        ("\x02x", "the parameter $x begins with U+0002, which marks temporal values in the database"),
        ([math.nan, b""], "the parameter $x[1] has the type bytes, which is no Cypher value"),
        ({"`": 2**63}, "the parameter $x.` is an integer beyond 64 bits"),
    ],
)
def test_refused(value: object, message: str) -> None:
    with pytest.raises(CypherRuntimeError) as caught:
        header({"x": value})
    assert caught.value.message.startswith(message)
    assert caught.value.status == "Neo.ClientError.Statement.ArgumentError"


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_depth() -> None:
    assert text(nested(MAX_DEPTH)) == "[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH
    with pytest.raises(CypherRuntimeError, match="nested more than 100 levels"):
        header({"x": nested(MAX_DEPTH + 1)})
    circular: list[Any] = []
    circular.append({"a": circular})
    with pytest.raises(CypherRuntimeError, match="nested more than 100 levels"):
        header({"x": circular})


def test_names_stay_different() -> None:
    names = ["x", "1", "odd name", "a`b", "a\x01b", "a\x01\x02b", "é", "", "`"]
    assert len({server_name(name) for name in names}) == len(names)
    with pytest.raises(CypherRuntimeError, match="NUL"):
        header({"a\0": 1})
    with pytest.raises(CypherRuntimeError, match="no string"):
        header({1: 1})  # type: ignore[dict-item]


def test_typed_text_is_only_for_what_the_prefix_cannot_write() -> None:
    prefix, lifted = header({"x": [math.nan, 1, 2.0, "s"], "y": {"a`b": None}, "z": 1})
    assert lifted == {"x", "y"}
    assert prefix == r'CYPHER x="[\"fNaN\",\"i1\",\"f2.0\",\"ss\"]" y="{\"a`b\":null}" z=1 '


# --- Through a server --------------------------------------------------------------------------------------------

any_text = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
    lambda value: not value.startswith("\x02")
)
offsets = st.integers(-18 * 3600, 18 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds)))
any_temporal = (
    st.dates()
    | st.datetimes()
    | st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=offsets)
    | st.times()
    | st.times(timezones=offsets)
    | st.timedeltas()
    | st.builds(Duration, *[st.integers(-(2**40), 2**40)] * 4)
)
any_point = st.builds(
    lambda srid, coordinates: Point(srid, coordinates[: 3 if srid == 9157 else 2]),
    st.sampled_from([7203, 9157]),
    st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 3),
)
any_value = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | any_text | any_temporal | any_point,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=12,
)
on_server = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def exactly(value: Any) -> Any:
    """The value so that 1, 1.0 and True differ, 0.0 and -0.0 too, and NaN equals itself."""
    if isinstance(value, float):
        return "float", repr(value)
    if isinstance(value, list):
        return list(map(exactly, value))
    if isinstance(value, dict):
        return {key: exactly(item) for key, item in value.items()}
    return type(value), value


def replied(value: Any) -> Any:
    """The value as it comes back: floats with 15 digits, lengths of time as durations."""
    if isinstance(value, float):
        return float(f"{value:.15g}")
    if isinstance(value, timedelta):
        return Duration.of(value)
    if isinstance(value, list):
        return list(map(replied, value))
    if isinstance(value, dict):
        return {key: replied(item) for key, item in value.items()}
    return value


@on_server
@given(any_value)
def test_round_trip(native: FalkorGraph, value: Any) -> None:
    ((back,),) = native.query("RETURN $x AS x", {"x": value}).rows
    assert exactly(back) == exactly(replied(value))


@on_server
@given(st.dictionaries(any_text, st.integers(0, 9), min_size=1, max_size=3))
@example({"cypher": 1, "CypherText": 2, "1": 3, "": 4, "null": 5, "a`b": 6, "a\nb": 7})
def test_names(native: FalkorGraph, params: dict[str, int]) -> None:
    listed = ", ".join(f"$`{server_name(name)}`" for name in params)
    ((back,),) = native.query(f"RETURN [{listed}] AS x", params).rows
    assert back == list(params.values())


@on_server
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_arrive_exactly(native: FalkorGraph, value: float) -> None:
    params = {"x": value, "below": math.nextafter(value, -math.inf), "above": math.nextafter(value, math.inf)}
    assert native.query("RETURN $below < $x AND $x < $above AS x", params).rows == [(True,)]


@on_server
@given(st.lists(st.floats(), min_size=1, max_size=5))
def test_typed_text_gives_floats_exactly(native: FalkorGraph, value: list[float]) -> None:
    ensure_loaded(native.db)
    listed = [json.dumps(f"f{item!r}".replace("inf", "Infinity").replace("nan", "NaN")) for item in value]
    params = {"typed": f"[{','.join(listed)}]", "plain": [item if not math.isnan(item) else None for item in value]}
    query = "WITH neo4j.parameter($typed) AS x RETURN [i IN range(0, size(x) - 1) | x[i] = $plain[i]] AS equal"
    assert native.query(query, params).rows == [([None if math.isnan(item) else True for item in value],)]


def test_deep_values_do_not_hurt(native: FalkorGraph) -> None:
    ((back,),) = native.query("RETURN $x AS x", {"x": nested(MAX_DEPTH)}).rows
    assert back == nested(MAX_DEPTH)


def test_long_vectors(native: FalkorGraph) -> None:
    vector = [index / 7 for index in range(10_000)]
    assert native.query("RETURN size($x) AS n, $x[9999] AS last", {"x": vector}).rows == [(10_000, 1428.42857142857)]
