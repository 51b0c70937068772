"""Expressions of all kinds, asked through `FalkorGraph`, held against Neo4j's recorded answers.

A case of ``corpus/expressions`` has a query without data and Neo4j's ``answer``: columns and rows, or an error.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cypher_translate import CypherError, Duration, FalkorGraph
from tests.conformance.differences import recorded
from tests.conformance.values import canonical, rounded

Json = Any

DIGITS = 14
"""Fewer than a float has: some of FalkorDB's functions differ in the last one."""
CORPUS = Path(__file__).parents[2] / "corpus" / "expressions"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(CORPUS.glob("*.json"))
    for case in json.loads(file.read_text(encoding="utf-8"))["cases"]
]


@pytest.mark.parametrize("case", CASES)
def test_the_answer_is_neo4js(graph: FalkorGraph, case: dict[str, Json]) -> None:
    query, answer = case["query"], case["answer"]
    if "error" in answer:
        with pytest.raises(CypherError):
            graph.query(query)
        return

    result = graph.query(query)

    assert list(result.columns) == answer["columns"]
    got = [tuple(rounded(canonical(value), DIGITS) for value in row) for row in result.rows]
    expected = [tuple(rounded(recorded(_with_text(value)), DIGITS) for value in row) for row in answer["rows"]]
    assert got == expected if "ORDER BY" in query else Counter(got) == Counter(expected)


def _with_text(value: Json) -> Json:
    """A recorded value whose durations have the text that `recorded` compares."""
    match value:
        case {"$duration": [*parts]}:
            return value | {"iso": str(Duration(*parts))}
        case list():
            return [_with_text(item) for item in value]
    return value


def test_the_corpus_is_there() -> None:
    assert len(CASES) > 70
