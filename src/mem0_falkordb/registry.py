"""Which graph belongs to whom, kept in the database itself.

A user's graph is called ``{database}_{user_id}``, as it always was. That name alone does not tell owners apart:
database "db5" with user "x_y" and database "db5_x" with user "y" both come to ``db5_x_y``. So each name is claimed
in a registry, a graph of its own; who comes second gets a name that ends in a digest, and a name once claimed is
never given to another owner, not even after the graph was dropped. A dropped graph's entry keeps digests only, not
the owner's id.

Graphs that no registry knows (written by an older program) are recognised by their content: every entity that Mem0
stores carries its owner's id in the property ``user_id``. Whoever stores nodes in a claimed graph keeps to that.

No answer is remembered here: several processes share the database.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from falkordb import FalkorDB

from cypher_translate import FalkorGraph
from mem0_falkordb.connection import graph_names
from mem0_falkordb.owner import KINDS, Owner

# Every graph name built from an owner has an underscore, so this is nobody's.
REGISTRY = "mem0-falkordb-registry"

# Redis takes any key; longer names and names that do not print are given as a digest.
MAX_NAME_LENGTH = 256
DIGEST_LENGTH = 32

INDEXES = (
    "CREATE INDEX graph_key IF NOT EXISTS FOR (g:Graph) ON (g.key)",
    "CREATE INDEX graph_name_key IF NOT EXISTS FOR (g:Graph) ON (g.name_key)",
)
FIND = """
MATCH (g:Graph) WHERE g.key = $key OR g.name_key = $name_key
RETURN g.key AS key, g.name_key AS name_key, g.name AS name
"""
CLAIM = """
MERGE (g:Graph {name_key: $name_key})
ON CREATE SET g.key = $key
WITH g WHERE g.key = $key
SET g.database = $database, g.kind = $kind, g.owner = $owner, g.name = $name
RETURN g.name AS name
"""
ALL = "MATCH (g:Graph) RETURN g.name_key AS name_key, g.database AS database, g.kind AS kind, g.owner AS owner"
FORGET = "MATCH (g:Graph {name_key: $name_key}) REMOVE g.kind, g.owner, g.name"
FORGET_ALL = "MATCH (g:Graph {database: $database}) REMOVE g.kind, g.owner, g.name"
OWNERS = "MATCH (n) WHERE n.user_id IS NOT NULL RETURN DISTINCT n.user_id AS owner LIMIT 2"


@dataclass(frozen=True, slots=True)
class OwnedGraph:
    """A graph that exists; ``owner`` is None where only its digest is known."""

    name: str
    owner: Owner | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an owner's graph is or could be; ``adoptable``: a graph that is already there may be the owner's."""

    name: str
    claimed: bool
    adoptable: bool


