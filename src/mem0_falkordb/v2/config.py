"""The options of graph memory on Mem0 2.x, besides those that say where FalkorDB is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, Field

from mem0_falkordb.config import FalkorDBConfig
from mem0_falkordb.errors import ConfigurationError
from mem0_falkordb.register import PROVIDER

OUTER_KEYS = ("provider", "config", "custom_prompt", "threshold", "llm")


class GraphMemoryConfig(FalkorDBConfig):
    """The ``config`` of ``graph_store`` on Mem0 2.x. ``base_label`` has no effect: every entity has __Entity__."""

    extraction: Literal["inline", "separate", "off"] = Field(
        "inline", description="relations ride on Mem0's model call, get a call of their own, or are not extracted"
    )
    extract_on_update: bool = Field(False, description="extract from a memory's new text, by a model call, on update()")
    custom_prompt: str | None = Field(None, min_length=1, description="what to look for, added to the instructions")
    threshold: float = Field(
        0.9, ge=-1, le=1, strict=False, description="entities at least this similar (cosine) are the same"
    )
    hops: int = Field(1, ge=1, le=5, description="how many relations away from what was found search() looks")
    limit: int = Field(20, ge=1, le=1000, description="how many relations search() gives")
    max_relations: int = Field(100, ge=1, le=10_000, description="how many relations one add() stores")
    known_relations: int = Field(50, ge=0, le=1000, description="how many relations the model is shown to compare with")
    exact_limit: int = Field(
        2000, ge=0, description="up to this many entities, vectors are compared exactly; above, by index"
    )


def parse_graph_store(value: Any) -> tuple[GraphMemoryConfig, dict[str, Any] | None]:
    """The configuration in a ``graph_store`` section, and the model of its own ("llm") if it names one.

    ``custom_prompt`` and ``threshold`` may stand beside "config", where Mem0 1.x has them.
    Raises ConfigurationError, which says what to write instead.
    """
    if isinstance(value, BaseModel):
        value = value.model_dump(exclude_unset=True)
    if not isinstance(value, Mapping):
        raise ConfigurationError(
            f'graph_store must be a map like {{"provider": "{PROVIDER}", "config": {{…}}}}, not {type(value).__name__}'
        )
    unknown = sorted(str(name) for name in value if name not in OUTER_KEYS)
    if unknown:
        raise ConfigurationError(
            f'graph_store has unknown keys: {", ".join(unknown)}; where FalkorDB is belongs into "config"'
        )
    if value.get("provider") != PROVIDER:
        raise ConfigurationError(
            f"graph_store.provider is {value.get('provider')!r}: Mem0 2.x has no graph memory of its own, "
            f'and mem0_falkordb gives it the provider "{PROVIDER}"'
        )
    outer = {name: value[name] for name in ("custom_prompt", "threshold") if value.get(name) is not None}
    inner = value.get("config")
    if isinstance(inner, BaseModel):
        inner = inner.model_dump(exclude_unset=True)
    if inner is not None and not isinstance(inner, Mapping):
        raise ConfigurationError(f"graph_store.config must be a map, not {type(inner).__name__}")
    return GraphMemoryConfig.parse({**outer, **(inner or {})}), _model_of(value.get("llm"))


def _model_of(value: Any) -> dict[str, Any] | None:
    if isinstance(value, BaseModel):
        value = value.model_dump(exclude_unset=True)
    if value is not None and not (isinstance(value, Mapping) and isinstance(value.get("provider"), str)):
        raise ConfigurationError('graph_store.llm must be a map like {"provider": "openai", "config": {…}}')
    return None if value is None else dict(value)
