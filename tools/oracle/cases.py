"""A recorded case: what it holds, and how to see what a database makes of it.

Nothing in here knows Neo4j or FalkorDB. A database is a function `Run` that runs one query and returns its answer,
so the recorder and the tests observe a case in exactly the same way, and a test is `observe(...) == recorded`.

What a case holds is told in README.md beside this file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Json = Any
Answer = dict[str, Json]
"""`{"columns": [...], "rows": [[...]], "stats": {...}}`, or `{"error": text}`."""
Run = Callable[[str, Mapping[str, Any]], Answer]
"""Runs one query with its parameters; values in the answer are canonical JSON (see `values.py`)."""

VECTOR_DIGITS = 6


def read(path: Path) -> list[dict[str, Json]]:
    """The cases of a corpus file, each with the file's defaults filled in."""
    corpus = json.loads(path.read_text(encoding="utf-8"))
    return [with_defaults(case, corpus) for case in corpus["cases"]]


def with_defaults(case: Mapping[str, Json], corpus: Mapping[str, Json]) -> dict[str, Json]:
    """One case of a corpus with everything that the file says for all of them."""
    shared = {key: value for key, value in corpus.items() if key not in ("about", "cases")}
    given = {"given": [*shared.get("given", []), *case.get("given", [])]}
    return {**shared, **case, **given}


def text(query: str | list[str]) -> str:
    """A query's text, whether it was written as one string or as lines."""
    return query if isinstance(query, str) else "\n".join(query)


def observe(run: Run, case: Mapping[str, Json]) -> dict[str, Json]:
    """Run a case on an empty database and return its `answer` and what is there `after`.

    `RuntimeError` where a statement of `given`, or a query that names an entity, has no answer.
    """
    for statement in case.get("given", ()):
        _must(run, text(statement["query"]), statement.get("params", {}))
    before = _graph(run, case)
    answer = run(text(case["query"]), _parameters(run, case.get("params", {})))
    if "rows" in answer:
        answer = answer | {"rows": _rows(run, case, answer)}
    return {"answer": answer, "after": _changes(before, _graph(run, case))}


def _graph(run: Run, case: Mapping[str, Json]) -> list[Json]:
    """Everything in the database: each node, and each relationship as `[start, relationship, end]`."""
    nodes = _must(run, "MATCH (n) RETURN n")
    relationships = _must(run, "MATCH (a)-[r]->(b) RETURN a, r, b")
    return [
        *(_settled(case, node) for [node] in nodes),
        *([_name(case, a), _settled(case, r), _name(case, b)] for a, r, b in relationships),
    ]


def _changes(before: list[Json], after: list[Json]) -> Json:
    """What a query took from the graph and what it gave; something that it changed is in both."""
    written = {_order(item): item for item in (*before, *after)}
    had, has = Counter(map(_order, before)), Counter(map(_order, after))
    if had == has:
        return "unchanged"
    return {
        "removed": [written[text] for text in sorted((had - has).elements())],
        "added": [written[text] for text in sorted((has - had).elements())],
    }


def _order(value: Json) -> str:
    return json.dumps(value, sort_keys=True)


def _must(run: Run, query: str, parameters: Mapping[str, Any] | None = None) -> list[list[Json]]:
    answer = run(query, parameters or {})
    if "error" in answer:
        raise RuntimeError(f"{answer['error']}\nin {query}")
    rows: list[list[Json]] = answer["rows"]
    return rows


def _one(run: Run, query: str, parameters: Mapping[str, Any] | None = None) -> Json:
    match _must(run, query, parameters):
        case [[value]]:
            return value
        case rows:
            raise RuntimeError(f"one value expected, not {rows!r}, of {query}")


def _parameters(run: Run, value: Json) -> Json:
    match value:
        case {"$elementId": query}:
            return _one(run, query)
        case dict():
            return {key: _parameters(run, item) for key, item in value.items()}
        case list():
            return [_parameters(run, item) for item in value]
    return value


def _rows(run: Run, case: Mapping[str, Json], answer: Answer) -> list[list[Json]]:
    """The rows, with named entities for ids; sorted, as far as the query's own order leaves that open."""
    names = [case.get("ids", {}).get(column) for column in answer["columns"]]
    rows = [
        [_one(run, name, {"id": value}) if name else value for name, value in zip(names, row, strict=True)]
        for row in answer["rows"]
    ]
    ordered = [place for place, column in enumerate(answer["columns"]) if column in case.get("ordered", ())]
    return [row for group in _runs(rows, ordered) for row in sorted(group, key=_order)]


def _runs(rows: Iterable[list[Json]], columns: list[int]) -> list[list[list[Json]]]:
    """Split rows where one of the columns changes: what lies between is in no order."""
    runs: list[list[list[Json]]] = []
    for row in rows:
        if runs and all(runs[-1][0][column] == row[column] for column in columns):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _name(case: Mapping[str, Json], node: dict[str, Any]) -> Json:
    if "named" not in case:
        return _settled(case, node)
    properties = node["$node"]["props"]
    return "/".join(str(properties[key]) for key in case["named"] if key in properties)


def _settled(case: Mapping[str, Json], entity: dict[str, Any]) -> Json:
    """A node or relationship without what may differ: times of writing, and the last digits of vectors."""
    [(kind, content)] = entity.items()
    properties = {
        key: {"$any": _type(value)}
        if key in case.get("volatile", ())
        else [float(f"%.{VECTOR_DIGITS}g" % item) for item in value]
        if key in case.get("vectors", ())
        else value
        for key, value in content["props"].items()
    }
    return {kind: content | {"props": properties}}


def _type(value: Json) -> str:
    match value:
        case dict():
            return str(next(iter(value)).removeprefix("$"))
    return type(value).__name__
