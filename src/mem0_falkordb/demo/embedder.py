"""Real sentence embeddings without network: the model that comes inside the package wordllama (256 dimensions)."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

DIMENSIONS = 256


class WordLlamaEmbedder:
    """An embedder as Mem0's factory makes it."""

    def __init__(self, config: Any = None) -> None:
        self.config = config

    def embed(self, text: str, memory_action: str | None = None) -> list[float]:
        return self.embed_batch([text])[0]

    def embed_batch(self, texts: list[str], memory_action: str = "add") -> list[list[float]]:
        # Names of Mem0 1.x have underscores for spaces, and the model knows words.
        vectors: list[list[float]] = _model().embed([text.replace("_", " ") for text in texts]).tolist()
        return vectors


@functools.cache
def _model() -> Any:
    import wordllama

    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
