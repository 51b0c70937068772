"""What is sent to the server for one query: nearly always one statement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from cypher_translate import ast
from cypher_translate.content import Content
from cypher_translate.generator import generate

MOST_ROWS = 2**32 - 1
"""FalkorDB takes the last 32 bits of SKIP and LIMIT."""

OfIndex: TypeAlias = Literal["label", "type", "property", "similarity", "dimension", "key"]
What: TypeAlias = OfIndex | Literal["indexes", "constraints", "now", "timestamp", "value", "rows"]
StatementKind: TypeAlias = Literal["read", "write", "schema", "explain"]


@dataclass(frozen=True, slots=True)
class Supply:
    """A parameter that the adapter fills in, because only the database knows its value.

    FalkorDB's indexes have no names, so a call of a named index becomes a call with such parameters: ``label`` or
    ``type``, ``property``, ``similarity`` and ``dimension`` of the vector or full-text index that ``index`` names (a
    string, or the query's own parameter). ``key`` is the value of the parameter ``index``. Where the text has a name
    like `$parameter`, in backticks, a label, type, property or key stands there itself.
    ``indexes`` and ``constraints`` give a list of maps, what SHOW shows; ``now`` is the statement's clock, a zoned
    date-time, and ``timestamp`` the same in milliseconds since 1970. ``value`` is that of the expression whose text
    ``index`` is, ``rows`` the only column of the query in Neo4j's Cypher whose text it is.
    """

    parameter: str
    what: What
    index: str | ast.Parameter | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a parameter: the keys of maps that lead there, None for all items of a list."""

    parameter: str
    keys: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Seek:
    """A value in a parameter that the statement may look up by way of a range index.

    ``keys`` lead to it through maps, and lists on the way stand for all their items. ``ordered``: what comes before
    or after the value is sought, else what equals it.
    """

    parameter: str
    keys: tuple[str, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """A value in a parameter that becomes a property, or a map of such.

    ``keys`` of maps lead to it, None stands for all items of a list.
    """

    parameter: str
    keys: tuple[str | None, ...] = ()
    is_map: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement in FalkorDB's Cypher.

    ``columns`` are Neo4j's names of the columns, in order. A ``schema`` statement carries the ``command`` itself,
    since constraints and named indexes are not Cypher there; its ``text`` is for people. ``seeks`` are what range
    indexes may be asked for: where they do not find a value (`cypher_translate.unindexed`), the translation with
    ``avoid_indexes`` is to be run instead. An ``explain`` statement has the query's text without the prefix EXPLAIN.
    ``element_ids`` are the parameters that stand for ids of entities and nothing else: digits count as an integer.
    ``stored`` are the values that become properties.
    ``digits`` are the positions of columns whose lost digits (``neo4j.digits``) follow as further columns, in that
    order; ``is_approximate`` if none do, and the columns may hold floats. ``has_marks``: all labels that it removes
    are marks that it has put on itself, which its counters are not to tell.
    """

    text: str
    columns: tuple[str, ...] = ()
    kind: StatementKind = "read"
    command: ast.SchemaCommand | None = None
    supplies: tuple[Supply, ...] = ()
    seeks: tuple[Seek, ...] = ()
    digits: tuple[int, ...] = ()
    is_approximate: bool = False
    element_ids: tuple[str, ...] = ()
    stored: tuple[Stored, ...] = ()
    has_marks: bool = False


def plan(query: ast.Query, content: Content, details: Statement) -> tuple[tuple[Statement, ...], bool]:
    """The statements for a query that the passes have rewritten, and whether equal rows of them count once.

    ``details`` is a statement with the columns, and with what the passes have left for the adapter.
    """
    body = query.body
    if isinstance(body, ast.SchemaCommand):
        return (Statement(generate(body), details.columns, "schema", body),), False
    kind: StatementKind = "write" if content.is_write else "read"
    if query.mode == "EXPLAIN":
        kind = "explain"
    return (replace(details, text=generate(body), kind=kind),), False
