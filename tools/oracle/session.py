"""One query at a time against the oracle: empty it, run, and tell the answer or the error as canonical JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from neo4j import Driver, SummaryCounters
from neo4j.exceptions import Neo4jError

from .cases import Answer
from .values import encode

COUNTERS = (
    "nodes_created",
    "nodes_deleted",
    "relationships_created",
    "relationships_deleted",
    "properties_set",
    "labels_added",
    "labels_removed",
    "indexes_added",
    "indexes_removed",
    "constraints_added",
    "constraints_removed",
)
"""The statistics that an answer tells, where they are not zero, by their names in Neo4j's drivers."""


def empty(driver: Driver) -> None:
    """Leave a database without nodes, relationships, constraints and indexes (lookup indexes stay, as in a new one)."""
    driver.execute_query("MATCH (n) DETACH DELETE n")
    for kind, listing in (
        ("CONSTRAINT", "SHOW CONSTRAINTS YIELD name"),
        ("INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"),
    ):
        for record in driver.execute_query(listing).records:
            driver.execute_query(f"DROP {kind} `{record['name']}` IF EXISTS")


def answer(driver: Driver, query: str, parameters: Mapping[str, Any] | None = None) -> Answer:
    """Run a query and return `{"columns", "rows", "stats"}`, or `{"error": "status code: message"}`."""
    try:
        result = driver.execute_query(query, dict(parameters or {}))
    except Neo4jError as error:
        return {"error": f"{error.code}: {error.message}"}
    return {
        "columns": list(result.keys),
        "rows": [[encode(value) for value in record] for record in result.records],
        "stats": _stats(result.summary.counters),
    }


def _stats(counters: SummaryCounters) -> dict[str, int]:
    return {name: count for name in COUNTERS if (count := getattr(counters, name))}
