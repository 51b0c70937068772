"""Loading the library of compatibility functions, and what its functions may count on from the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import redis
from falkordb import FalkorDB, Graph

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.falkordb import compatibility
from cypher_translate.falkordb.compatibility import LIBRARY, VERSION, ensure_loaded, mark, source


@pytest.fixture(scope="module")
def empty() -> Iterator[FalkorDB]:
    """A client of a server that has no library."""
    from tests.conftest import start_server

    running = start_server()
    try:
        yield running.connect()
    finally:
        running.stop()


@pytest.fixture
def db(empty: FalkorDB) -> FalkorDB:
    empty.udf_flush()
    compatibility._loaded.clear()
    return empty


def names(db: FalkorDB) -> list[str]:
    return [name for library in db.udf_list(LIBRARY) for name in library[3]]


def round_half(db: FalkorDB) -> Any:
    return db.select_graph("g").query("RETURN neo4j.round(-2.5)").result_set[0][0]


class Commands:
    """A client's connection that counts and may refuse commands."""

    def __init__(self, inner: Any, refuse: str = "") -> None:
        self.inner = inner
        self.refuse = refuse
        self.sent: list[str] = []

    def execute_command(self, *words: Any) -> Any:
        self.sent.append(words[1])
        if words[1] == self.refuse:
            raise redis.exceptions.NoPermissionError("this user has no permissions to run the 'graph.udf' command")
        return self.inner.execute_command(*words)


class Client:
    def __init__(self, connection: Any) -> None:
        self.connection = connection


def test_it_is_loaded_where_it_is_missing(db: FalkorDB) -> None:
    ensure_loaded(db)
    assert mark() in names(db)
    assert round_half(db) == -2.0


def test_it_is_asked_for_once(db: FalkorDB) -> None:
    commands = Commands(db.connection)
    client = Client(commands)
    ensure_loaded(client)
    ensure_loaded(client)
    assert commands.sent == ["LIST", "LOAD"]


def test_another_client_finds_it_loaded(db: FalkorDB) -> None:
    ensure_loaded(db)
    commands = Commands(db.connection)
    ensure_loaded(Client(commands))
    assert commands.sent == ["LIST"]


def test_it_is_loaded_again_after_it_was_lost(db: FalkorDB) -> None:
    ensure_loaded(db)
    db.udf_flush()
    with pytest.raises(redis.ResponseError, match="Unknown function"):
        round_half(db)
    ensure_loaded(db, again=True)
    assert round_half(db) == -2.0


@pytest.mark.parametrize("older", ["version.0.0123456789ab", f"version.{VERSION}.0123456789ab", "other"])
def test_an_older_one_is_replaced(db: FalkorDB, older: str) -> None:
    db.udf_load(LIBRARY, f"falkor.register('{older}', () => null);")
    ensure_loaded(db)
    assert older not in names(db)
    assert mark() in names(db)


def test_a_newer_one_is_kept(db: FalkorDB) -> None:
    newer = f"version.{VERSION + 1}.0123456789ab"
    db.udf_load(LIBRARY, f"falkor.register('{newer}', () => null);")
    ensure_loaded(db)
    assert names(db) == [newer]


@pytest.mark.parametrize("refused", ["LIST", "LOAD"])
def test_a_refusal_says_what_to_do(db: FalkorDB, refused: str) -> None:
    client = Client(Commands(db.connection, refuse=refused))
    for _ in range(2):
        with pytest.raises(CypherRuntimeError, match=r"could not be loaded.*no permissions") as raised:
            ensure_loaded(client)
        assert raised.value.code == "FunctionsNotLoaded"
        assert "GRAPH.UDF" in raised.value.hint


def test_every_primary_of_a_cluster_gets_it(db: FalkorDB, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cluster:
        def __init__(self) -> None:
            self.connections = {name: Commands(db.connection) for name in ("a", "b")}

        def get_primaries(self) -> list[str]:
            return list(self.connections)

        def get_redis_connection(self, node: str) -> Commands:
            return self.connections[node]

    cluster = Cluster()
    monkeypatch.setattr(redis, "RedisCluster", Cluster)
    ensure_loaded(Client(cluster))
    assert [commands.sent for commands in cluster.connections.values()] == [["LIST", "LOAD"], ["LIST"]]


def test_threads_load_it_once(db: FalkorDB) -> None:
    commands = Commands(db.connection)
    client = Client(commands)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: ensure_loaded(client), range(32)))
    assert commands.sent == ["LIST", "LOAD"]


