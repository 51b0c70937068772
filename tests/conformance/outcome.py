"""The verdict on one case."""

from __future__ import annotations

from dataclasses import dataclass

from .runner import Failure, Kind

OUTCOMES = ("same", "skipped", "refused", "error", "wrong", "crash")
"""From best to worst: Neo4j's answer; not run, as FalkorDB cannot be brought into the state that the case starts
from; refused before it ran; a raw error where Neo4j answers; another answer in silence; the server gone."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case went: `kind` is one of OUTCOMES, `reason` says what was seen where it is not the same."""

    id: str
    area: str
    kind: str
    query: str
    reason: str = ""
    note: str = ""


def of_failure(failure: Failure) -> str:
    """The outcome of a case that should have given an answer and failed."""
    match failure.kind:
        case Kind.REFUSED:
            return "refused"
        case Kind.CRASHED:
            return "crash"
    return "error"


def of_expected_error(failure: Failure, *, at_compile_time: bool, raw: bool) -> str:
    """The outcome of a case that should fail and did. Raw FalkorDB does not tell the phase of an error."""
    match failure.kind:
        case Kind.CRASHED:
            return "crash"
        case Kind.REFUSED:
            return "refused"
        case Kind.DEFECT if not raw:
            return "error"
        case Kind.FAILED if at_compile_time and not raw:
            return "error"
    return "same"


def worse(one: str, other: str) -> bool:
    """Whether the first outcome is worse than the second."""
    return OUTCOMES.index(one) > OUTCOMES.index(other)
