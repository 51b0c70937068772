"""Every query of the graph memory, one after the other on one graph, and what Neo4j answered.

``python -m tests.mem0_falkordb.v2.recording bolt://localhost:7687`` asks a Neo4j (which it empties!) and writes
recorded.json; `test_queries.py` asks FalkorDB the same through the translator.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mem0_falkordb.v2 import queries
from mem0_falkordb.v2.scope import Scope

RECORDED = Path(__file__).with_name("recorded.json")
EARLIEST_TIME = 1_600_000_000_000

Row = dict[str, Any]
Ask = Callable[[str, Mapping[str, Any]], list[Row]]
Parameters = Mapping[str, Any] | Callable[[list[Row]], Mapping[str, Any]]
Step = tuple[str, str, Parameters]

ALICE = Scope("alice")
COOK = Scope("alice", "cook")
VECTORS = {
    "alice": [1.0, 0.0, 0.0],
    "acme": [0.0, 1.0, 0.0],
    "acme corp": [0.1, 0.9, 0.0],
    "new york": [0.0, 0.0, 1.0],
    "pizza": [0.6, 0.0, 0.8],
}

OLD = """
CREATE (a:person {name: 'Bob', user_id: 'alice'}), (b:person {name: 'bob', user_id: 'alice', agent_id: 'cook'}),
  (c:food {name: 'soup', user_id: 'alice'}), (d:food {name: 'stew', user_id: 'alice', agent_id: 'cook'}),
  (a)-[:likes {mentions: 1}]->(c), (b)-[:likes {mentions: 2}]->(d), (d)-[:liked_by]->(b)
"""
LEFT = """
MATCH (n) OPTIONAL MATCH (n)-[r]->(m)
RETURN n.key AS n, labels(n) AS labels, n.mentions AS mentions, type(r) AS r, m.key AS m, r.valid AS valid,
  r.scope AS scope, r.memory_ids AS memory_ids, r.mentions AS times, n.embedding IS NOT NULL AS embedded
