"""The decisions that take more than one token of lookahead, made between lexer and parser.

The grammar is LALR(1). Where the next token is not enough to know what begins, this filter looks further and gives the
token a kind of its own:

- ``(`` that begins a path pattern becomes ``_PATH_LPAR``, and the signs of a relationship become arrows, since
  ``(a)-[b]-(c)`` could be a subtraction until the last dash;
- ``[`` that begins a list or a pattern comprehension, and the bar inside it that is none of a label expression;
- a word before ``(`` is a function's name, and the words and dots before it its namespace;
- EXISTS, COUNT, COLLECT with a subquery; all, any, none, single, reduce and trim in their special forms; CASE;
- IS before a label, as opposed to IS NULL, IS :: and IS NORMALIZED; ``<`` after LIST or ANY in a type.
"""

from __future__ import annotations

from cypher_translate.errors import CypherSyntaxError
from cypher_translate.lexer import END, Tokens

MAX_NESTING = 200
"""How deep brackets may be nested; Neo4j has no limit but the size of its stack."""

_PAIRS = {")": "(", "]": "[", "}": "{"}
_UPDATING = frozenset({"CREATE", "INSERT", "MERGE", "SET", "REMOVE", "DELETE", "DETACH", "NODETACH", "FOREACH"})
_SUBQUERIES = {"EXISTS": "_EXISTS", "COUNT": "_COUNT", "COLLECT": "_COLLECT"}
_LIST_PREDICATES = frozenset({"ALL", "ANY", "NONE", "SINGLE"})
_NORMAL_FORMS = frozenset({"NFC", "NFD", "NFKC", "NFKD", "NORMALIZED"})
_SOMETIMES_NAMES = frozenset({"WHERE", "GRAPH", "IS", "NOT", "DISTINCT", "SHORTESTPATH", "ALLSHORTESTPATHS"})
_PARAMETRIC = ("LIST", "ARRAY", "ANY", "VALUE")
_BEFORE_TYPES = ("::", "TYPED", "_TYPE_LT", "|", "ANY")
_SUBSCRIPTED = frozenset({"IDENTIFIER", "PARAMETER", ")", "]", "}"})
_AFTER_A_NAME = frozenset({",", ")", "]", "}", ".", ";", "=", "AS", END})
_IN_LABELS = frozenset({"&", "|", "!", "%", ")"})
_IN_A_NODE = frozenset({")", ":", "{", "$", "PARAMETER", "WHERE", "IS"})


def disambiguate(tokens: Tokens) -> None:
    """Refine the kinds of the tokens in place.

    Raises CypherSyntaxError where brackets do not match or are nested more than MAX_NESTING deep.
    """
    kinds, words, names = tokens.kinds, tokens.words, tokens.names
    partners, commas, bars = _brackets(tokens)
    for i, kind in enumerate(kinds):
        word = words[i]
        if word:
            following = kinds[i + 1]
            if following == "(":
                _before_parenthesis(tokens, i, word, partners.get(i + 1, i + 1), bars)
            elif following == "{" and word in _SUBQUERIES:
                kinds[i], names[i] = _SUBQUERIES[word], "IDENTIFIER"
            elif word in _SOMETIMES_NAMES and _is_name(kinds, word, i):
                kinds[i], names[i] = "IDENTIFIER", ""
                tokens.values[i] = tokens.text[tokens.starts[i] : tokens.ends[i]]
            elif word == "CASE" and following not in _AFTER_A_NAME:
                kinds[i], names[i] = "_CASE", "IDENTIFIER"
            elif kind == "IS" and not _is_predicate(kinds, words, i + 1):
                kinds[i] = "_IS_LABEL"
            elif following == "<" and word in _PARAMETRIC and kinds[i - 1] in _BEFORE_TYPES:
                kinds[i + 1] = "_TYPE_LT"
        elif kind == "IDENTIFIER":
            if kinds[i + 1] == "(":
                _before_parenthesis(tokens, i, "", partners.get(i + 1, i + 1), bars)
        elif kind == "(":
            if i in partners:
                _parenthesis(kinds, words, i, partners)
        elif kind == "[":
            if i in partners:
                _bracket(kinds, words, i, partners, commas, bars)
        elif kind == "PARAMETER" and kinds[i + 1] == "(" and tokens.values[i].lower() in ("$all", "$any"):
            kinds[i], tokens.values[i] = "DYNAMIC_QUANTIFIER", tokens.values[i][1:].lower()
    if not tokens.text.isascii():
        _check_signs(tokens)


