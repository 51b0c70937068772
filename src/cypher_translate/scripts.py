"""Several statements in one text, each translated for itself: a mistake in one does not keep the others from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher_translate import ast
from cypher_translate.errors import CypherError, CypherSyntaxError, Diagnostic
from cypher_translate.generator import generate
from cypher_translate.lexer import Tokens, tokenize
from cypher_translate.parser import parse, parse_tokens, split
from cypher_translate.source import NO_SPAN, Span, line_and_column
from cypher_translate.target import Target
from cypher_translate.translation import Translation, translate_query


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the statement that begins at ``start``: a translation or an error.

    ``query`` is the statement as it was read, None where it could not be read.
    """

    start: int
    query: ast.Query | None = None
    translation: Translation | None = None
    error: CypherError | None = None

    def clauses(self) -> tuple[list[str], list[str]]:
        """The statement and its translation, a line for each clause."""
        assert self.query is not None
        assert self.translation is not None
        after = [line for statement in self.translation.statements for line in _clauses_of_text(statement.text)]
        return _clauses(self.query), after


def outcomes(text: str, target: Target) -> Iterator[Outcome]:
    """What becomes of each statement of a text; where the lexer fails, the rest of the text counts as one."""
    statements, error = _statements(text)
    for tokens in statements:
        yield _outcome(tokens, text, target)
    if error:
        yield Outcome(error.span[0], error=error)


def _statements(text: str) -> tuple[list[Tokens], CypherSyntaxError | None]:
    """The statements, and what keeps the lexer from reading what follows them."""
    try:
        return list(split(tokenize(text))), None
    except CypherSyntaxError as error:
        readable = tokenize(text[: error.span[0]])
        finished = readable.kinds[-2:-1] == [";"]
        statements = list(split(readable))
        return statements if finished else statements[:-1], error


def _outcome(tokens: Tokens, text: str, target: Target) -> Outcome:
    start = tokens.starts[0]
    query = None
    try:
        query = parse_tokens(tokens)
        return Outcome(start, query, translate_query(query, target))
    except CypherError as error:
        error.text = text
        return Outcome(start, query, error=error)


def _clauses_of_text(text: str) -> list[str]:
    """Lines of what the server gets; what is no Cypher of Neo4j's is one line."""
    try:
        return _clauses(parse(text))
    except CypherSyntaxError:
        return [text]


def _clauses(query: ast.Query) -> list[str]:
    if isinstance(query.body, ast.SingleQuery):
        return [generate(clause) for clause in query.body.clauses]
    if isinstance(query.body, ast.Union):
        lines: list[str] = []
        for part in query.body.queries:
            lines += ["UNION ALL" if query.body.all else "UNION"] if lines else []
            lines += [generate(clause) for clause in part.clauses]
        return lines
    return [generate(query.body)]


def described(name: str, text: str, outcome: Outcome) -> dict[str, object]:
    """An outcome as a map for JSON."""
    line, column = line_and_column(text, outcome.start)
    description: dict[str, object] = {"file": name, "line": line, "column": column}
    if outcome.translation:
        translation = outcome.translation
        description |= {
            "status": "translated",
            "text": translation.text,
            "statements": [{"kind": each.kind, "text": each.text} for each in translation.statements],
            "columns": translation.columns,
            "is_write": translation.is_write,
            "diagnostics": [_told(text, diagnostic) for diagnostic in translation.diagnostics],
        }
    elif outcome.error:
        bad = isinstance(outcome.error, CypherSyntaxError)
        status = {"neo4j_status": outcome.error.status} if outcome.error.status else {}
        description |= {"status": "syntax error" if bad else "refused", "error": _told(text, outcome.error) | status}
    return description


def _told(text: str, what: CypherError | Diagnostic) -> dict[str, object]:
    return {"code": what.code, "message": what.message, "hint": what.hint, **_place(text, what.span)}


def _place(text: str, span: Span) -> dict[str, object]:
    if span == NO_SPAN:
        return {}
    line, column = line_and_column(text, span[0])
    return {"line": line, "column": column, "span": span}
