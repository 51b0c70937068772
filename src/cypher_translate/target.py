"""Which FalkorDB a query is translated for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Version: TypeAlias = tuple[int, int, int]

NEWEST: Version = (4, 22, 1)
"""The newest version that was measured."""


@dataclass(frozen=True, slots=True)
class Target:
    """A version of FalkorDB's graph module."""

    version: Version = NEWEST

    @classmethod
    def parse(cls, text: str) -> Target:
        """From ``4.22.1``, or ``42201`` as the server names its module version. ValueError on anything else."""
        parts = text.split(".")
        if len(parts) == 1 and text.isascii() and text.isdigit() and len(text) >= 5:
            number = int(text)
            return cls((number // 10000, number // 100 % 100, number % 100))
        if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError(f"{text!r} is no version of FalkorDB: write it like 4.22.1")
        major, minor, patch = [*(int(part) for part in parts), 0, 0][:3]
        return cls((major, minor, patch))

    def __str__(self) -> str:
        return ".".join(str(part) for part in self.version)
