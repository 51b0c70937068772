"""Subqueries, writes, applications: FalkorDB, asked through `FalkorGraph`, answers and writes what Neo4j was seen to.

`corpus/applications`, `corpus/subqueries` and `corpus/writes` hold the cases; `tools/oracle` records them and says
what a case is.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from cypher_translate import FalkorGraph
from tests.mem0_corpus.test_recordings import answer, comparable
from tools.oracle.cases import Json, observe, read

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = ("applications", "projections", "subqueries", "writes")
FILES = sorted(file for folder in FOLDERS for file in (CORPUS / folder).glob("*.json"))
CASES = [pytest.param(case, id=f"{file.stem}: {case['name']}") for file in FILES for case in read(file)]


@pytest.mark.parametrize("case", CASES)
def test_answers_as_neo4j_did(graph: FalkorGraph, case: dict[str, Json]) -> None:
    observed = observe(partial(answer, graph), case)

    assert comparable(observed) == comparable(case)


def test_the_corpus_is_there() -> None:
    assert len(CASES) > 100
