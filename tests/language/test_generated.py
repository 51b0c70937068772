"""Trees of every kind are written to text that reads back to the same tree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher_translate import ast, generate, parse
from cypher_translate.transform import walk
from tests.language.trees import QUERIES, queries

BASES = {ast.Node, ast.Expression, ast.Clause}
KINDS = [
    kind for kind in vars(ast).values() if isinstance(kind, type) and issubclass(kind, ast.Node) and kind not in BASES
]
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
steady = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def test_every_kind_has_a_strategy() -> None:
    assert set(KINDS) == set(QUERIES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_round_trip_of_each_kind(kind: type[ast.Node]) -> None:
    seen = 0

    def check(query: ast.Query) -> None:
        nonlocal seen
        seen += any(type(node) is kind for node in walk(query))
        read_back(query)

    for examples in (25, 100, 400):  # a kind that only some trees have is looked for longer
        settings(steady, max_examples=examples)(given(QUERIES[kind])(check))()
        if seen:
            return
    raise AssertionError(f"no tree has a {kind.__name__}")


@settings(steady, max_examples=250)
@given(queries)
def test_round_trip(query: ast.Query) -> None:
    read_back(query)


@settings(steady, max_examples=30)
@given(st.data())
def test_parts_of_queries_keep_their_places(data: Any) -> None:
    """Spaces and comments between the tokens change nothing."""
    query = data.draw(queries)
    text = generate(query)
    assert parse(f"/* before */ {text}\n// after") == query


def read_back(query: ast.Query) -> None:
    text = generate(query)
    assert parse(text) == query, text