def _is_name(kinds: list[str], word: str, i: int) -> bool:
    """Whether a word stands where the grammar could take it for itself, and Neo4j takes it for a name."""
    following = kinds[i + 1]
    if word == "WHERE":
        return following in (")", ":")
    if word == "IS":
        return following == "::" and kinds[i - 1] in ("WHEN", ",")
    if word == "GRAPH":
        return following == "."
    return following in _AFTER_A_NAME


def _check_signs(tokens: Tokens) -> None:
    """Other dashes and angle brackets than ASCII's are arrows in a pattern and nothing else."""
    for i, kind in enumerate(tokens.kinds):
        if kind in ("-", "<", ">") and not tokens.text[tokens.starts[i]].isascii():
            error = _error(tokens, i, f"The character {tokens.text[tokens.starts[i]]!r} can only stand in an arrow")
            error.code, error.hint = "InvalidUnicodeCharacter", f"write {kind}"
            raise error


def _brackets(tokens: Tokens) -> tuple[dict[int, int], set[int], dict[int, list[int]]]:
    """Of each opening bracket its closing one, whether commas separate its content, and the bars directly in it.

    The commas between the tests of a WHEN do not count.
    """
    partners: dict[int, int] = {}
    commas: set[int] = set()
    bars: dict[int, list[int]] = {}
    opened: list[int] = []
    tested = -1  # how many brackets were open at the last WHEN that waits for its THEN
    kinds = tokens.kinds
    for i, kind in enumerate(kinds):
        if kind in "([{":
            opened.append(i)
            if len(opened) > MAX_NESTING:
                raise _error(tokens, i, f"Brackets are nested more than {MAX_NESTING} deep")
        elif kind in _PAIRS:
            if not opened:
                raise _error(tokens, i, f"This '{kind}' closes nothing")
            if kinds[opened[-1]] != _PAIRS[kind]:
                raise _error(tokens, i, f"This '{kind}' does not close the '{kinds[opened[-1]]}' that is open")
            partners[opened.pop()] = i
        elif kind == "," and opened:
            if len(opened) != tested:
                commas.add(opened[-1])
        elif kind == "WHEN":
            tested = len(opened)
        elif kind == "THEN":
            tested = -1
        elif kind == "|" and opened:
            bars.setdefault(opened[-1], []).append(i)
    if opened:
        raise _error(tokens, opened[-1], f"This '{kinds[opened[-1]]}' is never closed")
    return partners, commas, bars


def _before_parenthesis(tokens: Tokens, i: int, word: str, close: int, bars: dict[int, list[int]]) -> None:
    """A word that stands before ``(``."""
    kinds, words, names = tokens.kinds, tokens.words, tokens.names
    inner = words[i + 2] or kinds[i + 2] == "IDENTIFIER"
    if word in _LIST_PREDICATES and inner and words[i + 3] == "IN":
        kinds[i], names[i] = "LIST_PREDICATE", "FUNCTION_NAME"
        tokens.values[i] = word.lower()
    elif word == "REDUCE" and inner and kinds[i + 3] == "=":
        kinds[i], names[i] = "_REDUCE", "FUNCTION_NAME"
        if i + 1 in bars:
            kinds[_bar(kinds, words, bars[i + 1])] = "_BAR"
    elif word == "CASE":
        kinds[i], names[i] = "_CASE", "FUNCTION_NAME"
    elif word == "TRIM" and _has_from(tokens, i + 2, close):
        kinds[i], names[i] = "_TRIM", "FUNCTION_NAME"
    elif word == "FOREACH":
        for bar in bars.get(i + 1, ()):
            if words[bar + 1] in _UPDATING:
                kinds[bar] = "_BAR"
                break
    elif names[i]:
        names[i] = "FUNCTION_NAME"
    else:
        kinds[i] = "FUNCTION_NAME"
    while kinds[i - 1] == "." and i >= 2 and (words[i - 2] or kinds[i - 2] == "IDENTIFIER"):
        i -= 2
        if names[i]:
            names[i] = "NAMESPACE"
        else:
            kinds[i] = "NAMESPACE"


