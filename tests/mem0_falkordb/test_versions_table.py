"""The table of Mem0's releases and operations is whole, and says yes everywhere."""

from __future__ import annotations

from tools.mem0_environments import VERSIONS
from tools.mem0_table import BEGIN, CHECKS, DOCUMENT, END, README


def test_the_table_names_every_release_and_operation() -> None:
    lines = [line for line in DOCUMENT.read_text().splitlines() if line.startswith("|")]
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert head == ["", *VERSIONS]
    assert [row[0] for row in rows] == list(CHECKS)
    assert {cell for row in rows for cell in row[1:]} == {"yes"}
    assert "\n".join(lines) == README.read_text().partition(BEGIN)[2].partition(END)[0].strip()
