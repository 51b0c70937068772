"""`FalkorGraph`: a graph in FalkorDB that is asked in Neo4j's Cypher."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

import redis

from cypher_translate.errors import COMPUTED_NAME, CypherError, CypherRuntimeError, NamesNeeded, UnsupportedCypher
from cypher_translate.falkordb import catalogue, schema
from cypher_translate.falkordb.compatibility import LIBRARY, ensure_loaded
from cypher_translate.falkordb.computed_names import with_names
from cypher_translate.falkordb.digits import with_digits
from cypher_translate.falkordb.element_ids import with_integers
from cypher_translate.falkordb.failures import SEARCH, UNINDEXED, VECTOR, runtime_error
from cypher_translate.falkordb.lift import lift
from cypher_translate.falkordb.pages import beyond, bounded
from cypher_translate.falkordb.parameters import header
from cypher_translate.falkordb.result import Result, counters, united
from cypher_translate.falkordb.seeks import any_missed
from cypher_translate.falkordb.stored_lists import with_storable_lists
from cypher_translate.falkordb.supplies import supplied, with_supplied_names
from cypher_translate.falkordb.values import Decoder
from cypher_translate.falkordb.written_names import names_in
from cypher_translate.parser import parse
from cypher_translate.plan import Statement
from cypher_translate.rewriting.context import Options
from cypher_translate.target import Target
from cypher_translate.translation import DEFAULT_OPTIONS, DEFAULT_TARGET, Translation, translate_query

CACHED_TRANSLATIONS = 1024
CACHED_OPTIONS = 64
LONGEST_CACHED = 100_000
"""Texts of more characters are translated each time, so that the cache stays below some 100 MB."""

_EMPTY_KEY = "empty key"
_FUNCTIONS = f"{LIBRARY}."
_UNKNOWN_FUNCTION = f"Unknown function '{LIBRARY}."
_VERSION_MISMATCH = "version mismatch"
_NAMES = (
    "CALL db.labels() YIELD label RETURN collect(label) AS names UNION ALL "
    "CALL db.relationshipTypes() YIELD relationshipType RETURN collect(relationshipType) AS names UNION ALL "
    "CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey) AS names"
)
_NOTHING_EXPIRES = 600_000
"""After so many milliseconds the stand-in for a graph that does not exist is gone, whatever happens."""

_DEFAULT_OPTIONS = Options(digits="writes")

_COMMANDS = {"read": "GRAPH.RO_QUERY", "write": "GRAPH.QUERY"}
_ANEW: dict[str, Callable[[Options], Options]] = {
    UNINDEXED: lambda options: replace(options, avoid_indexes=True),
    VECTOR: lambda options: replace(options, vectors_as_lists=True),
}
"""By an error's code, the options with which a query is translated once more."""

_READS = ("GRAPH.RO_QUERY", "GRAPH.EXPLAIN")


class Translated(Protocol):
    """What is needed of a `Translation`."""

    @property
    def statements(self) -> tuple[Statement, ...]: ...

    @property
    def columns(self) -> tuple[str, ...]: ...

    @property
    def distinct(self) -> bool: ...


Translate: TypeAlias = Callable[[str], Translated]


@lru_cache(CACHED_OPTIONS)
def _translator(target: str, options: Options) -> Translate:
    """The translation for one kind of server, cached by text; all graphs share it, since users' graphs are alike."""
    server = Target.parse(target)

    def anew(text: str) -> Translation:
        return translate_query(parse(text), server, options)

    cached = lru_cache(CACHED_TRANSLATIONS)(anew)
    return lambda text: cached(text) if len(text) <= LONGEST_CACHED else anew(text)


@lru_cache(CACHED_OPTIONS)
def _texts_with_floats(target: str, options: Options) -> set[str]:
    """The reading queries that have returned floats; asked again, they are to return all digits at once."""
    return _BoundedSet()


class _BoundedSet(set[str]):
    """A set that is emptied when it gets too large."""

    def add(self, text: str) -> None:
        if len(self) >= CACHED_TRANSLATIONS:
            self.clear()
        super().add(text)


class Database(Protocol):
    """What is needed of a client: `falkordb.FalkorDB` has it, the embedded one too."""

    connection: Any

    def execute_command(self, *arguments: Any) -> Any: ...


