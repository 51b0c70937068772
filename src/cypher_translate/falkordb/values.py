"""Values of the server's compact reply as Python's.

A cell is a type's number and a content. Labels, relationship types and property keys are numbers as well, whose
names depend on the version of the graph's schema. Temporal values and points are tagged text (`temporal_text`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from falkordb import Edge, Node, Path

from cypher_translate.errors import CypherRuntimeError
from cypher_translate.falkordb import temporal_text
from cypher_translate.types import Duration, Point

LoadNames: TypeAlias = Callable[[int], Sequence[Sequence[str]]]
"""Asks the server for all labels, relationship types and property keys, each in the order of their numbers.

It is told the version of the schema that they are needed for."""

_EPOCH = datetime(1970, 1, 1)


class Decoder:
    """Turns rows of one version of a graph's schema into tuples of Python values.

    Nodes, relationships and paths become `falkordb.Node`, `Edge` and `Path`, vectors lists of floats. Names are
    asked for when the first unknown one is met; one decoder may be used by several threads.
    """

    __slots__ = ("_decoders", "_load", "_names", "last_float", "version")

    def __init__(self, version: int, load: LoadNames) -> None:
        self.version = version
        self.last_float = object()
        self._load = load
        self._names: Sequence[Sequence[str]] = ((), (), ())
        self._decoders: tuple[Callable[[Any], Any], ...] = (
            _unknown,
            lambda content: None,
            _string,
            int,
            "true".__eq__,
            self._float,
            self._list,
            self._edge,
            self._node,
            self._path,
            self._map,
            _point,
            lambda content: [float(item) for item in content],
            _datetime,
            lambda content: _datetime(content).date(),
            lambda content: _datetime(content).time(),
            lambda content: Duration(0, 0, content, 0),
        )

    def rows(self, rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
        """The rows of a reply."""
        decoders = self._decoders
        return [tuple([decoders[kind](content) for kind, content in row]) for row in rows]

    def _name(self, which: int, number: int) -> str:
        try:
            return self._names[which][number]
        except IndexError:
            self._names = self._load(self.version)
        try:
            return self._names[which][number]
        except IndexError:
            raise CypherRuntimeError(
                "the graph was deleted while its rows were read", code="GraphChanged", hint="run the query again"
            ) from None

    def _float(self, content: str) -> float:
        """A float, of which `last_float` tells that it came: it is another object from then on, for all threads."""
        self.last_float = object()
        return float(content)

    def _list(self, content: Sequence[Any]) -> list[Any]:
        decoders = self._decoders
        return [decoders[kind](item) for kind, item in content]

    def _map(self, content: Sequence[Any]) -> dict[str, Any]:
        decoders = self._decoders
        return {content[i]: decoders[content[i + 1][0]](content[i + 1][1]) for i in range(0, len(content), 2)}

    def _properties(self, content: Sequence[Any]) -> dict[str, Any]:
        return {self._name(2, key): self._decoders[kind](item) for key, kind, item in content}

    def _node(self, content: Sequence[Any]) -> Node:
        identity, labels, properties = content
        names = [self._name(0, label) for label in labels]
        return Node(identity, labels=names or None, properties=self._properties(properties))

    def _edge(self, content: Sequence[Any]) -> Edge:
        identity, kind, source, destination, properties = content
        return Edge(source, self._name(1, kind), destination, edge_id=identity, properties=self._properties(properties))

    def _path(self, content: Sequence[Any]) -> Path:
        (_, nodes), (_, edges) = content
        return Path(self._list(nodes), self._list(edges))


def _unknown(content: Any) -> Any:
    raise CypherRuntimeError(
        f"the server sent a value of a type that is not known here: {content!r}",
        code="UnknownType",
        hint="update cypher_translate",
    )


def _string(content: str) -> Any:
    return temporal_text.decode(content) if content[:1] == temporal_text.MARK else content


def _point(content: Sequence[str]) -> Point:
    latitude, longitude = content
    return Point(4326, (float(longitude), float(latitude)))


def _datetime(content: int) -> datetime:
    return _EPOCH + timedelta(seconds=content)


def identity(value: Any) -> Any:
    """A hashable stand-in that is equal for what Cypher takes for the same value (as in DISTINCT and UNION)."""
    if isinstance(value, bool):
        return bool, value
    if isinstance(value, float) and value != value:
        return float, "NaN"
    if isinstance(value, list):
        return list, tuple(map(identity, value))
    if isinstance(value, dict):
        return dict, frozenset((key, identity(item)) for key, item in value.items())
    if isinstance(value, (Node, Edge)):
        return type(value), value.id
    if isinstance(value, Path):
        return Path, tuple(map(identity, value.nodes())), tuple(map(identity, value.edges()))
    return value
