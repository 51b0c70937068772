"""A graph that Mem0 1.x filled in Neo4j comes over whole, even in several goes. The driver is a stand-in that streams
what a real one gave; with NEO4J_URI set, the same is read from a real Neo4j (which is emptied!)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime, timezone
from typing import Any

import pytest
from click.testing import CliRunner
from falkordb import FalkorDB

from cypher_translate import FalkorGraph
from mem0_falkordb.errors import ConnectionFailedError
from mem0_falkordb.v2 import importer, queries
from mem0_falkordb.v2.importer import Counts, ImportIncompleteError, import_graphs, open_source
from tests.mem0_falkordb.v2.asking import hits, relations

USERS = ("alice", "bob")
PER_USER = 5
INVALIDATED = datetime(2025, 3, 1, 12, 30, tzinfo=timezone.utc)

Row = dict[str, Any]


class NeoDateTime:
    """What Neo4j's driver gives for a date-time."""

    def to_native(self) -> datetime:
        return INVALIDATED


def entity(number: int, user: str, name: str, embedding: list[float]) -> Row:
    properties = {"name": name, "user_id": user, "mentions": 2, "created": 1700000000000, "embedding": embedding}
    return {"id": number, "owner": user, "labels": ["__Entity__", "thing"], "properties": properties}


class FakeDriver:
    """Streams entities and relations as `queries.READ_…` would; `fails_after` so many records, once."""

    def __init__(self, embed: Any, fails_after: int | None = None) -> None:
        self.entities: list[Row] = []
        self.relations: list[Row] = []
        for user in USERS:
            base = len(self.entities)
            names = [user, *(f"{user}_thing_{number}" for number in range(PER_USER - 1))]
            self.entities += [entity(base + n, user, name, embed(name)) for n, name in enumerate(names)]
            for number in range(1, PER_USER):
                valid = number != 2
                properties: Row = {"mentions": 1, "created_at": 1700000000000 + number, "valid": valid}
                if not valid:
                    properties["invalidated_at"] = NeoDateTime()
                self.relations.append(
                    {
                        "id": len(self.relations),
                        "owner": user,
                        "source": base,
                        "relationship": "likes" if number % 2 else "co-works with",
                        "destination": base + number,
                        "properties": properties,
                    }
                )
        self.fails_after = fails_after
        self.read = 0

    def session(self, **_: Any) -> FakeDriver:
        return self

    def __enter__(self) -> FakeDriver:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def run(self, text: str, **parameters: Any) -> Iterator[Mapping[str, Any]]:
        if text == queries.COUNT_SOURCE:
            return iter([{"entities": len(self.entities), "relations": len(self.relations)}])
        records = self.entities if text == queries.READ_ENTITIES else self.relations
        return self._stream([record for record in records if record["id"] > parameters["after"]])

    def _stream(self, records: list[Row]) -> Iterator[Row]:
        for record in records:
            if self.fails_after is not None and self.read >= self.fails_after:
                self.fails_after = None
                raise ConnectionError("the connection to Neo4j broke")
            self.read += 1
            yield record


EVERYTHING = Counts(len(USERS) * PER_USER, len(USERS) * (PER_USER - 1))


def bring(memory: Any, driver: Any, **options: Any) -> importer.Report:
    return import_graphs(driver, memory.graph.db, memory.graph.config.database, source_name="bolt://fake", **options)


def test_everything_comes_over_and_mem0_reads_it(memory: Any) -> None:
    seen: list[tuple[str, int, int]] = []
    driver = FakeDriver(lambda name: memory.embedding_model.embed(name, "add"))
    report = bring(memory, driver, batch=3, advance=lambda *step: seen.append(step))
    assert (report.source, report.target, report.graphs, report.resumed) == (EVERYTHING, EVERYTHING, 2, False)
    assert seen[0] == ("entities", 0, EVERYTHING.entities)
    assert seen[-1] == ("relations", EVERYTHING.relations, EVERYTHING.relations)
    for user in USERS:
        valid = {
            (user, "likes" if n % 2 else "co-works with", f"{user}_thing_{n - 1}") for n in range(1, PER_USER) if n != 2
        }
        assert relations(memory, user_id=user) == valid
        assert (user, "likes", f"{user}_thing_0") in hits(memory, f"{user} thing 0", user_id=user)


