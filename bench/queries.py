"""The queries that are measured: those of corpus/ and, where the folder is there, of openCypher's TCK."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

ROOT = Path(__file__).parent.parent
TCK = ROOT.parent / "shared" / "tck" / "features"


def tck_queries(folder: Path = TCK) -> list[str]:
    """Every distinct query of the scenarios in `folder`, outlines filled in from their examples."""
    return list(dict.fromkeys(query for feature in sorted(folder.rglob("*.feature")) for query in _steps(feature)))


def _steps(feature: Path) -> Iterator[str]:
    document = Parser().parse(feature.read_text(encoding="utf-8"))
    for pickle in Compiler().compile(document | {"uri": feature.name}):
        for step in pickle["steps"]:
            # The only multi-line texts of a scenario are its queries: "executing query:", "having executed:" and so on.
            if text := step.get("argument", {}).get("docString", {}).get("content"):
                yield text


def mem0_queries(folder: Path = ROOT / "corpus" / "mem0") -> list[str]:
    """Every distinct query of the recordings in Mem0's shapes."""
    recordings = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    queries = (case["query"] for recording in recordings for case in recording["cases"])
    return list(dict.fromkeys(query if isinstance(query, str) else "\n".join(query) for query in queries))
