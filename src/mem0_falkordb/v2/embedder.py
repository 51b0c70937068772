"""Mem0's own embedder, used in batches."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

logger = logging.getLogger(__name__)

Vector = list[float]


class Embedder:
    """The embedder of a Memory; knows its dimension once it has been used, and asks for it at most once."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._dimension = 0

    @property
    def dimension(self) -> int:
        """How many numbers an embedding has."""
        if not self._dimension:
            self.one("dimension", "search")
        return self._dimension

    def one(self, text: str, action: str) -> Vector:
        """The embedding of one text; `action` is Mem0's: "add", "search" or "update"."""
        return self._noted(self._model.embed(text, action))

    def all(self, texts: Sequence[str], action: str) -> list[Vector]:
        """The embeddings of several texts, in one call where the embedder offers that."""
        if not texts:
            return []
        vectors: list[Any] = []
        try:
            vectors = list(self._model.embed_batch(list(texts), action))
        except Exception as error:
            logger.debug("embedding in a batch failed, one by one then: %s", error)
        if len(vectors) != len(texts):
            vectors = [self._model.embed(text, action) for text in texts]
        return [self._noted(vector) for vector in vectors]

    def _noted(self, vector: Any) -> Vector:
        numbers = [float(number) for number in vector]
        self._dimension = len(numbers)
        return numbers


def cosine(a: Sequence[float], b: Sequence[float]) -> float:
    """The cosine of the angle between two vectors; 0 where one of them is zero."""
    product = sum(x * y for x, y in zip(a, b, strict=True))
    length = (sum(x * x for x in a) * sum(y * y for y in b)) ** 0.5
    return product / length if length else 0.0
