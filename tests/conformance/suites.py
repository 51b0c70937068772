"""The two suites, and where their material lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from . import differences, tck
from .outcome import Outcome
from .runner import Runner

SHARED = Path(__file__).parents[3] / "shared"
"""An optional folder beside the project, with openCypher's scenarios and Neo4j's recorded answers."""

Job = tuple[str, str, Callable[[Runner], Outcome]]
"""A case's id and area, and what judges it."""


def jobs(suite: str, folder: Path = SHARED) -> Iterator[Job]:
    """The cases of a suite, "tck" or "differences"."""
    if suite == "tck":
        for scenario in tck.scenarios(folder / "tck"):
            yield scenario.id, scenario.area, partial(tck.judge, scenario)
    else:
        for case in differences.cases(folder / "differences"):
            yield case.id, case.area, partial(differences.judge, case)


SUITES = ("tck", "differences")


def available(folder: Path = SHARED) -> bool:
    """Whether the material is there."""
    return all((folder / suite).is_dir() for suite in SUITES)
