"""The grammar, compiled by Lark to LALR(1) tables and loaded from there.

Lark reads ``grammar/cypher.lark`` and computes the automaton, which takes more than a second; so that is done when the
package is built (``python -m cypher_translate.tables``), and the result ships as ``tables.json``. Where that file is
missing or was made from another grammar, as in a source checkout, the tables are compiled in memory.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

_PACKAGE = Path(__file__).parent
_TABLES_FILE = _PACKAGE / "tables.json"
_GRAMMAR_FILES = (_PACKAGE.parents[1] / "grammar" / "cypher.lark", _PACKAGE / "cypher.lark")

Picks: TypeAlias = tuple[int | None, ...]
"""Which children of a reduction are handed on: an index, ``~index`` to hand on the members of a list, None for None."""

INLINE, COLLECT, BUILD = range(3)
"""What a reduction makes: its only child, a list of its children, or what the builder's function of that name makes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One production: ``size`` symbols become one ``symbol``."""

    symbol: str
    size: int
    action: int
    name: str
    picks: Picks


@dataclass(frozen=True, slots=True)
class Tables:
    """The automaton and the terminals.

    ``rows[state][symbol]`` is the next state, or ``~rule`` for a reduction by ``rules[rule]``. A keyword's symbol is
    its text in capitals, that of punctuation its text; ``patterns`` holds the regular expressions of the other
    terminals by their names, ``ignored`` those of white space and comments.
    """

    start: int
    end: int
    rows: list[dict[str, int]]
    rules: list[Rule]
    keywords: list[str]
    punctuation: list[str]
    patterns: dict[str, str]
    ignored: list[str]


def grammar_text() -> str:
    """The text of the grammar file: beside the sources in a checkout, inside the package when installed."""
    for file in _GRAMMAR_FILES:
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise FileNotFoundError("cypher.lark belongs to the package and is missing: reinstall mem0-falkordb")


@cache
def tables() -> Tables:
    """The tables of the grammar, compiled already or now."""
    if not _TABLES_FILE.is_file():
        return compile_grammar(grammar_text())
    stored = json.loads(_TABLES_FILE.read_text(encoding="utf-8"))
    fingerprint = stored.pop("fingerprint")
    if _GRAMMAR_FILES[0].is_file() and fingerprint != _fingerprint(grammar_text()):
        return compile_grammar(grammar_text())
    rules = [Rule(symbol, size, action, name, tuple(picks)) for symbol, size, action, name, picks in stored["rules"]]
    return Tables(**{**stored, "rules": rules})


def compile_grammar(text: str) -> Tables:
    """Let Lark read the grammar and compute the automaton."""
    from lark import Lark
    from lark.lexer import PatternStr
    from lark.parsers.lalr_analysis import Shift

    lark = Lark(text, parser="lalr", lexer="basic", start="query", maybe_placeholders=True)
    table = lark.parser.parser._parse_table
    numbers = {rule: number for number, rule in enumerate(lark.rules)}
    keywords, punctuation, patterns, ignored = [], {}, {}, []
    for terminal in lark.terminals:
        pattern = terminal.pattern
        if terminal.name in lark.ignore_tokens:
            ignored.append(pattern.to_regexp())
        elif not isinstance(pattern, PatternStr):
            patterns[terminal.name] = pattern.to_regexp()
        elif pattern.value.isalpha():
            keywords.append(terminal.name)
        else:
            punctuation[terminal.name] = pattern.value
    rows: list[dict[str, int]] = [{} for _ in table.states]
    for state, actions in table.states.items():
        for symbol, (action, argument) in actions.items():
            rows[state][punctuation.get(symbol, symbol)] = argument if action is Shift else ~numbers[argument]
    return Tables(
        table.start_states["query"],
        table.end_states["query"],
        rows,
        [_rule(rule) for rule in lark.rules],
        keywords,
        list(punctuation.values()),
        patterns,
        ignored,
    )


def _rule(rule: Any) -> Rule:
    name = str(rule.origin.name)
    picks = _picks(rule)
    if name.startswith("_"):
        action = COLLECT
    elif rule.options.expand1 and not rule.alias and len(picks) == 1:
        action = INLINE
    else:
        action = BUILD
    return Rule(name, len(rule.expansion), action, str(rule.alias or name), picks)


def _picks(rule: Any) -> Picks:
    """The children that carry a value; where an optional one is absent, None in its place."""
    picks: list[int | None] = []
    symbols = iter(enumerate(rule.expansion))
    absences = rule.options.empty_indices or (False,) * len(rule.expansion)
    for absent in absences:
        if absent:
            picks.append(None)
            continue
        index, symbol = next(symbols)
        if not symbol.is_term:
            picks.append(~index if symbol.name.startswith("_") else index)
        elif rule.options.keep_all_tokens or not symbol.filter_out:
            picks.append(index)
    return tuple(picks)


def _fingerprint(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


def write_tables(target: Path = _TABLES_FILE) -> None:
    """Compile the grammar and store the tables."""
    text = grammar_text()
    stored = asdict(compile_grammar(text))
    stored["rules"] = [tuple(rule.values()) for rule in stored["rules"]]
    target.write_text(json.dumps({"fingerprint": _fingerprint(text), **stored}, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    write_tables()
