"""The zone table of the server's functions against `zoneinfo`, which reads the same data where the versions agree."""

from __future__ import annotations

import random
import zoneinfo
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from falkordb import FalkorDB

from cypher_translate.falkordb import compatibility

TABLE = Path(compatibility.__file__).with_name("functions") / "zones_data.js"
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
SETTLED = datetime(2015, 1, 1, tzinfo=timezone.utc)
"""From 1970 until then, all versions of the data agree about the zones that are asked for here."""

ZONES = (
    "Africa/Casablanca",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",
    "Antarctica/Macquarie",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/London",
    "Europe/Paris",
    "Pacific/Apia",
    "US/Eastern",
)


@pytest.fixture(scope="module")
def library(server: FalkorDB) -> Iterator[Any]:
    compatibility.ensure_loaded(server)
    graph = server.select_graph("temporal_zones")
    yield graph
    graph.delete()


def zone_of(name: str) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(name)
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip(f"this machine has no data of the zone {name}")


@pytest.mark.parametrize("name", ZONES)
def test_offsets_at_moments(library: Any, name: str) -> None:
    zone = zone_of(name)
    source = random.Random(name)
    span = round((SETTLED - EPOCH).total_seconds())
    moments = [source.randint(0, span) for _ in range(300)]
    query = (
        "UNWIND $moments AS moment RETURN"
        " neo4j.component(neo4j.datetime({epochSeconds: moment, timezone: $name}), 'offsetSeconds')"
    )
    told = library.query(query, {"moments": moments, "name": name}).result_set
    for moment, (offset,) in zip(moments, told, strict=True):
        expected = (EPOCH + timedelta(seconds=moment)).astimezone(zone).utcoffset()
        assert timedelta(seconds=offset) == expected, f"{name} at {moment}"


@pytest.mark.parametrize("name", ZONES)
def test_moments_of_local_times(library: Any, name: str) -> None:
    zone = zone_of(name)
    source = random.Random(name)
    span = round((SETTLED - EPOCH).total_seconds()) - 86_400
    local = [(EPOCH + timedelta(seconds=source.randint(86_400, span))).replace(tzinfo=None) for _ in range(300)]
    query = "UNWIND $texts AS text RETURN neo4j.component(neo4j.datetime(text + '[' + $name + ']'), 'epochSeconds')"
    told = library.query(query, {"texts": [each.isoformat() for each in local], "name": name}).result_set
    for each, (moment,) in zip(local, told, strict=True):
        expected = each.replace(tzinfo=zone).astimezone(timezone.utc)
        assert EPOCH + timedelta(seconds=moment) == expected, f"{name} at {each}"


def test_rules_hold_in_any_year(library: Any) -> None:
    for local, iso in (
        ("2400-07-01T12:00[Europe/Paris]", "2400-07-01T12:00:00+02:00[Europe/Paris]"),
        ("9999-12-31T12:00[Europe/Paris]", "9999-12-31T12:00:00+01:00[Europe/Paris]"),
        ("+123456-07-01T12:00[America/New_York]", "+123456-07-01T12:00:00-04:00[America/New_York]"),
        ("2400-01-01T12:00[Australia/Lord_Howe]", "2400-01-01T12:00:00+11:00[Australia/Lord_Howe]"),
        ("2400-07-01T12:00[Europe/Dublin]", "2400-07-01T12:00:00+01:00[Europe/Dublin]"),
        ("1925-07-01T12:00[America/New_York]", "1925-07-01T12:00:00-04:00[America/New_York]"),
        ("0001-01-01T12:00[Europe/London]", "0001-01-01T12:00:00-00:01:15[Europe/London]"),
        ("2024-01-01T12:00[Asia/Kolkata]", "2024-01-01T12:00:00+05:30[Asia/Kolkata]"),
    ):
        told = library.query("RETURN neo4j.text(neo4j.datetime($local))", {"local": local}).result_set
        assert told == [[iso]]


def test_names(library: Any) -> None:
    names = [name for line in TABLE.read_text().split("`")[1].split() for name in line.split("|")[0].split(",")]
    assert len(names) == len(set(names)) > 590
    told = library.query(
        "UNWIND $names AS name WITH neo4j.datetime({year: 2024, timezone: toLower(name)}) AS moment"
        " RETURN neo4j.component(moment, 'timezone')",
        {"names": names},
    ).result_set
    assert [name for (name,) in told] == names


def test_the_table_is_small() -> None:
    assert TABLE.stat().st_size < 150_000
