"""From text to the syntax tree: drives the LALR(1) automaton over the tokens.

Lark computes the automaton (see tables.py). Its own parser would run it as well; this loop does nothing else, keeps
spans, reads words as keywords or names by the state it is in, and is several times faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

from cypher_translate import ast, builder
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.lexer import END, Tokens, tokenize
from cypher_translate.syntax_help import unexpected
from cypher_translate.tables import BUILD, INLINE, Picks, tables
from cypher_translate.token_filter import disambiguate

_Reduction: TypeAlias = tuple[str, int, int, Callable[..., Any] | None, Picks, bool]
"""Symbol, size, action, the builder's function, the children that are handed on, and whether these are all of them."""


def parse(text: str) -> ast.Query:
    """Read one statement of Neo4j's Cypher 5; a semicolon may end it.

    Raises CypherSyntaxError, with line, column and span, where Neo4j would refuse the text.
    """
    return parse_tokens(tokenize(text))


def parse_script(text: str) -> Iterator[ast.Query]:
    """Read statements that are separated by semicolons, one after the other.

    Each query's ``text`` is the whole script, so that its spans point to where it stands. Raises CypherSyntaxError
    when it comes to a statement that Neo4j would refuse.
    """
    return map(parse_tokens, split(tokenize(text)))


def parse_tokens(tokens: Tokens) -> ast.Query:
    """Read the tokens of one statement; errors as in parse."""
    try:
        disambiguate(tokens)
        query: ast.Query = _run(tokens)
    except CypherSyntaxError as error:
        error.text = tokens.text
        raise
    return replace(query, text=tokens.text)


def split(tokens: Tokens) -> Iterator[Tokens]:
    """The tokens of each statement of a script, semicolons left out, empty statements too."""
    begin = 0
    for i, kind in enumerate(tokens.kinds):
        if kind == ";" or kind == END:
            if i > begin:
                columns = (tokens.kinds, tokens.values, tokens.words, tokens.names, tokens.starts, tokens.ends)
                part = Tokens(tokens.text, *(column[begin:i] for column in columns))  # type: ignore[arg-type]
                part.add(END, "", "", "", tokens.starts[i], tokens.starts[i])
                yield part
            begin = i + 1


@cache
def _reductions() -> list[_Reduction]:
    return [
        (
            rule.symbol,
            rule.size,
            rule.action,
            getattr(builder, rule.name) if rule.action == BUILD else None,
            rule.picks,
            rule.picks == tuple(range(rule.size)),
        )
        for rule in tables().rules
    ]


def _run(tokens: Tokens) -> Any:
    grammar = tables()
    rows, accepting, reductions = grammar.rows, grammar.end, _reductions()
    states: list[int] = [grammar.start]
    values: list[Any] = []
    starts: list[int] = []
    end = 0
    row = rows[grammar.start]
    for i, kind in enumerate(tokens.kinds):
        while True:
            target = row.get(kind)
            if target is None:
                name = tokens.names[i]
                target = row.get(name) if name else None
                if target is None:
                    raise unexpected(tokens, i)
                kind = name
                tokens.values[i] = tokens.text[tokens.starts[i] : tokens.ends[i]]
            if target >= 0:
                states.append(target)
                values.append(tokens.values[i])
                starts.append(tokens.starts[i])
                end = tokens.ends[i]
                row = rows[target]
                break
            symbol, size, action, function, picks, all_picked = reductions[~target]
            if action == INLINE:
                if size == 1:
                    states.pop()
                else:
                    value = values[picks[0] - size]  # type: ignore[operator]
                    del states[-size:], values[-size:], starts[1 - size :]
                    values.append(value)
            else:
                children = values[-size:] if size else []
                start = starts[-size] if size else end
                if size:
                    del states[-size:], values[-size:], starts[-size:]
                if function is None:
                    values.append(_collect(children, picks))
                elif all_picked:
                    values.append(function((start, end), *children))
                else:
                    values.append(function((start, end), *_pick(children, picks)))
                starts.append(start)
            target = rows[states[-1]][symbol]
            if target == accepting:
                return values[0]
            states.append(target)
            row = rows[target]
    raise AssertionError("the last token is END, which the automaton accepts or refuses")


def _pick(children: list[Any], picks: Picks) -> list[Any]:
    picked: list[Any] = []
    for pick in picks:
        if pick is None:
            picked.append(None)
        elif pick >= 0:
            picked.append(children[pick])
        else:
            picked.extend(children[~pick])
    return picked


def _collect(children: list[Any], picks: Picks) -> list[Any]:
    """A list of children; where the first is such a list already, it grows."""
    if picks and picks[0] == ~0:
        grown: list[Any] = children[0]
        grown.extend(_pick(children, picks[1:]))
        return grown
    return _pick(children, picks)
