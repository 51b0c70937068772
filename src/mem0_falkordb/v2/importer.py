"""Bring a Neo4j graph that Mem0 1.x filled over to FalkorDB: one graph for each user, embeddings included.

Read as a stream and written in batches. After each batch the place is noted in the target database, so that an
interrupted import goes on there when it is started again; what was written twice is still there once.
"""

from __future__ import annotations

import hashlib
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from falkordb import FalkorDB

from cypher_translate import FalkorGraph
from mem0_falkordb.errors import ConnectionFailedError, Mem0FalkorDBError, MissingPackageError
from mem0_falkordb.owner import Owner
from mem0_falkordb.registry import Registry
from mem0_falkordb.v2 import queries

logger = logging.getLogger(__name__)

BATCH = 500
ENTITIES, RELATIONS = "entities", "relations"
NOTHING_READ = -1

Advance = Callable[[str, int, int], None]
"""Told of the progress: what ("entities" or "relations"), how many are done, and how many there are."""


class ImportIncompleteError(Mem0FalkorDBError):
    """The copy has not as much as the original."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a database holds of what Mem0 wrote."""

    entities: int
    relations: int


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did: equal counts on both sides, in so many graphs, and whether it went on from an earlier one."""

    source: Counts
    target: Counts
    graphs: int
    resumed: bool


def open_source(uri: str, username: str | None = None, password: str | None = None) -> Any:
    """A driver for the Neo4j database at `uri`, which is known to answer.

    Raises MissingPackageError without the package neo4j, ConnectionFailedError where nobody answers or lets us in.
    """
    try:
        import neo4j
    except ImportError as error:
        raise MissingPackageError("reading from Neo4j needs its driver: pip install 'mem0-falkordb[neo4j]'") from error
    auth = None if username is None else (username, password or "")
    driver = neo4j.GraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF")
    try:
        driver.verify_connectivity()
    except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
        driver.close()
        raise ConnectionFailedError(
            f"no Neo4j answers at {uri} ({error}): check the address and the password"
        ) from error
    return driver


def import_graphs(
    driver: Any,
    db: FalkorDB,
    database: str,
    *,
    source_name: str,
    source_database: str | None = None,
    batch: int = BATCH,
    advance: Advance = lambda what, done, total: None,
) -> Report:
    """Copy every user's entities and relations into the graphs of `database`.

    `driver` is a Neo4j driver (see `open_source`); `source_name` tells sources apart and must be the same when an
    import is to go on, as its address is. Raises ImportIncompleteError where the counts differ at the end.
    """
    target = _Target(db, database, hashlib.sha256(f"{source_name}\0{source_database}".encode()).hexdigest()[:12])
    resumed = target.resumed
    with driver.session(database=source_database, fetch_size=batch) as session:
        (record,) = session.run(queries.COUNT_SOURCE)
        expected = Counts(record[ENTITIES], record[RELATIONS])
        steps = (
            (ENTITIES, queries.READ_ENTITIES, target.write_entities, expected.entities),
            (RELATIONS, queries.READ_RELATIONS, target.write_relations, expected.relations),
        )
        for what, text, write, total in steps:
            done = target.done(what)
            advance(what, done, total)
            for records in _batches(session.run(text, after=target.after(what)), batch):
                write(records)
                done += len(records)
                target.note(what, records[-1]["id"], done)
                advance(what, done, total)
    found = target.counts()
    if found != expected:
        raise ImportIncompleteError(
            f"the source has {expected.entities} entities and {expected.relations} relations, the copy "
            f"{found.entities} and {found.relations}: if the source changed meanwhile, start over with --again"
        )
    return Report(expected, found, target.graphs, resumed)


class _Target:
    """The copies in FalkorDB, and how far they are."""

    def __init__(self, db: FalkorDB, database: str, source: str) -> None:
        self._db = db
        self._registry = Registry(db, database)
        self._source = f"{source}:"
        self._place = f"mem0-falkordb-import:{database}:{source}"
        self._graphs: dict[str, FalkorGraph] = {}
        self.graphs = 0

    @property
    def resumed(self) -> bool:
        return bool(self._db.connection.exists(self._place))

    def start_over(self) -> None:
        self._db.connection.delete(self._place)

    def after(self, what: str) -> int:
        return int(self._noted(f"{what}:after", NOTHING_READ))

    def done(self, what: str) -> int:
        return int(self._noted(f"{what}:done", 0))

    def note(self, what: str, last: int, done: int) -> None:
        self._db.connection.hset(self._place, mapping={f"{what}:after": last, f"{what}:done": done})

    def write_entities(self, records: Sequence[Mapping[str, Any]]) -> None:
        groups: dict[tuple[str, tuple[str, ...], bool], list[dict[str, Any]]] = defaultdict(list)
        for record in records:
            properties = _plain(record["properties"])
            embedding = properties.pop("embedding", None)
            row = {"origin": self._origin(record["id"]), "properties": properties, "embedding": embedding}
            labels = tuple(sorted(record["labels"]))
            groups[str(record["owner"]), labels, embedding is not None].append(row)
        for (owner, labels, embedded), rows in groups.items():
            self._graph(owner).query(queries.copy_entities(labels, embedded), {"rows": rows})

    def write_relations(self, records: Sequence[Mapping[str, Any]]) -> None:
        groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for record in records:
            row = {
                "origin": self._origin(record["id"]),
                "source": self._origin(record["source"]),
                "destination": self._origin(record["destination"]),
                "properties": _plain(record["properties"]),
            }
            groups[str(record["owner"]), record["relationship"]].append(row)
        for (owner, relationship), rows in groups.items():
            self._graph(owner).query(queries.copy_relations(relationship), {"rows": rows})

    def counts(self) -> Counts:
        """How much of the source is there; `graphs` then says in how many graphs."""
        entities = relations = self.graphs = 0
        for graph in self._registry.graphs():
            ((here, between),) = (
                FalkorGraph(self._db, graph.name).query(queries.COUNT_COPIES, {"source": self._source}).rows
            )
            entities += here
            relations += between
            self.graphs += here > 0
        return Counts(entities, relations)

    def _graph(self, owner: str) -> FalkorGraph:
        if owner not in self._graphs:
            graph = FalkorGraph(self._db, self._registry.claim(Owner("user", owner)))
            graph.query(queries.ORIGIN_INDEX)
            self._graphs[owner] = graph
        return self._graphs[owner]

    def _origin(self, identity: int) -> str:
        return f"{self._source}{identity}"

    def _noted(self, name: str, default: int) -> Any:
        value = self._db.connection.hget(self._place, name)
        return default if value is None else value


def forget_import(db: FalkorDB, database: str, source_name: str, source_database: str | None = None) -> None:
    """Let the next import from this source begin at the start; what is there already is not written twice."""
    digest = hashlib.sha256(f"{source_name}\0{source_database}".encode()).hexdigest()[:12]
    _Target(db, database, digest).start_over()


def _batches(records: Iterable[Mapping[str, Any]], size: int) -> Iterator[list[Mapping[str, Any]]]:
    batch: list[Mapping[str, Any]] = []
    for record in records:
        batch.append(record)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as FalkorDB takes them: Neo4j's date-times as Python's, what has no counterpart as its text."""
    return {name: _value(value) for name, value in properties.items()}


def _value(value: Any) -> Any:
    if isinstance(value, str | bool | int | float) or value is None:
        return value
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    to_native = getattr(value, "to_native", None)
    return to_native() if to_native is not None else str(value)
