"""Floats with all their digits, by way of `neo4j.digits`."""

from __future__ import annotations

import math
from typing import Any

from falkordb import FalkorDB
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher_translate.falkordb.graph import FalkorGraph
from cypher_translate.plan import Statement

from .conftest import Untranslated

THIRD = 1 / 3


def ask(graph: FalkorGraph, text: str, params: Any = None, digits: tuple[int, ...] = (0,)) -> list[Any]:
    """The first row of a statement whose last columns are the lost digits of the given ones."""
    statement = Statement(text, ("a", "b", "c")[: len(digits)], digits=digits)
    asking = FalkorGraph(graph.db, graph.name, translate=lambda _: Untranslated((statement,)))
    return list(asking.query("", params).rows[0])


values = st.recursive(
    st.floats(allow_nan=False) | st.integers(-(2**53), 2**53) | st.text("ab`", max_size=3) | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab", max_size=3), inner, max_size=4),
    max_leaves=10,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values)
def test_values(native: FalkorGraph, value: Any) -> None:
    (back,) = ask(native, "WITH $x AS x RETURN x, neo4j.digits(x)", {"x": value})
    assert repr(back) == repr(value)


def test_extremes(native: FalkorGraph) -> None:
    for value in (math.nextafter(math.inf, 0), 5e-324, -0.0, 1e15 + 0.3, 2.0**60, math.inf):
        (back,) = ask(native, "WITH $x AS x RETURN x, neo4j.digits(x)", {"x": value})
        assert repr(back) == repr(value)
    (back,) = ask(native, "WITH $x AS x RETURN x, neo4j.digits(x)", {"x": 2**63 - 1})
    assert back == 2**63 - 1


def test_entities(native: FalkorGraph) -> None:
    native.query("CREATE (:A {x: $x, l: [1, $x]})-[:R {x: $x}]->(:B {y: 1})", {"x": THIRD})
    text = "MATCH p = (a)-[r]->() RETURN p, 1, r, neo4j.digits(p), neo4j.digits(r)"
    path, one, edge = ask(native, text, digits=(0, 2))
    assert [node.properties for node in path.nodes()] == [{"x": THIRD, "l": [1, THIRD]}, {"y": 1}]
    assert path.edges()[0].properties == edge.properties == {"x": THIRD}
    assert one == 1
    (node,) = ask(native, "MATCH (a:A) RETURN a, neo4j.digits(a)")
    assert node.properties == {"x": THIRD, "l": [1, THIRD]}


def test_maps_that_look_like_entities(native: FalkorGraph) -> None:
    value = {"id": 1, "attributes": {"x": THIRD}, "nodes": [THIRD], "labels": []}
    (back,) = ask(native, "WITH $x AS x RETURN x, neo4j.digits(x)", {"x": value})
    assert back == value


def test_nothing_is_lost_of_vectors(server: FalkorDB, native: FalkorGraph) -> None:
    (back,) = ask(native, "WITH vecf32([0.1, 0.5]) AS x RETURN x, neo4j.digits(x)")
    assert back == [0.10000000149011612, 0.5]