def _has_from(tokens: Tokens, begin: int, close: int) -> bool:
    """Whether FROM stands directly inside the parentheses, which end at ``close``."""
    depth = 0
    for i in range(begin, close):
        kind = tokens.kinds[i]
        if kind in "([{":
            depth += 1
        elif kind in _PAIRS:
            depth -= 1
        elif depth == 0 and tokens.words[i] == "FROM":
            return True
    return False


def _is_predicate(kinds: list[str], words: list[str], i: int) -> bool:
    """Whether what follows IS belongs to a predicate or a constraint, not to a label expression."""
    if words[i] == "NOT":
        i += 1
    word = words[i]
    if word in ("NULL", "TYPED", "UNIQUE", "KEY") or word in _NORMAL_FORMS or kinds[i] == "::":
        return True
    return word in ("NODE", "RELATIONSHIP", "REL") and words[i + 1] in ("KEY", "UNIQUE")


def _parenthesis(kinds: list[str], words: list[str], i: int, partners: dict[int, int]) -> None:
    """``(``: does a node with a relationship behind it begin here?"""
    if i and (kinds[i - 1] == "FUNCTION_NAME" or kinds[i - 1] == "LIST_PREDICATE"):
        return
    inner = i + 2 if words[i + 1] or kinds[i + 1] == "IDENTIFIER" else i + 1
    if kinds[inner] not in _IN_A_NODE and kinds[i + 1] not in ("WHERE", "IS"):
        return
    j = partners[i] + 1
    begin = j
    if kinds[j] == "<":
        j += 1
    if kinds[j] != "-":
        return
    detail = j + 1
    j = partners[detail] + 1 if kinds[detail] == "[" else detail
    if kinds[j] != "-":
        return
    end = j + 1
    pointed = kinds[end] == ">"
    if kinds[detail] != "[" and kinds[end + pointed] not in "(+*{":
        return
    kinds[i] = "_PATH_LPAR"
    if begin != detail - 1:
        kinds[begin] = "_ARROW_LEFT"
    kinds[detail - 1] = kinds[j] = "_ARROW_LINE"
    if pointed:
        kinds[end] = "_ARROW_RIGHT"


def _bracket(
    kinds: list[str],
    words: list[str],
    i: int,
    partners: dict[int, int],
    commas: set[int],
    bars: dict[int, list[int]],
) -> None:
    """``[``: does a comprehension begin here?"""
    if i and kinds[i - 1] in _SUBSCRIPTED:
        return
    named = words[i + 1] or kinds[i + 1] == "IDENTIFIER"
    if named and words[i + 2] == "IN" and i not in commas:
        kinds[i] = "_COMPREHENSION_LSQB"
    elif i in bars and (kinds[i + 1] == "(" or (named and kinds[i + 2] == "=" and kinds[i + 3] == "(")):
        kinds[i] = "_PATTERN_LSQB"
    else:
        return
    if i in bars:
        kinds[_bar(kinds, words, bars[i])] = "_BAR"


def _bar(kinds: list[str], words: list[str], bars: list[int]) -> int:
    """Of the bars in a comprehension, the one before its projection: the others stand in label expressions."""
    return next((bar for bar in bars[:-1] if not _ends_labels(kinds, words, bar - 1)), bars[-1])


def _ends_labels(kinds: list[str], words: list[str], i: int) -> bool:
    """Whether a label expression ends here: back from here are names and signs, and a colon or IS before them."""
    depth = 0
    while depth or kinds[i] in _IN_LABELS or words[i] or kinds[i] == "IDENTIFIER":
        depth += (kinds[i] == ")") - (kinds[i] == "(")
        if depth < 0 or kinds[i] in ("IS", "_IS_LABEL"):
            break
        i -= 1
    return kinds[i] in (":", "IS", "_IS_LABEL")


def _error(tokens: Tokens, i: int, message: str) -> CypherSyntaxError:
    return CypherSyntaxError(message, text=tokens.text, span=(tokens.starts[i], tokens.ends[i]))
