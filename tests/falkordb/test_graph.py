"""`FalkorGraph` on a real server: reads, writes, what is missing, what fails, and many threads."""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from falkordb import FalkorDB

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.falkordb.graph import FalkorGraph
from cypher_translate.falkordb.result import Result, counters, united
from cypher_translate.plan import Statement, Supply

from .conftest import Untranslated, untranslated


def keys(db: FalkorDB) -> set[str]:
    """All keys but the logs that the server keeps of queries."""
    return {key for key in db.connection.keys("*") if not key.startswith("telemetry{")}


def failure(graph: FalkorGraph, text: str, params: Any = None, timeout: int | None = None) -> CypherRuntimeError:
    with pytest.raises(CypherRuntimeError) as caught:
        graph.query(text, params, timeout)
    return caught.value


# --- Results -----------------------------------------------------------------------------------------------------


def test_rows_and_records(native: FalkorGraph) -> None:
    result = native.query("UNWIND [1, 2] AS x RETURN x, x * 2 AS `twice x`")
    assert result.columns == ("x", "twice x")
    assert result.rows == [(1, 2), (2, 4)]
    assert result.records() == [{"x": 1, "twice x": 2}, {"x": 2, "twice x": 4}]
    assert result.stats == {}


def test_columns_are_the_translations(server: FalkorDB) -> None:
    statement = Statement("RETURN 1, 2", columns=("count( * )", "b"))
    graph = FalkorGraph(server, "columns", translate=lambda text: Untranslated((statement,)))
    assert graph.query("").records() == [{"count( * )": 1, "b": 2}]


def test_stats(native: FalkorGraph) -> None:
    created = native.query("CREATE (:A {x: 1})-[:R {y: 2}]->(:B)")
    assert created == Result(
        (), [], {"nodes_created": 2, "relationships_created": 1, "properties_set": 2, "labels_added": 2}
    )
    assert native.query("MATCH (a:A) SET a.x = null, a:C, a.z = 1").stats == {"properties_set": 2, "labels_added": 1}
    assert native.query("MATCH (a:A) DELETE a").stats == {"nodes_deleted": 1, "relationships_deleted": 1}


def test_counters_of_the_server() -> None:
    lines = ["Properties removed: 2", "Properties set: 1", "Indices created: 1", "Labels removed: 3", "Cached: 1"]
    assert counters(lines) == {"properties_set": 3, "indexes_added": 1, "labels_removed": 3}


def test_counters_without_the_labels_that_mark() -> None:
    lines = ["Labels added: 3", "Labels removed: 2", "Nodes created: 1"]
    assert counters(lines, has_marks=True) == {"labels_added": 1, "nodes_created": 1}
    assert counters(["Labels added: 2", "Labels removed: 2"], has_marks=True) == {}


def test_split_reads_are_united(native: FalkorGraph) -> None:
    statements = (Statement("UNWIND [1, 2, 2] AS x RETURN [x] AS y"), Statement("RETURN [2.0] AS z"))

    def split(distinct: bool) -> FalkorGraph:
        return FalkorGraph(native.db, native.name, translate=lambda text: Untranslated(statements, ("y",), distinct))

    assert split(False).query("") == Result(("y",), [([1],), ([2],), ([2],), ([2.0],)])
    assert split(True).query("") == Result(("y",), [([1],), ([2],)])
    assert united(("a",), [Result(stats={"x": 1}), Result(stats={"x": 2, "y": 1})], False).stats == {"x": 3, "y": 1}


def test_explain(server: FalkorDB, native: FalkorGraph) -> None:
    statement = Statement("MATCH (n:A) CREATE (:B) RETURN n", ("n",), "explain")
    graph = FalkorGraph(server, native.name, translate=lambda text: Untranslated((statement,)))
    for _ in range(2):  # without the graph, then with it
        result = graph.query("")
        assert (result.columns, result.rows) == (("n",), [])
        assert "Create" in result.plan
        native.query("CREATE (:A)")
    assert native.query("MATCH (n:B) RETURN count(n) AS n").rows == [(0,)]


