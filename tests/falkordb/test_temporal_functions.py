"""What the server's functions for temporal values and points answer is what Neo4j 5.26 answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from falkordb import FalkorDB
from redis.exceptions import ResponseError

from cypher_translate.falkordb import compatibility, temporal_text
from cypher_translate.types import float_text

from .temporal_cases import as_functions, cases

NOW = "\x0222024-05-06T08:11:12.5 2024-05-06T08:11:12"


class Functions:
    """The library on a server, asked without the adapter."""

    def __init__(self, server: FalkorDB) -> None:
        compatibility.ensure_loaded(server)
        self.graph = server.select_graph("temporal_functions")

    def ask(self, expression: str, **parameters: Any) -> Any:
        return self.graph.query(f"RETURN {expression}", parameters).result_set[0][0]

    def text(self, expression: str, **parameters: Any) -> str:
        """The answer as Neo4j's toString() writes it."""
        value = self.ask(expression, **parameters)
        if isinstance(value, str) and temporal_text.is_tagged(value):
            return str(self.ask("neo4j.text($value)", value=value))
        if isinstance(value, float):
            return float_text(value)
        return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.fixture(scope="module")
def functions(server: FalkorDB) -> Iterator[Functions]:
    asked = Functions(server)
    yield asked
    asked.graph.delete()


@pytest.mark.parametrize(("area", "expression", "answer"), cases())
def test_as_neo4j(functions: Functions, area: str, expression: str, answer: str) -> None:
    if answer.startswith("!"):
        with pytest.raises(ResponseError, match=r"Neo\.\w+\.\w+\.\w+: ") as refused:
            functions.ask(as_functions(expression))
        assert answer[1:].strip() in str(refused.value)
        return
    told = functions.text(as_functions(expression))
    if area == "points" and "distance" in expression and answer != "null":
        assert float(told) == pytest.approx(float(answer), rel=1e-14)  # Java's sine may differ in the last digit
    else:
        assert told == answer


def test_the_clock_is_the_one_given(functions: Functions) -> None:
    for expression, answer in (
        ("neo4j.date.at($now)", "2024-05-06"),
        ("neo4j.localtime.at($now)", "08:11:12.5"),
        ("neo4j.time.at($now)", "08:11:12.5Z"),
        ("neo4j.localdatetime.at($now, '+05:30')", "2024-05-06T13:41:12.5"),
        ("neo4j.datetime.at($now, 'Europe/Paris')", "2024-05-06T10:11:12.5+02:00[Europe/Paris]"),
        ("neo4j.date.at($now, 'Pacific/Kiritimati')", "2024-05-06"),
        ("neo4j.datetime({timezone: 'Asia/Tokyo'}, $now)", "2024-05-06T17:11:12.5+09:00[Asia/Tokyo]"),
        ("neo4j.time({hour: 1, timezone: 'Europe/Paris'}, $now)", "01:00:00+02:00"),
        ("neo4j.date.truncate('month', neo4j.date.at($now), null, $now)", "2024-05-01"),
        ("neo4j.datetime.truncate('year', neo4j.datetime.at($now), {month: 2}, $now)", "2024-02-01T00:00:00Z"),
    ):
        assert functions.text(expression, now=NOW) == answer, expression


def test_without_one_the_clock_is_the_servers(functions: Functions) -> None:
    first, second = functions.ask("[neo4j.datetime.realtime(), neo4j.datetime.at(null)]")
    assert first[:12] == second[:12]
    assert functions.ask("neo4j.kind($value)", value=first) == "ZONED DATETIME"


@pytest.mark.parametrize("value", ["null", "1", "1.5", "true", "'text'", "['text']", "{key: 1}"])
def test_other_values_are_left_to_the_server(functions: Functions, value: str) -> None:
    told = functions.ask(
        f"[neo4j.kind({value}), neo4j.text({value}), neo4j.component({value}, 'year'), neo4j.add({value}, 1),"
        f" neo4j.subtract({value}, 1), neo4j.multiply({value}, 2), neo4j.divide({value}, 2)]"
    )
    assert told == [None] * 7
    assert functions.ask(f"neo4j.comparable({value}, 1)") == (None if value == "null" else True)


def test_properties_of_any_value(functions: Functions) -> None:
    assert functions.ask("neo4j.property({year: 'map'}, 'year')") == "map"
    assert functions.ask("neo4j.property({year: 'map'}, 'month')") is None
    assert functions.ask("neo4j.property(null, 'year')") is None
    assert functions.ask("neo4j.property(neo4j.date('2024-05-06'), 'year')") == 2024
    assert functions.ask("neo4j.property(neo4j.point({x: 2, y: 1}), 'x')") == 2.0
    node = "CREATE (n {year: 'node'})-[r:T {year: 'relationship'}]->() RETURN neo4j.property(n, 'year'), "
    assert functions.graph.query(node + "neo4j.property(r, 'year')").result_set == [["node", "relationship"]]
    with pytest.raises(ResponseError, match="TypeError: Type mismatch: expected a map but was INTEGER"):
        functions.ask("neo4j.property(1, 'year')")


def test_wrong_operands(functions: Functions) -> None:
    for expression, message in (
        ("neo4j.add(neo4j.date('2024-05-06'), 1)", "Cannot add `Date` and `Long`"),
        ("neo4j.add(1.5, neo4j.date('2024-05-06'))", "Cannot add `Double` and `Date`"),
        ("neo4j.subtract(neo4j.time('10:00'), neo4j.time('10:00'))", "Cannot subtract `Time` from `Time`"),
        ("neo4j.multiply(neo4j.duration('P1D'), neo4j.duration('P1D'))", "Cannot multiply `Duration` and `Duration`"),
        ("neo4j.divide(2, neo4j.duration('P1D'))", "Cannot divide `Long` by `Duration`"),
        ("neo4j.add(neo4j.point({x: 1, y: 2}), true)", "Cannot add `Point` and `Boolean`"),
    ):
        with pytest.raises(ResponseError, match="TypeError: " + message):
            functions.ask(expression)


def test_text_and_lists_take_values_in(functions: Functions) -> None:
    assert functions.ask("neo4j.add('on ', neo4j.date('2024-05-06'))") == "on 2024-05-06"
    assert functions.ask("neo4j.add(neo4j.duration('P1D'), ' later')") == "P1D later"
    assert functions.ask("neo4j.add([1], neo4j.date('2024-05-06'))") is None


def test_integers_and_floats_keep_their_types(functions: Functions) -> None:
    assert functions.ask("typeOf(neo4j.component(neo4j.date('2024-05-06'), 'year'))") == "Integer"
    assert functions.ask("neo4j.component(neo4j.datetime('9999-01-01T00:00Z'), 'epochMillis')") == 253370764800000
    assert functions.ask("typeOf(neo4j.component(neo4j.point({x: 2, y: 1}), 'x'))") == "Float"
    assert functions.ask("typeOf(neo4j.component(neo4j.point({x: 2, y: 1}), 'srid'))") == "Integer"
    assert (
        functions.ask("typeOf(neo4j.point.distance(neo4j.point({x: 0, y: 0}), neo4j.point({x: 3, y: 4})))") == "Float"
    )
