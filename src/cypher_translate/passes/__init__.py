"""All differences between Neo4j's Cypher and FalkorDB's, in the order in which they are bridged."""

from __future__ import annotations

from cypher_translate.passes import element_id
from cypher_translate.passes.rewriting import Pass

PASSES: tuple[Pass, ...] = (
    element_id.PASS,
)
