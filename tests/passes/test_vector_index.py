"""Similar nodes from the vector index: with as many as there are, the answers are the exact ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from cypher_translate import FalkorGraph, Options, translate
from tests.mem0_corpus.test_recordings import answer, comparable
from tools.oracle.cases import Json, observe, read

SEARCHES = Path(__file__).parents[2] / "corpus" / "mem0" / "search.json"
INDEXED = Options(vector_index=True)
INDEX = (
    "CREATE VECTOR INDEX similar IF NOT EXISTS FOR (n:`__Entity__`) ON (n.embedding) "
    "OPTIONS {indexConfig: {`vector.dimensions`: 4, `vector.similarity_function`: 'cosine'}}"
)


CASES = [case for case in read(SEARCHES) if "plain list" not in case["name"]]
"""FalkorDB's index holds vectors only: what is stored as a list of numbers is not found."""


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_mem0s_search_by_the_index(graph: FalkorGraph, case: dict[str, Json]) -> None:
    indexed = FalkorGraph(graph.db, graph.name, options=INDEXED)
    given = {**case, "given": [*case["given"], {"query": INDEX}]}

    observed = observe(partial(answer, indexed), given)

    assert comparable(observed) == comparable(case)


def test_a_search_says_that_it_is_approximate() -> None:
    case = read(SEARCHES)[0]
    query = "\n".join(case["query"])

    translation = translate(query, options=INDEXED)

    assert "db.idx.vector.queryNodes('__Entity__', 'embedding', 40," in translation.text
    assert "vector-index" in {diagnostic.code for diagnostic in translation.diagnostics}
    assert "db.idx" not in translate(query).text


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:A) RETURN vector.similarity.cosine(n.e, $v) AS s",
        "MATCH (n:A) WITH vector.similarity.cosine(n.e, $v) AS s WHERE s < 0.5 RETURN s",
        "MATCH (n:A) RETURN vector.similarity.cosine(n.e, $v) AS s ORDER BY s LIMIT 3",
        "MATCH (n:A)-->(m) WITH n, vector.similarity.cosine(n.e, $v) AS s WHERE s > 0.5 RETURN s",
        "MATCH (n) WITH n, vector.similarity.cosine(n.e, $v) AS s WHERE s > 0.5 RETURN s",
        "MATCH (n:A) WITH n, vector.similarity.cosine(n.e, n.f) AS s WHERE s > 0.5 RETURN s",
        "MATCH (n:A) WITH n, vector.similarity.cosine(n.e, $v) AS s WHERE s > 0.5 SET n.x = s",
        "MATCH (n:A) WITH max(vector.similarity.cosine(n.e, $v)) AS s WHERE s > 0.5 RETURN s",
    ],
)
def test_what_needs_every_node_looks_at_every_node(query: str) -> None:
    assert "db.idx" not in translate(query, options=INDEXED).text
