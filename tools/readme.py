"""Write README.md's table of differences from the passes of cypher_translate: `python tools/readme.py`."""

from __future__ import annotations

from pathlib import Path

from cypher_translate.differences import CATALOGUE, versions
from cypher_translate.rewriting.context import Pass

README = Path(__file__).parent.parent / "README.md"
BEGIN = "<!-- passes: written by tools/readme.py -->"
END = "<!-- /passes -->"


def updated(text: str) -> str:
    """The README's text with the table as the passes have it now."""
    before, found, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not found or not ended:
        raise ValueError(f"README.md needs the lines {BEGIN} and {END}: the table goes between them")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def table() -> str:
    """A Markdown table with one row for each pass, in the order in which they run."""
    header = ("code", "in Neo4j", "FalkorDB", "what is done", "cost")
    rows = [(f"`{step.code}`", step.neo4j, step.falkordb, _remedy(step), step.cost) for step in CATALOGUE]
    cells = [header, ("---",) * len(header), *(tuple(map(_cell, row)) for row in rows)]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def _remedy(step: Pass) -> str:
    bounds = versions(step)
    return f"{step.remedy} ({bounds})" if bounds else step.remedy


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    README.write_text(updated(README.read_text(encoding="utf-8")), encoding="utf-8")
