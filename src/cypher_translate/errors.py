"""What can go wrong with a query, as exceptions and as diagnostics.

Every error carries a code, the place in the query, the reason and, where there is one, what to write instead;
its text shows the source line with a caret.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cypher_translate.source import NO_SPAN, Span, excerpt, line_and_column

SYNTAX_ERROR = "Neo.ClientError.Statement.SyntaxError"
COMPUTED_NAME = "ComputedName"
"""The code of a refusal that may be none where the names in the parameters are known."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A remark on a translation: what differs from Neo4j although the query runs.

    ``code`` names the pass or the rule, ``span`` is the place in the query, ``message`` the difference,
    ``hint`` what to do about it (may be empty).
    """

    code: str
    span: Span
    message: str
    hint: str = ""

    def render(self, text: str) -> str:
        """The diagnostic as a person reads it, with the source line and a caret."""
        return render(self.code, self.message, self.hint, text, self.span)


def render(code: str, message: str, hint: str, text: str, span: Span) -> str:
    """Code and reason, the place with its source line and a caret, and the hint."""
    lines = [f"{code}: {message}"]
    if text and span != NO_SPAN:
        line, column = line_and_column(text, span[0])
        lines += [f"line {line}, column {column}", *("  " + shown for shown in excerpt(text, span).split("\n"))]
    if hint:
        lines.append(f"hint: {hint}")
    return "\n".join(lines)


class CypherError(Exception):
    """The base of all errors about a query.

    ``code`` is a short stable name, ``status`` the status code that Neo4j gives in this case (empty where Neo4j
    would run the query), ``message`` the reason, ``hint`` what to write instead, ``text`` the query and ``span``
    the place in it.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        status: str = "",
        hint: str = "",
        text: str = "",
        span: Span = NO_SPAN,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.status = status
        self.hint = hint
        self.text = text
        self.span = span

    @property
    def line(self) -> int:
        """The line of the place, from 1."""
        return line_and_column(self.text, self.span[0])[0]

    @property
    def column(self) -> int:
        """The column of the place, from 1."""
        return line_and_column(self.text, self.span[0])[1]

    def __str__(self) -> str:
        return render(self.code or type(self).__name__, self.message, self.hint, self.text, self.span)


class CypherSyntaxError(CypherError):
    """What Neo4j refuses when it compiles a query: bad syntax or bad meaning.

    ``code`` is openCypher's name of the mistake (``UndefinedVariable``, ``InvalidAggregation``, ...).
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = "UnexpectedSyntax",
        status: str = SYNTAX_ERROR,
        hint: str = "",
        text: str = "",
        span: Span = NO_SPAN,
    ) -> None:
        super().__init__(message, code=code, status=status, hint=hint, text=text, span=span)


class UnsupportedCypher(CypherError):
    """What Neo4j runs and FalkorDB cannot, so that it is refused before anything runs."""


class NamesNeeded(UnsupportedCypher):
    """What can be translated for given parameters only: ``origins`` are where the names are that the query writes."""

    def __init__(self, message: str, *, code: str, hint: str, text: str, span: Span, origins: tuple[Any, ...]) -> None:
        super().__init__(message, code=code, hint=hint, text=text, span=span)
        self.origins = origins


class CypherRuntimeError(CypherError):
    """What failed while the query ran; ``status`` is the status code that Neo4j gives, where it is known."""
