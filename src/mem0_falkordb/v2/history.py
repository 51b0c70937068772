"""What a graph once said: every period in which a relation was valid, with the memories behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from cypher_translate import FalkorGraph
from mem0_falkordb.v2 import names, queries
from mem0_falkordb.v2.scope import Scope


@dataclass(frozen=True, slots=True)
class RelationPeriod:
    """A relation for as long as it was valid. Times are ISO 8601 in UTC; None where they are not known.

    ``invalidated_by`` is the id of the memory that contradicted it; None where it is valid or its last memory was
    deleted. ``scope`` holds the identities (user_id, agent_id, run_id) that its memories were added with.
    """

    source: str
    relationship: str
    destination: str
    valid: bool
    created_at: str | None
    updated_at: str | None
    invalidated_at: str | None
    invalidated_by: str | None
    memory_ids: tuple[str, ...]
    confidence: float | None
    mentions: int
    scope: dict[str, str]


def periods(
    graph: FalkorGraph, scope: Scope, source: str | None, relationship: str | None, destination: str | None
) -> list[RelationPeriod]:
    """The periods of all relations of the scope that match what is given, oldest first."""
    parameters = {
        "source": None if source is None else names.key(source),
        "relationship": None if relationship is None else names.relationship_type(relationship),
        "destination": None if destination is None else names.key(destination),
        **scope.parameters,
    }
    return [_period(row) for row in graph.query(queries.HISTORY, parameters).records()]


def _period(row: dict[str, Any]) -> RelationPeriod:
    identities = {name: row[name] for name in ("user_id", "agent_id", "run_id") if row[name] is not None}
    return RelationPeriod(
        source=row["source"],
        relationship=row["relationship"],
        destination=row["destination"],
        valid=row["valid"],
        created_at=_time(row["created_at"]),
        updated_at=_time(row["updated_at"]),
        invalidated_at=_time(row["invalidated_at"]),
        invalidated_by=row["invalidated_by"],
        memory_ids=tuple(row["memory_ids"] or ()),
        confidence=row["confidence"],
        mentions=row["mentions"] or 1,
        scope=identities,
    )


def _time(value: Any) -> str | None:
    """Mem0 1.x keeps milliseconds for the one time and a date-time for the other."""
    if value is None:
        return None
    if isinstance(value, int | float):
        value = datetime.fromtimestamp(value / 1000, timezone.utc)
    return value.isoformat() if isinstance(value, datetime) else str(value)
