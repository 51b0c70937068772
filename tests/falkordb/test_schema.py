"""Indexes and constraints with Neo4j's names, on a server that has none."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from falkordb import FalkorDB

from cypher_translate import ast
from cypher_translate.errors import CypherError, CypherRuntimeError, UnsupportedCypher
from cypher_translate.falkordb import catalogue
from cypher_translate.falkordb.graph import FalkorGraph
from cypher_translate.parser import parse
from cypher_translate.plan import Statement, Supply

from .conftest import Untranslated, untranslated

Run = Callable[..., dict[str, int]]


def command(text: str) -> Untranslated:
    """CREATE and DROP of indexes and constraints as commands, all else as it is."""
    if not text.startswith(("CREATE", "DROP")) or text.startswith("CREATE ("):
        return untranslated(text)
    body = parse(text).body
    assert isinstance(body, (ast.CreateIndex, ast.DropIndex, ast.CreateConstraint, ast.DropConstraint))
    return Untranslated((Statement(text, kind="schema", command=body),))


@pytest.fixture
def empty(server: FalkorDB) -> Iterator[FalkorGraph]:
    graph = FalkorGraph(server, f"schema_{uuid.uuid4().hex}", translate=command)
    try:
        yield graph
    finally:
        graph.delete()


def indexed(graph: FalkorGraph) -> set[tuple[Any, ...]]:
    return set(catalogue.read(graph).parts)


def names(graph: FalkorGraph) -> set[str]:
    return {rule.name for rule in catalogue.read(graph).rules}


def status(graph: FalkorGraph, text: str) -> str:
    with pytest.raises(CypherError) as caught:
        graph.query(text)
    return caught.value.status.rpartition(".")[2]


NODE = "NODE"
RELATIONSHIP = "RELATIONSHIP"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("CREATE INDEX i FOR (n:A) ON (n.x)", {(NODE, "A", "x", "RANGE")}),
        ("CREATE INDEX i FOR (n:A) ON (n.x, n.y)", {(NODE, "A", "x", "RANGE"), (NODE, "A", "y", "RANGE")}),
        ("CREATE TEXT INDEX i FOR ()-[r:`R s`]-() ON (r.`x y`)", {(RELATIONSHIP, "R s", "x y", "RANGE")}),
        ("CREATE POINT INDEX i FOR (n:A) ON (n.x)", {(NODE, "A", "x", "RANGE")}),
        (
            "CREATE FULLTEXT INDEX i FOR (n:A|B) ON EACH [n.x, n.y]",
            {(NODE, label, key, "FULLTEXT") for label in "AB" for key in "xy"},
        ),
        (
            "CREATE FULLTEXT INDEX i FOR ()-[r:R]-() ON EACH [r.x] OPTIONS "
            "{indexConfig: {`fulltext.analyzer`: 'german'}}",
            {(RELATIONSHIP, "R", "x", "FULLTEXT")},
        ),
        (
            "CREATE VECTOR INDEX i FOR (n:A) ON (n.e) OPTIONS {indexConfig: {`vector.dimensions`: 3, "
            "`vector.similarity_function`: 'euclidean', `vector.hnsw.m`: 8}}",
            {(NODE, "A", "e", "VECTOR")},
        ),
        ("CREATE LOOKUP INDEX i FOR (n) ON EACH labels(n)", set()),
    ],
)
def test_create_and_drop_an_index(empty: FalkorGraph, text: str, parts: set[Any]) -> None:
    assert empty.query(text).stats == {"indexes_added": 1}
    assert indexed(empty) == parts
    assert names(empty) == {"i"}
    assert empty.query(text.replace(" FOR", " IF NOT EXISTS FOR", 1)).stats == {}
    assert empty.query("DROP INDEX i").stats == {"indexes_removed": 1}
    assert indexed(empty) == set()
    assert names(empty) == set()


def test_existing_indexes(empty: FalkorGraph) -> None:
    empty.query("CREATE INDEX i FOR (n:A) ON (n.x)")
    assert status(empty, "CREATE INDEX i FOR (n:A) ON (n.x)") == "EquivalentSchemaRuleAlreadyExists"
    assert status(empty, "CREATE INDEX j FOR (n:A) ON (n.x)") == "EquivalentSchemaRuleAlreadyExists"
    assert status(empty, "CREATE INDEX i FOR (n:B) ON (n.x)") == "IndexWithNameAlreadyExists"
    assert status(empty, "CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS UNIQUE") == "IndexAlreadyExists"
    for text in (
        "CREATE INDEX i IF NOT EXISTS FOR (n:B) ON (n.y)",
        "CREATE INDEX j IF NOT EXISTS FOR (n:A) ON (n.x)",
        "CREATE INDEX IF NOT EXISTS FOR (n:A) ON (n.x)",
    ):
        assert empty.query(text).stats == {}
    assert indexed(empty) == {(NODE, "A", "x", "RANGE")}


def test_indexes_share_what_the_server_indexes(empty: FalkorGraph) -> None:
    empty.query("CREATE INDEX one FOR (n:A) ON (n.x)")
    assert empty.query("CREATE INDEX both FOR (n:A) ON (n.x, n.y)").stats == {"indexes_added": 1}
    empty.query("CREATE TEXT INDEX text FOR (n:A) ON (n.x)")
    empty.query("DROP INDEX both")
    assert indexed(empty) == {(NODE, "A", "x", "RANGE")}
    empty.query("DROP INDEX one")
    assert indexed(empty) == {(NODE, "A", "x", "RANGE")}
    empty.query("DROP INDEX text")
    assert indexed(empty) == set()


def test_unnamed_indexes(empty: FalkorGraph) -> None:
    empty.query("CREATE INDEX FOR (n:A) ON (n.x)")
    (name,) = names(empty)
    assert name.startswith("index_")
    empty.run("CREATE INDEX FOR (n:A) ON (n.made_by_others)", write=True)
    (other,) = names(empty) - {name}
    empty.query(f"DROP INDEX {other}")
    assert names(empty) == {name}


def test_drop_what_is_not_there(empty: FalkorGraph) -> None:
    assert empty.query("DROP INDEX i IF EXISTS").stats == {}
    assert empty.query("DROP CONSTRAINT i IF EXISTS").stats == {}
    assert status(empty, "DROP INDEX i") == "IndexDropFailed"
    assert status(empty, "DROP CONSTRAINT i") == "ConstraintDropFailed"
    assert not empty.exists()


def test_names_go_with_the_graph(empty: FalkorGraph) -> None:
    empty.query("CREATE INDEX i FOR (n:A) ON (n.x)")
    key = catalogue.key(empty.name)
    empty.delete()
    assert not empty.db.connection.exists(key)
    empty.query("CREATE INDEX i FOR (n:A) ON (n.x)")
    empty.db.select_graph(empty.name).delete()
    assert names(empty) == set()
    assert empty.query("CREATE INDEX i FOR (n:A) ON (n.x)").stats == {"indexes_added": 1}


def test_parameters(empty: FalkorGraph) -> None:
    text = "CREATE VECTOR INDEX $name FOR (n:A) ON (n.e) OPTIONS $options"
    options = {"indexConfig": {"vector.dimensions": 3, "vector.similarity_function": "COSINE"}}
    empty.query(text, {"name": "odd name", "options": options})
    assert names(empty) == {"odd name"}
    empty.query("DROP INDEX $name", {"name": "odd name"})
    assert names(empty) == set()
    assert status(empty, "DROP INDEX $name") == "ParameterMissing"


@pytest.mark.parametrize(
    ("text", "parts", "obligations"),
    [
        (
            "CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS UNIQUE",
            {(NODE, "A", "x", "RANGE")},
            {("UNIQUE", NODE, "A", ("x",))},
        ),
        (
            "CREATE CONSTRAINT c FOR ()-[r:R]-() REQUIRE (r.x, r.y) IS UNIQUE",
            {(RELATIONSHIP, "R", "x", "RANGE"), (RELATIONSHIP, "R", "y", "RANGE")},
            {("UNIQUE", RELATIONSHIP, "R", ("x", "y"))},
        ),
    ],
)
def test_create_and_drop_a_constraint(empty: FalkorGraph, text: str, parts: set[Any], obligations: set[Any]) -> None:
    assert empty.query(text).stats == {"constraints_added": 1}
    found = catalogue.read(empty)
    assert (set(found.parts), set(found.obligations), names(empty)) == (parts, obligations, {"c"})
    assert empty.query(text.replace(" FOR", " IF NOT EXISTS FOR", 1)).stats == {}
    assert status(empty, text) == "EquivalentSchemaRuleAlreadyExists"
    assert status(empty, "DROP INDEX c") == "IndexDropFailed"
    assert empty.query("DROP CONSTRAINT c").stats == {"constraints_removed": 1}
    found = catalogue.read(empty)
    assert (found.rules, found.parts, found.obligations) == ([], frozenset(), frozenset())


def test_constraints_hold(empty: FalkorGraph) -> None:
    empty.query("CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS UNIQUE")
    empty.query("CREATE (:A {x: 1})")
    assert status(empty, "CREATE (:A {x: 1})") == "ConstraintValidationFailed"
    assert status(empty, "CREATE INDEX FOR (n:A) ON (n.x)") == "ConstraintAlreadyExists"
    assert status(empty, "CREATE INDEX c FOR (n:B) ON (n.x)") == "ConstraintWithNameAlreadyExists"
    empty.query("DROP CONSTRAINT c")
    empty.query("CREATE (:A {x: 1})")


def test_data_against_a_constraint(empty: FalkorGraph) -> None:
    empty.query("CREATE (:A {x: 1}), (:A {x: 1})")
    assert status(empty, "CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS UNIQUE") == "ConstraintCreationFailed"
    found = catalogue.read(empty)
    assert (found.rules, found.parts, found.obligations) == ([], frozenset(), frozenset())
    empty.query("CREATE (:A {x: 1})")


@pytest.mark.parametrize(
    "text",
    [
        "CREATE VECTOR INDEX i FOR (n:A) ON (n.e)",
        "CREATE INDEX i FOR (n:`a``b`) ON (n.x)",
        "CREATE FULLTEXT INDEX i FOR (n:A) ON EACH [n.x] OPTIONS {indexConfig: {`fulltext.analyzer`: 'thai'}}",
    ],
)
def test_refused_before_anything_runs(empty: FalkorGraph, text: str) -> None:
    with pytest.raises(UnsupportedCypher):
        empty.query(text)
    assert not empty.exists()


@pytest.mark.parametrize("kind", ["KEY", "NODE KEY", "NOT NULL", ":: STRING"])
def test_constraints_of_the_enterprise_edition(empty: FalkorGraph, kind: str) -> None:
    assert status(empty, f"CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS {kind}") == "ConstraintCreationFailed"
    assert not empty.exists()


def test_constraints_of_others(empty: FalkorGraph) -> None:
    empty.run("CREATE (:A {x: 1})", write=True)
    mandatory = ["MANDATORY", "NODE", "A", "PROPERTIES", "1", "x"]
    empty.db.execute_command("GRAPH.CONSTRAINT", "CREATE", empty.name, *mandatory)
    (name,) = names(empty)
    assert name.startswith("constraint_")
    empty.query(f"DROP CONSTRAINT {name}")
    assert names(empty) == set()


@pytest.mark.parametrize(
    "options",
    [
        {"indexConfig": {"vector.dimensions": 0}},
        {"indexConfig": {"vector.dimensions": 4097}},
        {"indexConfig": {"vector.dimensions": 3, "vector.nothing": 1}},
        {"indexProvider": "range-1.0", "indexConfig": {"vector.dimensions": 3}},
        {"indexConfig": {"vector.dimensions": 3}, "other": 1},
        {"indexConfig": {"vector.dimensions": 3, "vector.similarity_function": "cosine'} //"}},
        {"indexConfig": {"vector.dimensions": 3, "vector.similarity_function": 1}},
        {"indexConfig": {"vector.dimensions": "3} //"}},
        {"indexConfig": {"vector.dimensions": 3, "vector.hnsw.m": 1.5}},
        {"indexConfig": [1]},
        [1],
    ],
)
def test_bad_options(empty: FalkorGraph, options: Any) -> None:
    with pytest.raises(CypherRuntimeError) as caught:
        empty.query("CREATE VECTOR INDEX i FOR (n:A) ON (n.e) OPTIONS $options", {"options": options})
    assert caught.value.status == "Neo.ClientError.Statement.ArgumentError"
    assert not empty.exists()


@pytest.mark.parametrize(
    "text",
    [
        "CREATE INDEX i FOR (n:A) ON (n.x, n.x)",
        "CREATE CONSTRAINT c FOR (n:A) REQUIRE (n.x, n.x) IS UNIQUE",
    ],
)
def test_a_property_that_comes_twice(empty: FalkorGraph, text: str) -> None:
    assert status(empty, text) == "RepeatedPropertyInCompositeSchema"
    assert not empty.exists()


def test_options_with_conversions(empty: FalkorGraph) -> None:
    text = "CREATE VECTOR INDEX v FOR (n:A) ON n.e OPTIONS {indexConfig: {`vector.dimensions`: toInteger($d)}}"
    assert empty.query(text, {"d": "3"}).stats == {"indexes_added": 1}
    assert supplied(empty, Supply("d", "dimension", "v")) == [3]


def supplied(graph: FalkorGraph, *supplies: Supply, params: dict[str, object] | None = None) -> list[Any]:
    """What the graph puts in for the supplies of a statement."""
    text = "RETURN " + ", ".join(f"$`{supply.parameter}`" for supply in supplies)
    asking = FalkorGraph(
        graph.db, graph.name, translate=lambda _: Untranslated((Statement(text, supplies=tuple(supplies)),))
    )
    return list(asking.query("", params).rows[0])


def test_named_indexes_are_resolved(empty: FalkorGraph) -> None:
    empty.query(
        "CREATE VECTOR INDEX v FOR (n:A) ON (n.e) OPTIONS "
        "{indexConfig: {`vector.dimensions`: 3, `vector.similarity_function`: 'COSINE'}}"
    )
    empty.query("CREATE FULLTEXT INDEX f FOR ()-[r:R]-() ON EACH [r.x]")
    what = [Supply("l", "label", "v"), Supply("p", "property", "v"), Supply("s", "similarity", "v")]
    assert supplied(empty, *what) == ["A", "e", "cosine"]
    named = Supply("l", "type", ast.Parameter("index"))
    assert supplied(empty, named, params={"index": "f"}) == ["R"]
    with pytest.raises(CypherRuntimeError, match="of the other kind"):
        supplied(empty, Supply("l", "label", "f"))
    with pytest.raises(CypherRuntimeError, match="no such vector or full-text index"):
        supplied(empty, Supply("l", "label", "nope"))
    empty.query("CREATE FULLTEXT INDEX g FOR ()-[r:R]-() ON EACH [r.y]")
    with pytest.raises(UnsupportedCypher, match="all full-text properties"):
        supplied(empty, named, params={"index": "f"})


def test_lists_of_rules(empty: FalkorGraph) -> None:
    empty.query("CREATE INDEX i FOR (n:A) ON (n.x)")
    empty.query("CREATE CONSTRAINT c FOR (n:B) REQUIRE n.y IS UNIQUE")
    indexes, constraints = supplied(empty, Supply("i", "indexes"), Supply("c", "constraints"))
    keys = ("name", "type", "entityType", "labelsOrTypes", "properties", "owningConstraint")
    assert [tuple(row[key] for key in keys) for row in indexes] == [
        ("c", "RANGE", "NODE", ["B"], ["y"], "c"),
        ("i", "RANGE", "NODE", ["A"], ["x"], None),
    ]
    keys = ("name", "type", "entityType", "labelsOrTypes", "properties", "ownedIndex")
    assert [tuple(row[key] for key in keys) for row in constraints] == [
        ("c", "UNIQUENESS", "NODE", ["B"], ["y"], "c"),
    ]


@pytest.mark.parametrize(
    ("graph", "key"),
    [("g", "{g}:schema"), ("a{u}b", "a{u}b:schema"), ("a{}b", "{a{}b}:schema"), ("}a{", "{}a{}:schema")],
)
def test_key(graph: str, key: str) -> None:
    assert catalogue.key(graph) == key
