"""The canonical JSON of what Neo4j's driver returns; needs the driver, but no database."""

from __future__ import annotations

import pytest

pytest.importorskip("neo4j", reason="needs Neo4j's driver: pip install neo4j")

from neo4j.graph import Graph, Node, Path, Relationship
from neo4j.spatial import CartesianPoint, WGS84Point
from neo4j.time import Date, DateTime, Duration, Time
from pytz import FixedOffset, timezone

from tools.oracle.values import encode


@pytest.mark.parametrize("value", [None, True, 1, 1.5, "ü", [1, [None]], {"k": [1.0]}])
def test_json_s_own_values_stay(value: object) -> None:
    assert encode(value) == value


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (float("inf"), {"$float": "Infinity"}),
        (float("-inf"), {"$float": "-Infinity"}),
        (float("nan"), {"$float": "NaN"}),
        (Date(2020, 5, 6), {"$date": "2020-05-06"}),
        (Time(10, 11, 12), {"$localtime": "10:11:12"}),
        (Time(10, 11, 12, 340_000_000), {"$localtime": "10:11:12.34"}),
        (Time(10, 11, 12, 5, FixedOffset(60)), {"$time": "10:11:12.000000005+01:00"}),
        (DateTime(2020, 5, 6, 10, 11, 12, 120_000_000), {"$localdatetime": "2020-05-06T10:11:12.12"}),
        (DateTime(2020, 5, 6, 10, 0, 0, 0, FixedOffset(-90)), {"$datetime": "2020-05-06T10:00:00-01:30"}),
        (
            timezone("Europe/Paris").localize(DateTime(2020, 5, 6, 10)),
            {"$datetime": "2020-05-06T10:00:00+02:00", "tz": "Europe/Paris"},
        ),
        (Duration(months=14, days=3, seconds=4, nanoseconds=5), {"$duration": [14, 3, 4, 5]}),
        (WGS84Point((2.5, 1.5)), {"$point": [2.5, 1.5], "srid": 4326}),
        (CartesianPoint((1, 2, 3)), {"$point": [1, 2, 3], "srid": 9157}),
    ],
)
def test_values_beyond_json(value: object, encoded: object) -> None:
    assert encode(value) == encoded


def test_entities_are_told_by_what_they_hold() -> None:
    graph = Graph()
    a = Node(graph, "4:x:1", 1, ["B", "A"], {"b": 1, "a": Date(2020, 1, 1)})
    b = Node(graph, "4:x:2", 2, [], {})
    relationship = graph.relationship_type("T")(graph, "5:x:1", 1, {"w": 1})
    relationship._start_node, relationship._end_node = b, a

    first = {"$node": {"labels": ["A", "B"], "props": {"a": {"$date": "2020-01-01"}, "b": 1}}}
    second = {"$node": {"labels": [], "props": {}}}
    between = {"$rel": {"type": "T", "props": {"w": 1}}}
    assert isinstance(relationship, Relationship)
    assert encode(relationship) == between
    assert encode(Path(a, relationship)) == {"$path": [first, ["<", between], second]}


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(TypeError, match="no canonical form for object"):
        encode(object())
