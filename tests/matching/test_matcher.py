"""The matcher itself: openCypher's rules one by one, and the answers that Neo4j gave to the difference cases."""

from __future__ import annotations

from collections import Counter

import pytest

from cypher_translate import CypherError
from tests.conformance import differences, values
from tests.conformance.suites import SHARED
from tests.matching import matcher, reading

GRAPH = "CREATE (a:A {i: 0}), (b:B {i: 1}), (a)-[:T {i: 0}]->(b), (a)-[:T {i: 1}]->(b), (b)-[:U {i: 2}]->(b)"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("MATCH (a)-->(b) RETURN count(*) AS c", 3),  # parallel relationships are each a row
        ("MATCH (a)--(b) RETURN count(*) AS c", 5),  # a self-loop once, others from both ends
        ("MATCH (a)-->(b)<--(c) RETURN count(*) AS c", 6),  # no relationship twice
        ("MATCH (a)-->(b) MATCH (c)-->(b) RETURN count(*) AS c", 9),  # but twice in two clauses
        ("MATCH (a)-->(), ()-->(b) RETURN count(*) AS c", 6),  # all patterns of a clause together
        ("MATCH (:A)-[*]->(b) RETURN count(*) AS c", 4),
        ("MATCH (:A)-[*0..1]->(b) RETURN count(*) AS c", 3),
        ("MATCH (a:B)-[*2]-(b) RETURN count(*) AS c", 4),
        ("MATCH (a:A) OPTIONAL MATCH (a)-[:U]->(b) RETURN count(*) AS c", 1),
        ("MATCH (a:A) OPTIONAL MATCH (a)-[:U]->(b) RETURN count(b) AS c", 0),
        ("MATCH (a) OPTIONAL MATCH (a)-[r]->(b:B) WHERE r.i > 0 RETURN count(r) AS c", 2),
        ("MATCH (a) WHERE a.none > 1 OR NOT (a)-[:U]->() RETURN count(*) AS c", 1),
        ("MATCH (a)-[r]->(b) MATCH (c)-[r]-(d) RETURN count(*) AS c", 5),
        ("MATCH (a)-->(b) RETURN count(DISTINCT a) AS c", 2),
        ("MATCH (a:None) RETURN count(*) AS c", 0),
    ],
)
def test_counts(query: str, count: int) -> None:
    answer = matcher.answer(reading.read_query(query), reading.read_graph([GRAPH]))
    assert answer == Counter({(values.canonical(count),): 1})


def test_agrees_with_the_recorded_answers_of_neo4j() -> None:
    folder = SHARED / "differences"
    if not folder.is_dir():
        pytest.skip("no ../shared/differences with Neo4j's answers")
    compared = 0
    for case in differences.cases(folder):
        try:
            graph, query = reading.read_graph(list(case.setup)), reading.read_query(case.query)
        except (reading.OutOfReach, CypherError):
            continue
        if "rows" in case.neo4j:
            compared += 1
            recorded = Counter(tuple(map(differences.recorded, row)) for row in case.neo4j["rows"])
            assert matcher.answer(query, graph) == recorded, case.id
    assert compared > 100
