"""Recording what Neo4j answers about temporal values and points: ``python -m tools.oracle.temporal [FILE …]``.

The files of ``corpus/temporal`` are told in the README.md there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from neo4j import Driver

from .server import oracle
from .session import answer

CORPUS = Path(__file__).parents[2] / "corpus" / "temporal"
ARROW = "  =>  "


def record_file(path: Path, driver: Driver) -> int:
    """Record the answers of all cases of a file in place; return how many changed."""
    old = path.read_text(encoding="utf-8").splitlines()
    new = [line if line.startswith("#") else record(line, driver) for line in old]
    path.write_text("\n".join(new) + "\n", encoding="utf-8")
    return sum(before != after for before, after in zip(old, new, strict=True))


def record(line: str, driver: Driver) -> str:
    """The case with Neo4j's answer. A bare `!` stays where Neo4j still refuses."""
    expression, _, known = line.partition(ARROW)
    told = answer(driver, f"RETURN toString({expression})")
    if "error" not in told:
        value = told["rows"][0][0]
        return f"{expression}{ARROW}{'null' if value is None else value}"
    message = told["error"].partition(": ")[2].split(" (line ")[0].split("\n")[0]
    return f"{expression}{ARROW}{'!' if known == '!' else f'! {message}'}"


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(CORPUS.glob("*.txt"))
    with oracle() as driver:
        for path in paths:
            print(f"{path.name}: {record_file(path, driver)} changed")


if __name__ == "__main__":
    main()
