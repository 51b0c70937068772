"""SHOW INDEXES and SHOW CONSTRAINTS, with what may follow them."""

from __future__ import annotations

from typing import Any

import pytest

from cypher_translate import CypherSyntaxError, FalkorGraph, UnsupportedCypher


@pytest.fixture
def indexed(graph: FalkorGraph) -> FalkorGraph:
    graph.query("CREATE INDEX i FOR (n:A) ON (n.x, n.y)")
    graph.query("CREATE FULLTEXT INDEX f FOR ()-[r:R]-() ON EACH [r.t]")
    graph.query("CREATE CONSTRAINT u FOR (n:B) REQUIRE n.z IS UNIQUE")
    return graph


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SHOW INDEXES YIELD name", [("f",), ("i",), ("u",)]),
        ("SHOW ALL INDEXES YIELD name ORDER BY name DESC LIMIT 2", [("u",), ("i",)]),
        ("SHOW RANGE INDEXES YIELD name, properties", [("i", ["x", "y"]), ("u", ["z"])]),
        ("show indexes yield name as n, type where type = 'FULLTEXT' return n, type", [("f", "FULLTEXT")]),
        ("SHOW INDEXES YIELD name, owningConstraint WHERE name = $name RETURN owningConstraint", [("u",)]),
        ("SHOW INDEXES YIELD * RETURN count(*) AS n", [(3,)]),
        ("SHOW CONSTRAINTS YIELD name, type", [("u", "UNIQUENESS")]),
        ("SHOW NODE UNIQUENESS CONSTRAINTS YIELD name", [("u",)]),
        ("SHOW REL PROPERTY EXISTENCE CONSTRAINTS YIELD name, labelsOrTypes", []),
        ("SHOW NODE KEY CONSTRAINTS YIELD name", []),
    ],
)
def test_rows(indexed: FalkorGraph, text: str, rows: list[Any]) -> None:
    assert indexed.query(text, {"name": "u"}).rows == rows


def test_columns(indexed: FalkorGraph) -> None:
    (row,) = indexed.query("SHOW FULLTEXT INDEXES").records()
    assert row == {
        "id": 0,
        "name": "f",
        "state": "ONLINE",
        "populationPercent": 100.0,
        "type": "FULLTEXT",
        "entityType": "RELATIONSHIP",
        "labelsOrTypes": ["R"],
        "properties": ["t"],
        "indexProvider": "falkordb",
        "owningConstraint": None,
        "lastRead": None,
        "readCount": None,
    }
    (row,) = indexed.query("SHOW CONSTRAINTS WHERE name = 'u'").records()
    assert row == {
        "id": 0,
        "name": "u",
        "type": "UNIQUENESS",
        "entityType": "NODE",
        "labelsOrTypes": ["B"],
        "properties": ["z"],
        "ownedIndex": "u",
        "propertyType": None,
    }


def test_an_empty_database(graph: FalkorGraph) -> None:
    assert graph.query("SHOW INDEXES").rows == []
    assert not graph.exists()


def test_refused(graph: FalkorGraph) -> None:
    with pytest.raises(UnsupportedCypher, match="SHOW FUNCTIONS"):
        graph.query("SHOW FUNCTIONS")
    with pytest.raises(CypherSyntaxError, match="non-existing column"):
        graph.query("SHOW INDEXES YIELD nothing")
