"""openCypher's scenarios: what they expect to run is read, what they expect to be refused is refused.

The scenarios are no part of the project; where they are not beside it (../shared/tck), these tests are skipped.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cypher_translate import CypherSyntaxError, generate, parse
from cypher_translate.semantics import analyse

TCK = Path(__file__).parents[3] / "shared" / "tck"
PLAIN_SYNTAX = {"UnexpectedSyntax", "InvalidNumberLiteral", "InvalidUnicodeCharacter", "InvalidUnicodeLiteral"}

pytestmark = pytest.mark.skipif(not TCK.is_dir(), reason="openCypher's scenarios are not at ../shared/tck")


@pytest.fixture(scope="module")
def queries() -> dict[str, str]:
    """Each query of the scenarios, with the compile-time error that it must give; "" where it must run."""
    pytest.importorskip("gherkin", reason="needs gherkin-official")
    from tests.conformance.tck import ExpectedError, scenarios

    found: dict[str, str] = {}
    for scenario in scenarios(TCK):
        found.update(dict.fromkeys(scenario.setup, ""))
        for execution in scenario.executions:
            expected = execution.expected
            fails = isinstance(expected, ExpectedError) and expected.phase == "compile time"
            # A scenario with procedures of its own may fail for their sake only.
            if not (fails and scenario.procedures):
                found[execution.query] = expected.detail if fails else ""  # type: ignore[union-attr]
    return found


def test_what_runs_is_read(queries: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    running = [query for query, detail in queries.items() if not detail]
    unread = []
    for query in running:
        try:
            parse(query)
        except CypherSyntaxError as error:
            unread.append(f"{query}\n{error}")
    with capsys.disabled():
        print(f"\nTCK: {len(running) - len(unread)} of {len(running)} queries that are to run are read")
    assert unread == []


def test_what_is_wrong_is_refused(queries: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    refused: Counter[bool] = Counter()
    accepted = []
    for query, detail in queries.items():
        if not detail:
            continue
        try:
            analyse(parse(query))
            accepted.append(f"{detail}: {query}")
        except CypherSyntaxError:
            refused[detail in PLAIN_SYNTAX] += 1
    wrong = sum(bool(detail) for detail in queries.values())
    plain = sum(detail in PLAIN_SYNTAX for detail in queries.values())
    with capsys.disabled():
        print(f"\nTCK: {refused[True]} of {plain} queries with plain syntax errors are refused,")
        print(f"     {refused.total()} of {wrong} with any error of compile time")
    assert accepted == []


def test_round_trip(queries: dict[str, str]) -> None:
    for query in queries:
        try:
            tree = parse(query)
        except CypherSyntaxError:
            continue
        text = generate(tree)
        assert parse(text) == tree, text
