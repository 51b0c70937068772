"""What the adapter adds to a query: FalkorGraph.query against the plain client running the translated text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cypher_translate as ct
from bench.timing import alternating, readable, table

ROUNDS = 2_000
GRAPH = "bench"
QUERIES: dict[str, tuple[str, dict[str, Any]]] = {
    "one node by an indexed property": ("MATCH (p:Person {id: $id}) RETURN p.name AS name", {"id": 500}),
    "a hundred rows of two columns": (
        "MATCH (p:Person) WHERE p.id < $top RETURN p.id AS id, p.name AS name",
        {"top": 100},
    ),
    "two steps, counted": ("MATCH (p:Person {id: $id})-[:KNOWS]->()-[:KNOWS]->(q) RETURN count(q) AS n", {"id": 500}),
    "one property set": ("MATCH (p:Person {id: $id}) SET p.seen = $seen", {"id": 500, "seen": 1}),
    "the ten nearest of a thousand embeddings": (
        "MATCH (p:Person) RETURN p.id AS id, vector.similarity.cosine(p.embedding, $e) AS score "
        "ORDER BY score DESC LIMIT 10",
        {"e": [1.0, 0.5, 0.25, 0.125]},
    ),
}


def report() -> str:
    """Markdown: each query, what the plain client and the adapter take, and their ratio."""
    with _server() as db:
        graph = ct.FalkorGraph(db, GRAPH)
        _fill(graph)
        plain = db.select_graph(GRAPH)
        rows = [_measure(name, graph, plain, *query) for name, query in QUERIES.items()]
    header = ("query", "plain client", "FalkorGraph.query", "ratio", "at most")
    note = f"Median of {ROUNDS:,} calls of each, taken in turn, over the Unix socket of the embedded server."
    return f"{note}\n\n{table(header, rows)}"


@contextmanager
def _server() -> Iterator[Any]:
    from redislite.falkordb_client import FalkorDB

    with TemporaryDirectory(prefix="bench-") as folder:
        db = FalkorDB(str(Path(folder) / "bench.rdb"))
        try:
            yield db
        finally:
            db.close()


def _fill(graph: ct.FalkorGraph) -> None:
    graph.query("CREATE INDEX FOR (p:Person) ON (p.id)")
    graph.query(
        "UNWIND range(0, 999) AS id CREATE (p:Person {id: id, name: 'person ' + toString(id)}) "
        "WITH p, id CALL db.create.setNodeVectorProperty(p, 'embedding', [id * 1.0, 1.0, 2.0, 3.0])"
    )
    graph.query(
        "MATCH (p:Person), (q:Person) WHERE q.id IN [(p.id + 1) % 1000, (p.id + 7) % 1000] CREATE (p)-[:KNOWS]->(q)"
    )


def _measure(name: str, graph: ct.FalkorGraph, plain: Any, text: str, parameters: dict[str, Any]) -> tuple[str, ...]:
    translation = ct.translate(text)
    run = plain.query if translation.is_write else plain.ro_query
    ours, theirs = graph.query(text, parameters).rows, run(translation.text, parameters).result_set
    assert _rounded(ours) == _rounded(theirs), f"{name}: the two answers differ"
    before, after = alternating(
        ROUNDS, lambda: run(translation.text, parameters), lambda: graph.query(text, parameters)
    )
    return name, readable(before), readable(after), f"{after / before:.3f}", "1.03"


def _rounded(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Rows with floats of 12 digits: the plain client gets 15 of them, ours all."""
    return [[float(f"{value:.12g}") if isinstance(value, float) else value for value in row] for row in rows]
