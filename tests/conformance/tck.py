"""openCypher's Technology Compatibility Kit: its feature files read into scenarios, and a scenario judged.

A real Neo4j 5.26, judged by this module, passes all scenarios that need no procedure but two: it accepts
ReturnOrderBy6[5], and answers List11[3] differently. (In Temporal2[6]#5 its driver loses the seconds of an offset.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from . import tck_values, values
from .effects import Effects, agree, difference, snapshot
from .outcome import Outcome, of_expected_error, of_failure
from .runner import Answer, Failure, Runner, clear
from .values import Canonical

Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ExpectedError:
    type: str
    phase: str  # "compile time", "runtime" or "any time"
    detail: str


@dataclass(frozen=True, slots=True)
class ExpectedRows:
    columns: tuple[str, ...] | None  # None: only "the result should be empty" is said
    rows: tuple[tuple[Canonical, ...], ...]
    in_order: bool = False
    lists_unordered: bool = False


@dataclass(frozen=True, slots=True)
class Execution:
    """One query with what should come of it."""

    query: str
    parameters: Mapping[str, object]
    expected: ExpectedRows | ExpectedError | None = None
    effects: Effects | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario with outline parameters filled in; `id` is feature, number, and row of the examples."""

    id: str
    area: str
    name: str
    setup: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    executions: tuple[Execution, ...] = ()


@dataclass(slots=True)
class _Draft:
    """What the steps read so far have said."""

    setup: list[str] = field(default_factory=list)
    procedures: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)
    executions: list[Execution] = field(default_factory=list)


def scenarios(folder: Path) -> Iterator[Scenario]:
    """All scenarios under ``folder/features``, in the order of their paths."""
    parser = Parser()
    for path in sorted((folder / "features").rglob("*.feature")):
        document: Any = parser.parse(path.read_text(encoding="utf-8"))
        document["uri"] = str(path)
        rows: Counter[str] = Counter()
        for pickle in Compiler().compile(document):
            number = pickle["name"].partition("]")[0]
            rows[number] += 1
            yield _scenario(pickle, path, folder, rows[number])


def _scenario(pickle: Any, path: Path, folder: Path, row: int) -> Scenario:
    outline = f"#{row}" if len(pickle["astNodeIds"]) > 1 else ""
    number = pickle["name"].partition("]")[0].removeprefix("[")
    draft = _Draft()
    for step in pickle["steps"]:
        _read(step["text"].strip(), step.get("argument", {}), draft, folder)
    return Scenario(
        id=f"{path.stem}[{number}]{outline}",
        area=path.parent.relative_to(folder / "features").as_posix(),
        name=pickle["name"],
        setup=tuple(draft.setup),
        procedures=tuple(draft.procedures),
        executions=tuple(draft.executions),
    )


def _read(step: str, argument: Any, draft: _Draft, folder: Path) -> None:
    text = argument.get("docString", {}).get("content", "")
    rows = argument.get("dataTable", {}).get("rows", ())
    table = tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows)
    match step:
        case "an empty graph" | "any graph":
            pass
        case "having executed:":
            draft.setup.append(text)
        case "parameters are:":
            draft.parameters = {name: tck_values.plain(tck_values.parse(value)) for name, value in table}
        case "executing query:" | "executing control query:":
            draft.executions.append(Execution(text, dict(draft.parameters)))
        case "no side effects":
            _expect(draft, effects=Counter())
        case "the side effects should be:":
            _expect(draft, effects=Counter({name: int(count) for name, count in table}))
        case "the result should be empty":
            _expect(draft, expected=ExpectedRows(None, ()))
        case _ if step.startswith("the result should be"):
            _expect(draft, expected=_expected_rows(step, table))
        case _ if step.endswith(" graph"):
            name = step.removeprefix("the ").removesuffix(" graph")
            draft.setup.append((folder / "graphs" / f"{name}.cypher").read_text(encoding="utf-8").strip().rstrip(";"))
        case _ if step.startswith("there exists a procedure "):
            draft.procedures.append(step.removeprefix("there exists a procedure "))
        case _ if " should be raised at " in step:
            kind, _, rest = step.partition(" should be raised at ")
            phase, _, detail = rest.partition(":")
            _expect(draft, expected=ExpectedError(kind.split()[-1], phase.strip(), detail.strip()))
        case _:
            raise ValueError(f"a step that the runner does not know: {step!r}")


