"""The cases of ``corpus/temporal``: expressions in Neo4j's Cypher, and what Neo4j answers (see the README.md there).

`as_functions` writes an expression with the server's functions, in the forms that the rewriting passes use where they
know no types.
"""

from __future__ import annotations

import re
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus" / "temporal"
ARROW = "  =>  "

OPERATORS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
COMPARISONS = ("<", "<=", ">", ">=", "=", "<>")

STRING = re.compile(r"('[^']*')")
FUNCTION = re.compile(r"(?<![\w.])((?:date|localtime|time|localdatetime|datetime|duration|point)(?:\.\w+)?\()")
COMPONENT = re.compile(r"(.*\))\.(\w+)")


def cases() -> list[tuple[str, str, str]]:
    """All cases as (file, expression, answer)."""
    return [
        (path.stem, *line.split(ARROW))
        for path in sorted(CORPUS.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]


def as_functions(expression: str) -> str:
    """The expression in FalkorDB's Cypher."""
    depth = 0
    quoted = False
    for place, letter in enumerate(expression):
        quoted ^= letter == "'"
        depth += 0 if quoted else (letter in "([{") - (letter in ")]}")
        operator = expression[place + 1 :].split(" ", 1)[0]
        if letter == " " and not depth and not quoted and operator in (*OPERATORS, *COMPARISONS):
            return _operation(
                as_functions(expression[:place]), operator, as_functions(expression[place + len(operator) + 2 :])
            )
    component = COMPONENT.fullmatch(expression)
    if component:
        return f"neo4j.component({as_functions(component[1])}, '{component[2]}')"
    parts = STRING.split(expression)
    return "".join(part if part.startswith("'") else FUNCTION.sub(r"neo4j.\1", part) for part in parts)


def _operation(left: str, operator: str, right: str) -> str:
    if operator in OPERATORS:
        return f"neo4j.{OPERATORS[operator]}({left}, {right})"
    if operator in ("=", "<>"):
        return f"{left} {operator} {right}"
    return f"CASE WHEN neo4j.comparable({left}, {right}, {'=' in operator}) THEN {left} {operator} {right} END"
