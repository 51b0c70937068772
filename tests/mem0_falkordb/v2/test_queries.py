"""Every query of the graph memory gives on FalkorDB what Neo4j answered."""

from __future__ import annotations

import json
from typing import Any

from cypher_translate import FalkorGraph
from tests.mem0_falkordb.v2.recording import RECORDED, STEPS, run


def test_falkordb_answers_what_neo4j_answered(graph: FalkorGraph) -> None:
    recorded = [(answer["step"], answer["rows"]) for answer in json.loads(RECORDED.read_text())]

    def ask(text: str, parameters: Any) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = graph.query(text, parameters).records()
        return rows

    answers = [(name, json.loads(json.dumps(rows))) for name, rows in run(ask)]
    assert [name for name, _ in recorded] == [name for name, _, _ in STEPS]
    differences = [(old, new) for old, new in zip(recorded, answers, strict=True) if old != new]
    assert differences == []
