"""Reads plain-text cases: data, a query, and the rows that Neo4j gave."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conformance import differences
from tests.conformance.runner import Failure, Kind, Translated, clear

CORPUS = Path(__file__).parents[1] / "corpus"


@dataclass(frozen=True, slots=True)
class Case:
    """What a case shows, the statements that make its data, its query, and Neo4j's rows (None: it is refused)."""

    title: str
    setup: tuple[str, ...]
    query: str
    rows: list[list[object]] | None


def cases(folder: str) -> list[Case]:
    """The cases in a folder of the corpus: blocks between empty lines.

    The first block of a file is about the file; statements in it make data for all its cases. A case may begin with a
    line ``// title`` and with statements, each ended by a semicolon; then the query, then a line ``// = rows`` (JSON),
    without which the query must be refused.
    """
    return [case for path in sorted((CORPUS / folder).glob("*.cypher")) for case in _read(path)]


def _read(path: Path) -> list[Case]:
    head, *blocks = path.read_text().strip().split("\n\n")
    common = _statements(head.split("\n"))
    found = []
    for block in blocks:
        lines = block.split("\n")
        title = lines.pop(0).removeprefix("// ") if lines[0].startswith("// ") else lines[-2]
        rows = json.loads(lines.pop().removeprefix("// = ")) if lines[-1].startswith("// = ") else None
        query = "\n".join(line for line in lines if not line.endswith(";"))
        found.append(Case(title, common + _statements(lines), query, rows))
    return found


def _statements(lines: list[str]) -> tuple[str, ...]:
    return tuple(line.removesuffix(";") for line in lines if line.endswith(";") and not line.startswith("//"))


def check(case: Case, runner: Translated) -> None:
    """Run a case on an empty graph; the server must live, and give Neo4j's rows in any order."""
    clear(runner.server)
    for statement in case.setup:
        runner.run(statement, {})
    if case.rows is None:
        with pytest.raises(Failure) as refusal:
            runner.run(case.query, {})
        assert refusal.value.kind is Kind.REFUSED, str(refusal.value)
    else:
        rows = Counter(runner.run(case.query, {}).rows)
        assert rows == Counter(tuple(map(differences.recorded, row)) for row in case.rows)
    assert runner.server.restarts == 0
    assert runner.server.alive()
