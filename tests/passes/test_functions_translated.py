"""Neo4j's functions and operators, translated, held against Neo4j's recorded answers (``corpus/functions``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from cypher_translate import CypherError, FalkorGraph
from tests.falkordb.test_functions import FORMS, equal
from tools.oracle.functions import ARGUMENTS, plain

Json = Any


@pytest.mark.parametrize("form", FORMS)
def test_the_answer_is_neo4js(graph: FalkorGraph, form: Mapping[str, Json]) -> None:
    wrong = []
    for arguments, answer, *difference in form["cases"]:
        got = _ask(graph, form, arguments)
        if not difference and not _is_too_far(form, arguments) and not equal(answer, got):
            wrong.append(f"{json.dumps(arguments, ensure_ascii=False)}: Neo4j {answer!r}, FalkorDB {got!r}")
    assert not wrong, "\n".join([form["neo4j"], *wrong])


def _is_too_far(form: Mapping[str, Json], arguments: list[Json]) -> bool:
    """Whether the server's difference of two INTEGERs, by which it compares them, has more than 64 bits."""
    if form["neo4j"] not in ("x < y", "x >= y", "x / y") or not all(type(x) is int for x in arguments):
        return False
    return abs(arguments[0] - arguments[1]) >= 2**63


def _ask(graph: FalkorGraph, form: Mapping[str, Json], arguments: list[Json]) -> Json:
    given = dict(zip(ARGUMENTS, arguments, strict=False))
    bound = "WITH " + ", ".join(f"$given.{name} AS {name}" for name in given)
    each = "UNWIND x AS v " if form.get("aggregate") else ""
    try:
        return graph.query(f"{bound} {each}RETURN {form['neo4j']}", {"given": plain(given)}).rows[0][0]
    except CypherError as error:
        return {"$error": str(error)}