def test_clock(server: FalkorDB) -> None:
    statement = Statement("RETURN $`the clock` AS now, $x AS x", supplies=(Supply("the clock", "now"),))
    graph = FalkorGraph(server, "clock", translate=lambda text: Untranslated((statement,)))
    ((now, x),) = graph.query("", {"x": 1}).rows
    assert now.tzinfo is not None
    assert x == 1


def test_ids_of_entities_may_have_become_strings(server: FalkorDB) -> None:
    graph = FalkorGraph(server, "ids")
    ids = [str(id_) for (id_,) in graph.query("UNWIND [1, 2] AS i CREATE (n:A {i: i}) RETURN elementId(n)").rows]
    one, several = "MATCH (n) WHERE elementId(n) = $id RETURN n.i", "MATCH (n) WHERE elementId(n) IN $ids RETURN n.i"
    assert graph.query(one, {"id": ids[1]}).rows == [(2,)]
    assert sorted(graph.query(several, {"ids": ids}).rows) == [(1,), (2,)]
    assert graph.query(one, {"id": "4:x:1"}).rows == []
    assert graph.query("MATCH (n) WHERE elementId(n) = $id RETURN $id AS id", {"id": ids[0]}).rows == [(ids[0],)]
    rows = [{"id": id_} for id_ in ids]
    assert graph.query("UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.id RETURN n.i", {"rows": rows}).rows == [
        (1,),
        (2,),
    ]


# --- Graphs that do not exist ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("RETURN 1 AS x", [(1,)]),
        ("MATCH (n) RETURN count(n) AS n", [(0,)]),
        ("MATCH (n) RETURN n", []),
        ("OPTIONAL MATCH (n:A)-[r]->() RETURN n, r", [(None, None)]),
        ("UNWIND [1, 2] AS x RETURN x", [(1,), (2,)]),
    ],
)
def test_reads_create_nothing(server: FalkorDB, native: FalkorGraph, text: str, rows: list[Any]) -> None:
    before = keys(server)
    assert native.query(text).rows == rows
    assert keys(server) == before
    assert not native.exists()


def test_a_read_that_fails_creates_nothing(server: FalkorDB, native: FalkorGraph) -> None:
    before = keys(server)
    assert failure(native, "RETURN 1 / 0").code == "DivisionByZero"
    assert failure(native, "RETURN (").code == "Server"
    assert keys(server) == before


def test_the_first_write_creates(native: FalkorGraph) -> None:
    assert not native.exists()
    native.query("CREATE (:A)")
    assert native.exists()
    native.delete()
    assert not native.exists()
    native.delete()
    assert native.query("MATCH (n) RETURN count(n) AS n").rows == [(0,)]


def test_a_key_of_another_kind(server: FalkorDB) -> None:
    server.connection.set("no graph", "1")
    try:
        graph = FalkorGraph(server, "no graph", translate=untranslated)
        assert failure(graph, "RETURN 1").code == "NotAGraph"
        assert not graph.exists()
    finally:
        server.connection.delete("no graph")


@pytest.mark.parametrize("name", ["", "a\0b", 1, None])
def test_bad_names(server: FalkorDB, name: Any) -> None:
    with pytest.raises(ValueError, match="a graph's name"):
        FalkorGraph(server, name)


# --- Names that others change ------------------------------------------------------------------------------------


def test_names_follow_a_graph_that_is_made_anew(native: FalkorGraph) -> None:
    """The numbers of labels and properties mean something else afterwards; the plain client mixes them up here."""
    native.query("CREATE (:Old {old: 1})-[:OLD]->()")
    assert native.query("MATCH (n:Old)-[r]->() RETURN n, r").rows[0][0].labels == ["Old"]
    other = native.db.select_graph(native.name)
    other.delete()
    other.query("CREATE (:New {new: 1})-[:NEW]->()")
    node, edge = native.query("MATCH (n:New)-[r]->() RETURN n, r").rows[0]
    assert (node.labels, node.properties, edge.relation) == (["New"], {"new": 1}, "NEW")