class Registry:
    """The graphs of one ``database`` (the first part of the graphs' names) in a FalkorDB.

    ``find`` is for reads and creates nothing, ``claim`` for writes. Safe for threads and processes at once.
    """

    def __init__(self, db: FalkorDB, database: str) -> None:
        self.db = db
        self.database = database
        self._entries = FalkorGraph(db, REGISTRY)
        self._indexed = False

    def find(self, owner: Owner) -> str | None:
        """The name of the owner's graph; None where nothing of this owner was ever stored, or all was dropped."""
        place = self._lookup(owner)
        if place.claimed or (place.adoptable and self._owners(place.name) == [owner.id]):
            return place.name
        return None

    def claim(self, owner: Owner) -> str:
        """The name of the owner's graph, reserved for this owner. The graph itself is made by the first write."""
        place = self._lookup(owner)
        if place.claimed:
            return place.name
        self._create_indexes()
        # An unclaimed graph of that name may be someone else's, or two users' at once.
        if place.adoptable and self._owners(place.name) in ([], [owner.id]) and self._reserve(place.name, owner):
            return place.name
        name = self._private_name(owner)
        self._reserve(name, owner)
        return name

    def graphs(self) -> list[OwnedGraph]:
        """The existing graphs of this database, those of older programs among them."""
        rows = self._entries.query(ALL).records()
        entries = {row["name_key"]: row for row in rows}
        found = []
        for name in graph_names(self.db):
            entry = entries.get(_digest(name))
            if entry is None:
                owner = self._recognise(name)
                if owner is not None:
                    found.append(OwnedGraph(name, owner))
            elif entry["database"] == self.database:
                found.append(OwnedGraph(name, Owner(entry["kind"], entry["owner"]) if entry["owner"] else None))
        return found

    def drop(self, owner: Owner) -> bool:
        """Drop the owner's graph and forget the owner's id; False where there was none."""
        name = self.find(owner)
        if name is None:
            return False
        self._entries.query(FORGET, {"name_key": _digest(name)})
        return self._delete(name)

    def reset(self) -> int:
        """Drop all graphs of this database and no others; returns how many there were."""
        names = [graph.name for graph in self.graphs()]
        if REGISTRY in graph_names(self.db):
            self._entries.query(FORGET_ALL, {"database": self.database})
        return sum(self._delete(name) for name in names)

    def _lookup(self, owner: Owner) -> _Place:
        natural = natural_name(self.database, owner)
        parameters = {"key": self._key(owner), "name_key": _digest(natural) if natural else ""}
        rows = self._entries.query(FIND, parameters).records()
        private = self._private_name(owner)
        for row in rows:
            if row["key"] == parameters["key"]:
                name = natural if natural and row["name_key"] == parameters["name_key"] else private
                return _Place(name, claimed=row["name"] is not None, adoptable=True)
        if natural and not rows:
            return _Place(natural, claimed=False, adoptable=True)
        return _Place(private, claimed=False, adoptable=False)

    def _create_indexes(self) -> None:
        if not self._indexed:
            for index in INDEXES:
                self._entries.query(index)
            self._indexed = True

    def _reserve(self, name: str, owner: Owner) -> bool:
        parameters = {
            "key": self._key(owner),
            "name_key": _digest(name),
            "database": self.database,
            "kind": owner.kind,
            "owner": owner.id,
            "name": name,
        }
        return bool(self._entries.query(CLAIM, parameters).rows)

    def _delete(self, name: str) -> bool:
        graph = FalkorGraph(self.db, name)
        existed = graph.exists()
        graph.delete()
        return existed

    def _owners(self, name: str) -> list[str]:
        return [str(row[0]) for row in FalkorGraph(self.db, name).query(OWNERS).rows]

    def _recognise(self, name: str) -> Owner | None:
        if name == REGISTRY or not name.startswith(self.database + "_"):
            return None
        ids = self._owners(name)
        candidates = [Owner(kind, ids[0]) for kind in KINDS] if len(ids) == 1 and ids[0] else []
        return next((owner for owner in candidates if natural_name(self.database, owner) == name), None)

    def _key(self, owner: Owner) -> str:
        return _digest(json.dumps([self.database, owner.kind, owner.id]))

    def _private_name(self, owner: Owner) -> str:
        shown = "".join(c if c.isprintable() else "_" for c in owner.id[:32])
        return f"{self.database}_{shown}~{self._key(owner)[:DIGEST_LENGTH]}"


def natural_name(database: str, owner: Owner) -> str | None:
    """The plain name of an owner's graph; None where it would not do as a name.

    >>> natural_name("mem0", Owner("user", "alice"))
    'mem0_alice'
    >>> natural_name("mem0", Owner("agent", "planner"))
    'mem0_agent:planner'
    >>> natural_name("mem0", Owner("user", "line" + chr(10) + "break")) is None
    True
    """
    name = f"{database}_{owner.id}" if owner.kind == "user" else f"{database}_{owner.kind}:{owner.id}"
    looks_private = name[-DIGEST_LENGTH - 1 : -DIGEST_LENGTH] == "~"
    return name if name.isprintable() and len(name) <= MAX_NAME_LENGTH and not looks_private else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
