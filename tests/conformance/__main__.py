"""``python -m tests.conformance``: how many cases give Neo4j's answer, by area, against the committed figures.

Exit status 1 where a case went worse than the committed figures say.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from . import report
from .outcome import OUTCOMES, Outcome
from .runner import Raw, Runner, Translated
from .server import Server
from .suites import SHARED, SUITES, available, jobs


def main(arguments: list[str] | None = None) -> int:
    """Runs the suites and prints; returns the exit status."""
    parser = _options()
    options = parser.parse_args(arguments)
    if options.update and (options.suite or options.area or options.id or options.raw):
        parser.error("--update needs the whole run: leave out --suite, --area, --id and --raw")
    if not available(options.shared):
        print(f"nothing to measure: no scenarios and recorded answers in {options.shared}")
        return 0
    started = time.monotonic()
    with Server() as server:
        runner: Runner = Raw(server) if options.raw else Translated(server)
        results = {suite: _run(suite, runner, options) for suite in options.suite or SUITES}
    if options.json:
        lines = {suite: [asdict(outcome) for outcome in outcomes] for suite, outcomes in results.items()}
        options.json.write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.update:
        report.save(results)
    worsened = 0
    for suite, outcomes in results.items():
        if not outcomes:
            continue
        worsened += _print(suite, outcomes, options)
    print(f"{time.monotonic() - started:.0f} s, {server.restarts} restarts of the server")
    return 1 if worsened else 0


def _run(suite: str, runner: Runner, options: argparse.Namespace) -> list[Outcome]:
    chosen = [
        judge
        for identifier, area, judge in jobs(suite, options.shared)
        if (not options.id or any(identifier.startswith(prefix) for prefix in options.id))
        and (not options.area or any(part in area for part in options.area))
    ]
    outcomes = []
    for number, judge in enumerate(chosen, 1):
        outcomes.append(judge(runner))
        if sys.stderr.isatty() and number % 25 == 0:
            print(f"\r{suite} {number}/{len(chosen)}", end="\r", file=sys.stderr)
    return outcomes


def _print(suite: str, outcomes: list[Outcome], options: argparse.Namespace) -> int:
    print(report.table(suite, outcomes), end="\n\n")
    if listed := [outcome for outcome in outcomes if outcome.kind in options.list]:
        print(report.listing(listed), end="\n\n")
    if options.details:
        print("\n".join(f"{o.id:<28}{o.note}" for o in outcomes if o.note), end="\n\n")
    if options.raw:
        return 0
    baseline = report.load()
    if worsened := report.regressions(suite, outcomes, baseline):
        print(f"{len(worsened)} worse than {report.BASELINE.name}:\n{report.listing(worsened)}\n")
    if better := report.improved(suite, outcomes, baseline):
        print(f"{better} better than {report.BASELINE.name} (commit them with --update)\n")
    return len(worsened)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__.partition("\n")[0])
    parser.add_argument("--suite", action="append", choices=SUITES, help="only this suite")
    parser.add_argument("--area", action="append", help="only areas whose name contains this")
    parser.add_argument("--id", action="append", help="only cases whose id starts with this")
    parser.add_argument("--list", action="append", choices=OUTCOMES, default=[], help="list the cases that went so")
    parser.add_argument("--details", action="store_true", help="list invalid queries refused for another reason")
    parser.add_argument("--json", type=Path, help="write all outcomes to this file")
    parser.add_argument("--update", action="store_true", help="make these outcomes the committed figures")
    parser.add_argument("--raw", action="store_true", help="without translation: what the library is needed for")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the scenarios and recorded answers are")
    return parser


if __name__ == "__main__":
    sys.exit(main())
