"""The options behind CYPHER: FalkorDB has none of them, and Neo4j knows these."""

from __future__ import annotations

from typing import NoReturn

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError

_VALUES: dict[str, frozenset[str]] = {
    name.lower(): frozenset({"default", *values.split()})
    for name, values in {
        "connectComponentsPlanner": "greedy idp",
        "eagerAnalyzer": "ir lp",
        "expressionEngine": "compiled interpreted only_when_hot",
        "inferSchemaParts": "most_selective_label off",
        "interpretedPipesFallback": "all disabled whitelisted_plans_only",
        "operatorEngine": "compiled interpreted",
        "parallelRuntimeSupport": "all disabled",
        "planVarExpandInto": "minimum_cost single_row",
        "planner": "cost dp idp",
        "replan": "force skip",
        "runtime": "interpreted legacy parallel pipelined slotted",
        "statefulShortestPlanningMode": "all_if_possible cardinality_heuristic into_only",
        "updateStrategy": "eager",
    }.items()
} | {"version": frozenset({"5"})}


def check_options(query: ast.Query) -> None:
    """Refuse options that Neo4j does not have. Raises CypherSyntaxError."""
    chosen: dict[str, str] = {}
    for option in query.options:
        name, value = option.name.lower(), option.value.lower()
        if name not in _VALUES:
            _refuse(f"There is no option {option.name}", option)
        if value not in _VALUES[name]:
            _refuse(f"{option.name} cannot be {option.value}", option, f"one of {', '.join(sorted(_VALUES[name]))}")
        if chosen.setdefault(name, value) != value:
            _refuse(f"{option.name} has two values", option)


def _refuse(message: str, option: ast.PreparserOption, hint: str = "") -> NoReturn:
    status = "Neo.ClientError.Statement.ArgumentError"
    raise CypherSyntaxError(message, code="InvalidOption", status=status, hint=hint, span=option.span)