def test_its_functions_are_in_a_scope_of_their_own(db: FalkorDB) -> None:
    """Two libraries may name their helpers alike."""
    db.udf_load("other", "const floatBox = 1; function fail() {}; falkor.register('one', () => floatBox);")
    ensure_loaded(db)
    assert db.select_graph("g").query("RETURN other.one(), neo4j.round(2.5)").result_set == [[1, 3.0]]


def test_the_code_says_which_it_is() -> None:
    assert f"falkor.register('{mark()}'" in source()


# --- what value.js says about the border between the server and JavaScript

PROBE = """
const box = new Float64Array(1);
falkor.register('seen', x => x === undefined ? 'undefined' : JSON.stringify(x));
falkor.register('kind', x => Object.prototype.toString.call(x).slice(8, -1));
falkor.register('same', x => x);
falkor.register('float', x => { box[0] = x; return box[0]; });
falkor.register('floats', x => ({list: x.map(e => { box[0] = e; return box[0]; })}));
falkor.register('integer', x => BigInt(x));
falkor.register('nothing', () => undefined);
falkor.register('nan', () => NaN);
falkor.register('fails', () => { throw new Error('Neo.ClientError.Statement.TypeError: told'); });
"""


@pytest.fixture(scope="module")
def border(server: FalkorDB) -> Iterator[Callable[[str], Any]]:
    server.udf_load("probe", PROBE, True)
    graph: Graph = server.select_graph("border")
    yield lambda expression: graph.query(f"RETURN {expression}").result_set[0][0]
    server.udf_delete("probe")


@pytest.mark.parametrize(
    ("expression", "seen"),
    [
        ("probe.seen(1)", "1"),
        ("probe.seen(1.0)", "1"),
        ("probe.seen(1.5)", "1.5"),
        ("probe.seen(9007199254740993)", "9007199254740992"),
        ("probe.seen('é😀')", '"é😀"'),
        ("probe.seen(true)", "true"),
        ("probe.seen(null)", "null"),
        ("probe.seen([1, 1.0, [2, null]])", "[1,1,[2,null]]"),
        ("probe.seen({a: 1, b: {c: null}})", '{"a":1,"b":{"c":null}}'),
        ("probe.kind(date('2020-01-01'))", "Date"),
        ("probe.kind(vecf32([1, 2]))", "Array"),
    ],
)
def test_what_arrives(border: Callable[[str], Any], expression: str, seen: str) -> None:
    assert border(expression) == seen


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("[probe.float(2), typeof(probe.float(2))]", [2.0, "Float"]),
        ("[e IN probe.floats([1, 2.5]).list | typeof(e)]", ["Float", "Float"]),
        ("[probe.same(2.0), typeof(probe.same(2.0))]", [2, "Integer"]),
        ("probe.integer('9223372036854775807')", 2**63 - 1),
        ("probe.integer('-9223372036854775808')", -(2**63)),
        ("probe.nothing()", None),
        ("probe.nan() <> probe.nan()", True),
        ("probe.same({a: [1, 'x', null, {b: true}]})", {"a": [1, "x", None, {"b": True}]}),
    ],
)
def test_what_returns(border: Callable[[str], Any], expression: str, value: Any) -> None:
    got = border(expression)
    assert got == value
    assert type(got) is type(value) or isinstance(got, dict)


@pytest.mark.parametrize("value", ["localtime('10:11:12')", "duration('P1D')"])
def test_what_is_refused(border: Callable[[str], Any], value: str) -> None:
    with pytest.raises(redis.ResponseError, match="UDF Exception"):
        border(f"probe.same({value})")


def test_an_integer_of_more_than_64_bits_is_refused(border: Callable[[str], Any]) -> None:
    with pytest.raises(redis.ResponseError, match="unknown tag"):
        border("probe.integer('9223372036854775808')")


def test_an_error_keeps_its_text(border: Callable[[str], Any]) -> None:
    with pytest.raises(redis.ResponseError, match=r"^UDF Exception: Neo\.ClientError\.\S+: told , Stack:"):
        border("probe.fails()")


def test_entities_show_what_they_hold(server: FalkorDB, border: Callable[[str], Any]) -> None:
    graph = server.select_graph("border")
    graph.query("CREATE (:A {x: 1})-[:T {y: 2}]->(:B)")
    row = graph.query(
        "MATCH p = (a:A)-[r:T]->(b) RETURN probe.seen(a), probe.same(a) = a, probe.same(r) = r, probe.same(p) = p"
    ).result_set[0]
    assert row == ['{"id":0,"labels":["A"],"attributes":{"x":1},"__type":"Node"}', True, True, True]
    graph.delete()
