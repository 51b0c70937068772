"""Reads the plain text of corpus/, whose formats corpus/README.md describes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
BETWEEN_CASES = "\n----\n"
BEFORE_RESULT = "\n=>\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A query and what is to come of it."""

    file: Path
    number: int
    query: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file.stem}-{self.number}"


def cases(folder: str) -> list[Case]:
    """All cases of a folder of the corpus, in order."""
    found = []
    for file in sorted((CORPUS / folder).glob("*.cypher")):
        for number, block in enumerate(file.read_text(encoding="utf-8").split(BETWEEN_CASES), 1):
            query, arrow, expected = block.strip("\n").partition(BEFORE_RESULT)
            if not arrow:
                raise ValueError(f"{file}: case {number} has no line '=>' between the query and what is expected")
            found.append(Case(file, number, query, expected))
    return found


def each(items: Iterable[object]) -> pytest.MarkDecorator:
    """A test for each of these, named by their text."""
    return pytest.mark.parametrize("case", list(items), ids=str)
