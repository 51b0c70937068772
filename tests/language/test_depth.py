"""Deep nesting and long chains end in an error of ours or work, but never in a RecursionError."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cypher_translate import CypherError, CypherSyntaxError, ast, generate, parse, translate

DEEP = 10_000
LONG = 5_000

NESTED = {
    "parentheses": f"RETURN {'(' * DEEP}1{')' * DEEP}",
    "lists": f"RETURN {'[' * DEEP}1{']' * DEEP}",
    "maps": f"RETURN {'{a: ' * DEEP}1{'}' * DEEP}",
    "calls": f"RETURN {'f(' * DEEP}1{')' * DEEP}",
    "subscripts": f"RETURN {'a[' * DEEP}1{']' * DEEP}",
    "subqueries": f"RETURN {'COUNT { MATCH (n) WHERE ' * DEEP}true{'}' * DEEP}",
    "calls of subqueries": f"{'CALL { ' * DEEP}RETURN 1 AS x{' }' * DEEP} RETURN 1",
    "unclosed": f"RETURN {'(' * DEEP}",
    "NOT": f"RETURN {'NOT ' * DEEP}true",
    "signs": f"RETURN {'- ' * DEEP}1",
    "CASE": f"RETURN {'CASE ' * DEEP}1{' WHEN 1 THEN 1 END' * DEEP}",
    "CASE in THEN": f"RETURN {'CASE WHEN true THEN ' * DEEP}1{' END' * DEEP}",
    "label negations": f"MATCH (n:{'!' * DEEP}A) RETURN n",
    "types": f"RETURN 1 :: {'LIST<' * DEEP}ANY{'>' * DEEP}",
    "types of lists": f"RETURN 1 :: INTEGER{' LIST' * DEEP}",
    "lookups": f"RETURN a{'.b' * DEEP}",
    "many subscripts": f"RETURN a{'[0]' * DEEP}",
    "slices": f"RETURN a{'[0..1]' * DEEP}",
    "FOREACH": f"{'FOREACH (x IN [1] | ' * DEEP}CREATE (n){')' * DEEP}",
}
CHAINS = {
    **{operator: f"RETURN 1{f' {operator} 1' * LONG}" for operator in ("+", "-", "*", "/", "^", "=", "<")},
    **{operator: f"RETURN true{f' {operator} true' * LONG}" for operator in ("AND", "OR", "XOR")},
    "||": f"RETURN 'a'{' || $p' * LONG}",
    "list": f"RETURN [{', '.join(['1'] * LONG)}]",
    "map": f"RETURN {{{', '.join(f'k{i}: {i}' for i in range(LONG))}}}",
    "pattern": f"MATCH (a){'-->()' * 500} RETURN a",
    "clauses": f"{'WITH 1 AS x ' * LONG}RETURN x",
    "columns": f"RETURN {', '.join(f'{i} AS c{i}' for i in range(LONG))}",
    "UNION": "UNION ALL ".join(["RETURN 1 AS x "] * LONG),
    "labels": f"MATCH (n:{'|'.join(['A'] * LONG)}) RETURN n",
    "WHEN": f"RETURN CASE $p{' WHEN 1 THEN 2' * LONG} END",
}
STAGES: dict[str, Callable[[str], object]] = {
    "parse": parse,
    "generate": lambda text: generate(parse(text)),
    "translate": translate,
}


def _error(stage: str, text: str) -> CypherError | None:
    """The error of ours that a stage ends in."""
    try:
        STAGES[stage](text)
    except CypherError as error:
        return error
    return None


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("what", NESTED)
def test_nesting(what: str, stage: str) -> None:
    error = _error(stage, NESTED[what])
    assert error is None or isinstance(error, CypherSyntaxError)
    assert len(str(error)) < 1_000


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("what", CHAINS)
def test_long_chains(what: str, stage: str) -> None:
    assert _error(stage, CHAINS[what]) is None or stage == "translate"


def test_a_deep_tree_that_no_parser_made() -> None:
    tree: ast.Expression = ast.BooleanLiteral(True)
    for _ in range(DEEP):
        tree = ast.Not(tree)
    with pytest.raises(CypherSyntaxError, match="nested too deeply"):
        generate(tree)


def test_what_people_nest_is_read() -> None:
    depth = 100
    assert generate(parse(f"RETURN {'[' * depth}1{']' * depth}")) == f"RETURN {'[' * depth}1{']' * depth}"
