"""Floats arrive with all their digits, of which the server's replies show 15."""

from __future__ import annotations

import pytest

from cypher_translate import FalkorGraph

THIRD, SUM = 1 / 3, 0.1 + 0.2


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("RETURN 0.1 + 0.2 AS x", [(SUM,)]),
        ("RETURN $x AS x, 'a' AS s, 1 AS i", [(SUM, "a", 1)]),
        ("UNWIND [0.1, 0.2, 0.3] AS v RETURN sum(v) AS x", [(0.1 + 0.2 + 0.3,)]),
        ("RETURN [1.0, 0.1 + 0.2] AS l, {a: [1.0 / 3]} AS m", [([1.0, SUM], {"a": [THIRD]})]),
        ("RETURN 1 AS x UNION RETURN 1.0 / 3 AS x", [(1,), (THIRD,)]),
        ("UNWIND [3.0, 7.0, 3.0] AS v RETURN DISTINCT 1 / v ORDER BY 1 / v DESC LIMIT 1", [(THIRD,)]),
        ("UNWIND [1.0, 1.0, 2.0] AS v RETURN v / 3, count(*) ORDER BY v / 3", [(THIRD, 2), (2 / 3, 1)]),
        ("CREATE (n:A {x: 1.0 / 3}) RETURN n.x", [(THIRD,)]),
    ],
)
def test_all_digits(graph: FalkorGraph, query: str, rows: list[tuple[object, ...]]) -> None:
    for _ in range(2):
        result = graph.query(query, {"x": SUM})
        assert result.rows == rows
        assert not result.is_approximate


def test_in_nodes_and_properties(graph: FalkorGraph) -> None:
    (created,) = graph.query("CREATE (n:A {x: 0.1 + 0.2, l: [1.0 / 3]}) RETURN n").rows[0]
    (read,) = graph.query("MATCH (n:A) RETURN n").rows[0]
    assert created.properties == read.properties == {"x": SUM, "l": [THIRD]}


def test_a_query_that_writes_runs_once(graph: FalkorGraph) -> None:
    graph.query("CREATE (n:A {x: 0.1 + 0.2}) RETURN n.x")
    assert graph.query("MATCH (n:A) RETURN count(n)").rows == [(1,)]


def test_queries_without_floats_stay_as_they_are(graph: FalkorGraph) -> None:
    graph.query("CREATE (:Plain {name: 'a', age: 1})")
    query = "MATCH (n:Plain) RETURN n.name, n.age"
    graph.query(query)
    assert query not in graph._with_floats


def test_fifteen_digits_on_request(graph: FalkorGraph) -> None:
    quick = FalkorGraph(graph.db, graph.name, exact_floats=False)
    result = quick.query("RETURN 0.1 + 0.2 AS x")
    assert result.rows == [(0.3,)]
    assert result.is_approximate
    assert not quick.query("RETURN 'a' AS x").is_approximate
