"""All differences between Neo4j's Cypher and FalkorDB's, in the order in which they are bridged."""

from __future__ import annotations

from cypher_translate.passes import (
    aggregates,
    column_names,
    components,
    dropped_filters,
    element_id,
    function_rules,
    operators,
    parameter_names,
    relationship_rows,
    spatial_functions,
    temporal_functions,
    vector_properties,
    vector_similarity,
)
from cypher_translate.passes.rewriting import Pass

PASSES: tuple[Pass, ...] = (
    dropped_filters.PASS,
    element_id.PASS,
    temporal_functions.PASS,
    spatial_functions.PASS,
    components.PASS,
    function_rules.PASS,
    operators.PASS,
    aggregates.PASS,
    relationship_rows.PASS,
    vector_similarity.PASS,
    vector_properties.PASS,
    column_names.PASS,
    parameter_names.PASS,
)
