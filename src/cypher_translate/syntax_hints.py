"""Hints for the commonest mistakes, among them habits from SQL and clauses that Cypher had once."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import TypeAlias

from cypher_translate.lexer import END, Tokens


def symbols(text: str) -> frozenset[str]:
    """A set of terminals or words, written with spaces between them."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Place:
    """Token ``i``, which cannot stand where it is, and the terminals that could."""

    tokens: Tokens
    i: int
    possible: Set[str]

    def is_(self, offset: int, *symbols: str) -> bool:
        """Whether the token at this distance has one of these kinds, or is one of these words."""
        at = self.i + offset
        if not 0 <= at < len(self.tokens.kinds):
            return False
        return self.tokens.kinds[at] in symbols or self.tokens.words[at] in symbols

    def joined(self) -> bool:
        """Whether no space is between the token and the one before it."""
        return self.i > 0 and self.tokens.ends[self.i - 1] == self.tokens.starts[self.i]

    def clause(self) -> str:
        """The word that began the clause in which the token stands."""
        words = (self.tokens.words[at] for at in range(self.i - 1, -1, -1))
        return next((word for word in words if word in _CLAUSES), "")

    def condition(self) -> bool:
        """Whether the token stands behind a WHERE of its clause."""
        words = (self.tokens.words[at] for at in range(self.i - 1, -1, -1))
        return next((word for word in words if word in _CLAUSES or word == "WHERE"), "") == "WHERE"

    def bracket(self) -> int:
        """The distance of the bracket that was opened last and is open still; a positive number where none is."""
        closed = 0
        for at in range(self.i - 1, -1, -1):
            if self.tokens.kinds[at] in (")", "]", "}"):
                closed += 1
            elif self.tokens.kinds[at] in ("(", "[", "{") or self.tokens.kinds[at].endswith(("_LPAR", "_LSQB")):
                if not closed:
                    return at - self.i
                closed -= 1
        return 1


_CLAUSES = symbols("MATCH CREATE INSERT MERGE WITH RETURN UNWIND SET REMOVE DELETE CALL")
_UPDATING = symbols("CREATE MERGE SET REMOVE DELETE DETACH FOREACH")
_WANTS_MORE = symbols("WHERE AND OR XOR NOT IN BY = <> < > + - * / ,")
_Applies: TypeAlias = Callable[[Place], bool]


def hint_for(tokens: Tokens, i: int, possible: Set[str]) -> str:
    """What may be meant by token ``i``, which is none of the possible terminals; empty where nothing is known."""
    place = Place(tokens, i, possible)
    hint = next((hint for applies, hint in _HINTS if applies(place)), "")
    if hint or tokens.kinds[i] not in ("IDENTIFIER", "FUNCTION_NAME"):
        return hint
    return _resembling(tokens.words[i], possible)


def _resembling(word: str, possible: Set[str]) -> str:
    """For a keyword with a slip of the pen."""
    from difflib import get_close_matches

    keywords = [each for each in possible if each.isalpha() and len(each) > 2]
    close = get_close_matches(word, keywords, 1, 0.7) if len(word) > 2 else []
    return f"did you mean {close[0]}?" if close else ""


def _word(*symbols: str) -> _Applies:
    return lambda place: place.is_(0, *symbols)


def _after(before: tuple[str, ...], *symbols: str) -> _Applies:
    return lambda place: place.is_(-1, *before) and (not symbols or place.is_(0, *symbols))


def _in_clause(clause: str, *symbols: str) -> _Applies:
    return lambda place: place.is_(0, *symbols) and place.clause() == clause


