"""What a whole process costs: importing the library, and the command on a file of one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import alternating, readable, table

ROUNDS = 21


def report() -> str:
    """Markdown: each process, its median time, and its ratio to a process that only imports lark."""
    python = sys.executable
    with TemporaryDirectory() as folder:
        query = Path(folder) / "one-line.cypher"
        query.write_text("MATCH (n) WHERE elementId(n) = $id RETURN n.name\n", encoding="utf-8")
        commands = {
            "python -c 'import lark'": [python, "-c", "import lark"],
            "python -c pass": [python, "-c", "pass"],
            "python -c 'import cypherast'": [python, "-c", "import cypherast"],
            "python -c 'import cypher_translate'": [python, "-c", "import cypher_translate"],
            "cypher-translate one-line.cypher": [str(Path(python).with_name("cypher-translate")), str(query)],
        }
        times = alternating(ROUNDS, *(lambda command=command: _run(command) for command in commands.values()))
    goals = {"python -c 'import cypher_translate'": "1.5", "cypher-translate one-line.cypher": "2.5"}
    rows = [
        (f"`{name}`", readable(time), f"{time / times[0]:.2f}", goals.get(name, ""))
        for name, time in zip(commands, times, strict=True)
    ]
    return f"Median of {ROUNDS} runs, taken in turn.\n\n" + table(("process", "time", "ratio", "at most"), rows)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
