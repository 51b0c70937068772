"""Compact replies as Python values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import pytest
from falkordb import Edge, Node, Path

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.falkordb import temporal_text
from cypher_translate.falkordb.graph import FalkorGraph
from cypher_translate.falkordb.values import Decoder, identity
from cypher_translate.types import Duration, Point

DAY = date(2024, 2, 29)
DAY_TEXT = temporal_text.encode(DAY)


def names(version: int = 0) -> Sequence[Sequence[str]]:
    return ["A", "B"], ["R"], ["x", "y"]


def decoded(kind: int, content: Any) -> Any:
    ((value,),) = Decoder(0, names).rows([[[kind, content]]])
    return value


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        (1, None, None),
        (2, "text", "text"),
        (2, DAY_TEXT, DAY),
        (3, 7, 7),
        (4, "true", True),
        (4, "false", False),
        (5, "1", 1.0),
        (5, "-0", -0.0),
        (5, "inf", math.inf),
        (6, [[3, 1], [6, [[2, DAY_TEXT]]]], [1, [DAY]]),
        (10, ["a", [3, 1], "b", [10, ["c", [2, DAY_TEXT]]]], {"a": 1, "b": {"c": DAY}}),
        (11, ["1.5", "2.5"], Point(4326, (2.5, 1.5))),
        (12, ["1", "0.5"], [1.0, 0.5]),
        (13, 86400, datetime(1970, 1, 2)),
        (14, 0, date(1970, 1, 1)),
        (15, 3661, time(1, 1, 1)),
        (16, 60, Duration(0, 0, 60, 0)),
    ],
)
def test_kinds(kind: int, content: Any, expected: Any) -> None:
    value = decoded(kind, content)
    assert value == expected
    assert type(value) is type(expected)


def test_nan() -> None:
    assert math.isnan(decoded(5, "nan"))
    assert math.isnan(decoded(5, "-nan"))


def test_entities() -> None:
    node = decoded(8, [5, [0, 1], [[0, 2, DAY_TEXT], [1, 3, 1]]])
    assert node == Node(5, labels=["A", "B"], properties={"x": DAY, "y": 1})
    edge = decoded(7, [9, 0, 5, 6, [[1, 2, DAY_TEXT]]])
    assert edge == Edge(5, "R", 6, edge_id=9, properties={"y": DAY})
    path = decoded(9, [[6, [[8, [5, [], []]], [8, [6, [], []]]]], [6, [[7, [9, 0, 5, 6, [[0, 2, DAY_TEXT]]]]]]])
    assert isinstance(path, Path)
    assert [found.id for found in path.nodes()] == [5, 6]
    assert [found.properties for found in path.edges()] == [{"x": DAY}]


def test_unknown_kind() -> None:
    with pytest.raises(CypherRuntimeError, match="not known here"):
        decoded(0, "?")


def test_names_that_are_gone() -> None:
    with pytest.raises(CypherRuntimeError, match="deleted while its rows were read"):
        decoded(8, [1, [7], []])


def test_names_are_asked_for_once_and_only_when_needed() -> None:
    asked = []

    def load(version: int) -> Sequence[Sequence[str]]:
        asked.append(version)
        return names()

    decoder = Decoder(1, load)
    decoder.rows([[[3, 1]]])
    assert asked == []
    decoder.rows([[[8, [1, [1], [[1, 3, 1]]]], [8, [2, [0], []]]]])
    assert asked == [1]


def test_through_a_server(native: FalkorGraph) -> None:
    moment = datetime(2024, 2, 29, 12, 30, 15, 123456)
    params = {"day": DAY, "moment": moment, "length": Duration(1, 2, 3, 4), "place": Point(4326, (1.25, 2.5))}
    native.query(
        "CREATE (:A {day: $day, all: [$day, $moment]})-[:R {length: $length}]->(:`B c` {place: $place})", params
    )
    found = native.query("MATCH p = (a:A)-[r]->(b) RETURN a, r, b, p, {m: $moment} AS m, null AS n", params)
    a, r, b, p, m, n = found.rows[0]
    assert a.labels == ["A"]
    assert a.properties == {"day": DAY, "all": [DAY, moment]}
    assert (r.relation, r.properties) == ("R", {"length": Duration(1, 2, 3, 4)})
    assert (b.labels, b.properties) == (["B c"], {"place": Point(4326, (1.25, 2.5))})
    assert [node.id for node in p.nodes()] == [a.id, b.id]
    assert (m, n) == ({"m": moment}, None)


def test_identity() -> None:
    same = [
        (1, 1.0),
        ([1, {"a": math.nan}], [1.0, {"a": math.nan}]),
        (Node(1, properties={"x": 1}), Node(1, properties={"x": 2})),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ]
    different = [(1, True), (0, False), (None, False), ([1], [[1]]), (Node(1), Edge(1, "R", 2, edge_id=1)), ("1", 1)]
    assert all(identity(left) == identity(right) for left, right in same)
    assert all(identity(left) != identity(right) for left, right in different)
