"""What a query gave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cypher_translate.falkordb.values import identity

_COUNTERS = {
    "Nodes created": "nodes_created",
    "Nodes deleted": "nodes_deleted",
    "Relationships created": "relationships_created",
    "Relationships deleted": "relationships_deleted",
    "Properties set": "properties_set",
    "Properties removed": "properties_set",
    "Labels added": "labels_added",
    "Labels removed": "labels_removed",
    "Indices created": "indexes_added",
    "Indices deleted": "indexes_removed",
}


@dataclass(slots=True)  # frozen, each would take 0.5 µs longer to make
class Result:
    """The columns and rows of a query, and what it changed.

    ``rows`` are tuples of Python values. ``stats`` has the counters of Neo4j's driver that are not 0, by their names
    there (``nodes_created``, ``properties_set`` ...). ``plan`` is FalkorDB's execution plan, for EXPLAIN only.
    ``is_approximate``: there are floats of which the server has sent no more than 15 digits.
    """

    columns: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    stats: dict[str, int] = field(default_factory=dict)
    plan: str = ""
    is_approximate: bool = False

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def counters(statistics: Iterable[str], marks: bool = False) -> dict[str, int]:
    """Neo4j's counters from the server's lines ``Nodes created: 1``; removing a property is setting it, as there.

    ``marks``: labels that were removed are marks, added before by the same statement.
    """
    found: dict[str, int] = {}
    for line in statistics:
        label, _, number = line.partition(": ")
        name = _COUNTERS.get(label)
        if name:
            found[name] = found.get(name, 0) + int(number)
    if marks:
        added = found.pop("labels_added", 0) - found.pop("labels_removed", 0)
        return found | ({"labels_added": added} if added > 0 else {})
    return found


def united(columns: tuple[str, ...], results: Sequence[Result], distinct: bool) -> Result:
    """The union of the results of several statements: all rows in order, or each once if `distinct`."""
    rows = [row for result in results for row in result.rows]
    if distinct:
        first: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        for row in rows:
            first.setdefault(tuple(map(identity, row)), row)
        rows = list(first.values())
    stats: dict[str, int] = {}
    for result in results:
        for name, number in result.stats.items():
            stats[name] = stats.get(name, 0) + number
    return Result(columns, rows, stats)
