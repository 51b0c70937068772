"""From a query in Neo4j's Cypher to what FalkorDB runs: parse, check, rewrite, plan and generate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from cypher_translate import ast
from cypher_translate.errors import CypherError, CypherSyntaxError, Diagnostic
from cypher_translate.parser import parse
from cypher_translate.passes import PASSES
from cypher_translate.plan import Statement, plan
from cypher_translate.rewriting.context import Context, Options, rewrite
from cypher_translate.semantics import analyse
from cypher_translate.show import shown
from cypher_translate.target import NEWEST, Target

DEFAULT_TARGET = ".".join(map(str, NEWEST))
DEFAULT_OPTIONS = Options()
CACHED = 1024
LONGEST_CACHED = 100_000


@dataclass(frozen=True, slots=True)
class Translation:
    """What FalkorDB runs for one query.

    ``statements`` are sent one after the other; ``columns`` are Neo4j's names of the result's columns, in order.
    Where there are several statements, their rows belong together, each one once if ``distinct``. ``diagnostics``
    say what differs from Neo4j although the query runs.
    """

    statements: tuple[Statement, ...]
    columns: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    distinct: bool = False

    @property
    def text(self) -> str:
        """The statements as text, separated by semicolons and new lines."""
        return ";\n".join([statement.text for statement in self.statements])

    @property
    def is_write(self) -> bool:
        """Whether data or schema may be changed."""
        return any(statement.kind in ("write", "schema") for statement in self.statements)


def translate(text: str, target: str = DEFAULT_TARGET, *, options: Options = DEFAULT_OPTIONS) -> Translation:
    """Translate one statement of Neo4j's Cypher 5 for a version of FalkorDB (``"4.22.1"``).

    The latest CACHED translations are remembered, except those of texts longer than LONGEST_CACHED characters;
    several threads may call it. Raises CypherSyntaxError for what Neo4j refuses to compile and UnsupportedCypher for
    what FalkorDB cannot do; ValueError if the target is no version.
    """
    chosen = None if options is DEFAULT_OPTIONS else options
    return (_remembered if len(text) <= LONGEST_CACHED else _anew)(text, target, chosen)


def _anew(text: str, target: str, options: Options | None) -> Translation:
    """The default options are None here, which is found in the cache in a fifth of the time."""
    return translate_query(parse(text), Target.parse(target), options or DEFAULT_OPTIONS)


_remembered = lru_cache(CACHED)(_anew)


def translate_query(query: ast.Query, target: Target, options: Options = DEFAULT_OPTIONS) -> Translation:
    """Translate a query that has been parsed already; nothing is remembered. Errors as in translate."""
    context = Context(target, options, query.text)
    try:
        if isinstance(query.body, ast.Show):
            body, supply = shown(query.body)
            query = replace(query, body=body)
            context.supplies.append(supply)
        if isinstance(query.body, ast.Terminate):
            raise context.refuse("Terminate", query.body, "FalkorDB cannot end a transaction by its name")
        analysis = analyse(query)
        context.columns, context.types, context.names = analysis.columns, analysis.types, analysis.names
        passes = () if isinstance(analysis.query.body, ast.SchemaCommand) else PASSES  # those are no queries
        rewritten, content = rewrite(analysis.query, context, passes, analysis.content)
        statements, distinct = plan(rewritten, content, context.details())
    except RecursionError:
        raise CypherSyntaxError("The query is nested too deeply", code="NestedTooDeeply", text=query.text) from None
    except CypherError as error:
        error.text = query.text
        raise
    return Translation(statements, analysis.columns, tuple(context.diagnostics), distinct)