def test_names_that_a_write_makes_are_not_those_of_the_version_before(native: FalkorGraph) -> None:
    """A graph without names has the same version always; what its first write adds does not belong to that."""
    native.query("CREATE (n:Old {old: 1}) RETURN n")
    native.delete()
    ((node,),) = native.query("CREATE (n:New {new: 1}) RETURN n").rows
    assert (node.labels, node.properties) == (["New"], {"new": 1})


def test_writes_are_not_repeated_when_names_change(native: FalkorGraph) -> None:
    native.query("CREATE (:A)")
    native.db.select_graph(native.name).query("CREATE (:B)")
    native.query("CREATE (:C)")
    assert native.query("MATCH (n) RETURN count(n) AS n").rows == [(3,)]


# --- What fails --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        ("RETURN 1 / 0", "DivisionByZero", "Neo.ClientError.Statement.ArithmeticError"),
        ("RETURN toUpper(1)", "TypeError", "Neo.ClientError.Statement.TypeError"),
        ("UNWIND [1] AS x WITH x WHERE toUpper(x) = 'a' RETURN x", "TypeError", "Neo.ClientError.Statement.TypeError"),
        ("RETURN $x", "ParameterMissing", "Neo.ClientError.Statement.ParameterMissing"),
        ("RETURN nosuch(1)", "Server", ""),
        ("RETURN neo4j.nosuch(1)", "Server", ""),
        ("RETURN neo4j.toUpper(1)", "TypeError", "Neo.ClientError.Statement.TypeError"),
    ],
)
def test_server_errors(native: FalkorGraph, text: str, code: str, status: str) -> None:
    native.query("CREATE ()")
    error = failure(native, text)
    assert (error.code, error.status) == (code, status)
    assert error.__cause__ is not None
    assert error.text == text


def test_timeout(native: FalkorGraph) -> None:
    native.query("CREATE ()")
    error = failure(native, "UNWIND range(1, 100000000) AS x RETURN count(x)", timeout=1)
    assert (error.code, error.status) == ("Timeout", "Neo.ClientError.Transaction.TransactionTimedOut")
    assert "timeout" in str(error)
    for bad in (0, -1, 1.5, True, "1"):
        with pytest.raises(ValueError, match="positive number of whole milliseconds"):
            native.query("RETURN 1", timeout=bad)  # type: ignore[arg-type]


def test_lost_functions_are_loaded_again(private_server: Callable[[], Any]) -> None:
    graph = FalkorGraph(private_server().connect(), "g", translate=untranslated)
    graph.query("CREATE ()")
    for _ in range(2):
        ((value,),) = graph.query("RETURN $x AS x", {"x": math.nan}).rows
        assert math.isnan(value)
        graph.db.udf_flush()


def test_no_server(private_server: Callable[[], Any]) -> None:
    running = private_server()
    graph = FalkorGraph(running.connect(), "g", translate=untranslated)
    assert graph.query("RETURN 1 AS x").rows == [(1,)]
    running.process.kill()
    running.process.wait()
    for text in ("RETURN 1 AS x", "RETURN neo4j.toUpper('a')", "CREATE ()"):
        error = failure(graph, text)
        assert error.code == "Connection"
        assert "check that the server runs" in str(error)
    for call in (graph.exists, graph.delete):
        with pytest.raises(CypherRuntimeError):
            call()


def test_socket_timeout(private_server: Callable[[], Any]) -> None:
    graph = FalkorGraph(private_server().connect(socket_timeout=0.2), "g", translate=untranslated)
    graph.query("CREATE ()")
    error = failure(graph, "UNWIND range(1, 1000000000) AS x RETURN count(x)")
    assert error.code == "Connection"
    assert "socket_timeout" in str(error)


# --- Many threads ------------------------------------------------------------------------------------------------


def test_threads_share_a_graph(native: FalkorGraph) -> None:
    def work(number: int) -> bool:
        native.query(f"CREATE (:L{number} {{p{number}: $x}})", {"x": number})
        ((node,),) = native.query(f"MATCH (n:L{number}) RETURN n").rows
        return bool((node.labels, node.properties) == ([f"L{number}"], {f"p{number}": number}))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(60)))
