"""What to tell a person whose query cannot be read: what could stand there, in words, and what may be meant."""

from __future__ import annotations

from cypher_translate.errors import CypherSyntaxError
from cypher_translate.lexer import END, Tokens
from cypher_translate.source import Span
from cypher_translate.syntax_hints import hint_for, symbols
from cypher_translate.tables import tables

_GROUPS = (
    (
        frozenset({"STRING_LITERAL", "PARAMETER", "_CASE"}),
        symbols(
            "NOT + - ( [ { NULL TRUE FALSE INF INFINITY NAN IDENTIFIER PARAMETER STRING_LITERAL INTEGER_LITERAL "
            "FLOAT_LITERAL FUNCTION_NAME NAMESPACE LIST_PREDICATE _CASE _EXISTS _COUNT _COLLECT _REDUCE _TRIM "
            "_PATH_LPAR _COMPREHENSION_LSQB _PATTERN_LSQB SHORTESTPATH ALLSHORTESTPATHS"
        ),
        "an expression",
    ),
    (
        frozenset({"MATCH", "RETURN"}),
        symbols(
            "MATCH OPTIONAL UNWIND WITH RETURN CREATE INSERT MERGE SET REMOVE DELETE DETACH NODETACH FOREACH CALL LOAD "
            "USE FINISH UNION ORDER SKIP OFFSET LIMIT"
        ),
        "a clause",
    ),
    (
        frozenset({"+", "*"}),
        symbols("+ - * / % ^ || = <> < <= > >= =~ AND OR XOR IN IS _IS_LABEL STARTS ENDS CONTAINS :: : . ["),
        "an operator",
    ),
    (
        frozenset({"SHOW", "DROP"}),
        frozenset({"SHOW", "DROP", "TERMINATE", "EXPLAIN", "PROFILE", "CYPHER"}),
        "a command",
    ),
)
"""Of each group: what shows that it may stand here, what belongs to it, and its name."""

_NAMES = {
    "IDENTIFIER": "a name",
    "FUNCTION_NAME": "a function",
    "PARAMETER": "a parameter",
    "STRING_LITERAL": "a string",
    "INTEGER_LITERAL": "an integer",
    "FLOAT_LITERAL": "a number",
    "_PATH_LPAR": "'('",
    "_ARROW_LEFT": "a relationship",
    "_ARROW_LINE": "a relationship",
    "_ARROW_RIGHT": "'>'",
    "_BAR": "'|'",
    "_TYPE_LT": "'<'",
    "_COMPREHENSION_LSQB": "'['",
    "_PATTERN_LSQB": "'['",
    "ORDER": "ORDER BY",
    "STARTS": "STARTS WITH",
    "ENDS": "ENDS WITH",
}
_UNTOLD = frozenset({"_IS_LABEL", "DYNAMIC_QUANTIFIER", "NAMESPACE", "INSERT", "NODETACH", "OFFSET", ";"})
"""What says the same as something else that is told."""

_MOST_EXPECTED = 8
_LONGEST = 40


def unexpected(tokens: Tokens, i: int) -> CypherSyntaxError:
    """The error for token ``i``, where the parser cannot go on."""
    possible = possible_at(tokens, i)
    span: Span = (tokens.starts[i], tokens.ends[i])
    if i == 0 and tokens.kinds[i] in (END, ";"):
        found = "There is no query"
    elif tokens.kinds[i] != END:
        found = f"{_shortened(tokens.text[slice(*span)])} cannot stand here"
    else:
        found = "The query ends too early"
        span = (tokens.ends[i - 1], tokens.ends[i - 1] + 1)
    return CypherSyntaxError(
        f"{found}; expected {_in_words(possible, tokens.kinds[i])}",
        hint=hint_for(tokens, i, possible),
        text=tokens.text,
        span=span,
    )


def possible_at(tokens: Tokens, i: int) -> frozenset[str]:
    """The terminals that could stand where token ``i`` is.

    The automaton's row alone would not tell: it allows reductions by terminals that only fit in another context.
    """
    grammar = tables()
    states = [grammar.start]
    for j in range(i):
        advanced = _advanced(states, tokens.kinds[j]) or _advanced(states, tokens.names[j])
        assert advanced is not None, "the parser came as far as token i"
        states = advanced
    terminals = [symbol for symbol in grammar.rows[states[-1]] if symbol not in _nonterminals()]
    return frozenset(symbol for symbol in terminals if _advanced(states, symbol) is not None)


def _nonterminals() -> set[str]:
    return {rule.symbol for rule in tables().rules}


def _advanced(states: list[int], symbol: str) -> list[int] | None:
    """The stack of states after a terminal, None where it cannot stand. The given stack stays as it is."""
    grammar = tables()
    popped, pushed = 0, list[int]()
    while True:
        top = pushed[-1] if pushed else states[-1 - popped]
        target = grammar.rows[top].get(symbol)
        if target is None:
            return None
        if target >= 0:
            return [*states[: len(states) - popped], *pushed, target]
        rule = grammar.rules[~target]
        kept = len(pushed) - rule.size
        if kept < 0:
            popped -= kept
        del pushed[max(kept, 0) :]
        top = pushed[-1] if pushed else states[-1 - popped]
        pushed.append(grammar.rows[top][rule.symbol])
        if pushed[-1] == grammar.end:
            return [*states, grammar.end]


def _in_words(possible: frozenset[str], found: str) -> str:
    """The terminals as a person reads them; what was found is not said to be expected, were it in another sense."""
    words: list[str] = []
    for sign, group, name in _GROUPS:
        if sign <= possible:
            words.append(name)
            possible -= group
    terminals = sorted(possible - _UNTOLD - {END}, key=lambda terminal: (terminal[0].isalpha(), terminal))
    words += dict.fromkeys(_NAMES.get(terminal) or _name(terminal) for terminal in terminals)
    words = [word for word in words if word != f"'{found}'"]
    if END in possible:
        words.append("the end of the query")
    if len(words) > _MOST_EXPECTED:
        words = [*words[: _MOST_EXPECTED - 1], "…"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _name(terminal: str) -> str:
    word = terminal.lstrip("_")
    return word if word.isalpha() else f"'{terminal}'"


def _shortened(text: str) -> str:
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