def test_properties_arrive_as_they_were(memory: Any) -> None:
    driver = FakeDriver(lambda name: memory.embedding_model.embed(name, "add"))
    bring(memory, driver)
    graph = FalkorGraph(memory.graph.db, f"{memory.graph.config.database}_alice")
    (node,) = graph.query("MATCH (n {name: 'alice'}) RETURN n.embedding AS embedding, labels(n) AS labels").records()
    assert node["embedding"] == pytest.approx(driver.entities[0]["properties"]["embedding"], abs=1e-6)
    assert sorted(node["labels"]) == ["__Entity__", "thing"]
    (edge,) = graph.query(
        "MATCH ()-[r]->() WHERE NOT r.valid RETURN r.invalidated_at AS at, r.created_at AS from"
    ).records()
    assert edge == {"at": INVALIDATED, "from": 1700000000002}


@pytest.mark.parametrize("fails_after", [1, 4, 10, 13, 17])
def test_an_interrupted_import_goes_on_where_it_stopped(memory: Any, fails_after: int) -> None:
    driver = FakeDriver(lambda name: memory.embedding_model.embed(name, "add"), fails_after)
    with pytest.raises(ConnectionError):
        bring(memory, driver, batch=2)
    read = driver.read
    report = bring(memory, driver, batch=2)
    assert report.target == EVERYTHING
    assert report.resumed == (fails_after >= 2)
    # All but the batch that was cut is read once only.
    assert driver.read - read <= EVERYTHING.entities + EVERYTHING.relations - read + 1


def test_a_second_import_writes_nothing_twice(memory: Any) -> None:
    driver = FakeDriver(lambda name: memory.embedding_model.embed(name, "add"))
    bring(memory, driver)
    importer.forget_import(memory.graph.db, memory.graph.config.database, "bolt://fake")
    assert bring(memory, driver).target == EVERYTHING


def test_a_missing_piece_is_told(memory: Any) -> None:
    driver = FakeDriver(lambda name: memory.embedding_model.embed(name, "add"))
    driver.relations[0]["destination"] = 999
    with pytest.raises(ImportIncompleteError, match=r"has 10 entities and 8 relations, the copy 10 and 7.*--again"):
        bring(memory, driver)


def test_nobody_at_the_address() -> None:
    with pytest.raises(ConnectionFailedError, match="no Neo4j answers at bolt://localhost:1 "):
        open_source("bolt://localhost:1")


def test_the_command(memory: Any, address: str, monkeypatch: pytest.MonkeyPatch, server: FalkorDB) -> None:
    from mem0_falkordb.cli import main
    from mem0_falkordb.v2 import command

    driver = FakeDriver(lambda name: memory.embedding_model.embed(name, "add"))
    monkeypatch.setattr(command, "open_source", lambda *_: driver)
    options = ["--url", address, "--database", memory.graph.config.database]
    done = CliRunner().invoke(main, [*options, "import", "--from", "bolt://fake", "--batch", "4"])
    assert done.exit_code == 0, done.output
    assert "10 entities and 8 relations in 2 graphs, as many as in Neo4j" in done.output
    assert relations(memory, user_id="bob")


@pytest.mark.skipif("NEO4J_URI" not in os.environ, reason="needs a Neo4j that may be emptied: NEO4J_URI=bolt://…")
def test_a_real_neo4j(memory: Any) -> None:
    fake = FakeDriver(lambda name: memory.embedding_model.embed(name, "add"))
    with open_source(os.environ["NEO4J_URI"]) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for one in fake.entities:
            driver.execute_query(
                "CREATE (n:__Entity__:thing {number: $id}) SET n += $properties WITH n "
                "CALL db.create.setNodeVectorProperty(n, 'embedding', $properties.embedding)",
                {"id": one["id"], "properties": one["properties"]},
            )
        for one in fake.relations:
            properties = {name: value for name, value in one["properties"].items() if name != "invalidated_at"}
            driver.execute_query(
                "MATCH (s {number: $source}), (d {number: $destination}) "
                f"CREATE (s)-[r:{queries.quoted(one['relationship'])}]->(d) SET r += $properties "
                "FOREACH (_ IN CASE WHEN r.valid THEN [] ELSE [1] END | "
                "SET r.invalidated_at = datetime('2025-03-01T12:30:00Z'))",
                {"source": one["source"], "destination": one["destination"], "properties": properties},
            )
        report = bring(memory, driver, batch=3)
        driver.execute_query("MATCH (n) DETACH DELETE n")
    assert report.target == EVERYTHING
    assert len(relations(memory, user_id="alice")) == PER_USER - 2
