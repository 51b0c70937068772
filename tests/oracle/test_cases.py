"""A case is observed alike on any database: here on one that is played by a dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tools.oracle.cases import Answer, Json, Run, observe, text, with_defaults
from tools.oracle.layout import WIDTH, layout

NODES = "MATCH (n) RETURN n"
RELATIONSHIPS = "MATCH (a)-[r]->(b) RETURN a, r, b"


def rows(*found: list[Json], columns: tuple[str, ...] = ("x",)) -> Answer:
    return {"columns": list(columns), "rows": list(found), "stats": {}}


def node(**properties: Json) -> Json:
    return {"$node": {"labels": [], "props": properties}}


def database(answers: Mapping[str, Answer | Iterator[Answer]]) -> Run:
    """A database that gives the answer written down for a query, or the next one of several."""

    def run(query: str, _: Mapping[str, Any]) -> Answer:
        answer = answers.get(query, rows())
        return answer if isinstance(answer, dict) else next(answer)

    return run


def test_rows_without_an_order_are_sorted() -> None:
    run = database({"Q": rows([2], [1], [3])})

    assert observe(run, {"query": "Q"})["answer"]["rows"] == [[1], [2], [3]]


def test_rows_in_an_order_are_sorted_within_ties_only() -> None:
    found = rows(["b", 9], ["a", 9], ["z", 1], ["c", 9], columns=("name", "score"))

    observed = observe(database({"Q": found}), {"query": "Q", "ordered": ["score"]})

    assert observed["answer"]["rows"] == [["a", 9], ["b", 9], ["z", 1], ["c", 9]]


def test_element_ids_are_named_by_what_they_stand_for() -> None:
    run = database({"Q": rows(["4:abc:7"], columns=("id",)), "NAME": rows(["alice"])})

    assert observe(run, {"query": "Q", "ids": {"id": "NAME"}})["answer"]["rows"] == [["alice"]]


def test_parameters_take_element_ids_from_queries() -> None:
    seen: list[Mapping[str, Any]] = []

    def run(query: str, parameters: Mapping[str, Any]) -> Answer:
        if query == "Q":
            seen.append(parameters)
        return rows([7]) if query == "ID" else rows()

    observe(run, {"query": "Q", "params": {"ids": [{"$elementId": "ID"}], "name": "a"}})

    assert seen == [{"ids": [7], "name": "a"}]


def test_what_changed_is_told_as_removed_and_added() -> None:
    before, after = rows([node(k=1)], [node(k=1)], [node(k=2)]), rows([node(k=1)], [node(k=2)], [node(k=3)])
    run = database({NODES: iter([before, after])})

    assert observe(run, {"query": "Q"})["after"] == {"removed": [node(k=1)], "added": [node(k=3)]}


def test_nothing_changed() -> None:
    run = database({NODES: iter([rows([node(k=1)], [node(k=2)]), rows([node(k=2)], [node(k=1)])])})

    assert observe(run, {"query": "Q"})["after"] == "unchanged"


def test_volatile_properties_keep_their_type_and_vectors_six_digits() -> None:
    written = node(at={"$datetime": "2024-01-01T00:00:00+00:00"}, count=1, vector=[0.30000001192092896])
    run = database({NODES: iter([rows(), rows([written])])})

    observed = observe(run, {"query": "Q", "volatile": ["at"], "vectors": ["vector"]})

    assert observed["after"]["added"] == [node(at={"$any": "datetime"}, count=1, vector=[0.3])]


def test_relationships_name_their_ends() -> None:
    relationship = {"$rel": {"type": "T", "props": {}}}
    made = rows([node(name="a", user="u"), relationship, node(name="b")])
    run = database({RELATIONSHIPS: iter([rows(), made])})

    observed = observe(run, {"query": "Q", "named": ["name", "user"]})

    assert observed["after"]["added"] == [["a/u", relationship, "b"]]


def test_a_given_statement_that_fails_is_no_answer() -> None:
    run = database({"GIVEN": {"error": "broken"}})

    with pytest.raises(RuntimeError, match="broken\nin GIVEN"):
        observe(run, {"query": "Q", "given": [{"query": "GIVEN"}]})


def test_a_file_s_keys_are_defaults_and_its_given_comes_first() -> None:
    corpus = {"about": "x", "given": [1], "volatile": ["a"], "ids": {}, "cases": []}

    case = with_defaults({"name": "n", "given": [2], "volatile": ["b"]}, corpus)

    assert case == {"name": "n", "given": [1, 2], "volatile": ["b"], "ids": {}}


def test_a_query_is_a_string_or_lines() -> None:
    assert text("A\nB") == text(["A", "B"]) == "A\nB"


def test_the_layout_breaks_only_what_is_too_long() -> None:
    short, long = {"k": [1, 2.0, None]}, ["ü" * 70, "b" * 70]

    assert layout({"short": short, "long": long}) == (
        f'{{\n  "short": {{"k": [1, 2.0, null]}},\n  "long": [\n    "{long[0]}",\n    "{long[1]}"\n  ]\n}}\n'
    )
    assert max(map(len, layout([list(range(40))] * 5).splitlines())) <= WIDTH + 2