ORDER BY n, r, m, valid, scope
"""


def entities(*keys: str) -> list[Row]:
    return [{"key": key, "name": key.title(), "embedding": VECTORS[key]} for key in keys]


def relation(source: str, destination: str, memory: str, confidence: float | None, vector: str) -> Row:
    return {
        "source": source,
        "destination": destination,
        "memory_ids": [memory],
        "confidence": confidence,
        "embedding": VECTORS[vector],
    }


def written(scope: Scope, *rows: Row) -> Row:
    return {"rows": list(rows), "scope": scope.text, **scope.parameters}


def ids(rows: list[Row]) -> Row:
    """From OLD_ENTITIES: the first of each key is adopted."""
    first = {row["name"].lower(): row["id"] for row in sorted(rows, key=lambda row: str(row["name"]), reverse=True)}
    return {"rows": [{"id": identity, "key": key} for key, identity in first.items()]}


def twin(rows: list[Row]) -> Row:
    return {"id": rows[0]["id"], "key": "bob"}


STEPS: tuple[Step, ...] = (
    ("key index", queries.KEY_INDEX, {}),
    ("word index", queries.WORD_INDEX, {}),
    ("vector index", queries.vector_index(3), {}),
    ("nothing yet", queries.COUNT_ENTITIES, {}),
    ("no embedding", queries.ANY_EMBEDDING, {}),
    ("no relation", queries.ALL_RELATIONS, {"limit": 5, **ALICE.parameters}),
    ("store", queries.STORE_ENTITIES, {"rows": entities("alice", "acme", "new york"), "owner": "alice"}),
    ("store again", queries.STORE_ENTITIES, {"rows": entities("acme", "pizza"), "owner": "alice"}),
    ("mention", queries.MENTION_ENTITIES, {"keys": ["alice", "nobody"]}),
    ("type", queries.type_entities("person of note"), {"keys": ["alice"]}),
    ("known", queries.KNOWN_ENTITIES, {"keys": ["alice", "nobody", "acme"]}),
    ("no relationships", queries.KNOWN_RELATIONSHIPS, {}),
    ("introduce", queries.introduce_relationship("works_at"), {}),
    ("nothing is left", LEFT, {}),
    ("relate", queries.store_relations("works_at"), written(ALICE, relation("alice", "acme", "m1", 0.9, "acme"))),
    (
        "relate once more",
        queries.store_relations("works_at"),
        written(ALICE, relation("alice", "acme", "m2", None, "acme")),
    ),
    (
        "relate the same",
        queries.store_relations("works_at"),
        written(ALICE, relation("alice", "acme", "m2", 0.5, "acme")),
    ),
    (
        "another scope",
        queries.store_relations("works_at"),
        written(COOK, relation("alice", "acme", "m3", None, "acme")),
    ),
    (
        "two at once",
        queries.store_relations("живёт_в"),
        written(
            ALICE,
            relation("alice", "new york", "m4", 1.0, "new york"),
            relation("acme", "new york", "m4", None, "pizza"),
        ),
    ),
    ("to nobody", queries.store_relations("knows"), written(ALICE, relation("alice", "nobody", "m4", None, "pizza"))),
    (
        "all",
        queries.ALL_RELATIONS.replace("r.updated_at DESC", "relationship, source, r.scope"),
        {"limit": 9, **ALICE.parameters},
    ),
    ("all of the cook", queries.ALL_RELATIONS, {"limit": 9, **COOK.parameters}),
    ("nearest", queries.NEAREST_EXACT, {"embedding": [0.5, 0.0, 1.0], "candidates": 3}),
    ("nearest by index", queries.NEAREST_BY_INDEX, {"embedding": [0.5, 0.0, 1.0], "candidates": 3}),
    ("named", queries.NAMED_EXACT, {"text": "pizza in new york", "words": ["pizza", "york"], "candidates": 1}),
    ("named by index", queries.NAMED_BY_INDEX, {"words": ["pizza", "york", "york"], "candidates": 1}),
    (
        "around",
        queries.AROUND,
        {"keys": ["alice", "acme"], "embedding": [0.0, 0.8, 0.6], "limit": 9, **ALICE.parameters},
    ),
    ("around cook", queries.AROUND, {"keys": ["acme"], "embedding": [0.0, 0.8, 0.6], "limit": 9, **COOK.parameters}),
    (
        "invalidate",
        queries.INVALIDATE,
        {
            "rows": [{"source": "alice", "relationship": "works_at", "destination": "acme", "memory_id": "m9"}],
            **COOK.parameters,
        },
    ),
    ("release shared", queries.RELEASE_SHARED, {"memory_id": "m1"}),
    ("release last", queries.RELEASE_LAST, {"memory_id": "m1"}),
    ("release shared of m2", queries.RELEASE_SHARED, {"memory_id": "m2"}),
    ("release last of m2", queries.RELEASE_LAST, {"memory_id": "m2"}),
    ("valid again", queries.store_relations("works_at"), written(ALICE, relation("alice", "acme", "m5", None, "acme"))),
    (
        "history",
        queries.HISTORY.replace("r.created_at\n", "source, r.scope, valid\n"),
        {"source": "alice", "relationship": None, "destination": "acme", **ALICE.parameters},
    ),
    ("memories", queries.MEMORY_IDS, ALICE.parameters),
    ("left", LEFT, {}),
    ("no embeddings", queries.FORGET_ENTITY_EMBEDDINGS, {}),
    ("nor these", queries.FORGET_RELATION_EMBEDDINGS, {}),
    ("without", queries.ENTITIES_WITHOUT_EMBEDDING, {"limit": 99}),
    ("drop index", queries.DROP_VECTOR_INDEX, {}),
    ("drop it again", queries.DROP_VECTOR_INDEX, {}),
    ("index of 2", queries.vector_index(2), {}),
    ("embed", queries.EMBED_ENTITIES, {"rows": [{"key": "alice", "embedding": [1.0, 0.0]}]}),
    ("one has", queries.ANY_EMBEDDING, {}),
    ("relations without", queries.RELATIONS_WITHOUT_EMBEDDING, {"limit": 99}),
    (
        "embed relations",
        queries.EMBED_RELATIONS,
        lambda rows: {"rows": [{"id": row["id"], "embedding": [0.0, 1.0]} for row in rows]},
    ),
    ("none without", queries.RELATIONS_WITHOUT_EMBEDDING, {"limit": 99}),
    ("scope", queries.SCOPE_ENTITIES, COOK.parameters),
    ("delete scope", queries.DELETE_SCOPE, COOK.parameters),
    ("delete lonely", queries.DELETE_LONELY, {"keys": ["alice", "acme", "pizza"]}),
    ("left after", LEFT, {}),
    ("an old graph", OLD, {}),
    ("old scopes", queries.OLD_RELATION_SCOPES, {}),
    (
        "adopt relations",
        queries.ADOPT_RELATIONS,
        {"old_agent_id": "cook", "old_run_id": None, "scope": COOK.text, **COOK.parameters},
    ),
    (
        "adopt the others",
        queries.ADOPT_RELATIONS,
        {"old_agent_id": None, "old_run_id": None, "scope": ALICE.text, **ALICE.parameters},
    ),
    ("old entities", queries.OLD_ENTITIES, {"limit": 99}),
    ("adopt entities", queries.ADOPT_ENTITIES, ids),
    ("twins", queries.OLD_ENTITIES, {"limit": 99}),
    ("twin's relations", queries.TWIN_RELATIONSHIPS, twin),
    ("twins", queries.OLD_ENTITIES, {"limit": 99}),
    ("move out", queries.move_relations("likes", True), twin),
    ("twins", queries.OLD_ENTITIES, {"limit": 99}),
    ("move in", queries.move_relations("liked_by", False), twin),
    ("twins", queries.OLD_ENTITIES, {"limit": 99}),
    ("delete twin", queries.DELETE_TWIN, twin),
    ("origin index", queries.ORIGIN_INDEX, {}),
    (
        "copy entities",
        queries.copy_entities(("__Entity__", "city"), True),
        {
            "rows": [
                {"origin": f"o:{n}", "properties": {"name": f"City {n}", "mentions": n}, "embedding": [1.0, n]}
                for n in (1, 2)
            ]
        },
    ),
    (
        "copy entities again, plainly",
        queries.copy_entities(("__Entity__",), False),
        {"rows": [{"origin": "o:2", "properties": {"mentions": 7}, "embedding": None}]},
    ),
    (
        "copy relations",
        queries.copy_relations("near"),
        {"rows": [{"origin": "o:9", "source": "o:1", "destination": "o:2", "properties": {"valid": True}}]},
    ),
    ("count copies", queries.COUNT_COPIES, {"source": "o:"}),
    ("left at last", LEFT, {}),
)

UNORDERED = frozenset(
    {
        "known",
        "memories",
        "without",
        "relations without",
        "scope",
        "old scopes",
        "old entities",
        "twins",
        "twin's relations",
    }
)
"""Steps whose query leaves the order open."""


def run(ask: Ask) -> Iterator[tuple[str, list[Row]]]:
    """Each step's name and rows, made comparable: times and ids are masked, numbers rounded."""
    previous: list[Row] = []
    for name, text, parameters in STEPS:
        rows = ask(text, parameters(previous) if callable(parameters) else parameters)
        previous = rows
        shown = [{column: masked(column, value) for column, value in row.items()} for row in rows]
        if name in UNORDERED:
            shown.sort(key=lambda row: json.dumps(row, ensure_ascii=False))
        yield name, shown


def masked(column: str, value: Any) -> Any:
    if column == "id":
        return "<id>"
    if column == "labels":
        return sorted(value)
    if isinstance(value, list):
        return [masked("", item) for item in value]
    if isinstance(value, int) and value > EARLIEST_TIME:
        return "<time>"
    return round(value, 2) if isinstance(value, float) else value


def main(uri: str) -> None:
    """Ask the Neo4j at `uri` and write what it answers."""
    from neo4j import GraphDatabase

    from tools.oracle.session import empty

    with GraphDatabase.driver(uri, notifications_min_severity="OFF") as driver:
        empty(driver)

        def ask(text: str, parameters: Mapping[str, Any]) -> list[Row]:
            rows = [dict(record) for record in driver.execute_query(text, dict(parameters)).records]
            if text.startswith("CREATE") and " INDEX " in text:
                driver.execute_query("CALL db.awaitIndexes(60)")
            return rows

        answers = [{"step": name, "rows": rows} for name, rows in run(ask)]
    RECORDED.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n")
    print(f"{len(answers)} answers written to {RECORDED.name}")


if __name__ == "__main__":
    main(sys.argv[1])
