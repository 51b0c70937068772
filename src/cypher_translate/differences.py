"""The catalogue of differences between Neo4j's Cypher and FalkorDB's: what the passes say of themselves."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import fill

from cypher_translate.passes import PASSES
from cypher_translate.rewriting.context import Pass

CATALOGUE: tuple[Pass, ...] = tuple(dict.fromkeys(PASSES))
"""Each pass once, in the order in which they first run."""

_WIDTH = 100


def versions(step: Pass) -> str:
    """Which servers need a pass: ``from 4.2.0, before 5.0.0``; empty for all."""
    bounds = (("from", step.since), ("before", step.until))
    return ", ".join(f"{word} {'.'.join(map(str, version))}" for word, version in bounds if version)


def as_maps() -> list[dict[str, str]]:
    """One map for each difference, for JSON."""
    return [
        {
            "code": step.code,
            "neo4j": step.neo4j,
            "falkordb": step.falkordb,
            "remedy": step.remedy,
            "cost": step.cost,
            "versions": versions(step),
        }
        for step in CATALOGUE
    ]


def as_text(emphasised: Callable[[str], str] = str) -> str:
    """A paragraph for each difference; ``emphasised`` marks its heading."""
    paragraphs = []
    for difference in as_maps():
        lines = [emphasised(difference["code"])]
        for label, key in (("Neo4j", "neo4j"), ("FalkorDB", "falkordb"), ("done", "remedy"), ("cost", "cost")):
            if difference[key]:
                lines.append(fill(difference[key], _WIDTH, initial_indent=f"  {label:<9}", subsequent_indent=" " * 11))
        if difference["versions"]:
            lines.append(f"  {'versions':<9}{difference['versions']}")
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)
