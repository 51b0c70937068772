"""All differences between Neo4j's Cypher and FalkorDB's, in the order in which they are bridged."""

from __future__ import annotations

from cypher_translate.passes import (
    aggregates,
    barriers,
    bound_relationships,
    case_expressions,
    column_names,
    comparisons,
    components,
    dropped_filters,
    element_id,
    fixed_lengths,
    float_literals,
    function_rules,
    operators,
    parameter_names,
    relationship_rows,
    spatial_functions,
    temporal_functions,
    type_predicates,
    variable_lengths,
    vector_properties,
    vector_similarity,
    xor,
)
from cypher_translate.passes.rewriting import Pass

PASSES: tuple[Pass, ...] = (
    dropped_filters.PASS,
    element_id.PASS,
    float_literals.PASS,
    temporal_functions.PASS,
    spatial_functions.PASS,
    components.PASS,
    type_predicates.PASS,
    xor.PASS,
    case_expressions.PASS,
    comparisons.PASS,
    function_rules.PASS,
    operators.PASS,
    aggregates.PASS,
    bound_relationships.PASS,
    fixed_lengths.PASS,
    relationship_rows.PASS,
    variable_lengths.PASS,
    barriers.PASS,
    vector_similarity.PASS,
    vector_properties.PASS,
    column_names.PASS,
    parameter_names.PASS,
)
