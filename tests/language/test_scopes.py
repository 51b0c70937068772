"""What the analysis makes of a query: every name stands for one thing, and nothing is left implicit."""

from __future__ import annotations

import pytest

from cypher_translate import generate, parse
from cypher_translate.semantics import analyse


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("RETURN 1 +  1", ("1 +  1",)),
        ("MATCH (n) RETURN n.name, count(*) AS c", ("n.name", "c")),
        ("MATCH (n) RETURN n . name, count( * )", ("n . name", "count( * )")),
        ("MATCH (b)-->(a) RETURN *", ("a", "b")),
        ("MATCH (b)-->(a) RETURN *, a.x AS x", ("a", "b", "x")),
        ("MATCH (n) CALL (n) { RETURN n.x AS x } RETURN *", ("n", "x")),
        ("RETURN 1 AS x UNION RETURN 2 AS x", ("x",)),
        ("CREATE (n)", ()),
        ("MATCH (n) FINISH", ()),
    ],
)
def test_columns(query: str, columns: tuple[str, ...]) -> None:
    assert analyse(parse(query)).columns == columns


@pytest.mark.parametrize(
    ("query", "analysed"),
    [
        ("MATCH (b)-->(a) RETURN *", "MATCH (b)-->(a) RETURN a, b"),
        ("MATCH (a), (b) WITH * RETURN a", "MATCH (a), (b) WITH a, b RETURN a"),
        ("MATCH (n) WHERE n.x = 1 RETURN n", "MATCH (n) WHERE n.x = 1 RETURN n"),
    ],
)
def test_what_is_written_out(query: str, analysed: str) -> None:
    assert generate(analyse(parse(query)).query) == analysed


@pytest.mark.parametrize(
    "query",
    [
        "WITH 1 AS x RETURN [x IN [5] | x] AS y, x",
        "RETURN [x IN [1] | x] AS a, [x IN ['b'] | x] AS b",
        "MATCH (n) WITH n.x AS n RETURN n",
        "MATCH (n) WITH 1 AS y MATCH (n) RETURN n, y",
        "WITH 1 AS x CALL { MATCH (x) RETURN count(x) AS c } RETURN x, c",
        "RETURN reduce(x = 0, y IN [1] | x + y) AS x",
        "MATCH (n) WHERE EXISTS { MATCH (m) WITH m AS k RETURN k } MATCH (m) RETURN m",
    ],
)
def test_every_name_stands_for_one_thing(query: str) -> None:
    analysed = analyse(parse(query))
    again = analyse(parse(generate(analysed.query)))
    assert again.query == analysed.query, "nothing is left to rename"
    assert again.types.keys() == analysed.types.keys()
