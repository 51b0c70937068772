"""Answers are the same with range indexes and without, whatever the values, and lookups go on using the indexes.

Neo4j's indexes never change an answer, so the graph without indexes, where FalkorDB compares as Neo4j does, tells what
is right.
"""

from __future__ import annotations

import pytest

from cypher_translate import FalkorGraph, UnsupportedCypher, translate

VALUES: list[object] = [
    "",
    " ",
    "\t\n",
    "a",
    "a ",
    " a",
    "a b",
    "A",
    "é",
    "日本",
    "\x01",
    "a\x01b",
    "\x1f",
    "z",
    "_",
    "x" * 4095,
    "x" * 4096,
    "x" * 4097,
    "x" * 5000,
    "é" * 2048,
    "é" * 2049,
    0,
    1,
    -1,
    2**53,
    2**53 + 1,
    2**62 + 1,
    0.5,
    1.0,
    True,
    False,
]

READS = (
    "MATCH (n:A {x: $v}) RETURN n.i AS i",
    "MATCH (n:A) WHERE n.x = $v RETURN n.i AS i",
    "MATCH (n:A) WHERE n.x IN [$v, 'q'] RETURN n.i AS i",
    "MATCH (n:A) WHERE n.x IN $l RETURN n.i AS i",
    "MATCH (n:A) WHERE NOT n.x <> $v RETURN n.i AS i",
    "MATCH (n:A) WHERE n.x > $v RETURN n.i AS i",
    "MATCH (n:A) WHERE n.x >= $v RETURN n.i AS i",
    "MATCH (n:A) WHERE n.x < $v RETURN n.i AS i",
    "MATCH (n:A) WHERE $v >= n.x RETURN n.i AS i",
    "MATCH (n:A) WHERE NOT (n.x > $v OR n.i = 3) RETURN n.i AS i",
    "MATCH (n:A) WITH n WHERE n.x = $v RETURN n.i AS i",
    "UNWIND $rows AS row MATCH (n:A {x: row.v}) RETURN n.i AS i",
    "UNWIND [1] AS one WITH $v AS v MATCH (n:A {x: v}) RETURN n.i AS i",
    "MATCH (:S {x: $v})-[r:T {x: $v}]->(b) RETURN r.x AS i",
)


def fill(graph: FalkorGraph) -> None:
    rows = [{"i": i, "v": value} for i, value in enumerate(VALUES)]
    graph.query("UNWIND $rows AS row CREATE (:A {i: row.i, x: row.v})", {"rows": rows})
    graph.query("UNWIND $l AS v CREATE (:S {x: v})-[:T {x: v}]->(:B {x: v})", {"l": VALUES})


@pytest.fixture
def pair(graph: FalkorGraph) -> tuple[FalkorGraph, FalkorGraph]:
    """The same data with and without indexes."""
    plain = FalkorGraph(graph.db, graph.name + "_plain")
    for label in "ASB":
        graph.query(f"CREATE INDEX i{label} FOR (n:{label}) ON (n.x)")
    graph.query("CREATE INDEX iT FOR ()-[r:T]-() ON (r.x)")
    fill(graph)
    fill(plain)
    return graph, plain


def answer(graph: FalkorGraph, query: str, value: object) -> list[str]:
    rows = graph.query(query, {"v": value, "l": [value, "q"], "rows": [{"v": value}]}).rows
    return sorted(map(repr, rows))


def test_reads_are_the_same(pair: tuple[FalkorGraph, FalkorGraph]) -> None:
    indexed, plain = pair
    for query in READS:
        for value in VALUES:
            assert answer(indexed, query, value) == answer(plain, query, value), (query, value)


def test_values_out_of_the_graph(pair: tuple[FalkorGraph, FalkorGraph]) -> None:
    indexed, plain = pair
    for query in (
        "MATCH (s:S) WITH s MATCH (n:A {x: s.x}) RETURN s.x AS x, n.i AS i",
        "MATCH (s:S) OPTIONAL MATCH (n:A {x: s.x}) RETURN s.x AS x, n.i AS i",
        "MATCH (s:S), (n:A) WHERE s.x = n.x RETURN s.x AS x, n.i AS i",
    ):
        rows = answer(indexed, query, None)
        assert rows == answer(plain, query, None)
        assert len(rows) > len(VALUES)


@pytest.mark.parametrize(
    "query",
    [
        "MERGE (n:A {x: $v}) ON MATCH SET n.old = true ON CREATE SET n.new = true",
        "UNWIND $rows + $rows AS row MERGE (n:A {x: row.v}) ON MATCH SET n.old = true ON CREATE SET n.new = true",
        "MATCH (s:S) WHERE id(s) >= 0 WITH DISTINCT s.x AS x MERGE (n:A {x: x}) ON CREATE SET n.new = true",
        "MATCH (s:S {x: $v}) MERGE (n:A {x: $v}) SET n.s = id(s)",
    ],
)
def test_merge_finds_what_is_there(pair: tuple[FalkorGraph, FalkorGraph], query: str) -> None:
    state = "MATCH (n:A) RETURN n.x AS x, n.old AS old, n.new AS new, labels(n) AS labels"
    indexed, plain = pair
    for value in ("", " ", "b ", "x" * 4097, "y" * 4097, "new", 3):
        for graph in pair:
            graph.query(query, {"v": value, "rows": [{"v": value}]})
        assert answer(indexed, state, None) == answer(plain, state, None), value


def test_merge_of_a_path_is_refused_where_it_would_miss(graph: FalkorGraph) -> None:
    query = "MERGE (a:A {x: $v})-[:T]->(b:B)"
    assert graph.query(query, {"v": "usual"}).stats["nodes_created"] == 2
    with pytest.raises(UnsupportedCypher, match="do not find every value"):
        graph.query(query, {"v": ""})


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:A {x: $v}) RETURN n",
        "MATCH (n:A) WHERE n.x = 'alice' RETURN n",
        "MATCH (n:A) WHERE n.x IN $l RETURN n",
        "MATCH (n:A) WHERE n.i > 3 AND n.x >= 30 RETURN n",
        "MATCH (n:A) WHERE 10 < n.x <= 30 RETURN n",
        "MATCH (n:A) WHERE n.x > date('2024-01-01') RETURN n",
        "UNWIND $l AS v MATCH (n:A {x: v}) RETURN n",
        "MATCH (s:S) WITH s MATCH (n:A {x: s.x}) RETURN n",
        "MERGE (n:A {x: $v}) RETURN n",
        "MATCH (n:A {x: $v}) SET n.y = 1",
    ],
)
def test_lookups_use_the_index(graph: FalkorGraph, query: str) -> None:
    graph.query("CREATE INDEX a FOR (n:A) ON (n.x)")
    plan = graph.query("EXPLAIN " + query, {"v": "alice", "l": ["alice"]}).plan
    assert plan is not None
    assert "Index Scan" in plan


def test_literals_are_known_before_the_query_runs() -> None:
    assert translate("MATCH (n:A {x: ''}) RETURN n").text == "MATCH (n:A) WHERE n['x'] = '' RETURN n"
    assert not translate("MATCH (n:A {x: 'a'}) RETURN n").statements[0].seeks
