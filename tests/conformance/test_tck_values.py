"""The TCK's notation for values, and the forms in which answers are compared."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from falkordb import Edge, Node, Path

from tests.conformance import tck_values, values


@pytest.mark.parametrize(
    "text",
    [
        "(:A:B {n: 1, s: 'it''s'})".replace("''", "\\'"),
        "[:T {x: [1, -2.5]}]",
        "<(:A)-[:T]->(:B)<-[:U {i: 0}]-()>",
        "[1, 'a', null, true, {k: NaN}, [:T], []]",
        "{a: {b: -Inf}}",
    ],
)
def test_values_of_every_kind_are_read(text: str) -> None:
    assert values.show(tck_values.parse(text))


def test_integers_and_floats_differ() -> None:
    assert tck_values.parse("1") != tck_values.parse("1.0")


@pytest.mark.parametrize("text", ["[1", "(:A", "'open", "1 2", "<(:A)>x"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        tck_values.parse(text)


def test_entities_from_the_client_equal_those_of_the_notation() -> None:
    a, b = Node(node_id=1, labels=["A", "B"], properties={"n": 1}), Node(node_id=2)
    path = Path([a, b], [Edge(2, "T", 1, edge_id=7, properties={"w": 1.5})])
    assert values.canonical(path) == tck_values.parse("<(:B:A {n: 1})<-[:T {w: 1.5}]-()>")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime.date(2020, 2, 29), "2020-02-29"),
        (datetime.time(10, 11), "10:11"),
        (datetime.time(10, 11, 0, 500_000), "10:11:00.5"),
        (datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc), "2020-01-01T00:00Z"),
        (datetime.datetime(2020, 5, 6, 10, tzinfo=ZoneInfo("Europe/Paris")), "2020-05-06T10:00+02:00[Europe/Paris]"),
        (
            datetime.datetime(2020, 5, 6, 10, 0, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=-1))),
            "2020-05-06T10:00:01-01:00",
        ),
    ],
)
def test_temporal_values_have_the_text_of_neo4j(value: datetime.date | datetime.time, text: str) -> None:
    assert values.temporal_text(value) == text


def test_the_order_of_lists_can_be_left_out() -> None:
    one, other = tck_values.parse("[[2, 1], {a: [4, 3]}]"), tck_values.parse("[{a: [3, 4]}, [1, 2]]")
    assert one != other
    assert values.unordered(one) == values.unordered(other)