_HINTS: tuple[tuple[_Applies, str], ...] = (
    # Operators of other languages
    (lambda p: p.is_(0, "!") and p.is_(1, "="), "inequality is written <>"),
    (lambda p: p.is_(0, "=") and p.is_(-1, "=") and p.joined(), "equality is written with one ="),
    (lambda p: p.is_(0, "&") and p.is_(1, "&"), "write AND"),
    (lambda p: p.is_(0, "|") and p.is_(1, "|"), "write OR"),
    (lambda p: p.is_(0, "*") and p.is_(-1, "*") and p.joined(), "powers are written with ^"),
    (
        lambda p: p.is_(0, "NOT") and p.is_(1, "IN", "CONTAINS", "STARTS", "ENDS"),
        "write NOT before it: NOT x IN list",
    ),
    (lambda p: p.is_(0, "*") and p.is_(-1, "/") and p.joined(), "close the comment with */"),
    (_word("LIKE", "ILIKE", "RLIKE", "REGEXP", "GLOB", "MATCHES"), "write CONTAINS, STARTS WITH, ENDS WITH or =~"),
    (_word("BETWEEN"), "write low <= x <= high"),
    (_after(("_IS_LABEL",)), "IS tests for NULL, a type or a label; values are compared with = and <>"),
    (lambda p: p.is_(0, ",") and p.is_(p.bracket() - 1, "IN"), "a list stands in square brackets: IN [1, 2]"),
    (lambda p: p.is_(0, "AS") and p.is_(p.bracket() - 1, "CAST"), "write toInteger(x), toFloat(x) or toString(x)"),
    (lambda p: p.is_(0, "!") and "NOT" in p.possible, "write NOT"),
    (
        lambda p: p.is_(0, "STRING_LITERAL") and p.is_(-1, "DATE", "TIME", "DATETIME", "TIMESTAMP", "INTERVAL"),
        "write date('…'), datetime('…') or duration('…')",
    ),
    (lambda p: p.is_(0, ">") and p.is_(-1, "-") and p.joined(), "a property is written n.name"),
    (lambda p: p.is_(0, "FUNCTION_NAME") and p.is_(-1, "."), "functions are called like size(x)"),
    # Clauses of SQL
    (_word("SELECT", "FROM", "TOP"), "Cypher reads with MATCH, ends with RETURN, and may add LIMIT"),
    (_after(("FROM",)), "Cypher reads with MATCH; what is to be deleted is found by MATCH, too"),
    (_word("UPDATE"), "write MATCH … SET …"),
    (lambda p: p.is_(0, "INTO", "VALUES") or p.is_(-1, "INTO"), "write CREATE (:Label {property: value})"),
    (_word("GROUP"), "Cypher groups by the items of WITH or RETURN that do not aggregate"),
    (_word("HAVING"), "filter after WITH: WITH …, count(*) AS c WHERE c > 1"),
    (_word("JOIN", "INNER", "LEFT", "RIGHT", "OUTER", "CROSS"), "a pattern joins: MATCH (a)-[:TYPE]->(b)"),
    (lambda p: p.is_(0, ",") and p.is_(-2, "LIMIT", "SKIP"), "write SKIP 10 LIMIT 5"),
    (lambda p: p.is_(0, ",", "WHERE") and p.bracket() > 0 and p.condition(), "conditions are joined by AND"),
    (_word("BEGIN", "COMMIT", "ROLLBACK"), "transactions are begun and ended by the client"),
    (_in_clause("RETURN", "WHERE"), "WHERE belongs behind MATCH or WITH, before RETURN"),
    (
        lambda p: p.is_(0, "ORDER", "SKIP", "OFFSET") and p.clause() == "RETURN",
        "ORDER BY comes first, then SKIP, then LIMIT, each once",
    ),
    # What Cypher had once
    (_word("START"), "START was removed from Cypher: use MATCH"),
    (_after(("CREATE",), "UNIQUE"), "CREATE UNIQUE was removed from Cypher: use MERGE"),
    (lambda p: p.is_(0, "USING") and p.is_(1, "PERIODIC"), "write CALL { … } IN TRANSACTIONS"),
    (lambda p: p.is_(-2, "INDEX") and p.is_(-1, "ON"), "write CREATE INDEX FOR (n:Label) ON (n.property)"),
    (_after(("CONSTRAINT",), "ON"), "write CREATE CONSTRAINT FOR (n:Label) REQUIRE n.property IS UNIQUE"),
    (_word("ASSERT"), "write REQUIRE"),
    (lambda p: p.is_(0, "}") and p.is_(-1, "IDENTIFIER") and p.is_(-2, "{"), "parameters are written $name"),
    (lambda p: p.i == 0 and p.tokens.text.lstrip().startswith("```"), "leave out the ``` of Markdown"),
    # Patterns
    (lambda p: p.is_(0, ".") and p.is_(-2, "(") and ":" in p.possible, "a label is written (n:Label)"),
    (lambda p: p.is_(-2, "SHORTESTPATH", "ALLSHORTESTPATHS"), "write shortestPath((a)-[*]-(b))"),
    (
        lambda p: p.is_(0, "-") and p.is_(1, "-") and "_ARROW_LINE" in p.possible,
        "behind a relationship a node must follow; a comment begins with //",
    ),
    (
        lambda p: p.is_(0, "-", "<") and p.possible >= {"_ARROW_LINE"},
        "a relationship has two lines: -->, <--, -- or -[:TYPE]->",
    ),
    (
        lambda p: (
            (p.is_(-2, "MATCH", "CREATE", "MERGE") or p.is_(-2, ","))
            and "=" in p.possible
            and not p.is_(0, "=")
            and p.clause() in ("MATCH", "CREATE", "MERGE")
        ),
        "a node stands in parentheses: (n)",
    ),
    (_in_clause("MERGE", ","), "MERGE takes one pattern: write MERGE again for the next"),
    # Names, maps and aliases
    (
        lambda p: p.is_(0, "=") and ":" in p.possible and p.is_(-2, "{", ","),
        "a colon stands between key and value",
    ),
    (
        lambda p: p.is_(0, "<", ">", "<=", ">=", "<>", "=~", "CONTAINS") and ":" in p.possible and p.is_(-2, "{", ","),
        "braces hold properties that must be equal; other conditions follow WHERE",
    ),
    (
        lambda p: p.is_(0, "STRING_LITERAL") and p.is_(1, ":") and "IDENTIFIER" in p.possible,
        "keys of a map are names: no quotes, or backticks",
    ),
    (
        lambda p: p.is_(0, "STRING_LITERAL") and p.is_(-1, "AS", ":", ".") and "IDENTIFIER" in p.possible,
        "names are quoted with backticks: `odd name`",
    ),
    (lambda p: p.is_(-1, "DISTINCT") and p.is_(-2, ","), "DISTINCT stands once, behind RETURN or WITH"),
    (lambda p: p.is_(-1, "AS") and p.is_(-2, ","), "an expression is missing before AS"),
    (
        lambda p: p.is_(0, "IDENTIFIER") and "AS" in p.possible and p.clause() in ("RETURN", "WITH"),
        "an alias is written with AS",
    ),
    (
        lambda p: (p.is_(-2, "ELSE") and p.is_(-1, "IF")) or p.is_(0, "ELSEIF", "ELIF"),
        "a CASE may have several WHEN … THEN …",
    ),
    (lambda p: "END" in p.possible and p.is_(0, END, ",", ")", "AS", *_CLAUSES), "a CASE ends with END"),
    (lambda p: p.is_(0, "$") and "PARAMETER" in p.possible, "a parameter has a name: $name"),
    (lambda p: "AS" in p.possible and p.clause() == "UNWIND", "write UNWIND list AS x"),
    (lambda p: p.is_(-1, "FOREACH"), "write FOREACH (x IN list | …)"),
    (_in_clause("REMOVE", "="), "REMOVE takes no value; SET does"),
    (lambda p: p.is_(0, "|") and "_BAR" in p.possible, "FOREACH can only change data: MATCH stands before it"),
    (lambda p: p.is_(0, "-") and ".." in p.possible, "a range is written 1..3"),
    (
        lambda p: p.is_(-1, ":") and p.is_(0, *_UPDATING),
        "a bar stands before its clauses: FOREACH (x IN list | …)",
    ),
    # What is missing
    (lambda p: p.is_(-1, *_CLAUSES) and p.is_(-2, *_WANTS_MORE), "an expression is missing before the word before it"),
    (lambda p: p.is_(0, *_CLAUSES) and ")" in p.possible, "a ) is missing before it"),
    (lambda p: p.is_(0, "IDENTIFIER") and p.clause() == "SET" and "," in p.possible, "a comma is missing before it"),
    (lambda p: p.is_(-1, ","), "there is a comma too many before it, or something is missing behind the comma"),
    (lambda p: p.is_(-1, "RETURN") and p.is_(0, END, *_CLAUSES), "name what to return, or write RETURN *"),
    (lambda p: p.is_(-1, "WHERE"), "a condition must follow WHERE"),
    (lambda p: p.is_(-1, ";") and not p.is_(0, END), "one statement at a time: parse_script reads several"),
)
