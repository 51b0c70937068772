"""Recording what Neo4j's functions and operators give: ``python -m tools.oracle.functions [FILE …]``.

The files of ``corpus/functions`` are told in the README.md there. Each case's arguments come as properties of one map
parameter, so that Neo4j knows no types before it runs and refuses nothing beforehand.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from neo4j import Driver

from .layout import layout
from .server import oracle
from .session import answer

Json = Any
Form = dict[str, Json]

CORPUS = Path(__file__).parents[2] / "corpus" / "functions"
ARGUMENTS = "xyz"


def record_file(path: Path, driver: Driver) -> int:
    """Record the answers of all cases of a file in place; return how many changed."""
    forms: list[Form] = json.loads(path.read_text(encoding="utf-8"))
    changed = 0
    for form in forms:
        recorded = [[given, ask(driver, form, given), *left] for given, _, *left in form["cases"]]
        changed += sum(old != new for old, new in zip(form["cases"], recorded, strict=True))
        form["cases"] = recorded
    path.write_text(layout(forms), encoding="utf-8")
    return changed


def ask(driver: Driver, form: Mapping[str, Json], arguments: list[Json]) -> Json:
    """The value that Neo4j gives, or ``{"$error": status code}``."""
    given = dict(zip(ARGUMENTS, arguments, strict=False))
    bound = "WITH " + ", ".join(f"$given.{name} AS {name}" for name in given)
    each = "UNWIND x AS v " if form.get("aggregate") else ""
    told = answer(driver, f"{bound} {each}RETURN {form['neo4j']}", {"given": plain(given)})
    return {"$error": told["error"].partition(": ")[0]} if "error" in told else told["rows"][0][0]


def plain(value: Json) -> Any:
    """Canonical JSON as a parameter for the driver."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        if "$float" in value:
            return {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}[value["$float"]]
        return {key: plain(item) for key, item in value.items()}
    return value


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(CORPUS.glob("*.json"))
    with oracle() as driver:
        for path in paths:
            print(f"{path.name}: {record_file(path, driver)} changed")


if __name__ == "__main__":
    main()
