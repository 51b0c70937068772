"""What Neo4j answered to some 1,600 queries, and how the library's answer compares.

A file is a list of JSON objects, one a line: ``id``, ``area``, ``setup`` (queries run first), ``query``, ``params``
and ``neo4j``: ``{columns, rows, stats}``, with ``state`` (nodes, relationships) after a write, or ``{error}``.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import values
from .outcome import Outcome, of_expected_error, of_failure
from .runner import Answer, Failure, Runner, clear
from .tck import show_rows
from .values import Canonical

COUNTERS = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "labels_added")
"""The counters that mean the same on both sides; property counters differ by design."""

STATE_QUERIES = {"nodes": "MATCH (n) RETURN n", "relationships": "MATCH (a)-[r]->(b) RETURN a, r, b"}
"""What was asked after a write, to record the whole graph."""

UNREPEATABLE = ("randomUUID()", "timestamp()", "datetime()")
"""What a query with one of these stores is another value each time."""

Rows = list[tuple[Canonical, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """A query with what Neo4j made of it."""

    id: str
    area: str
    setup: tuple[str, ...]
    query: str
    parameters: Mapping[str, Any]
    neo4j: Mapping[str, Any]


def cases(folder: Path) -> Iterator[Case]:
    """All cases of the ``*.jsonl`` files in a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                case = json.loads(line)
                setup, parameters = tuple(case.get("setup") or ()), case.get("params") or {}
                parameters = {name: _parameter(value) for name, value in parameters.items()}
                yield Case(case["id"], case["area"], setup, case["query"], parameters, case["neo4j"])


def _parameter(value: Any) -> Any:
    """A parameter as it was sent: dates were recorded as Python writes them, ``datetime.date(2020, 5, 6)``."""
    if isinstance(value, str) and value.startswith("datetime.date("):
        return datetime.date(*map(int, value.removeprefix("datetime.date(").removesuffix(")").split(",")))
    return value


def judge(case: Case, runner: Runner) -> Outcome:
    """Runs a case on a graph of its own and says how it went."""
    outcome = Outcome(case.id, case.area, "same", case.query)
    try:
        for query in case.setup:
            try:
                runner.run(query, {})
            except Failure as failure:
                return replace(outcome, kind=of_failure(failure), reason=f"while setting up: {failure}")
        return _judge_query(outcome, case, runner)
    finally:
        clear(runner.server)


def _judge_query(outcome: Outcome, case: Case, runner: Runner) -> Outcome:
    error = case.neo4j.get("error")
    if error is not None and error.startswith("DRIVER"):
        return replace(outcome, kind="skipped", reason=f"no answer was recorded: {error}")
    try:
        answer = runner.run(case.query, case.parameters)
    except Failure as failure:
        reason = f"{failure.kind.value}: {failure}"
        if error is None:
            return replace(outcome, kind=of_failure(failure), reason=reason)
        kind = of_expected_error(failure, at_compile_time=False, raw=runner.name == "raw")
        return replace(outcome, kind=kind, reason="" if kind == "same" else f"{reason}; Neo4j: {error}")
    if error is not None:
        return replace(outcome, kind="wrong", reason=f"accepted; Neo4j: {error}")
    reason = _answers_differ(answer, case) or _stats_differ(answer, case) or _states_differ(case, runner)
    return replace(outcome, kind="wrong" if reason else "same", reason=reason)


def _answers_differ(answer: Answer, case: Case) -> str:
    columns = tuple(case.neo4j["columns"])
    if answer.columns != columns:
        return f"columns {list(answer.columns)}, Neo4j {list(columns)}"
    got = _comparable(answer.rows, case)
    want = _comparable((map(recorded, row) for row in case.neo4j["rows"]), case)
    same = got == want if _rows_ordered(case.query.upper()) else Counter(got) == Counter(want)
    return "" if same else f"rows {show_rows(got)}, Neo4j {show_rows(want)}"


def _comparable(rows: Iterable[Iterable[Canonical]], case: Case) -> Rows:
    """Rows at the precision of the recordings: 12 digits, but in the area that is about digits."""
    digits = 17 if case.area == "float" else 12
    found = [tuple(values.rounded(value, digits) for value in row) for row in rows]
    if _lists_unordered(case.query.upper()):
        return [tuple(map(values.unordered, row)) for row in found]
    return found


def _rows_ordered(query: str) -> bool:
    """Whether the last projection is ordered; `query` is in upper case."""
    return query.rfind("ORDER BY") > query.rfind("RETURN")


def _lists_unordered(query: str) -> bool:
    """Whether the query makes lists whose order Neo4j leaves open; `query` is in upper case."""
    if "ORDER BY" in query:
        return False
    return any(word in query for word in ("COLLECT", "KEYS(", "LABELS(", "[(", "[P ="))


def _stats_differ(answer: Answer, case: Case) -> str:
    differing = {
        name: (answer.stats.get(name, 0), case.neo4j["stats"].get(name, 0))
        for name in COUNTERS
        if answer.stats.get(name, 0) != case.neo4j["stats"].get(name, 0)
    }
    return f"counters {differing} (Neo4j's second)" if differing else ""


def _states_differ(case: Case, runner: Runner) -> str:
    if "state" not in case.neo4j or any(call in case.query for call in UNREPEATABLE):
        return ""
    for (name, query), expected in zip(STATE_QUERIES.items(), case.neo4j["state"], strict=True):
        try:
            rows = runner.run(query, {}).rows
        except Failure as failure:
            return f"the graph cannot be read afterwards: {failure}"
        got = Counter(_comparable(rows, case))
        want = Counter(_comparable((map(recorded, row) for row in expected), case))
        if got != want:
            return f"{name} afterwards {show_rows(list(got - want))}, Neo4j {show_rows(list(want - got))}"
    return ""


def recorded(value: Any) -> Canonical:
    """The canonical form of a recorded value, such as ``{"$date": "2020-02-29"}``."""
    if isinstance(value, list):
        return values.list_of(map(recorded, value))
    if not isinstance(value, dict):
        return values.canonical(value)
    match value:
        case {"$float": text}:
            return values.float_of(float(text))
        case {"$node": {"labels": labels, "props": properties}}:
            return values.node_of(labels, recorded(properties))
        case {"$rel": {"type": kind, "props": properties}}:
            return values.relationship_of(kind, recorded(properties))
        case {"$path": [first, *rest]}:
            steps = (
                (arrow, recorded(rel), recorded(node)) for (arrow, rel), node in zip(rest[::2], rest[1::2], strict=True)
            )
            return values.path_of(recorded(first), steps)
        case {"$duration": [months, days, seconds, nanoseconds], "iso": text}:
            return values.duration_of(text, months, days, seconds, nanoseconds)
        case {"$point": coordinates, "srid": srid}:
            return values.point_of(srid, coordinates)
        case {"$datetime": text, "tz": zone}:
            date, _, clock = text.partition("T")
            suffix = "" if zone == "UTC" or zone[:1] in "+-" else f"[{zone}]"
            return ("temporal", f"{date}T{values.shortest_time(clock)}{suffix}")
        case {"$localdatetime": text}:
            date, _, clock = text.partition("T")
            return ("temporal", f"{date}T{values.shortest_time(clock)}")
        case {"$localtime": text} | {"$time": text}:
            return ("temporal", values.shortest_time(text))
        case {"$date": text}:
            return ("temporal", text)
    return values.map_of((key, recorded(item)) for key, item in value.items())
