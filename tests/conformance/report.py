"""Outcomes as a table by area, as a list of the worst cases, and compared with the committed figures."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from .outcome import OUTCOMES, Outcome, worse

BASELINE = Path(__file__).with_name("baseline.json")
Baseline = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Suite → area → case → outcome, for all cases whose outcome is not "same"."""


def table(suite: str, outcomes: Iterable[Outcome]) -> str:
    """How many cases of each area went how, and the share of those run that gave Neo4j's answer."""
    areas: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        areas[outcome.area][outcome.kind] += 1
    width = max(len(area) for area in (*areas, suite))
    lines = [f"{suite:<{width}}" + "".join(f"{kind:>9}" for kind in OUTCOMES) + f"{'% same':>9}"]
    lines += [_line(area, counts, width) for area, counts in sorted(areas.items())]
    temporal = sum((counts for area, counts in areas.items() if "temporal" in area), Counter())
    total = sum(areas.values(), Counter())
    return "\n".join([*lines, _line("without temporal", total - temporal, width), _line("all", total, width)])


def _line(name: str, counts: Counter[str], width: int) -> str:
    share = 100 * counts["same"] / max(counts.total() - counts["skipped"], 1)
    return f"{name:<{width}}" + "".join(f"{counts[kind] or '':>9}" for kind in OUTCOMES) + f"{share:>9.1f}"


def listing(outcomes: Iterable[Outcome]) -> str:
    """Each case with its query and what was seen, the worst first."""
    ordered = sorted(outcomes, key=lambda outcome: (-OUTCOMES.index(outcome.kind), outcome.area))
    return "\n".join(
        f"{outcome.kind:<8}{outcome.id:<28}{' '.join(outcome.query.split())}\n{'':36}{outcome.reason}{outcome.note}"
        for outcome in ordered
    )


def regressions(suite: str, outcomes: Iterable[Outcome], baseline: Baseline) -> list[Outcome]:
    """The cases that went worse than the committed figures say."""
    known = baseline.get(suite, {})
    return [o for o in outcomes if worse(o.kind, known.get(o.area, {}).get(o.id, "same"))]


def improved(suite: str, outcomes: Iterable[Outcome], baseline: Baseline) -> int:
    """How many cases went better than the committed figures say."""
    known = baseline.get(suite, {})
    return sum(worse(known.get(o.area, {}).get(o.id, "same"), o.kind) for o in outcomes)


def load() -> Baseline:
    """The committed figures; without a file, none: then all cases should be the same."""
    if not BASELINE.exists():
        return {}
    baseline: Baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    return baseline


def save(results: Mapping[str, Iterable[Outcome]]) -> None:
    """Makes these outcomes the committed figures."""
    baseline: dict[str, dict[str, dict[str, str]]] = {}
    for suite, outcomes in results.items():
        areas = baseline.setdefault(suite, {})
        for outcome in outcomes:
            if outcome.kind != "same":
                areas.setdefault(outcome.area, {})[outcome.id] = outcome.kind
    BASELINE.write_text(json.dumps(baseline, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
