"""From text to tokens.

A word gets two readings, its keyword (where it is one) and a name: the parser takes the keyword where it can stand,
else the name. That is what makes Cypher's keywords usable as names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from cypher_translate.errors import CypherSyntaxError
from cypher_translate.tables import tables

END = "$END"
"""The kind of the token behind the last, which Lark's tables call so."""

_DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_LEFT_ARROW_HEADS = "\u27e8\u3008\ufe64\uff1c"
_RIGHT_ARROW_HEADS = "\u27e9\u3009\ufe65\uff1e"
_VARIANTS = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_LEFT_ARROW_HEADS, "<"),
    **dict.fromkeys(_RIGHT_ARROW_HEADS, ">"),
}


_HINTS = {
    "#": "a comment begins with //",
    "?": "parameters are written $name; CASE WHEN … THEN … ELSE … END chooses a value",
    "@": "parameters are written $name",
}


@dataclass(slots=True)
class Tokens:
    """The tokens of a text, as columns: token ``i`` is the ``i``-th item of each list; the last is END.

    ``kinds`` are the grammar's terminals; ``values`` what the builder gets: a name without its backticks, a keyword
    in capitals, else the text. ``words`` has every unquoted word in capitals, "" for what is no word. ``names`` is
    the kind of a keyword that is read as a name, "" for the others.
    """

    text: str
    kinds: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, kind: str, value: str, word: str, name: str, start: int, end: int) -> None:
        """Append one token."""
        self.kinds.append(kind)
        self.values.append(value)
        self.words.append(word)
        self.names.append(name)
        self.starts.append(start)
        self.ends.append(end)


def tokenize(text: str) -> Tokens:
    """The tokens of the text.

    Raises CypherSyntaxError at a character that begins no token, and at a string, comment or quoted name without end.
    """
    tokens = Tokens(text)
    add = tokens.add
    keywords, match, kinds = _scanner()
    position = 0
    number_end = -1
    while True:
        found = match(text, position)
        assert found is not None
        index = found.lastindex
        if index is None:
            raise _no_token(text, found.end())
        kind = kinds[index]
        start, position = found.span(index)
        value = found[index]
        if kind == "IDENTIFIER":
            if start == number_end:
                raise _bad_number(text, tokens, position)
            if value[0] == "`":
                add(kind, value[1:-1].replace("``", "`"), "", "", start, position)
                continue
            word = value.upper()
            if word in keywords:
                add(word, word, word, kind, start, position)
            else:
                add(kind, value, word, "", start, position)
        elif kind == "PUNCTUATION":
            value = _VARIANTS.get(value, value)
            add(value, value, "", "", start, position)
        elif kind == END:
            add(END, "", "", "", start, start)
            return tokens
        else:
            add(kind, value, "", "", start, position)
            if kind == "INTEGER_LITERAL" or kind == "FLOAT_LITERAL":
                number_end = position


@cache
def _scanner():  # type: ignore[no-untyped-def]
    """The keywords, the function that matches one token after what is ignored, and the kind of each group."""
    grammar = tables()
    kinds = ["", "IDENTIFIER", "FLOAT_LITERAL", "INTEGER_LITERAL", "STRING_LITERAL", "PARAMETER", "PUNCTUATION", END]
    marks = sorted(grammar.punctuation, key=len, reverse=True)
    patterns = {
        **grammar.patterns,
        "PUNCTUATION": "|".join(map(re.escape, marks)) + f"|[{''.join(_VARIANTS)}]",
        END: r"\Z",
    }
    ignored = "|".join(grammar.ignored)
    alternatives = "|".join(f"({patterns[kind]})" for kind in kinds[1:])
    return frozenset(grammar.keywords), re.compile(f"(?:{ignored})*(?:{alternatives})?").match, kinds


def _no_token(text: str, position: int) -> CypherSyntaxError:
    unclosed = {
        "'": ("This string has no end", "close it with the quote that began it; a quote inside it is written \\'"),
        '"': ("This string has no end", 'close it with the quote that began it; a quote inside it is written \\"'),
        "`": ("This quoted name has no end", "close it with `; a backtick inside it is written twice"),
        "/": ("This comment has no end", "close it with */"),
    }
    character = text[position]
    if character in unclosed:
        message, hint = unclosed[character]
        return CypherSyntaxError(message, hint=hint, text=text, span=(position, position + 1))
    if character in "\u2018\u2019\u201c\u201d":
        hint = "typographic quotes do not delimit strings: write ' or \""
    elif character in _HINTS:
        hint = _HINTS[character]
    elif character == "\\" and text[position : position + 2] == "\\u":
        hint = "write the character itself, or quote the name"
    else:
        hint = "names with such characters stand in backticks, texts in quotes"
    message = f"The character {character!r} can begin nothing here"
    return CypherSyntaxError(message, hint=hint, text=text, span=(position, position + 1))


def _bad_number(text: str, tokens: Tokens, end: int) -> CypherSyntaxError:
    start = tokens.starts[-1]
    number = text[start:end]
    if number[:2] in ("0X", "0O"):
        hint = "write 0x and 0o in lower case"
    elif "_" in number:
        hint = "one underscore may stand between two digits"
    else:
        hint = "a name cannot begin with a digit; put a space behind a number"
    return CypherSyntaxError(
        f"{number} is not a number", code="InvalidNumberLiteral", hint=hint, text=text, span=(start, end)
    )