def _expect(draft: _Draft, **fields: Any) -> None:
    draft.executions[-1] = replace(draft.executions[-1], **fields)


def _expected_rows(step: str, table: Table) -> ExpectedRows:
    return ExpectedRows(
        columns=table[0],
        rows=tuple(tuple(map(tck_values.parse, row)) for row in table[1:]),
        in_order="in order" in step,
        lists_unordered="ignoring element order for lists" in step,
    )


def judge(scenario: Scenario, runner: Runner) -> Outcome:
    """Runs a scenario on a graph of its own and says how it went."""
    outcome = Outcome(scenario.id, scenario.area, "same", scenario.executions[0].query)
    if scenario.procedures:
        return replace(outcome, kind="skipped", reason="no procedure can be defined in FalkorDB")
    try:
        for query in scenario.setup:
            try:
                runner.run(query, {})
            except Failure as failure:
                return replace(outcome, kind=of_failure(failure), reason=f"while setting up: {failure}")
        for execution in scenario.executions:
            outcome = _judge_execution(replace(outcome, query=execution.query), execution, runner)
            if outcome.kind != "same":
                break
        return outcome
    finally:
        clear(runner.server)


def _judge_execution(outcome: Outcome, execution: Execution, runner: Runner) -> Outcome:
    expected = execution.expected
    before = snapshot(runner.server)
    try:
        answer = runner.run(execution.query, execution.parameters)
    except Failure as failure:
        return _judge_failure(outcome, failure, expected, runner)
    if isinstance(expected, ExpectedError):
        return replace(outcome, kind="wrong", reason=f"accepted; expected {expected.type} ({expected.detail})")
    reason = _rows_differ(answer, expected) if expected else ""
    if not reason and execution.effects is not None:
        effects = difference(before, snapshot(runner.server))
        if not agree(effects, execution.effects, answer.stats):
            reason = f"side effects {dict(effects)}, expected {dict(execution.effects)}"
    return replace(outcome, kind="wrong" if reason else "same", reason=reason)


def _judge_failure(
    outcome: Outcome, failure: Failure, expected: ExpectedRows | ExpectedError | None, runner: Runner
) -> Outcome:
    if not isinstance(expected, ExpectedError):
        return replace(outcome, kind=of_failure(failure), reason=f"{failure.kind.value}: {failure}")
    at_compile_time = expected.phase == "compile time"
    kind = of_expected_error(failure, at_compile_time=at_compile_time, raw=runner.name == "raw")
    reason = "" if kind == "same" else f"{failure.kind.value}: {failure}; expected {expected.type} ({expected.detail})"
    differs = at_compile_time and failure.detail not in (None, expected.detail)
    return replace(outcome, kind=kind, reason=reason, note=f"{failure.detail} ≠ {expected.detail}" if differs else "")


def _rows_differ(answer: Answer, expected: ExpectedRows) -> str:
    if expected.columns is not None and answer.columns != expected.columns:
        return f"columns {list(answer.columns)}, expected {list(expected.columns)}"
    got = [tuple(map(values.as_tck_writes, row)) for row in answer.rows]
    want = [tuple(map(values.as_tck_writes, row)) for row in expected.rows]
    if expected.lists_unordered:
        got = [tuple(map(values.unordered, row)) for row in got]
        want = [tuple(map(values.unordered, row)) for row in want]
    same = got == want if expected.in_order else Counter(got) == Counter(want)
    return "" if same else f"rows {show_rows(got)}, expected {show_rows(want)}"


def show_rows(rows: list[tuple[Canonical, ...]]) -> str:
    """At most six rows, for listings."""
    shown = "; ".join(", ".join(map(values.show, row)) for row in rows[:6])
    return f"[{shown}]" + (f" … {len(rows)} in all" if len(rows) > 6 else "")
