"""What to tell a person whose query cannot be read: what was expected, in words, and what the mistake may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cypher_translate.errors import CypherSyntaxError
from cypher_translate.lexer import END, Tokens

_WORDS = {
    "IDENTIFIER": "a name",
    "PARAMETER": "a parameter",
    "STRING_LITERAL": "a string",
    "INTEGER_LITERAL": "an integer",
    "FLOAT_LITERAL": "a number",
    "_IS_LABEL": "IS",
    "_PATH_LPAR": "(",
    "_ARROW_LEFT": "<",
    "_ARROW_LINE": "-",
    "_ARROW_RIGHT": ">",
    "_BAR": "|",
    "_TYPE_LT": "<",
    "_COMPREHENSION_LSQB": "[",
    "_PATTERN_LSQB": "[",
    END: "the end of the query",
}
_BEGIN_AN_EXPRESSION = frozenset(
    {"NOT", "+", "-", "(", "[", "{", "NULL", "TRUE", "FALSE", "INF", "INFINITY", "NAN", "IDENTIFIER", "PARAMETER"}
    | {"STRING_LITERAL", "INTEGER_LITERAL", "FLOAT_LITERAL", "FUNCTION_NAME", "NAMESPACE", "LIST_PREDICATE", "_CASE"}
    | {"_EXISTS", "_COUNT", "_COLLECT", "_REDUCE", "_TRIM", "_PATH_LPAR", "_COMPREHENSION_LSQB", "_PATTERN_LSQB"}
    | {"SHORTESTPATH", "ALLSHORTESTPATHS"}
)
_BEGIN_A_CLAUSE = frozenset(
    {"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CREATE", "INSERT", "MERGE", "SET", "REMOVE", "DELETE", "DETACH"}
    | {"NODETACH", "FOREACH", "CALL", "LOAD", "USE", "FINISH", "UNION"}
)
_OPERATORS = frozenset(
    {"+", "-", "*", "/", "%", "^", "||", "=", "<>", "<", "<=", ">", ">=", "=~", "AND", "OR", "XOR", "IN", "IS", "_IS_LABEL"}
    | {"STARTS", "ENDS", "CONTAINS", "::", ":", ".", "["}
)
_MOST_EXPECTED = 8


def unexpected(tokens: Tokens, i: int, row: dict[str, int]) -> CypherSyntaxError:
    """The error for token ``i``, where the parser could have gone on with the symbols of ``row``."""
    span = (tokens.starts[i], tokens.ends[i])
    found = "The query ends here" if tokens.kinds[i] == END else f"{tokens.text[slice(*span)]!r} cannot stand here"
    return CypherSyntaxError(
        f"{found}; expected {_list(_expected(row))}",
        hint=_hint(tokens, i),
        text=tokens.text,
        span=span,
    )


def _expected(row: dict[str, int]) -> list[str]:
    terminals = {symbol for symbol in row if not symbol[0].islower() and not symbol.startswith("__")}
    words = []
    for group, name in (
        (_BEGIN_AN_EXPRESSION, "an expression"),
        (_BEGIN_A_CLAUSE, "a clause"),
        (_OPERATORS, "an operator"),
    ):
        if len(group & terminals) > len(group) // 2:
            words.append(name)
            terminals -= group
    rest = sorted({_WORDS.get(terminal, terminal.lstrip("_")) for terminal in terminals})
    return words + rest


def _list(words: list[str]) -> str:
    if len(words) > _MOST_EXPECTED:
        words = [*words[:_MOST_EXPECTED], "…"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _hint(tokens: Tokens, i: int) -> str:
    """What may be meant, for the commonest mistakes."""
    return next((hint for applies, hint in _HINTS if applies(tokens, i)), "")


def _here(*symbols: str) -> Callable[[Tokens, int], bool]:
    return lambda tokens, i: tokens.kinds[i] in symbols or tokens.words[i] in symbols


def _pair(first: Iterable[str], second: str) -> Callable[[Tokens, int], bool]:
    """Token ``i`` and the one before it, without a space between them."""

    def applies(tokens: Tokens, i: int) -> bool:
        joined = i > 0 and tokens.ends[i - 1] == tokens.starts[i]
        return joined and tokens.kinds[i - 1] in first and tokens.kinds[i] == second

    return applies


def _behind(*words: str) -> Callable[[Tokens, int], bool]:
    return lambda tokens, i: i > 0 and (tokens.words[i - 1] in words or tokens.kinds[i - 1] in words)


_HINTS: tuple[tuple[Callable[[Tokens, int], bool], str], ...] = (
    (_here("!"), "inequality is written <>"),
    (_pair("=", "="), "equality is written with one ="),
    (_pair("&", "&"), "write AND"),
    (_here("||"), "to combine conditions write OR"),
    (_here("SELECT"), "Cypher reads with MATCH and ends with RETURN"),
    (_here("GROUP"), "Cypher groups by the items of WITH or RETURN that do not aggregate"),
    (_here("HAVING"), "filter after WITH: WITH …, count(*) AS c WHERE c > 1"),
    (_here("LIKE"), "write CONTAINS, STARTS WITH, ENDS WITH or =~"),
    (_here("BETWEEN"), "write low <= x <= high"),
    (_here("JOIN"), "a pattern joins: MATCH (a)-[:TYPE]->(b)"),
    (_here("ASSERT"), "constraints are written FOR … REQUIRE …"),
    (_here("PERIODIC"), "write CALL { … } IN TRANSACTIONS"),
    (_here("START"), "START was removed from Cypher: use MATCH"),
    (_here("UNIQUE"), "CREATE UNIQUE was removed from Cypher: use MERGE"),
    (_pair(("{",), "}"), "parameters are written $name"),
    (_behind(","), "there is a comma too many before it, or something is missing behind the comma"),
    (_behind("RETURN"), "name what to return, or write RETURN *"),
    (_behind("WHERE"), "a condition must follow WHERE"),
    (_here(";"), "one statement at a time: use parse_script for several"),
)
