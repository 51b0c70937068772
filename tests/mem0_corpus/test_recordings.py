"""The queries of Mem0's shapes: FalkorDB, asked through `FalkorGraph`, answers and writes what Neo4j was seen to.

`corpus/mem0` holds the cases and what Neo4j 5.26 made of them; `tools/oracle` records them and says what a case is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from falkordb import Edge, Node

from cypher_translate import CypherError, FalkorGraph
from tools.oracle.cases import Answer, Json, observe, read

FILES = sorted((Path(__file__).parents[2] / "corpus" / "mem0").glob("*.json"))
CASES = [pytest.param(case, id=f"{file.stem}: {case['name']}") for file in FILES for case in read(file)]

COUNTED_ALIKE = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "indexes_added")
"""The statistics in which the servers agree by design: FalkorDB counts labels and properties in another way."""


@pytest.mark.parametrize("case", CASES)
def test_answers_as_neo4j_did(graph: FalkorGraph, case: dict[str, Json]) -> None:
    observed = observe(partial(answer, graph), case)

    assert comparable(observed) == comparable(case)


def test_the_corpus_is_there() -> None:
    assert len(CASES) > 100


def comparable(case: Mapping[str, Json]) -> list[str]:
    """What must be the same, as lines of JSON, which tell 1 from 1.0 and true. Of an error, only that there is one."""
    result = dict(case["answer"])
    if "error" in result:
        result["error"] = "some error"
    else:
        result["stats"] = {name: result["stats"][name] for name in COUNTED_ALIKE if name in result["stats"]}
    return json.dumps([result, case["after"]], indent=1, sort_keys=True, ensure_ascii=False).splitlines()


def answer(graph: FalkorGraph, query: str, parameters: Mapping[str, Any]) -> Answer:
    """Run one query, in the form that the recordings have."""
    try:
        result = graph.query(query, parameters)
    except CypherError as error:
        return {"error": str(error)}
    rows = [[encode(value) for value in row] for row in result.rows]
    return {"columns": list(result.columns), "rows": rows, "stats": result.stats}


def encode(value: Any) -> Json:
    """The canonical JSON of a value that `FalkorGraph` returned, as far as Mem0's queries can return one."""
    match value:
        case Node():
            return {"$node": {"labels": sorted(value.labels or ()), "props": properties(value)}}
        case Edge():
            return {"$rel": {"type": value.relation, "props": properties(value)}}
        case datetime() if value.tzinfo:
            return {"$datetime": value.isoformat()}
        case date() | time():
            raise TypeError(f"Mem0 writes no {type(value).__name__}: {value!r}")
        case list():
            return [encode(item) for item in value]
    return value


def properties(entity: Node | Edge) -> dict[str, Json]:
    return {key: encode(value) for key, value in sorted(entity.properties.items())}