class FalkorGraph:
    """A graph of a FalkorDB database, by name; it comes into being with the first write.

    ``db`` is a connected client (`falkordb.FalkorDB`: single server, cluster or sentinel; or the embedded one of
    falkordblite). ``target`` is the server's version and ``options`` are the translation's; ``translate``, if given,
    makes statements of a query's text in place of `cypher_translate.translate`. One object may be used by several
    threads.

    The server sends floats with 15 digits, and 17 may be needed. With ``exact_floats`` they are asked for: by every
    query that updates and may return floats, and by every reading one that has returned a float before. The first time
    such a query is read twice, and the second result counts. Without, `Result.is_approximate` tells of such floats.
    """

    def __init__(
        self,
        db: Database,
        name: str,
        *,
        target: str = DEFAULT_TARGET,
        options: Options = DEFAULT_OPTIONS,
        translate: Translate | None = None,
        exact_floats: bool = True,
    ) -> None:
        if not isinstance(name, str) or not name or "\0" in name:
            raise ValueError(f"a graph's name is a string with at least one character and no NUL, not {name!r}")
        self.db = db
        self.name = name
        if exact_floats and options.digits == "none":
            options = replace(options, digits="writes") if options is not DEFAULT_OPTIONS else _DEFAULT_OPTIONS
        self._target = target
        self._options = options if translate is None else None
        self._exact_floats = exact_floats and translate is None
        exact = replace(options, digits="all")
        self._with_floats = _texts_with_floats(target, options)
        self._translate = translate or _translator(target, options)
        self._translate_exactly = translate or _translator(target, exact)
        self._translators = {
            (exactly, code): translate or _translator(target, change(chosen))
            for exactly, chosen in ((False, options), (True, exact))
            for code, change in _ANEW.items()
        }
        self._execute = db.execute_command
        self._decoder = Decoder(0, self._load_names)
        self._functions_checked = False

    def __repr__(self) -> str:
        return f"FalkorGraph({self.name!r})"

    def query(self, text: str, params: Mapping[str, object] | None = None, timeout: int | None = None) -> Result:
        """Translate a query from Neo4j's Cypher and run it.

        ``params`` are the values of its parameters (see `parameters.header` for their types). ``timeout`` is in
        milliseconds; the server ends a read after it, but never a write.
        Raises CypherSyntaxError and UnsupportedCypher before anything runs, and CypherRuntimeError for what fails
        after that, a lost connection included.
        """
        exactly = text in self._with_floats
        named: FalkorGraph | None = None
        try:
            translation = self._translate_exactly(text) if exactly else self._translate(text)
        except NamesNeeded as error:
            named = self._with_names(error, params or {})
        except UnsupportedCypher as error:
            known = with_names(text, params or {}) if error.code == COMPUTED_NAME else text
            if known == text:
                raise
            named, text = self, known
        if named is not None:
            return named.query(text, params, timeout)
        if timeout is not None and (type(timeout) is not int or timeout <= 0):
            raise ValueError(f"the timeout is a positive number of whole milliseconds, not {timeout!r}")
        try:
            statements = translation.statements
            if len(statements) == 1:
                result = self._run_one(statements[0], text, exactly, params, timeout)
                if not result.is_approximate or not self._exact_floats:
                    return result
                self._with_floats.add(text)
                return self.query(text, params, timeout)
            results = [self._run(statement, params, timeout) for statement in statements]
        except CypherError as error:
            error.text = text
            raise
        return united(translation.columns, results, translation.distinct)

    def _with_names(self, needed: NamesNeeded, params: Mapping[str, object]) -> FalkorGraph:
        """The graph for queries that write the labels, types and keys that the parameters give."""
        if self._options is None:
            raise needed
        options = replace(self._options, names=names_in(needed.origins, params))
        graph = FalkorGraph(self.db, self.name, target=self._target, options=options, exact_floats=self._exact_floats)
        graph._decoder, graph._functions_checked = self._decoder, self._functions_checked
        return graph

    def exists(self) -> bool:
        """Whether the database has this graph."""
        try:
            return bool(self._execute("TYPE", self.name) == "graphdata")
        except redis.RedisError as error:
            raise runtime_error(error) from error

    def delete(self) -> None:
        """Delete the graph with its indexes, constraints and their names; no error if there is none."""
        try:
            self._execute("GRAPH.DELETE", self.name)
        except redis.RedisError as error:
            if _EMPTY_KEY not in str(error):
                raise runtime_error(error) from error
        catalogue.forget(self)

    def run(self, statement: str, params: Mapping[str, object] | None = None, *, write: bool = False) -> list[Any]:
        """The rows of a statement in FalkorDB's own Cypher, as it is."""
        return self._run(Statement(statement, kind="write" if write else "read"), params, None).rows

    def _run_one(
        self,
        statement: Statement,
        text: str,
        exactly: bool,
        params: Mapping[str, object] | None,
        timeout: int | None,
    ) -> Result:
        """Run a query's only statement, or another one: that asks no index where indexes would miss something, or
        that reads lists where there are vectors."""
        code = UNINDEXED
        if not (statement.seeks and params and any_missed(statement.seeks, params)):
            try:
                return self._run(statement, params, timeout)
            except CypherRuntimeError as error:  # in which case the server has undone what the statement wrote
                if error.code == SEARCH and schema.await_indexes(self):
                    return self._run(statement, params, timeout)
                if error.code not in _ANEW:
                    raise
                code = error.code
        (statement,) = self._translators[exactly, code](text).statements
        return self._run(statement, params, timeout)

    def _run(self, statement: Statement, params: Mapping[str, object] | None, timeout: int | None) -> Result:
        if statement.command is not None:
            return schema.execute(self, statement.command, params or {})
        text = statement.text
        if statement.supplies:
            params = {**(params or {}), **supplied(self, statement.supplies, params or {})}
            text = with_supplied_names(text, statement.supplies, params)
        if statement.element_ids and params:
            params = with_integers(params, statement.element_ids)
        if statement.stored and params:
            params = with_storable_lists(params, statement.stored)
        prefix, lifted = header(params)
        if lifted:
            text = lift(text, lifted)
        if params and ("LIMIT $" in text or "SKIP $" in text) and (large := beyond(params)):
            text = bounded(text, large)
        if not self._functions_checked and _FUNCTIONS in text:
            self._load_functions()
        text = prefix + text
        if statement.kind == "explain":
            return Result(statement.columns, plan="\n".join(self._send("GRAPH.EXPLAIN", text)))
        reply, decoder = self._ask(_COMMANDS[statement.kind], text, timeout)
        if len(reply) < 3:
            return Result(statement.columns, [], counters(reply[-1], statement.has_marks))
        head, rows, statistics = reply
        columns = statement.columns or (tuple(name for _, name in head) if rows else ())
        last_float = decoder.last_float
        values = decoder.rows(rows)
        if statement.digits:
            values = with_digits(values, statement.digits)
        changes = counters(statistics, statement.has_marks) if statement.kind == "write" else {}
        return Result(columns, values, changes, "", statement.is_approximate and decoder.last_float is not last_float)

    def _ask(self, command: str, text: str, timeout: int | None) -> tuple[Sequence[Any], Decoder]:
        """A query's compact reply, and the decoder for the version of the schema that it was made with.

        The server compares the version before it runs the query and tells its own one if they differ, which is
        how names of a graph that somebody else has changed or made anew are never taken for the old ones.
        """
        options = () if timeout is None else ("timeout", timeout)
        while True:
            decoder = self._decoder
            reply = self._send(command, text, "--compact", "version", decoder.version, *options)
            if isinstance(reply[-1], redis.ResponseError):  # raised after the first rows were made
                raise runtime_error(reply[-1])
            if not isinstance(reply[0], redis.ResponseError):
                return reply, decoder
            if str(reply[0]) != _VERSION_MISMATCH:
                raise runtime_error(reply[0])
            self._decoder = Decoder(reply[1], self._load_names)

    def _send(self, command: str, text: str, *options: Any) -> Any:
        try:
            return self._execute(command, self.name, text, *options)
        except redis.RedisError as error:
            if _UNKNOWN_FUNCTION in str(error):
                answer_again = self._send_with_functions
            elif _EMPTY_KEY in str(error) and command in _READS:
                answer_again = self._send_to_nothing
            else:
                raise runtime_error(error) from error
        try:
            return answer_again(command, text, *options)
        except redis.RedisError as error:
            raise runtime_error(error) from error

    def _send_with_functions(self, command: str, text: str, *options: Any) -> Any:
        """The server has lost the compatibility functions (a restart without saving): load them once more."""
        self._load_functions(again=True)
        return self._execute(command, self.name, text, *options)

    def _load_functions(self, again: bool = False) -> None:
        try:
            ensure_loaded(self.db, again=again)
        except redis.RedisError as error:
            raise runtime_error(error) from error
        self._functions_checked = True

    def _send_to_nothing(self, command: str, text: str, *options: Any) -> Any:
        """Read a graph that does not exist: as in Neo4j an empty one, and none is created.

        The server reads existing graphs only, so there is one with another name for the time of this query; should
        the client die meanwhile, it expires. (In a transaction nobody would ever see it, but the server would do
        nothing else until the query ends.)
        """
        name = f"{self.name}:nothing:{uuid.uuid4().hex}"
        self._execute("GRAPH.QUERY", name, "RETURN 1")
        try:
            self._execute("PEXPIRE", name, _NOTHING_EXPIRES)
            return self._execute(command, name, text, *options)
        finally:
            self._execute("GRAPH.DELETE", name)

    def _load_names(self, version: int) -> Sequence[Sequence[str]]:
        """The names that the graph has now, for rows of a version of its schema.

        Where it has got another version meanwhile, by the query itself or by somebody else, the names are those of a
        later one: right for these rows, but no decoder of the old version may keep them for the next query.
        """
        reply = self._send("GRAPH.RO_QUERY", _NAMES, "--compact", "version", version)
        if isinstance(reply[0], redis.ResponseError):
            self._decoder = Decoder(reply[1], self._load_names)
            reply = self._send("GRAPH.RO_QUERY", _NAMES, "--compact")
        return [[name for _, name in cell[1]] for (cell,) in reply[1]]
