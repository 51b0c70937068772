"""Neo4j's functions and operators as FalkorDB is asked for them, held against Neo4j's recorded answers."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import redis
from falkordb import FalkorDB, Graph

from cypher_translate.falkordb.compatibility import ensure_loaded

Json = Any

CORPUS = Path(__file__).parents[2] / "corpus" / "functions"
FORMS = [
    pytest.param(form, id=f"{path.stem}: {form['neo4j']}")
    for path in sorted(CORPUS.glob("*.json"))
    for form in json.loads(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def functions(server: FalkorDB) -> Graph:
    """A graph on a server with the library."""
    ensure_loaded(server)
    return server.select_graph("functions")


@pytest.mark.parametrize("form", FORMS)
def test_the_answer_is_neo4js(functions: Graph, form: Mapping[str, Json]) -> None:
    wrong = []
    for arguments, answer, *difference in form["cases"]:
        got = ask(functions, form, arguments)
        if equal(answer, got) == bool(difference):
            wrong.append(f"{json.dumps(arguments, ensure_ascii=False)}: Neo4j {answer!r}, FalkorDB {got!r}")
    assert not wrong, "\n".join([form["falkordb"], *wrong])


DATE = "neo4j.date('2020-01-31', null)"
MONTH = "neo4j.duration('P1M')"


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        (f"neo4j.toString({DATE}, toString({DATE}))", "2020-01-31"),
        (f"coalesce(neo4j.plus('a', {DATE}, 'a' + {DATE}), 'a' + {DATE})", "a2020-01-31"),
        (f"neo4j.text(neo4j.plus({DATE}, {MONTH}, {DATE} + {MONTH}))", "2020-02-29"),
        (f"neo4j.text(neo4j.minus({DATE}, {MONTH}, null))", "2019-12-31"),
        (f"neo4j.text(neo4j.times({MONTH}, 2, null))", "P2M"),
        (f"neo4j.text(neo4j.dividedBy({MONTH}, 1))", "P1M"),
        (f"neo4j.text(neo4j.sum([{MONTH}, neo4j.duration('P1D')]))", "P1M1D"),
        (f"neo4j.text(neo4j.average([{MONTH}, neo4j.duration('P1D')]))", "P15DT17H14M33S"),
        ("neo4j.sum([])", None),
        ("neo4j.average([])", None),
        ("neo4j.sum(['P1M'])", {"$error": ""}),
        (f"neo4j.valueType({DATE}, 'String')", "DATE NOT NULL"),
        (f"neo4j.valueType([{DATE}, 'a'], ['String', 'String'])", "LIST<STRING NOT NULL | DATE NOT NULL> NOT NULL"),
        (f"neo4j.isOfType({DATE}, 'String', 'STRING')", False),
        (f"neo4j.isOfType({DATE}, 'String', 'DATE NOT NULL')", True),
        (f"neo4j.matches({DATE}, '.*')", None),
        (f"neo4j.isNormalized({DATE})", None),
        (f"neo4j.toUpper({DATE})", {"$error": ""}),
        (f"neo4j.toInteger({DATE})", {"$error": ""}),
        (f"neo4j.toFloat({DATE})", {"$error": ""}),
        (f"neo4j.concatenate({DATE}, 'a')", {"$error": ""}),
    ],
)
def test_a_temporal_value_is_no_string(functions: Graph, expression: str, answer: Json) -> None:
    """Temporal values are kept as text with a tag (`temporal_text`), which Neo4j's functions of strings refuse."""
    assert equal(answer, ask(functions, {"falkordb": expression}, [None]))


def ask(graph: Graph, form: Mapping[str, Json], arguments: list[Json]) -> Json:
    bound = "WITH " + ", ".join(f"{literal(x)} AS {name}" for name, x in zip("xyz", arguments, strict=False))
    each = "UNWIND x AS v " if form.get("aggregate") else ""
    try:
        return graph.query(f"{bound} {each}RETURN {form['falkordb']}").result_set[0][0]
    except redis.ResponseError as error:
        return {"$error": str(error)}


def literal(value: Json) -> str:
    """Canonical JSON as FalkorDB's Cypher."""
    match value:
        case {"$float": name}:
            return {"NaN": "(0.0 / 0.0)", "Infinity": "(1.0 / 0.0)", "-Infinity": "(-1.0 / 0.0)"}[name]
        case dict():
            return "{" + ", ".join(f"`{key}`: {literal(x)}" for key, x in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(literal, value)) + "]"
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return json.dumps(value)


def equal(answer: Json, got: Json) -> bool:
    """Whether a recorded answer is what came; FLOATs come with 15 digits, errors by any text."""
    match answer:
        case {"$error": _}:
            return isinstance(got, dict) and "$error" in got
        case {"$float": "NaN"}:
            return isinstance(got, float) and math.isnan(got)
        case {"$float": name}:
            return isinstance(got, float) and got == float(name)
        case dict():
            return isinstance(got, dict) and answer.keys() == got.keys() and all(equal(answer[k], got[k]) for k in got)
        case list():
            return isinstance(got, list) and len(answer) == len(got) and all(map(equal, answer, got))
        case float():
            return isinstance(got, float) and math.isclose(answer, got, rel_tol=1e-14) and sign(answer) == sign(got)
    return type(answer) is type(got) and bool(answer == got)


def sign(x: float) -> float:
    return math.copysign(1.0, x)
