"""Recording what Neo4j answers, so that tests need neither Neo4j nor Java."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from neo4j import Driver

from .cases import Json, observe, with_defaults
from .layout import layout
from .server import oracle
from .session import answer, empty


def record(cases: Iterable[Mapping[str, Json]], driver: Driver | None = None) -> list[dict[str, Json]]:
    """Ask Neo4j about each case (see `cases.py` for what one holds) and return them with `answer` and `after`.

    Starts an oracle where no driver is given; the database of a given one is emptied for each case.
    """
    if driver is None:
        with oracle() as started:
            return record(cases, started)
    recorded = []
    for case in cases:
        empty(driver)
        recorded.append({**case, **observe(partial(answer, driver), case)})
    return recorded


def record_file(path: Path, driver: Driver) -> list[str]:
    """Record all cases of a corpus file in place and return the names of those whose recording changed."""
    corpus = json.loads(path.read_text(encoding="utf-8"))
    before = corpus["cases"]
    recorded = record((with_defaults(case, corpus) for case in before), driver)
    corpus["cases"] = [
        case | {key: new[key] for key in ("answer", "after")} for case, new in zip(before, recorded, strict=True)
    ]
    path.write_text(layout(corpus), encoding="utf-8")
    return [new["name"] for old, new in zip(before, corpus["cases"], strict=True) if old != new]
